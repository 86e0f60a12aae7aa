/* interleave_program.c - what the transactions do. */
#include "interleave.h"

/* r read, w write, d delete, s scan all, c commit, a abort; the digit is a key. Keys 0 and 1 exist at the beginning. */
static const char *const PROGRAM[][TXNS] = {
    {"w0w1r2a.", "r0r1r0c.", "w1r0w2c."}, /* dirty read */
    {"r0r0r0c.", "w0w1r0c.", "r1w0d1c."}, /* non-repeatable read */
    {"s.s.r2c.", "w2r0d1c.", "d0w0s.c."}, /* phantom */
    {"r0w0r1c.", "r0w0w1c.", "r0r1w0c."}, /* lost update */
    {"r0r1w0c.", "r0r1w1c.", "r0w2r1c."}, /* write skew */
    {"s.w0r1c.", "s.w1r0c.", "s.w2s.c."}, /* write skew by scans */
    {"w0w1w2c.", "w1w2w0c.", "w2w0w1c."}, /* deadlocks of three */
};
enum { NAMED = sizeof PROGRAM / sizeof *PROGRAM };

uint64_t programs_named(void) { return NAMED; }

/* program_make - The named ones, then random ones of the seed. */
void program_make(struct world *w, uint64_t n)
{
    static const char KIND[] = "rrrwwwds";
    struct dice d = {w->run->seed * 1000 + n};
    for (int i = 0; i < TXNS; i++) {
        if (n < NAMED) strcpy(w->program[i], PROGRAM[n][i]);
        for (int s = 0; n >= NAMED && s < STEPS; s++) {
            w->program[i][2 * s] = s + 1 < STEPS ? KIND[dice_below(&d, 8)] : dice_below(&d, 8) ? 'c' : 'a';
            w->program[i][2 * s + 1] = w->program[i][2 * s] == 's' || s + 1 == STEPS ? '.' : (char)('0' + dice_below(&d, KEYS));
        }
    }
}
