/* names.h - what numbers are called in the spec, for programs that print them; "?" for a number that has no name.
 * Generated from spec/abi and spec/object. */
#ifndef NAMES_H
#define NAMES_H
#include <abi.h>

/* name_call - the name of a system call. */
const char *name_call(word_t number);

/* name_fault - the name of a FAULT_*. */
const char *name_fault(word_t number);

/* name_error - the name of an ERR_*. */
const char *name_error(word_t number);

/* name_cap - the name of a CAP_*. */
const char *name_cap(word_t number);

/* name_state - the name of a TS_*. */
const char *name_state(word_t number);

/* name_kind - the name of a KIND_*. */
const char *name_kind(word_t number);

/* text_error - what an ERR_* means, one sentence without a full stop. */
const char *text_error(word_t number);
#endif
