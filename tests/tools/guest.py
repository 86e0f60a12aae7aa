"""guest - build the test guest of one architecture; gives the file that tools/run --kernel boots."""
import os
import subprocess

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "guest")
# prefix of the compiler, flags, load address, flat image?
TARGET = {
    "x86_64": ("", ["-m32", "-mgeneral-regs-only"], "0x100000", False),
    "aarch64": ("aarch64-linux-gnu-", ["-mgeneral-regs-only", "-mstrict-align"], "0x40200000", True),
    "riscv64": ("riscv64-linux-gnu-", ["-march=rv64imac_zicsr", "-mabi=lp64", "-mcmodel=medany"], "0x80200000", True),
}


def build(arch, folder):
    """Path of the bootable guest, built in this folder."""
    prefix, flags, base, flat = TARGET[arch]
    elf = os.path.join(folder, arch + ".elf")
    sources = [os.path.join(HERE, name) for name in (arch + ".S", "guest.c")]
    subprocess.run([prefix + "gcc", "-O2", "-ffreestanding", "-fno-pic", "-no-pie", "-fno-stack-protector", "-nostdlib", "-static", *flags,
                    "-Wl,--build-id=none", "-Wl,-n", "-Wl,--no-warn-rwx-segments", "-Wl,-z,noexecstack", "-Wl,--defsym=BASE=" + base, "-T", os.path.join(HERE, "guest.ld"),
                    *sources, "-o", elf], check=True)
    if not flat:
        return elf
    image = elf[:-4] + ".img"
    subprocess.run([prefix + "objcopy", "-O", "binary", elf, image], check=True)
    return image
