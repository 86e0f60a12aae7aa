/* port.c - this machine has no I/O ports: no capability for one is ever made, so the other two are never called. */
#include <arch/machine.h>

word_t arch_port_exists(void) { return 0; }

word_t arch_port_read(word_t port, word_t bytes)
{
    (void)port;
    (void)bytes;
    return 0;
}

void arch_port_write(word_t port, word_t bytes, word_t value)
{
    (void)port;
    (void)bytes;
    (void)value;
}
