/* irq.c - interrupt lines become signals. A line is masked from the interrupt to the driver's irq.ack, so a driver that never
 * acknowledges loses its own interrupts and nobody else's. Does not know the controller: arch/include/arch/interrupt.h does.
 */
#include <kernel/device.h>
#include <kernel/notification.h>
#include <arch/interrupt.h>

word_t weak_notification(word_t slot, word_t gen)
{
    if (slot == 0u || slot >= LIMIT_SLOTS || frame_kind[slot / 128u] != KIND_CNODE) return 0u;
    if (CAP(slot).gen != gen || CAP(slot).type != CAP_NOTIFICATION || (CAP(slot).rights / RIGHT_WRITE) % 2u == 0u) return 0u;
    return slot;
}

void irq_bind(word_t irq, word_t n)
{
    irq_window[irq].slot = (uint32_t)n;
    irq_window[irq].gen = CAP(n).gen;
    arch_irq_unmask(irq);
}

void irq_ack(word_t irq)
{
    arch_irq_unmask(irq);
}

void irq_fire(word_t irq)
{
    word_t s = weak_notification(irq_window[irq].slot, irq_window[irq].gen);

    if (s != 0u) {
        notification_signal(CAP(s).obj, CAP(s).badge);
    }
}
