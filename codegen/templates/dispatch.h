/* dispatch.h - from the number of a method to its wrapper. Generated from spec/object. */
#ifndef DISPATCH_H
#define DISPATCH_H
#include <kernel/message.h>
#include <kernel/lifecycle.h>
{% for _, noun in nouns %}
#include <{{ noun }}.h>
{% endfor %}

/* method_finish - t's call ends with err, if t still has a name. */
/*@ requires state: kernel_ok;
    requires object: 0 < t < LIMIT_OBJECTS;
    assigns reg_window[t];
    ensures told: tcb_at(t) && ref_window[t] != 0 && err == ERR_NONE ==> reg_window[t].at[REG_BADGE] == 0; */
void method_finish(word_t t, err_t err);

/* method_call - system calls 16 and up of the running thread: check, act, answer in its register image. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns {{ methods | map(attribute="m") | map(attribute="changes") | sum(start=["reg_window[0 .. LIMIT_OBJECTS - 1]"]) | unique | join(", ") }};
    ENS_ALL */
void method_call(word_t method);
#endif
