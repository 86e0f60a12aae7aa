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
    case 1u: untyped_call(t, method); return;
    case 2u: cnode_call(t, method); return;
    case 3u: thread_call(t, method); return;
    case 4u: reply_call(t, method); return;
    case 5u: vspace_call(t, method); return;
    case 6u: page_table_call(t, method); return;
    case 7u: page_call(t, method); return;
    case 8u: irq_control_call(t, method); return;
    case 9u: irq_call(t, method); return;
    case 10u: timer_call(t, method); return;
    case 11u: port_call(t, method); return;
    case 12u: kernel_call(t, method); return;
    default: method_finish(t, ERR_METHOD); return;
    }
}
