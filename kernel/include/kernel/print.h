/* print.h - text on the boot console: boot messages and the epitaph, nothing else. */
#ifndef KERNEL_PRINT_H
#define KERNEL_PRINT_H
#include <state.h>
enum { PRINT_MAX = 4096 };

/*@ predicate text_at{L}(char *s, integer n) = 0 <= n < PRINT_MAX && \valid_read(s + (0 .. n)) && s[n] == 0; */
/* print_text - characters up to the NUL, at most PRINT_MAX. */
/*@ requires text: \exists integer n; text_at(s, n);
    assigns \nothing; */
void print_text(const char *s);
/* print_hex - lower-case hexadecimal, no leading zeros. print_number - decimal. */
/*@ assigns \nothing; */
void print_hex(word_t v);
/*@ assigns \nothing; */
void print_number(word_t v);
#endif
