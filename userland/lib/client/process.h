/* process.h - talking to init. Every function answers STATUS_*; docs/reference/service-process.md says what it means. */
#ifndef CLIENT_PROCESS_H
#define CLIENT_PROCESS_H
#include <proto/process.h>
#include <proto/status.h>

_Noreturn void process_exit(word_t status);
/* process_create - A program that does not run yet. `detail`: enum elf_error on STATUS_PROGRAM; may be 0. */
word_t process_create(const char *line, word_t priority, word_t *process, word_t *detail);
word_t process_grant(word_t process, const char *name, cptr_t cap);
word_t process_start(word_t process);
word_t process_kill(word_t process);
word_t process_restart(word_t process, word_t *now);
/* process_wait - Until it ends: *end is PROCESS_EXITED (with *status), PROCESS_FAULTED or PROCESS_KILLED. */
word_t process_wait(word_t process, word_t *end, word_t *status);
/* process_run - process_start and process_wait in one. */
word_t process_run(word_t process, word_t *end, word_t *status);
word_t process_list(word_t position, struct process_list_answer *thread, char name[24]);
/* process_memory - Frames by kind of one owner. */
word_t process_memory(word_t position, word_t by_kind[10], char name[24]);
/* process_trace - The last entries into the kernel, oldest first; *count: how many are wanted, then how many there are. */
word_t process_trace(struct trace_record *record, word_t *count);
/* process_stat - Free frames counted by init and by the kernel, free slots of init, processes. */
word_t process_stat(word_t *free, word_t *kernel_free, word_t *slots, word_t *processes);
word_t process_power(word_t status);
/* process_object - A new kernel object from one's own memory: *slot in one's own cnode. */
word_t process_object(word_t type, word_t size, word_t *slot);
word_t process_drop(word_t slot);
word_t process_thread(void (*entry)(word_t), void *stack_top, word_t argument, word_t priority, word_t *slot);
word_t process_interrupt(void);
#endif
