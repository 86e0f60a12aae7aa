# image.mk - what a machine boots: system.cpio (programs) -> init.bin -> kernel, root.cpio (files of ROOT), and the GRUB image.
ROOT ?= userland/root
.PHONY: image iso root
## image: kernel, programs, init and root file system of ARCH (the default)
image: $(B)/$(KERNEL_BOOT) $(B)/kernel.elf root

$(B)/system.cpio: $(patsubst %,$(B)/user/%.elf,$(PROGRAMS)) tools/image/archive
	@rm -rf $(B)/system && mkdir -p $(B)/system
	@for p in $(PROGRAMS); do $(OBJCOPY) --strip-all $(B)/user/$$p.elf $(B)/system/$$p || exit 1; done
	@tools/image/archive $(B)/system $@

$(B)/init.bin: $(B)/user/init.elf tools/image/flatten
	@tools/image/flatten $< $@

# ROOT may be any folder and its files may vanish: packed on each call, replaced only when it differs.
root: | $(B)/.tools
	@mkdir -p $(B)
	@tools/image/archive $(ROOT) $(B)/root.cpio

## iso: build/x86_64/tessera.iso, bootable by BIOS and UEFI
iso:
	@tools/check/tool grub-mkrescue xorriso mformat
	@$(MAKE) ARCH=x86_64 image
	@tools/image/iso build/$(if $(RELEASE),release/)x86_64
