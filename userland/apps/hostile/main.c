/* main.c - instructions that programs must not have: each is tried by a second thread whose faults come here.
 *
 * Idea: a probe (probe.S, by architecture) is one such instruction, or one trick around a system call, followed by a read of MARK. Whoever
 * reads MARK got past the instruction. Status 0: every forbidden one was refused, every harmless one passed, and the kernel still answers. */
#include <client/console.h>
#include <client/process.h>
#include <ipc.h>
#include <rt/start.h>
#include <thread.h>

enum { STACK_BYTES = 4096, MARK = 0xdead000, STAY = 1 };
enum expected { PASSES, REFUSED, EITHER };

struct probe { const char *name; word_t address, expected; };
extern const struct probe probes[], probes_end[];

static uint8_t stack[STACK_BYTES] __attribute__((aligned(16)));
static cptr_t thread, endpoint;

static err_t thread_setup(void)
{
    word_t slot, thread_slot;
    struct thread_inspect_answer self;
    if (process_object(CAP_ENDPOINT, 0, &slot) != STATUS_OK || process_object(CAP_THREAD, 0, &thread_slot) != STATUS_OK) return ERR_EMPTY;
    endpoint = cptr_of(slot);
    thread = cptr_of(thread_slot);
    err_t error = thread_inspect(cptr_of(SLOT_THREAD), &self);
    if (error != ERR_NONE) return error;
    return thread_configure(thread, cptr_of(SLOT_CNODE), cptr_of(SLOT_VSPACE), endpoint, 0, self.priority);
}

/* probe_run - The fault that ended a probe. The answer leaves its thread stopped, for the next. */
static err_t probe_run(const struct probe *p, struct message *fault)
{
    err_t error = thread_write(thread, p->address, (word_t)(stack + STACK_BYTES), 0, 0);
    if (error == ERR_NONE) error = thread_resume(thread);
    if (error == ERR_NONE) error = ipc_recv(endpoint, fault);
    struct message stay = {.label = STAY};
    return error == ERR_NONE ? ipc_reply(&stay) : error;
}

/* probe_check - 1 if it ended otherwise than it must. */
static word_t probe_check(const struct probe *p)
{
    struct message fault;
    err_t error = probe_run(p, &fault);
    word_t passed = fault.label == FAULT_READ && fault.word[2] == MARK;
    if (error == ERR_NONE && (p->expected == EITHER || passed == (p->expected == PASSES))) return 0;
    print("hostile: %s: %s (error %u, fault %lu at 0x%lx)\n", p->name, passed ? "ALLOWED" : "ENDED OTHERWISE", error, fault.label, fault.word[1]);
    return 1;
}

int main(void)
{
    word_t wrong = 0;
    if (thread_setup() != ERR_NONE) {
        print("hostile: no second thread\n");
        return 1;
    }
    for (const struct probe *p = probes; p < probes_end; p++) wrong += probe_check(p);
    print("hostile: %lu probes, %lu wrong\n", (word_t)(probes_end - probes), wrong);
    return wrong != 0;
}
