/* info.c - the bootinfo page: what init has to work with, as spec/abi/bootinfo.yaml lays it out. */
#include <kernel/boot.h>
#include <kernel/build.h>
#include <arch/memory.h>

#define INFO_WORD(field) (__builtin_offsetof(struct bootinfo, field) / 8u)

/* id_word, line_word - eight bytes of a text, low byte first. */
/*@ requires w < BUILD_TEXT / 8;
    assigns \nothing; */
static word_t id_word(word_t w)
{
    word_t word = 0u;

    /*@ loop invariant range: 0 <= b <= 8;
        loop assigns b, word;
        loop variant b; */
    for (word_t b = 8u; b > 0u; b--) {
        word = word * 256u + build_id[8u * w + b - 1u];
    }
    return word;
}

/*@ requires w < BOOTINFO_TEXT / 8;
    assigns \nothing; */
static word_t line_word(word_t w)
{
    word_t word = 0u;

    /*@ loop invariant range: 0 <= b <= 8;
        loop assigns b, word;
        loop variant b; */
    for (word_t b = 8u; b > 0u; b--) {
        word = word * 256u + (unsigned char)boot_facts.command_line[8u * w + b - 1u];
    }
    return word;
}

/*@ requires page_at(4 * f);
    assigns buf_window[f].at[0 .. 511]; */
static void info_texts(word_t f)
{
    /*@ loop assigns w, buf_window[f].at[0 .. 511];
        loop variant BUILD_TEXT / 8 - w; */
    for (word_t w = 0u; w < BUILD_TEXT / 8u; w++) {
        arch_buffer_set(f, INFO_WORD(build) + w, id_word(w));
    }
    /*@ loop assigns w, buf_window[f].at[0 .. 511];
        loop variant BOOTINFO_TEXT / 8 - w; */
    for (word_t w = 0u; w < BOOTINFO_TEXT / 8u; w++) {
        arch_buffer_set(f, INFO_WORD(command_line) + w, line_word(w));
    }
}

/* info_untyped - row i of the table of untypeds. */
/*@ requires kernel_ok && page_at(4 * f) && i < LIMIT_REGIONS;
    assigns buf_window[f].at[0 .. 511]; */
static void info_untyped(word_t f, word_t i)
{
    word_t s = boot_named(INIT_SLOT_UNTYPED + i, CAP_UNTYPED), w = INFO_WORD(untyped) + 4u * i;

    arch_buffer_set(f, w, INIT_SLOT_UNTYPED + i);
    arch_buffer_set(f, w + 1u, CAP(s).obj);
    arch_buffer_set(f, w + 2u, CAP(s).badge);
    arch_buffer_set(f, w + 3u, frame_kind[CAP(s).obj] == KIND_DEVICE);
}

/* info_console - where the console is and what the machine is. */
/*@ requires page_at(4 * f);
    assigns buf_window[f].at[0 .. 511]; */
static void info_console(word_t f)
{
    arch_buffer_set(f, INFO_WORD(console_kind), boot_facts.console_kind);
    arch_buffer_set(f, INFO_WORD(console_base), boot_facts.console_base);
    arch_buffer_set(f, INFO_WORD(console_irq), boot_facts.console_irq);
    arch_buffer_set(f, INFO_WORD(cores), 1u);
    arch_buffer_set(f, INFO_WORD(machine), boot_facts.machine);
}

/* info_kernel - what the kernel is, and what it left for init. */
/*@ requires page_at(4 * f);
    assigns buf_window[f].at[0 .. 511]; */
static void info_kernel(word_t f)
{
    arch_buffer_set(f, INFO_WORD(magic), BOOTINFO_MAGIC);
    arch_buffer_set(f, INFO_WORD(version), BOOTINFO_VERSION);
    arch_buffer_set(f, INFO_WORD(arch), build_arch);
    arch_buffer_set(f, INFO_WORD(slots), INIT_CNODE_FRAMES * 128u);
    arch_buffer_set(f, INFO_WORD(first_free), boot.free_slot);
    arch_buffer_set(f, INFO_WORD(untypeds), boot.untypeds);
    arch_buffer_set(f, INFO_WORD(initrd_first), boot_facts.initrd_first);
    arch_buffer_set(f, INFO_WORD(initrd_bytes), boot_facts.initrd_bytes);
    arch_buffer_set(f, INFO_WORD(proved), build_proved);
}

void boot_info(void)
{
    word_t s = boot_named(INIT_SLOT_INFO, CAP_PAGE), f = CAP(s).obj / 4u;

    info_kernel(f);
    info_console(f);
    info_texts(f);
    /*@ loop assigns i, buf_window[f].at[0 .. 511];
        loop variant LIMIT_REGIONS - i; */
    for (word_t i = 0u; i < LIMIT_REGIONS && i < boot.untypeds; i++) {
        info_untyped(f, i);
    }
}
