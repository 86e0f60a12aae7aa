/* port.c - I/O ports for drivers in user space: the kernel has checked the capability's range. */
#include <arch/machine.h>
#include <x86/instruction.h>

word_t arch_port_exists(void) { return 1; }

word_t arch_port_read(word_t port, word_t bytes)
{
    if (bytes == 1u) return x86_in8((uint16_t)port);
    if (bytes == 2u) return x86_in16((uint16_t)port);
    return x86_in32((uint16_t)port);
}

void arch_port_write(word_t port, word_t bytes, word_t value)
{
    if (bytes == 1u) x86_out8((uint16_t)port, (uint8_t)value);
    else if (bytes == 2u) x86_out16((uint16_t)port, (uint16_t)value);
    else x86_out32((uint16_t)port, (uint32_t)value);
}
