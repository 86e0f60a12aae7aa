/* feature.c - optional parts of the processor: protection that exists is used, what programs could observe others by is off.
 * Invariant: the FPU traps at EL0 and EL1 (a program's use is a fault; the kernel has none). Source: Arm ARM DDI 0487, D19.2. */
#include <a64/boot.h>
#include <a64/register.h>

enum { PMU_NONE = 0, PMU_OTHER = 15, PMCR_START = 0x45, PMU_CYCLES = 0x80000000u, COUNTER_VIRTUAL = 2, E0PD1 = 56 };

/* Kernel addresses of the lower half fault even by mistake: on exception entry PAN becomes 1, and now it is made so. */
static void pan_enable(void)
{
    if (a64_field(a64_read(id_aa64mmfr1_el1), 20, 4) == 0) return;
    a64_write(sctlr_el1, a64_read(sctlr_el1) & ~(word_t)A64_SCTLR_SPAN);
    __asm__ volatile(".inst 0xd500419f\n\tisb" : : : "memory");    /* msr pan, #1 */
}

/* A program's probe of the upper half faults in constant time. */
static void e0pd_enable(void)
{
    if (a64_field(a64_read(s3_0_c0_c7_2), 60, 4) == 0) return;     /* ID_AA64MMFR2_EL1.E0PD */
    a64_write(tcr_el1, a64_read(tcr_el1) | 1ul << E0PD1);
    a64_isb();
}

static void counters_set(bool bench)
{
    word_t version = a64_field(a64_read(id_aa64dfr0_el1), 8, 4);

    if (version == PMU_NONE || version == PMU_OTHER) return;
    a64_write(pmuserenr_el0, bench);
    if (!bench) return;
    a64_write(pmcr_el0, PMCR_START);
    a64_write(pmccfiltr_el0, 0);
    a64_write(pmcntenset_el0, PMU_CYCLES);
    a64_isb();
}

void a64_features(bool bench)
{
    pan_enable();
    e0pd_enable();
    a64_write(cpacr_el1, 0);
    a64_write(mdscr_el1, 0);
    a64_write(cntkctl_el1, COUNTER_VIRTUAL);   /* programs may read the virtual count: a clock without a system call */
    a64_write(tpidrro_el0, 0);
    counters_set(bench);
    a64_isb();
}
