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
static word_t panicking;

/*@ requires text: \exists integer n; text_at((char *)name, n);
    assigns \nothing; */
static void panic_value(const char *name, word_t v)
{
    print_text("  ");
    print_text(name);
    print_text(" ");
    print_hex(v);
}

static void panic_registers(void)
{
    for (word_t i = 0u; i < name_registers(); i++) {
        panic_value(name_register(i), panic_regs[i]);
        if (i % 4u == 3u) {
            print_text("\n");
        }
    }
    print_text("\n");
}

static void panic_event(word_t number)
{
    word_t i = number % LIMIT_TRACE;

    print_text("  ");
    print_number(trace_ring[i].number);
    print_text(" thread ");
    print_hex(trace_ring[i].thread);
    print_text(" ");
    print_text(trace_ring[i].what == TRACE_CALL ? name_call(trace_ring[i].code) : trace_ring[i].what == TRACE_FAULT ? name_fault(trace_ring[i].code) : "interrupt");
    print_text(" ");
    print_number(trace_ring[i].code);
    print_text(" ");
    print_hex(trace_ring[i].argument);
    print_text("\n");
}

static void panic_events(void)
{
    word_t first = trace_next > PANIC_EVENTS ? trace_next - PANIC_EVENTS : 0u;

    print_text("last events (number, thread, what, code, argument):\n");
    for (word_t n = first; n < trace_next; n++) {
        panic_event(n);
    }
}

void kernel_panic(const char *why, word_t pc, word_t sp, word_t address)
{
    if (panicking == 0u) {
        panicking = 1u;
        print_text("\n*** tessera: kernel panic: ");
        print_text(why);
        print_text("\n");
        panic_value("pc", pc);
        panic_value("sp", sp);
        panic_value("address", address);
        panic_value("thread", core_cur);
        print_text("\n");
        panic_registers();
        panic_events();
        print_text("--- off 254 ---\n");
    }
    arch_power_off(PANIC_STATUS);
}
