/* port.c - x86 I/O ports on behalf of the holder of a port range. The generated checks have compared the range; a machine without
 * ports never hands out such a capability.
 */
#include <kernel/control.h>
#include <arch/machine.h>

word_t port_read(word_t port, word_t bytes)
{
    return arch_port_read(port, bytes);
}

void port_write(word_t port, word_t bytes, word_t value)
{
    arch_port_write(port, bytes, value);
}
