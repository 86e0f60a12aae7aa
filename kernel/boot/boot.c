/* boot.c - the order of boot, and what it says. Nothing is assumed of memory or facts; from the first state on each step keeps kernel_ok. */
#include <kernel/boot.h>
#include <kernel/build.h>
#include <kernel/print.h>
#include <arch/machine.h>
#include <names.h>

enum { BOOT_STATUS = 1 };
struct boot boot;

void boot_stop(word_t sentence)
{
    print_text(TEXT_BOOT_CANNOT);
    print_text(sentence);
    print_text(TEXT_NEWLINE);
    print_text(TEXT_OFF_START);
    print_number(BOOT_STATUS);
    print_text(TEXT_OFF_END);
    arch_power_off(BOOT_STATUS);
}

/*@ assigns \nothing; */
static void boot_print_id(void)
{
    /*@ loop assigns i;
        loop variant BUILD_TEXT - i; */
    for (word_t i = 0u; i < BUILD_TEXT && build_id[i] != 0u; i++) {
        print_byte(build_id[i]);
    }
}

/*@ assigns \nothing; */
static void boot_banner(void)
{
    print_text(TEXT_BOOT_START);
    print_text(name_arch(build_arch));
    print_text(TEXT_BOOT_BUILD);
    boot_print_id();
    print_text(build_proved != 0u ? TEXT_BOOT_PROVED : TEXT_BOOT_UNPROVED);
}

void kernel_boot(void)
{
    boot_banner();
    if (boot_facts.error != 0u) boot_stop(boot_facts.error);

    boot_frames();
    boot_state();
    if (boot_cnode() == 0u) boot_stop(TEXT_BOOT_MEMORY);
    if (boot_untypeds() == 0u) boot_stop(TEXT_BOOT_MEMORY);
    if (boot_facts.init.count == 0u) boot_stop(TEXT_BOOT_NO_INIT);

    boot_init();
    kernel_start();
}
