/* port.c - methods of port capabilities as functions. Generated from spec/object/port.yaml. */
#include <port.h>
#include <syscall_registers.h>

err_t port_read(cptr_t self, word_t port, word_t bytes, word_t *value)
{
    ABI_REGISTERS(SYS_PORT_READ, self, 0u, 0u, port, bytes, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_PORT_READ);
    if (abi_error(r_badge) == ERR_NONE) {
        *value = r_w0;
    }
    return abi_error(r_badge);
}

err_t port_write(cptr_t self, word_t port, word_t bytes, word_t value)
{
    ABI_REGISTERS(SYS_PORT_WRITE, self, 0u, 0u, port, bytes, value, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_PORT_WRITE);
    return abi_error(r_badge);
}
