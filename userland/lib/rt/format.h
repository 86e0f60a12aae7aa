/* format.h - formatted text into a buffer.
 *
 * Idea: a small printf: %s %c %d %u %x %% and %p, with a width, '-' (left), '0' (zeros), and 'l' (64 bits; always for %p).
 * Invariant: never writes outside the buffer and always ends it with a NUL (size > 0).
 * Does not know: where the text goes. */
#ifndef RT_FORMAT_H
#define RT_FORMAT_H
#include <stdarg.h>
#include <stdint.h>

/* format_print - Like snprintf: returns the length the whole text has, which may exceed size - 1. An unknown directive
 * appears in the text as it stands. A null %s prints "(null)". */
uint32_t format_print(char *to, uint32_t size, const char *format, ...) __attribute__((format(printf, 3, 4)));
uint32_t format_print_list(char *to, uint32_t size, const char *format, va_list list);
#endif
