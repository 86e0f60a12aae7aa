/* process.h - processes: memory, address space, threads, authority, and how they end.
 *
 * Idea: everything a process consists of is made in one arena; ending it is releasing the arena.
 * Invariant: number 0 = the entry is free; a process's badge on the init endpoint is its number, with FAULT_BADGE for its
 * threads' faults; numbers are never used again.
 * States: CREATED (may be granted to) -> RUNNING -> ended. */
#ifndef INIT_PROCESS_H
#define INIT_PROCESS_H
#include "image.h"
#include "command.h"
#include "object.h"
#include <elf/elf.h>
#include <proto/process.h>
#include <rt/start.h>
#include <stddef.h>

enum { PROCESSES = 64, THREADS = 4, OBJECTS = 48, NAME_BYTES = 24, LINE_MAX = 512 };
enum { FAULT_BADGE = 0x40000000, THREAD_BADGE = 0x10000000, NUMBER_MASK = 0x0fffffff }; /* badge of a fault: + thread number * THREAD_BADGE */
enum { STACK_GUARD_PAGES = 16, CHILD_OBJECT_SLOT = SLOT_OBJECT, CNODE_SLOTS = SLOT_END };

struct held_object { word_t slot, place, type, child_slot; }; /* slot 0 = none */
struct waiting {
    word_t reply; /* slot of the reply object that holds the caller, 0 = not yet made */
    word_t target; /* number of the process that is waited for, 0 = not waiting */
};
struct process {
    word_t number, parent, restarts;
    int running;
    const struct image_program *program;
    word_t priority;
    char name[NAME_BYTES], line[LINE_MAX];
    struct arena arena;
    word_t cnode, vspace, start_page, stack_base; /* slots; address */
    word_t thread[THREADS], threads;
    word_t next_grant; /* slot in the process's cnode */
    struct elf_plan plan;
    struct start_page start; /* copied into its page when the process starts */
    struct held_object object[OBJECTS];
    struct waiting waiting;
};
extern struct process processes[PROCESSES];
extern word_t init_endpoint;

/* process_find - The process of that number, or 0. */
struct process *process_find(word_t number);
/* process_make - A process for a command line, not running. *status says why there is none; *detail = enum elf_error. */
struct process *process_make(const char *line, word_t parent, word_t priority, word_t *status, word_t *detail);
/* process_begin - Hand over the start page and start the first thread. */
word_t process_begin(struct process *p);
/* process_end - Tell who waits, release everything, and start it again if the image says so. */
void process_end(struct process *p, enum process_end how, word_t status);
/* process_stop - End it without starting it again. */
void process_stop(struct process *p, enum process_end how, word_t status);
/* name_copy - At most size - 1 bytes and a NUL; the rest zero. */
void name_copy(char *to, const char *from, size_t size);
/* process_again - A new process in place of an ended one, with its line, parent and restarts counted; STATUS_*. */
word_t process_again(const char *line, word_t parent, word_t priority, word_t restarts, word_t *number);

/* load_program - Fill an address space with a program. */
word_t load_program(struct process *p, const uint8_t *file, const struct elf_plan *plan);
/* load_page - A zeroed page of the process's own, mapped at an address unless that is 0: its slot, or 0. */
word_t load_page(struct process *p, word_t address, word_t rights, word_t attr);
/* thread_make - One more thread with its fault handler; its slot or 0. Main thread: `buffer` is the slot of its buffer page. */
word_t thread_make(struct process *p, word_t priority, word_t buffer);
/* grant_all - What the image grants. grant_own - Slots 1..4. */
word_t grant_own(struct process *p);
word_t grant_all(struct process *p);
/* grant_copy - A capability of init's into the process's next slot, listed by name: the slot there, or 0. */
word_t grant_copy(struct process *p, const char *name, word_t from, word_t rights, word_t badge, word_t value);
/* grant_setup - Make what outlives processes: endpoints, notifications, rings, the console's devices. */
void grant_setup(void);
/* fault_report - Say in words what a thread did. */
void fault_report(const struct process *p, word_t thread, const word_t *word);
#endif
