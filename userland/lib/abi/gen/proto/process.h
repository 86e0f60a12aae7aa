/* process.h - Init, the process server. The badge is the caller's process number and its authority; a parent may always grant to, start, kill and wait for its children. Generated from spec/idl/process.yaml.
 * A client calls process_ask_*; a server fills struct process_server and hands every message to process_serve. Bytes travel in the
 * message buffer (ipc/message.h), at most MESSAGE_BYTES. Every function answers STATUS_*:
 * STATUS_GONE if the server ended before it answered, STATUS_DENIED if `server` is no endpoint that may be called. */
#ifndef PROTO_PROCESS_H
#define PROTO_PROCESS_H
#include <ipc/message.h>
#include <proto/status.h>

enum process_method {
    PROCESS_EXIT = 1,
    PROCESS_CREATE = 2,
    PROCESS_GRANT = 3,
    PROCESS_START = 4,
    PROCESS_KILL = 5,
    PROCESS_RESTART = 6,
    PROCESS_WAIT = 7,
    PROCESS_LIST = 8,
    PROCESS_MEMORY = 9,
    PROCESS_TRACE = 10,
    PROCESS_STAT = 11,
    PROCESS_POWER = 12,
    PROCESS_OBJECT = 13,
    PROCESS_DROP = 14,
    PROCESS_THREAD = 15,
    PROCESS_RUN = 17,
    PROCESS_INTERRUPT = 16,
};
/* what the image description lets a program do (bits) */
enum process_authority {
    PROCESS_MAY_CREATE = 1, /* create programs */
    PROCESS_MAY_CONTROL = 2, /* kill, restart, wait for anybody's */
    PROCESS_MAY_INSPECT = 4, /* list, memory, trace, stat */
    PROCESS_MAY_POWER = 8, /* power off */
    PROCESS_MAY_INTERRUPT = 16, /* interrupt the foreground */
};
/* how a process ended */
enum process_end {
    PROCESS_EXITED = 0, /* by itself */
    PROCESS_FAULTED = 1, /* by a fault */
    PROCESS_KILLED = 2, /* by somebody */
};
struct trace_record {
    word_t what; /* what entered the kernel */
    word_t code; /* system call, FAULT_* or line */
    word_t thread; /* thread that ran */
    word_t number; /* counts all entries */
    word_t argument; /* handle or address */
};
enum { TRACE_RECORDS = LIMIT_BUFFER_WORDS / 5 }; /* so many fit into a buffer */

/* exit - End of the caller; never answered. */
word_t process_ask_exit(cptr_t server, word_t status);

/* create - A program that does not run yet. */
word_t process_ask_create(cptr_t server, const void *line, word_t line_bytes, word_t priority, word_t *process, word_t *detail);
void process_answer_create(struct message *reply, word_t process, word_t detail);

/* grant - Give a capability to a process before it starts. */
word_t process_ask_grant(cptr_t server, word_t process, const char *name, cptr_t cap, word_t *slot);
void process_answer_grant(struct message *reply, word_t slot);

/* start - Let it run. */
word_t process_ask_start(cptr_t server, word_t process);

/* kill - End it. */
word_t process_ask_kill(cptr_t server, word_t process);

/* restart - End it and begin it again. */
word_t process_ask_restart(cptr_t server, word_t process, word_t *now);
void process_answer_restart(struct message *reply, word_t now);

/* wait - Answered when it ends. */
word_t process_ask_wait(cptr_t server, word_t process, word_t *end, word_t *status);
void process_answer_wait(struct message *reply, word_t end, word_t status);

/* list - One thread of one process; STATUS_ABSENT behind the last. */
struct process_list_answer {
    word_t process; /* its number */
    word_t parent; /* its parent */
    word_t thread; /* 0 is the first */
    word_t state; /* TS_* */
    word_t priority; /* 0..255 */
    word_t ticks; /* time it ran */
    word_t frames; /* memory that belongs to it */
    word_t restarts; /* times it was begun again */
    word_t next; /* position for the next call */
};
word_t process_ask_list(cptr_t server, word_t position, struct process_list_answer *out, char name[24]);
void process_answer_list(struct message *reply, word_t process, word_t parent, word_t thread, word_t state, word_t priority, word_t ticks, word_t frames, word_t restarts, word_t next, const char *name);

