/* print.c - text on the boot console, a byte at a time, by polling: boot messages, start and end marker, the epitaph. */
#include <kernel/print.h>
#include <arch/machine.h>

void print_byte(word_t c)
{
    if (c == '\n') {
        arch_console_put('\r');
    }
    arch_console_put(c);
}

/* Nothing is assumed about the table: every index is compared with its size. */
void print_text(word_t text)
{
    if (text >= TEXTS) return;

    /*@ loop assigns i;
        loop variant TEXT_BYTES - i; */
    for (word_t i = text_start[text]; i < text_start[text + 1u] && i < TEXT_BYTES; i++) {
        print_byte(text_bytes[i]);
    }
}

/*@ requires digit: d < 16;
    assigns \nothing; */
static void print_digit(word_t d)
{
    arch_console_put(d < 10u ? '0' + d : 'a' + d - 10u);
}

/* print_based - digits of v in that base, from the first that is not 0. */
/*@ requires base: (base == 10 && top == 10000000000000000000) || (base == 16 && top == 1152921504606846976);
    assigns \nothing; */
static void print_based(word_t v, word_t base, word_t top)
{
    word_t unit = top;

    /*@ loop invariant some: 1 <= unit;
        loop assigns unit;
        loop variant unit; */
    while (unit >= base && v / unit == 0u) {
        unit = unit / base;
    }
    /*@ loop assigns unit;
        loop variant unit; */
    while (unit > 0u) {
        print_digit((v / unit) % base);
        unit = unit / base;
    }
}

void print_hex(word_t v)
{
    print_based(v, 16u, 1152921504606846976u);
}

void print_number(word_t v)
{
    print_based(v, 10u, 10000000000000000000u);
}
