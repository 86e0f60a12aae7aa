/* port.c - riscv64 has no I/O ports: arch_port_exists says so, and nobody may call the others. */
#include <arch/machine.h>

HOOK word_t arch_port_exists(void) { return 0; }

HOOK word_t arch_port_read(word_t port, word_t bytes)
{
    (void)port;
    (void)bytes;
    return 0;
}

HOOK void arch_port_write(word_t port, word_t bytes, word_t value)
{
    (void)port;
    (void)bytes;
    (void)value;
}
