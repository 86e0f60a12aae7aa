/* names.h - what numbers are called in the spec, as numbers of texts (text.h); TEXT_UNKNOWN for a number that has no name.
 * Generated from spec/abi and spec/object. */
#ifndef NAMES_H
#define NAMES_H
#include <text.h>
#include <registers.h>

/* name_call - the name of a system call. */
/*@ assigns \nothing; ensures text: \result < TEXTS; */
word_t name_call(word_t number);

/* name_fault - the name of a FAULT_*. */
/*@ assigns \nothing; ensures text: \result < TEXTS; */
word_t name_fault(word_t number);

/* name_arch - the name of an ARCH_*. */
/*@ assigns \nothing; ensures text: \result < TEXTS; */
word_t name_arch(word_t number);

/* name_register - the name of REG(t, i). */
/*@ assigns \nothing; ensures text: \result < TEXTS; */
word_t name_register(word_t number);
/* name_registers - how many registers the image of a thread has on this machine. */
/*@ assigns \nothing; ensures range: \result <= ARCH_REGS; */
word_t name_registers(void);
#endif
