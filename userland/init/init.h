/* init.h - the first process: owner of all memory, process server and fault handler of every other process.
 *
 * Idea: one thread, one endpoint, one message at a time, and no call to any other process: init can never wait for anybody. What
 * cannot be answered at once is kept in a reply object.
 * Reading order: memory, slot, kernel objects (object.h), space, image, process, load, grant, fault, serve.
 * Does not know: what programs do; the file system server (init reads the initrd itself, with the same checked reader). */
#ifndef INIT_INIT_H
#define INIT_INIT_H
#include <bootinfo.h>
#include <cpio/cpio.h>
#include <rt/start.h>
#include <stdint.h>

enum { INIT_CNODE = 1, INIT_THREAD = 2, INIT_VSPACE = 3, INIT_IRQ_CONTROL = 4, INIT_KERNEL = 5 }; /* slots at boot */
#define INIT_SCRATCH 0x48000000ul /* one page, for filling other processes' pages */
#define INIT_LOG 0x48001000ul     /* the log ring */
#define INIT_INITRD 0x50000000ul  /* the initrd, read-only; the same address in whoever is granted it */
enum { INIT_INITRD_PAGES_MAX = 1024 };

static inline const struct bootinfo *bootinfo(void) { return (const struct bootinfo *)BOOTINFO_ADDRESS; }

/* say - A formatted line to the console: through the log ring, or through the kernel before there is a console. Never waits; what
 * does not fit into the ring is dropped, and the next line that fits says how many were. */
void say(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* say_through_ring - From now on, signalling the console; 0: through the kernel again, for there is no console any more. */
void say_through_ring(cptr_t notification);
/* stop - Say why and power off with status 1: for failures at boot only. */
_Noreturn void stop(const char *why);

/* archive_system, archive_root - The programs inside init; the initrd if it is sound, else an empty archive. */
const struct cpio_archive *archive_system(void);
const struct cpio_archive *archive_root(void);
/* archive_setup - Map the initrd and check both archives; says what is wrong. */
void archive_setup(void);
/* archive_page - The slot of page `number` of the initrd, 0 behind its end. */
word_t archive_page(uint64_t number);

/* serve - Answer messages for ever. */
_Noreturn void serve(cptr_t endpoint);
#endif
