/* timer.c - methods of timer capabilities as functions. Generated from spec/object/timer.yaml. */
#include <timer.h>
#include <syscall_registers.h>

err_t timer_set(cptr_t self, word_t deadline, cptr_t notification)
{
    ABI_REGISTERS(SYS_TIMER_SET, self, 0u, 0u, deadline, notification, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_TIMER_SET);
    return abi_error(r_badge);
}

err_t timer_cancel(cptr_t self)
{
    ABI_REGISTERS(SYS_TIMER_CANCEL, self, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_TIMER_CANCEL);
    return abi_error(r_badge);
}

err_t timer_now(cptr_t self, word_t *ns)
{
    ABI_REGISTERS(SYS_TIMER_NOW, self, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_TIMER_NOW);
    if (abi_error(r_badge) == ERR_NONE) {
        *ns = r_w0;
    }
    return abi_error(r_badge);
}
