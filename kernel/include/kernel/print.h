/* print.h - text on the boot console: boot messages and the epitaph, nothing else. A text is a number (text.h), never a pointer. */
#ifndef KERNEL_PRINT_H
#define KERNEL_PRINT_H
#include <state.h>
#include <text.h>

/* print_byte - one character; a new line begins at the left. */
/*@ assigns \nothing; */
void print_byte(word_t c);
/* print_text - the text of that number; a number that has no text says nothing. */
/*@ assigns \nothing; */
void print_text(word_t text);
/* print_hex - lower-case hexadecimal, no leading zeros. print_number - decimal. */
/*@ assigns \nothing; */
void print_hex(word_t v);
/*@ assigns \nothing; */
void print_number(word_t v);
#endif