/* memory - Frames by kind of one owner; STATUS_ABSENT behind the last. */
word_t process_ask_memory(cptr_t server, word_t position, word_t kinds[10], char name[24]);
void process_answer_memory(struct message *reply, const word_t kinds[10], const char *name);

/* trace - The last entries into the kernel, oldest first, as trace_record in the buffer. */
word_t process_ask_trace(cptr_t server, word_t wanted, struct trace_record *entries, word_t entries_room, word_t *entries_count);
void process_answer_trace(struct message *reply, const struct trace_record *entries, word_t entries_count);

/* stat - Counts. */
word_t process_ask_stat(cptr_t server, word_t *free, word_t *kernel_free, word_t *slots, word_t *processes);
void process_answer_stat(struct message *reply, word_t free, word_t kernel_free, word_t slots, word_t processes);

/* power - End of the machine; never answered. */
word_t process_ask_power(cptr_t server, word_t status);

/* object - A kernel object from the caller's own memory. */
word_t process_ask_object(cptr_t server, word_t type, word_t size, word_t *slot);
void process_answer_object(struct message *reply, word_t slot);

/* drop - Give back what object answered. */
word_t process_ask_drop(cptr_t server, word_t slot);

/* thread - A thread of the caller's own. */
word_t process_ask_thread(cptr_t server, word_t pc, word_t sp, word_t argument, word_t priority, word_t *slot);
void process_answer_thread(struct message *reply, word_t slot);

/* run - start and wait in one, so that an end cannot come between them. */
word_t process_ask_run(cptr_t server, word_t process, word_t *end, word_t *status);
void process_answer_run(struct message *reply, word_t end, word_t status);

/* interrupt - End the program that somebody waits for in the foreground; from the console. */
word_t process_ask_interrupt(cptr_t server);

/* What a server does with each message; a function left 0 is answered STATUS_METHOD. The reply is empty when it is called. A capability that
 * came along lies where the server's own buffer said. */
struct process_server {
    word_t (*exit)(void *state, word_t badge, word_t status, struct message *reply);
    word_t (*create)(void *state, word_t badge, const uint8_t *line, word_t line_bytes, word_t priority, struct message *reply);
    word_t (*grant)(void *state, word_t badge, word_t process, const char name[16], struct message *reply);
    word_t (*start)(void *state, word_t badge, word_t process, struct message *reply);
    word_t (*kill)(void *state, word_t badge, word_t process, struct message *reply);
    word_t (*restart)(void *state, word_t badge, word_t process, struct message *reply);
    word_t (*wait)(void *state, word_t badge, word_t process, struct message *reply);
    word_t (*list)(void *state, word_t badge, word_t position, struct message *reply);
    word_t (*memory)(void *state, word_t badge, word_t position, struct message *reply);
    word_t (*trace)(void *state, word_t badge, word_t wanted, struct message *reply);
    word_t (*stat)(void *state, word_t badge, struct message *reply);
    word_t (*power)(void *state, word_t badge, word_t status, struct message *reply);
    word_t (*object)(void *state, word_t badge, word_t type, word_t size, struct message *reply);
    word_t (*drop)(void *state, word_t badge, word_t slot, struct message *reply);
    word_t (*thread)(void *state, word_t badge, word_t pc, word_t sp, word_t argument, word_t priority, struct message *reply);
    word_t (*run)(void *state, word_t badge, word_t process, struct message *reply);
    word_t (*interrupt)(void *state, word_t badge, struct message *reply);
};
/* process_serve - decode and check one message, let the server act, answer its status. */
word_t process_serve(const struct process_server *server, void *state, const struct message *m, struct message *reply);
#endif
