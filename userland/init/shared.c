/* shared.c - making it. The interrupt is bound here, to a capability that init keeps: the line survives its driver. */
#include "shared.h"
#include "init.h"
#include "memory.h"
#include "process.h"
#include "space.h"
#include <irq.h>
#include <irq_control.h>
#include <names.h>
#include <untyped.h>

enum { UART_PORTS = 8, INTERRUPT_BIT = 1 };
struct shared shared;

static word_t make(word_t type)
{
    word_t slot = object_make(&system_arena, type, 0);
    if (slot == 0) stop("no memory for what the services share");
    return slot;
}

static word_t empty_slot(void)
{
    word_t slot = slot_take(&system_arena.slots);
    if (slot == 0) stop("no slots for the console's device");
    return slot;
}

static void console_ports(void)
{
    word_t slot = empty_slot(), first = bootinfo()->console_base;
    if (irq_control_port(cptr_of(INIT_IRQ_CONTROL), first, first + UART_PORTS - 1, slot) == ERR_NONE) shared.ports = slot;
    else say("init: the console's ports cannot be had\n");
}

static void console_registers(void)
{
    word_t slot = empty_slot(), frame = bootinfo()->console_base / 4096, untyped = memory_untyped(frame);
    if (untyped != 0 && untyped_retype(cptr_of(untyped), CAP_PAGE, frame * 4, 0, slot) == ERR_NONE) shared.registers = slot;
    else say("init: the console's registers cannot be had\n");
}

static void console_interrupt(void)
{
    word_t slot = empty_slot();
    word_t bound = object_copy(&system_arena.slots, shared.notification[NOTIFICATION_UART], RIGHT_WRITE, INTERRUPT_BIT);
    err_t error = irq_control_get(cptr_of(INIT_IRQ_CONTROL), bootinfo()->console_irq, slot);
    if (error == ERR_NONE) error = irq_bind(cptr_of(slot), cptr_of(bound));
    if (error == ERR_NONE) shared.interrupt = slot;
    else say("init: the console's interrupt cannot be had: %s\n", text_error(error));
}

void grant_setup(void)
{
    for (int i = 0; i < ENDPOINT_COUNT; i++) shared.endpoint[i] = make(CAP_ENDPOINT);
    for (int i = 0; i < NOTIFICATION_COUNT; i++) shared.notification[i] = make(CAP_NOTIFICATION);
    for (int i = 0; i < RING_COUNT; i++) shared.ring[i] = make(CAP_PAGE);
    if (bootinfo()->console_kind == CONSOLE_NONE) return;
    if (bootinfo()->console_kind == CONSOLE_16550_PORT) console_ports();
    else console_registers();
    console_interrupt();
}
