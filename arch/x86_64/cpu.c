/* cpu.c - one core's protection features, system call registers, task state and interrupt table.
 * Required: FSGSBASE (TLS without a system call), the rest is used where CPUID has it. */
#include <arch/cpu.h>
#include <x86/cpu_offset.h>
#include <x86/instruction.h>
#include <x86/machine.h>

enum { MSR_STAR = 0xc0000081, MSR_LSTAR = 0xc0000082, MSR_SFMASK = 0xc0000084, MSR_FS = 0xc0000100, MSR_GS = 0xc0000101, MSR_KERNEL_GS = 0xc0000102 };
enum { CR4_MCE = 1 << 6, CR4_UMIP = 1 << 11, CR4_FSGSBASE = 1 << 16, CR4_SMEP = 1 << 20, CR4_SMAP = 1 << 21 };
enum { EDX1_MCE = 1 << 7, EBX7_FSGSBASE = 1 << 0, EBX7_SMEP = 1 << 7, EBX7_SMAP = 1 << 20, ECX7_UMIP = 1 << 2 };
enum { FLAGS_CLEARED = 0x257fd5 };   /* at SYSCALL: IF DF TF AC NT IOPL and the arithmetic flags */
enum { GATE_INTERRUPT = 0x8e, GATE_USER = 0x60, IST_STACKS = 3, IST_BYTES = 8192 };
enum { VECTOR_NMI = 2, VECTOR_BREAKPOINT = 3, VECTOR_DOUBLE_FAULT = 8, VECTOR_MACHINE_CHECK = 18, STUB_BYTES = 16 };

struct gate { uint16_t low, selector; uint8_t ist, type; uint16_t middle; uint32_t high, reserved; };
struct __attribute__((packed)) tss { uint32_t reserved0; uint64_t rsp[3]; uint64_t reserved1; uint64_t ist[7]; uint64_t reserved2; uint16_t reserved3, io_map; };
struct __attribute__((packed)) table { uint16_t limit; uint64_t base; };

_Static_assert(__builtin_offsetof(struct cpu, cur) == CPU_CUR && __builtin_offsetof(struct cpu, floor) == CPU_FLOOR, "cpu_offset.h");
_Static_assert(__builtin_offsetof(struct cpu, user_sp) == CPU_USER_SP && __builtin_offsetof(struct cpu, user_pc) == CPU_USER_PC, "cpu_offset.h");
_Static_assert(__builtin_offsetof(struct cpu, op) == CPU_OP && __builtin_offsetof(struct cpu, stack) == CPU_STACK, "cpu_offset.h");
_Static_assert(__builtin_offsetof(struct cpu, idle_root) == CPU_IDLE_ROOT, "cpu_offset.h");

struct cpu x86_cpu0;
static struct gate idt[256];
static struct tss tss;
static uint8_t ist_stack[IST_STACKS][IST_BYTES] __attribute__((aligned(16)));

extern uint64_t x86_gdt[];
extern const char x86_syscall_entry[], x86_trap_stubs[], x86_stack_top[];

static void features_enable(void)
{
    struct x86_cpuid f = x86_cpuid(7);

    x86_cr4_set(CR4_FSGSBASE);
    if (x86_cpuid(1).edx & EDX1_MCE) x86_cr4_set(CR4_MCE);
    if (f.ebx & EBX7_SMEP) x86_cr4_set(CR4_SMEP);
    if (f.ebx & EBX7_SMAP) x86_cr4_set(CR4_SMAP);
    if (f.ecx & ECX7_UMIP) x86_cr4_set(CR4_UMIP);
}

static void syscall_enable(void)
{
    x86_msr_write(MSR_STAR, (uint64_t)0x1b << 48 | (uint64_t)X86_SEG_KERNEL_CODE << 32);
    x86_msr_write(MSR_LSTAR, (uint64_t)x86_syscall_entry);
    x86_msr_write(MSR_SFMASK, FLAGS_CLEARED);
}

word_t x86_cpu_init(void)
{
    x86_cpu0.stack = (uint64_t)x86_stack_top;
    x86_cpu0.idle_root = (uint64_t)x86_kernel_root - X86_KERNEL;
    x86_cpu0.deadline = ~(uint64_t)0;
    x86_msr_write(MSR_GS, (uint64_t)&x86_cpu0);
    x86_msr_write(MSR_KERNEL_GS, 0);
    x86_msr_write(MSR_FS, 0);
    if (x86_cpuid(0).eax < 7u || !(x86_cpuid(7).ebx & EBX7_FSGSBASE)) return TEXT_X86_NO_FSGSBASE;
    features_enable();
    syscall_enable();
    return 0;
}

static void gate_set(uint32_t vector, uint8_t ist, uint8_t flags)
{
    uint64_t at = (uint64_t)x86_trap_stubs + vector * STUB_BYTES;

    idt[vector] = (struct gate){
        .low = (uint16_t)at, .middle = (uint16_t)(at >> 16), .high = (uint32_t)(at >> 32),
        .selector = X86_SEG_KERNEL_CODE, .ist = ist, .type = GATE_INTERRUPT | flags,
    };
}

static void tss_load(void)
{
    uint64_t at = (uint64_t)&tss, limit = sizeof tss - 1u;

    tss.rsp[0] = (uint64_t)x86_stack_top;
    tss.io_map = sizeof tss;
    for (uint32_t i = 0; i < IST_STACKS; i++) tss.ist[i] = (uint64_t)(ist_stack[i] + IST_BYTES);
    x86_gdt[X86_SEG_TSS / 8] = limit | (at & 0xffffff) << 16 | (uint64_t)0x89 << 40 | (at >> 24 & 0xff) << 56;
    x86_gdt[X86_SEG_TSS / 8 + 1] = at >> 32;
    __asm__ volatile("ltr %w0" : : "r"(X86_SEG_TSS));
}

/* Faults that may come with a bad stack or at any instruction get stacks of their own. */
void x86_idt_init(void)
{
    struct table table = { sizeof idt - 1u, (uint64_t)idt };

    for (uint32_t v = 0; v < 256u; v++) gate_set(v, 0, v == VECTOR_BREAKPOINT ? GATE_USER : 0);
    gate_set(VECTOR_NMI, 1, 0);
    gate_set(VECTOR_DOUBLE_FAULT, 2, 0);
    gate_set(VECTOR_MACHINE_CHECK, 3, 0);
    tss_load();
    __asm__ volatile("lidt %0" : : "m"(table));
}
