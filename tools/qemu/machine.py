"""machine - the QEMU command line of each architecture. Knows no console and no marker; all three machines run under TCG.

Facts used: x86_64 enters an ELF by PVH and ends through isa-debug-exit; aarch64 needs a flat Image (an ELF gets no device tree) and ends
by semihosting; riscv64 starts under QEMU's OpenSBI and ends by the sifive_test device.
"""
import os

ARCHES = ("x86_64", "aarch64", "riscv64")
KERNEL = {"x86_64": "kernel.elf", "aarch64": "kernel.img", "riscv64": "kernel.img"}
OVMF = "/usr/share/ovmf/OVMF.fd"
MACHINE = {
    "x86_64": ["-M", "q35", "-cpu", "max", "-device", "isa-debug-exit,iobase=0xf4,iosize=4"],
    "aarch64": ["-M", "virt,gic-version=3", "-cpu", "cortex-a72", "-semihosting-config", "enable=on,target=native"],
    "riscv64": ["-M", "virt"],
}


def kernel_file(arch, build):
    """The file that this machine boots."""
    return os.path.join(build, KERNEL[arch])


def boot_options(o):
    """-kernel and friends, or the GRUB image."""
    if o.iso:
        return ["-cdrom", os.path.join(o.build, "tessera.iso"), "-boot", "d", *(["-bios", OVMF] if o.uefi else [])]
    options = ["-kernel", o.kernel]
    if o.initrd:
        options += ["-initrd", o.initrd]
    return options + (["-append", o.append] if o.append else [])


def command(o):
    """The whole command line; the console is QEMU's standard input and output."""
    line = ["qemu-system-" + o.arch, *MACHINE[o.arch], "-accel", "tcg", "-m", o.mem, "-smp", str(o.smp), "-no-reboot", "-nodefaults",
            "-display", "none", "-monitor", "none", "-chardev", "stdio,id=console,signal=off", "-serial", "chardev:console"]
    if o.icount:
        line += ["-icount", "shift=0,sleep=off", "-seed", "1"]
    if o.gdb:
        line += ["-gdb", f"tcp::{o.gdb}", "-S"]
    return line + boot_options(o) + o.qemu
