/* names.h - what numbers are called in the spec; "?" for a number that has no name. Generated from spec/abi and spec/object. */
#ifndef NAMES_H
#define NAMES_H
#include <abi.h>
#include <registers.h>

/* name_call - the name of a system call. */
/*@ assigns \nothing; ensures text: \exists integer n; 0 <= n < 64 && \valid_read(\result + (0 .. n)) && \result[n] == 0; */
const char *name_call(word_t number);

/* name_fault - the name of a FAULT_*. */
/*@ assigns \nothing; ensures text: \exists integer n; 0 <= n < 64 && \valid_read(\result + (0 .. n)) && \result[n] == 0; */
const char *name_fault(word_t number);

/* name_error - the name of an ERR_*. */
/*@ assigns \nothing; ensures text: \exists integer n; 0 <= n < 64 && \valid_read(\result + (0 .. n)) && \result[n] == 0; */
const char *name_error(word_t number);

/* name_register - the name of REG(t, i). */
/*@ assigns \nothing; ensures text: \exists integer n; 0 <= n < 64 && \valid_read(\result + (0 .. n)) && \result[n] == 0; */
const char *name_register(word_t number);
/* name_registers - how many registers the image of a thread has on this machine. */
/*@ assigns \nothing; ensures range: \result <= ARCH_REGS; */
word_t name_registers(void);
#endif
