/* console.c - the boot console: COM1, a 16550, by polling at 115200 8N1. Interrupts and reading belong to the driver of user space.
 * A machine without the port answers all ones: the line then always seems ready and bytes go nowhere. */
#include <arch/machine.h>
#include <x86/instruction.h>
#include <x86/machine.h>

enum { COM1 = 0x3f8, INTERRUPT_ENABLE = 1, FIFO_CONTROL = 2, LINE_CONTROL = 3, MODEM_CONTROL = 4, LINE_STATUS = 5 };
enum { LINE_8N1 = 0x03, LINE_DIVISOR = 0x80, FIFO_CLEAR = 0x07, MODEM_READY = 0x03, STATUS_EMPTY = 0x20, PATIENCE = 100000 };

void x86_console_init(void)
{
    x86_out8(COM1 + INTERRUPT_ENABLE, 0);
    x86_out8(COM1 + LINE_CONTROL, LINE_DIVISOR);
    x86_out8(COM1 + 0, 1);
    x86_out8(COM1 + 1, 0);
    x86_out8(COM1 + LINE_CONTROL, LINE_8N1);
    x86_out8(COM1 + FIFO_CONTROL, FIFO_CLEAR);
    x86_out8(COM1 + MODEM_CONTROL, MODEM_READY);
}

void arch_console_put(word_t c)
{
    uint32_t left = PATIENCE;

    while (left != 0u && !(x86_in8(COM1 + LINE_STATUS) & STATUS_EMPTY)) left--;
    x86_out8(COM1, (uint8_t)c);
}
