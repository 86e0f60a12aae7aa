/* process.h - the interface of init, the process server. The badge is the caller's process number and its authority.
 *
 * exit:    word 0 = status. Never answered.
 * create:  word 0 = bytes of the command line, word 1 = priority or 0, the line in the buffer -> word 0 = process. Not running yet.
 *          On STATUS_PROGRAM word 1 = enum elf_error; word 2 = what was missing is in the sentence of the status.
 * grant:   word 0 = process, 1..2 = name (16 bytes), one capability -> word 0 = its slot there. Before start only.
 * start:   word 0 = process.
 * kill:    word 0 = process.                  restart: word 0 = process -> word 0 = new process.
 * wait:    word 0 = process -> word 0 = enum process_end, 1 = status. Answered when it ends.
 * run:     start and wait in one, so that an end cannot come between them.
 * list:    word 0 = position -> see struct process_info; STATUS_ABSENT behind the last.
 * memory:  word 0 = position -> word 0..9 = frames by KIND_*, the owner's name in the buffer; STATUS_ABSENT behind the last.
 * trace:   word 0 = records wanted (at most TRACE_RECORDS) -> word 0 = records in the buffer, each struct trace_record, oldest first.
 * stat:    -> word 0 = free frames by init's count, 1 = by the kernel's, 2 = free slots of init, 3 = processes.
 * power:   word 0 = status. Never answered.
 * object:  word 0 = CAP_*, 1 = size as in untyped.retype -> word 0 = slot in the caller's cnode. From the caller's own memory.
 * drop:    word 0 = slot that `object` answered.
 * thread:  word 0 = pc, 1 = sp, 2 = argument, 3 = priority (0: the caller's; never above it) -> word 0 = slot of the thread.
 * interrupt: end the program that somebody waits for in the foreground; from the console.
 * Authority comes from the image description: see enum process_authority. A parent may always grant to, start, kill and wait
 * for its children. */
#ifndef PROTO_PROCESS_H
#define PROTO_PROCESS_H
#include <abi.h>

enum process_method {
    PROCESS_EXIT = 1, PROCESS_CREATE, PROCESS_GRANT, PROCESS_START, PROCESS_KILL, PROCESS_RESTART, PROCESS_WAIT, PROCESS_LIST,
    PROCESS_MEMORY, PROCESS_TRACE, PROCESS_STAT, PROCESS_POWER, PROCESS_OBJECT, PROCESS_DROP, PROCESS_THREAD, PROCESS_INTERRUPT,
    PROCESS_RUN
};
enum process_authority {
    PROCESS_MAY_CREATE = 1,    /* create programs */
    PROCESS_MAY_CONTROL = 2,   /* kill, restart, wait for anybody's */
    PROCESS_MAY_INSPECT = 4,   /* list, memory, trace, stat */
    PROCESS_MAY_POWER = 8,     /* power off */
    PROCESS_MAY_INTERRUPT = 16 /* interrupt the foreground */
};
enum process_end { PROCESS_EXITED = 0, PROCESS_FAULTED = 1, PROCESS_KILLED = 2 };
struct trace_record { word_t what, code, thread, number, argument; }; /* as kernel.trace */
enum { TRACE_RECORDS = LIMIT_BUFFER_WORDS / 5 };
struct process_info {
    word_t process, parent, thread; /* numbers; thread 0 is the first */
    word_t state, priority;         /* TS_*, 0..255 */
    word_t ticks;                   /* processor time, ns */
    word_t frames;                  /* of memory that belong to the process */
    word_t restarts;
    word_t next;                    /* position for the next call */
    char name[24];
};
#endif
