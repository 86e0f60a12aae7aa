/* main.c - an ordinary program tries what it was not granted. Every attempt must be refused, and none may do harm.
 *
 * Status 0: all were refused. */
#include <client/console.h>
#include <client/process.h>
#include <cnode.h>
#include <ipc/message.h>
#include <names.h>
#include <proto/console.h>
#include <rt/start.h>
#include <thread.h>
#include <vspace.h>

enum { SHELL = 4, CONSOLE = 2 };
static int failures;

/* status, error - Note an attempt at a service, at the kernel: `refused` is the only right answer. */
static void status(const char *what, word_t got, word_t refused)
{
    print("trespass: %s: %s\n", what, status_text(got));
    failures += got != refused;
}
static void error(const char *what, err_t got, err_t refused)
{
    print("trespass: %s: %s\n", what, name_error(got));
    failures += got != refused;
}

static void try_init(void)
{
    struct process_list_answer info;
    struct trace_record record;
    word_t number, detail, slot, count = 1;
    char name[24];
    status("end the console", process_kill(CONSOLE), STATUS_DENIED);
    status("start the shell again", process_restart(SHELL, &number), STATUS_DENIED);
    status("give the shell a capability", process_grant(SHELL, "gift", cptr_of(SLOT_INIT)), STATUS_DENIED);
    status("start a program", process_create("hello", 0, &number, &detail), STATUS_DENIED);
    status("list the programs", process_ask_list(cptr_of(SLOT_INIT), 0, &info, name), STATUS_DENIED);
    status("read the trace", process_trace(&record, &count), STATUS_DENIED);
    status("interrupt the foreground", process_interrupt(), STATUS_DENIED);
    status("switch the machine off", process_power(9), STATUS_DENIED);
    status("ask for an untyped", process_object(CAP_UNTYPED, 0, &slot), STATUS_ARGUMENT);
    status("ask for authority over interrupts", process_object(CAP_IRQ_CONTROL, 0, &slot), STATUS_ARGUMENT);
    status("drop what is not its own", process_drop(SLOT_INIT), STATUS_ABSENT);
    status("a thread above its priority", process_thread((void (*)(word_t))0x400000, 0, 0, 255, &slot), STATUS_DENIED);
}

/* try_label - A message that is none of init's methods; a fault's label does not make it a fault. */
static void try_label(word_t label, const char *what)
{
    struct message m = {.label = label, .word = {FAULT_READ, 0x1234, 0x5678}};
    word_t answer = ipc_call(cptr_of(SLOT_INIT), &m) == ERR_NONE ? m.label : STATUS_GONE;
    status(what, answer, STATUS_METHOD);
}

static void try_console(void)
{
    struct message m = {.label = CONSOLE_EVENT};
    err_t sent = ipc_call(start_slot("console"), &m);
    status("pretend to be the console's own thread", sent == ERR_NONE ? m.label : STATUS_GONE, STATUS_DENIED);
    m = (struct message){.label = CONSOLE_WRITE, .word = {~0ul}};
    sent = ipc_call(start_slot("console"), &m);
    status("write more than was sent", sent == ERR_NONE ? m.label : STATUS_GONE, STATUS_ARGUMENT);
    error("receive the console's messages", ipc_recv(start_slot("console"), &m), ERR_RIGHTS);
}

static void try_kernel(void)
{
    word_t slot;
    cptr_t page, own = cptr_of(SLOT_CNODE), space = cptr_of(SLOT_VSPACE);
    if (process_object(CAP_PAGE, 0, &slot) != STATUS_OK) failures++;
    page = cptr_of(slot);
    error("map writable and executable", vspace_map(space, page, 0x500000, RIGHT_READ | RIGHT_WRITE, ATTR_EXECUTE), ERR_WX);
    error("map into the kernel's half", vspace_map(space, page, 0xffff800000000000, RIGHT_READ, 0), ERR_RANGE);
    error("map over its own text", vspace_map(space, page, 0x400000, RIGHT_READ | RIGHT_WRITE, 0), ERR_OCCUPIED);
    error("a right that it has not", cnode_copy(own, SLOT_OWN, cptr_of(SLOT_INIT), RIGHT_ALL), ERR_RIGHTS);
    error("another badge", cnode_mint(own, SLOT_OWN, cptr_of(SLOT_INIT), RIGHT_WRITE, 1), ERR_RIGHTS);
    error("a slot outside its cnode", cnode_copy(own, SLOT_END, cptr_of(SLOT_INIT), RIGHT_WRITE), ERR_SLOT);
    error("more priority", thread_set_priority(cptr_of(SLOT_THREAD), 255), ERR_RIGHTS);
    error("a method of another object", thread_resume(own), ERR_TYPE);
}

int main(void)
{
    try_init();
    try_label(FAULT_READ + 100, "a method that does not exist");
    try_label(0, "no method");
    try_label(~0ul, "the greatest label");
    try_console();
    try_kernel();
    print("trespass: %d attempts were not refused as they must be\n", failures);
    return failures != 0;
}
