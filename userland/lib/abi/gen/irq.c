/* irq.c - methods of irq capabilities as functions. Generated from spec/object/irq.yaml. */
#include <irq.h>
#include <syscall_registers.h>

err_t irq_bind(cptr_t self, cptr_t notification)
{
    ABI_REGISTERS(SYS_IRQ_BIND, self, 0u, 0u, notification, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_IRQ_BIND);
    return abi_error(r_badge);
}

err_t irq_ack(cptr_t self)
{
    ABI_REGISTERS(SYS_IRQ_ACK, self, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_IRQ_ACK);
    return abi_error(r_badge);
}
