/* console.c - the boot console: a PL011 as the firmware left it, polled. Source: Arm PrimeCell UART PL011 TRM, DDI 0183. */
#include <a64/boot.h>
#include <a64/register.h>
#include <arch/machine.h>

enum { PL011_DR = 0x00, PL011_FR = 0x18, PL011_CR = 0x30, FR_TXFF = 0x20, CR_ON = 0x101 };

static word_t console_base;

void a64_console_init(word_t base)
{
    console_base = base;
    a64_device_write(base, PL011_CR, a64_device_read(base, PL011_CR) | CR_ON);
}

void arch_console_put(word_t c)
{
    if (console_base == 0) return;
    while ((a64_device_read(console_base, PL011_FR) & FR_TXFF) != 0) {
    }
    a64_device_write(console_base, PL011_DR, (uint32_t)c & 0xff);
}
