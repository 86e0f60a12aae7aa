/* boot.h - what the files of this port tell each other while booting. Physical addresses; each init runs once, before kernel_boot. */
#ifndef A64_BOOT_H
#define A64_BOOT_H
#include <stdbool.h>
#include <fdt.h>
#include <abi.h>

/* From head.S: device tree and load address of the kernel image. Returns when kernel_boot has chosen what runs. */
void arch_boot(word_t tree, word_t image);
/* boot_facts.error (TEXT_*), unless there is one already. */
void a64_error_note(word_t text);
/* The console of the tree becomes the boot console; then the other devices. */
void a64_console_find(const struct fdt *f);
void a64_devices_find(const struct fdt *f);
/* Memory holds what the data caches hold of it (and they nothing more), for reading it as device memory. */
void a64_data_sync(word_t address, word_t bytes);
/* What the processor offers is switched on (PAN, E0PD) or withheld from programs (FPU, debug, performance counters unless bench). */
void a64_features(bool bench);
/* The window shows the RAM of boot_facts as normal memory, without write access to the image's text and constants. */
void a64_window_fill(word_t image);
/* The PL011 at base prints. */
void a64_console_init(word_t base);
/* How PSCI is called; without this, power off relies on semihosting. */
enum a64_conduit { A64_CONDUIT_NONE, A64_CONDUIT_HVC, A64_CONDUIT_SMC };
void a64_power_init(enum a64_conduit conduit);
/* GICv3: false when the redistributor of this core is not in its region. timer: private line of the timer. */
bool a64_interrupt_init(word_t distributor, word_t redistributors, word_t redistributor_bytes, word_t timer);
/* Starts the clock at 0; the ticks a second, 0 when the machine does not say. */
word_t a64_time_init(void);
/* The virtual timer does not interrupt any more until it is armed again. */
void a64_timer_silence(void);
#endif
