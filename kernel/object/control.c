/* control.c - what the holder of the kernel capability may look at. Looking changes nothing; every answer is bounded work. */
#include <kernel/control.h>
#include <kernel/print.h>
#include <arch/machine.h>

/*@ requires f < LIMIT_FRAMES;
    assigns \nothing;
    ensures bool: \result <= 1;
    ensures is: \result == frame_is(f, kind, owner); */
static word_t frame_matches(word_t f, word_t kind, word_t owner)
{
    return frame_kind[f] == kind && (owner == 0u || frame_owner[f] == owner);
}

word_t control_count(word_t first, word_t kind, word_t owner)
{
    word_t n = 0u;

    /*@ loop invariant range: 0 <= i <= CONTROL_CHUNK;
        loop invariant count: n <= i;
        loop invariant exact: n == frames_like(first, kind, owner, i);
        loop assigns i, n;
        loop variant CONTROL_CHUNK - i; */
    for (word_t i = 0u; i < CONTROL_CHUNK; i++) {
        if (first < LIMIT_FRAMES && i < LIMIT_FRAMES - first) {
            n = n + frame_matches(first + i, kind, owner);
        }
    }
    return n;
}

void control_power_off(word_t status)
{
    print_text(TEXT_NEWLINE);
    print_text(TEXT_OFF_START);
    print_number(status);
    print_text(TEXT_OFF_END);
    arch_power_off(status);
}
