/* panic.c - the epitaph: why, where, registers, who ran, and the last 16 events, with the names of the spec. Then the machine goes off.
 * A panic inside the epitaph ends at once: nothing here may loop.
 */
#include <kernel/panic.h>
#include <kernel/print.h>
#include <kernel/trace.h>
#include <arch/machine.h>
#include <names.h>

enum { PANIC_EVENTS = 16, PANIC_STATUS = 254 };
word_t panic_regs[ARCH_REGS];
word_t panicking;

/*@ assigns \nothing; */
static void panic_value(word_t name, word_t v)
{
    print_text(TEXT_INDENT);
    print_text(name);
    print_text(TEXT_GAP);
    print_hex(v);
}

/*@ assigns \nothing; */
static void panic_registers(void)
{
    /*@ loop invariant range: 0 <= i <= ARCH_REGS;
        loop assigns i;
        loop variant ARCH_REGS - i; */
    for (word_t i = 0u; i < ARCH_REGS && i < name_registers(); i++) {
        panic_value(name_register(i), panic_regs[i]);
        if (i % 4u == 3u) {
            print_text(TEXT_NEWLINE);
        }
    }
    print_text(TEXT_NEWLINE);
}

/* event_name - what happened: a system call or a fault by its name, or an interrupt. */
/*@ requires range: i < LIMIT_TRACE;
    assigns \nothing; */
static word_t event_name(word_t i)
{
    if (trace_ring[i].what == TRACE_CALL) return name_call(trace_ring[i].code);
    if (trace_ring[i].what == TRACE_FAULT) return name_fault(trace_ring[i].code);
    return TEXT_INTERRUPT;
}

/*@ assigns \nothing; */
static void panic_event(word_t number)
{
    word_t i = number % LIMIT_TRACE;

    print_text(TEXT_INDENT);
    print_number(trace_ring[i].number);
    print_text(TEXT_PANIC_OF);
    print_hex(trace_ring[i].thread);
    print_text(TEXT_GAP);
    print_text(event_name(i));
    print_text(TEXT_GAP);
    print_number(trace_ring[i].code);
    print_text(TEXT_GAP);
    print_hex(trace_ring[i].argument);
    print_text(TEXT_NEWLINE);
}

/*@ assigns \nothing; */
static void panic_events(void)
{
    word_t first = trace_next > PANIC_EVENTS ? trace_next - PANIC_EVENTS : 0u;

    print_text(TEXT_PANIC_EVENTS);
    /*@ loop assigns n;
        loop variant trace_next - n; */
    for (word_t n = first; n < trace_next; n++) {
        panic_event(n);
    }
}

/*@ assigns \nothing; */
static void epitaph(word_t why, word_t pc, word_t sp, word_t address)
{
    print_text(TEXT_PANIC);
    print_text(why);
    print_text(TEXT_NEWLINE);
    panic_value(TEXT_PANIC_PC, pc);
    panic_value(TEXT_PANIC_SP, sp);
    panic_value(TEXT_PANIC_ADDRESS, address);
    panic_value(TEXT_PANIC_THREAD, core_cur);
    print_text(TEXT_NEWLINE);
    panic_registers();
    panic_events();
    print_text(TEXT_OFF_START);
    print_number(PANIC_STATUS);
    print_text(TEXT_OFF_END);
}

void kernel_panic(word_t why, word_t pc, word_t sp, word_t address)
{
    if (panicking == 0u) {
        panicking = 1u;
        epitaph(why, pc, sp, address);
    }
    arch_power_off(PANIC_STATUS);
}
