/* stdint.h - empty on purpose: the text that a proof is valid for must not depend on the C library of the machine that computes it. */
