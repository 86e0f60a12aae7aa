/* dispatch.c - from the number of a method to its object, sixteen numbers each. Generated from spec/object. */
#include <dispatch.h>

void method_finish(word_t t, err_t err)
{
    if (frame_kind[t / 4u] == KIND_TCB && ref_window[t] != 0u) {
        regs_answer(t, err_badge(err));
    }
}

void method_call(word_t method)
{
    word_t t = core_cur;

    switch (method / 16u) {
{% for n, noun in nouns %}
    case {{ n }}u: {{ noun }}_call(t, method); return;
{% endfor %}
    default: method_finish(t, ERR_METHOD); return;
    }
}
