/* booted.h - a kernel with one cnode, one untyped of RAM and one of device memory, made by the kernel's own boot operations.
 * booted_sound() recounts from scratch what the kernel keeps up to date: references, derivation list, frames, dying cnodes. */
#ifndef BOOTED_H
#define BOOTED_H
#include "mock.h"
#include <check.h>
#include <kernel/cnode.h>
#include <kernel/untyped.h>

enum { BOOTED_CNODE = 8, BOOTED_CNODE_FRAMES = 2, BOOTED_RAM = 16, BOOTED_RAM_FRAMES = 900, BOOTED_DEVICE = 1000, BOOTED_DEVICE_FRAMES = 20 };
enum { AT_CNODE = 1, AT_RAM = 2, AT_DEVICE = 3, AT_FREE = 16 };
#define AT(i) (BOOTED_CNODE * 128u + (i))

void booted_make(void);
void booted_sound(void);
/* booted_new - slot i holds a new object of that type at its place (object id), from the RAM untyped. Its object id. */
word_t booted_new(word_t i, word_t type, word_t place, word_t size);
/* booted_delete, booted_revoke - repeat until the answer is not ERR_AGAIN, looking at the invariants after every step. Number of steps. */
word_t booted_delete(word_t i);
word_t booted_revoke(word_t i);
/* booted_main - run the tests of one suite; exit status. */
int booted_main(const char *name, void (*add)(TCase *));
#endif
