# proof.mk
