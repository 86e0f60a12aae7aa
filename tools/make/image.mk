# image.mk - what a machine boots: system.cpio (programs) -> init.bin -> kernel, root.cpio (files of ROOT), and the GRUB image.
ROOT ?= userland/root
.PHONY: image iso root
## image: kernel, programs, init and root file system of ARCH (the default)
image: $(B)/$(KERNEL_BOOT) $(B)/kernel.elf root

# Programs of the system are inside init; ROOT_PROGRAMS are ordinary files: bin/ of the default root.
ROOT_PROGRAMS := hello
SYSTEM_PROGRAMS := $(filter-out $(ROOT_PROGRAMS),$(PROGRAMS))

$(B)/system.cpio: $(patsubst %,$(B)/user/%.elf,$(SYSTEM_PROGRAMS)) tools/image/archive tools/make/image.mk
	@rm -rf $(B)/system && mkdir -p $(B)/system
	@for p in $(SYSTEM_PROGRAMS); do $(OBJCOPY) --strip-all $(B)/user/$$p.elf $(B)/system/$$p || exit 1; done
	@tools/image/archive $(B)/system $@

$(B)/init.bin: $(B)/user/init.elf tools/image/flatten
	@tools/image/flatten $< $@

# ROOT may be any folder and its files may vanish: packed on each call, replaced only when it differs.
root: $(patsubst %,$(B)/user/%.elf,$(ROOT_PROGRAMS)) | $(B)/.tools
	@rm -rf $(B)/root && cp -RP $(ROOT) $(B)/root
	@[ $(ROOT) != userland/root ] || mkdir -p $(B)/root/bin
	@[ $(ROOT) != userland/root ] || for p in $(ROOT_PROGRAMS); do $(OBJCOPY) --strip-all $(B)/user/$$p.elf $(B)/root/bin/$$p || exit 1; done
	@tools/image/archive $(B)/root $(B)/root.cpio

## iso: build/x86_64/tessera.iso, bootable by BIOS and UEFI
iso:
	@tools/check/tool grub-mkrescue xorriso mformat
	@$(MAKE) ARCH=x86_64 image
	@tools/image/iso build/$(if $(RELEASE),release/)x86_64
