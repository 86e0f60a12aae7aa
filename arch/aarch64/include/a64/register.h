/* register.h - reading and writing system registers and device registers of this machine, for the C of this port. */
#ifndef A64_REGISTER_H
#define A64_REGISTER_H
#include <abi.h>
#include <a64/layout.h>

/* By architectural name, or by the s<op0>_<op1>_c<n>_c<m>_<op2> form for what the assembler's base architecture does not know. */
#define a64_read(name) __extension__({ word_t a64_value; __asm__ volatile("mrs %0, " #name : "=r"(a64_value) : : "memory"); a64_value; })
#define a64_write(name, value) __asm__ volatile("msr " #name ", %0" : : "r"((word_t)(value)) : "memory")
#define a64_isb() __asm__ volatile("isb" : : : "memory")

/* The field of that many bits from bit at on. */
static inline word_t a64_field(word_t value, unsigned at, unsigned bits) { return value >> at & ((1ul << bits) - 1); }

/* Trusted: a64-device: base is the physical address that the device tree gives for a device, shown by the window as device memory. */
static inline uint32_t a64_device_read(word_t base, word_t offset) { return *(volatile uint32_t *)(A64_WINDOW + base + offset); }
static inline void a64_device_write(word_t base, word_t offset, uint32_t v) { *(volatile uint32_t *)(A64_WINDOW + base + offset) = v; }
static inline word_t a64_device_read64(word_t base, word_t offset) { return *(volatile word_t *)(A64_WINDOW + base + offset); }
static inline void a64_device_write64(word_t base, word_t offset, word_t v) { *(volatile word_t *)(A64_WINDOW + base + offset) = v; }
#endif
