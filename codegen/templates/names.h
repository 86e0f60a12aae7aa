/* names.h - what numbers are called in the spec, as numbers of texts (text.h); TEXT_UNKNOWN for a number that has no name.
 * Generated from spec/abi and spec/object. */
#ifndef NAMES_H
#define NAMES_H
#include <text.h>
#include <registers.h>
{% for noun, doc, values in tables %}

/* name_{{ noun }} - the name of {{ doc }}. */
/*@ assigns \nothing; ensures text: \result < TEXTS; */
word_t name_{{ noun }}(word_t number);
{% endfor %}

/* name_register - the name of REG(t, i). */
/*@ assigns \nothing; ensures text: \result < TEXTS; */
word_t name_register(word_t number);
/* name_registers - how many registers the image of a thread has on this machine. */
/*@ assigns \nothing; ensures range: \result <= ARCH_REGS; */
word_t name_registers(void);
#endif
