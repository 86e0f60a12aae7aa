/* irq_control.c - methods of irq_control capabilities as functions. Generated from spec/object/irq_control.yaml. */
#include <irq_control.h>
#include <syscall_registers.h>

err_t irq_control_get(cptr_t self, word_t irq, word_t dst)
{
    ABI_REGISTERS(SYS_IRQ_CONTROL_GET, self, 0u, 0u, irq, dst, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_IRQ_CONTROL_GET);
    return abi_error(r_badge);
}

err_t irq_control_timer(cptr_t self, word_t number, word_t dst)
{
    ABI_REGISTERS(SYS_IRQ_CONTROL_TIMER, self, 0u, 0u, number, dst, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_IRQ_CONTROL_TIMER);
    return abi_error(r_badge);
}

err_t irq_control_port(cptr_t self, word_t first, word_t last, word_t dst)
{
    ABI_REGISTERS(SYS_IRQ_CONTROL_PORT, self, 0u, 0u, first, last, dst, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_IRQ_CONTROL_PORT);
    return abi_error(r_badge);
}
