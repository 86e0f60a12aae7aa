/* dispatch.h - from the number of a method to its wrapper. Generated from spec/object. */
#ifndef DISPATCH_H
#define DISPATCH_H
#include <kernel/message.h>
#include <kernel/lifecycle.h>
{% for _, noun in nouns %}
#include <{{ noun }}.h>
{% endfor %}

/* method_call - system calls 16 and up of the running thread: check, act, answer in its register image. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns {{ methods | map(attribute="m") | map(attribute="changes") | sum(start=["reg_window[0 .. LIMIT_OBJECTS - 1]"]) | unique | join(", ") }};
    ENS_ALL
    ensures unknown: method < 16 || method >= {{ 16 * (nouns | last | first) + 16 }} ==> answered(core_cur, minus(ERR_METHOD)) && core_cur == \old(core_cur);
{%- for v in methods %}

    ensures {{ v.c }}: \let t = \old(core_cur); method == {{ v.SYS }} && tcb_at(t) && ref_window[t] != 0 ==>
      {{ v.c }}_{{ "answer" if v.answers else "checked" }}{Old}(err_of(reg_window[t].at[REG_BADGE]), {{ v.called | replace("[t]", "[core_cur]") }});
{%- endfor %} */
void method_call(word_t method);
#endif
