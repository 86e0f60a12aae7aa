/* print.c - text on the boot console, a byte at a time, by polling: boot messages, start and end marker, the epitaph. */
#include <kernel/print.h>
#include <arch/machine.h>

void print_text(const char *s)
{
    /*@ loop invariant here: 0 <= i <= PRINT_MAX;
        loop invariant text: \exists integer n; text_at((char *)s, n) && i <= n;
        loop assigns i;
        loop variant PRINT_MAX - i; */
    for (word_t i = 0u; s[i] != 0; i++) {
        if (s[i] == '\n') {
            arch_console_put('\r');
        }
        arch_console_put((word_t)(unsigned char)s[i]);
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
