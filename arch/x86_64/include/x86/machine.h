/* machine.h - what the x86_64 files need from each other; the generic kernel sees none of it. */
#ifndef X86_MACHINE_H
#define X86_MACHINE_H
#include <text.h>
#include <x86/layout.h>

enum {
    X86_VECTOR_LINE = 0x30,     /* + global system interrupt; 0x20..0x2f are strays of the old controllers */
    X86_LINES = 192,            /* lines that have a vector */
    X86_VECTOR_TIMER = 0xf0,
    X86_VECTOR_SPURIOUS = 0xff,
};

/* Registers at a fatal trap, as x86_trap_fatal stacks them. */
struct x86_frame {
    uint64_t rax, rbx, rcx, rdx, rsi, rdi, rbp, r8, r9, r10, r11, r12, r13, r14, r15;
    uint64_t vector, error, rip, cs, rflags, rsp, ss;
};

extern struct cpu x86_cpu0;
extern uint64_t x86_kernel_root[];

void x86_console_init(void);
/* Answers 0, or the text (TEXT_*) that says which feature is missing. */
word_t x86_cpu_init(void);
void x86_idt_init(void);
/* x86_platform is filled. Answers 0 or a text. */
word_t x86_interrupt_init(void);
word_t x86_time_init(void);
/* Global system interrupt of an ISA line, by the overrides. */
uint32_t x86_isa_line(uint32_t isa);

void x86_lapic_init(void);
/* Local APIC: a register by its byte offset; end of interrupt; a vector to this core; the one-shot timer in its own ticks. */
uint32_t x86_lapic_read(uint32_t offset);
void x86_lapic_write(uint32_t offset, uint32_t v);
void x86_lapic_done(void);
void x86_lapic_self(uint32_t vector);
void x86_lapic_timer(uint32_t ticks);
uint32_t x86_lapic_timer_left(void);

/* I/O APIC lines; line < X86_LINES. */
void x86_ioapic_init(void);
uint32_t x86_line_exists(uint32_t line);
uint32_t x86_line_is_edge(uint32_t line);
void x86_line_enable(uint32_t line, uint32_t on);

/* The timer's vector came: 1 if the armed deadline is reached, else the rest is armed again. */
uint32_t x86_timer_is_due(void);
#endif
