/* mmio.h - device registers through the window. Trusted: window: physical memory below 4 GiB is readable there; what it is not is RAM or a
 * device that the platform attributes as I/O memory, in order. */
#ifndef RISCV_MMIO_H
#define RISCV_MMIO_H
#include <abi.h>
#include <riscv/layout.h>

static inline uint32_t mmio_read32(word_t address) { return *(volatile uint32_t *)(RV_WINDOW + address); }
static inline void mmio_write32(word_t address, uint32_t value) { *(volatile uint32_t *)(RV_WINDOW + address) = value; }
static inline uint8_t mmio_read8(word_t address) { return *(volatile uint8_t *)(RV_WINDOW + address); }
static inline void mmio_write8(word_t address, uint8_t value) { *(volatile uint8_t *)(RV_WINDOW + address) = value; }
#endif
