/* boot.c - the order of boot, and what it says. All-zero state satisfies every invariant; from there each step is a kernel operation. */
#include <kernel/boot.h>
#include <kernel/build.h>
#include <kernel/print.h>
#include <kernel/entry.h>
#include <arch/machine.h>

struct boot boot;

/* boot_stop - one sentence, and the end. */
static void boot_stop(const char *sentence)
{
    print_text("tessera: cannot boot: ");
    print_text(sentence);
    print_text("\n--- off 1 ---\n");
    arch_power_off(1u);
}

static void boot_banner(void)
{
    print_text("\n--- tessera ");
    print_text(build_arch);
    print_text(" ---\ntessera ");
    print_text(build_id);
    print_text(build_proved ? ", proved: every kernel function of this build\n" : ", this exact build is not proved (make verify)\n");
}

void kernel_boot(void)
{
    boot_banner();
    if (boot_facts.error != 0) boot_stop(boot_facts.error);

    kernel_gen = 1u;
    boot_frames();
    if (!boot_cnode() || !boot_untypeds()) boot_stop("less than 2 MiB of free memory; give the machine more (tools/run --mem 128M)");
    if (boot_facts.init.count == 0u) boot_stop("the kernel image holds no init; build it with 'make image'");

    boot_init();
    kernel_start();
}
