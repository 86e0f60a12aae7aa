/* power.c - the end of the machine: semihosting if somebody listens (it carries a status), else PSCI SYSTEM_OFF.
 * Source: Arm semihosting specification (SYS_EXIT), Arm PSCI DEN 0022. */
#include <a64/boot.h>
#include <arch/machine.h>

enum { SEMIHOST_EXIT = 0x18, SEMIHOST_APPLICATION_EXIT = 0x20026 };
#define PSCI_SYSTEM_OFF 0x84000008u

word_t a64_semihost(word_t operation, word_t *block);
word_t a64_psci_hvc(word_t function, word_t a, word_t b, word_t c);
word_t a64_psci_smc(word_t function, word_t a, word_t b, word_t c);

static enum a64_conduit psci;

void a64_power_init(enum a64_conduit conduit) { psci = conduit; }

void arch_power_off(word_t status)
{
    word_t block[2] = { SEMIHOST_APPLICATION_EXIT, status };

    a64_semihost(SEMIHOST_EXIT, block);
    if (psci == A64_CONDUIT_HVC) a64_psci_hvc(PSCI_SYSTEM_OFF, 0, 0, 0);
    if (psci == A64_CONDUIT_SMC) a64_psci_smc(PSCI_SYSTEM_OFF, 0, 0, 0);
    for (;;) __asm__ volatile("wfi");
}
