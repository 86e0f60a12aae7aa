/* machine.h - console of boot and panic, power, I/O ports, bits. */
#ifndef ARCH_MACHINE_H
#define ARCH_MACHINE_H
#include <arch/hook.h>

/* One byte to the boot console, polling. Used by boot, panic and kernel.put of debug builds only. */
/*@ assigns \nothing; */
HOOK void arch_console_put(word_t c);
/* End of the machine with that status (0..255) as QEMU's exit status, where the machine can tell one; does not return. */
/*@ assigns \nothing; ensures never: \false; */
HOOK void arch_power_off(word_t status);
/* Ghost machine state: what was written last, to which port. */
extern word_t hw_port, hw_port_bytes, hw_port_value;
#define PORT_HW hw_port, hw_port_bytes, hw_port_value
/* I/O ports: x86 only; elsewhere arch_port_exists answers 0 and the others are never called. bytes is 1, 2 or 4. */
/*@ axiomatic Ports { predicate has_ports; } */
/*@ assigns \nothing; ensures bool: \result <= 1; ensures always: \result == 1 <==> has_ports; */
HOOK word_t arch_port_exists(void);
/*@ requires bytes: bytes == 1 || bytes == 2 || bytes == 4; requires port: port < 65536; assigns \nothing; */
HOOK word_t arch_port_read(word_t port, word_t bytes);
/*@ requires bytes: bytes == 1 || bytes == 2 || bytes == 4; requires port: port < 65536; assigns PORT_HW;
    ensures out: hw_port == port && hw_port_bytes == bytes && hw_port_value == value; */
HOOK void arch_port_write(word_t port, word_t bytes, word_t value);
/* Number of the highest set bit. */
/*@ requires some: w != 0; assigns \nothing; ensures bit: \result < 64; ensures set: (w & (1 << \result)) != 0;
    ensures top: \forall integer k; \result < k < 64 ==> (w & (1 << k)) == 0; */
HOOK_INLINE word_t arch_highest_bit(word_t w);
#endif
