/* kernel.c - operations other than messages between processes. */
#include "bench.h"
#include <client/process.h>
#include <cnode.h>
#include <ipc.h>
#include <page.h>
#include <rt/start.h>
#include <thread.h>
#include <vspace.h>

#define SPARE_ADDRESS (STACK_TOP - 0x100000) /* has page tables, shows nothing */
enum { DONE = 77, STACK_BYTES = 4096 };
static cptr_t page, endpoint;
static uint8_t stack[STACK_BYTES] __attribute__((aligned(16)));

static void yield(word_t rounds)
{
    for (word_t i = 0; i < rounds; i++) ipc_yield();
}

static void inspect(word_t rounds)
{
    struct cnode_inspect_answer answer;
    for (word_t i = 0; i < rounds; i++) cnode_inspect(cptr_of(SLOT_CNODE), SLOT_INIT, &answer);
}

static void copy_delete(word_t rounds)
{
    for (word_t i = 0; i < rounds; i++) {
        cnode_copy(cptr_of(SLOT_CNODE), SLOT_OWN + 8, cptr_of(SLOT_INIT), RIGHT_WRITE);
        cnode_delete(cptr_of(SLOT_CNODE), SLOT_OWN + 8);
    }
}

static void map_unmap(word_t rounds)
{
    err_t error = ERR_NONE;
    for (word_t i = 0; i < rounds && error == ERR_NONE; i++) {
        error = vspace_map(cptr_of(SLOT_VSPACE), page, SPARE_ADDRESS, RIGHT_READ | RIGHT_WRITE, 0);
        page_unmap(page);
    }
    if (error != ERR_NONE) failed("map");
}

static void thread_make_drop(word_t rounds)
{
    word_t slot;
    for (word_t i = 0; i < rounds; i++) {
        if (process_object(CAP_THREAD, 0, &slot) != STATUS_OK) failed("thread");
        process_drop(slot);
    }
}

/* The faulting thread: reads the page, says so, and again; its faults go to this process, not to init. */
static void fault_main(word_t unused)
{
    (void)unused;
    for (;;) {
        struct message m = {.label = DONE};
        (void)*(volatile uint8_t *)SPARE_ADDRESS;
        ipc_call(endpoint, &m);
    }
}

/* fault_map_resume - A fault, the page mapped, the thread resumed; it says it is done, the page is unmapped again. */
static void fault_map_resume(word_t rounds)
{
    struct message m = {.label = 0};
    word_t done = 0;
    err_t error = ipc_recv(endpoint, &m);
    while (error == ERR_NONE) {
        if (m.label == DONE) page_unmap(page);
        else if (m.label != FAULT_READ) failed("fault");
        else vspace_map(cptr_of(SLOT_VSPACE), page, SPARE_ADDRESS, RIGHT_READ, 0);
        done += m.label == DONE;
        m = (struct message){.label = 0};
        if (done == rounds) break;
        error = ipc_reply_recv(endpoint, &m);
    }
    ipc_reply(&m);
}

static void fault_thread(void)
{
    word_t slot, thread_slot;
    if (process_object(CAP_ENDPOINT, 0, &slot) != STATUS_OK || process_object(CAP_THREAD, 0, &thread_slot) != STATUS_OK)
        failed("objects for the fault thread");
    endpoint = cptr_of(slot);
    cptr_t thread = cptr_of(thread_slot);
    struct thread_inspect_answer self;
    thread_inspect(cptr_of(SLOT_THREAD), &self);
    err_t error = thread_configure(thread, cptr_of(SLOT_CNODE), cptr_of(SLOT_VSPACE), endpoint, 0, self.priority);
    if (error == ERR_NONE) error = thread_write(thread, (word_t)fault_main, (word_t)(stack + STACK_BYTES), 0, 0);
    if (error == ERR_NONE) error = thread_resume(thread);
    if (error != ERR_NONE) failed("the fault thread does not start");
}

void bench_kernel(void)
{
    word_t slot;
    if (process_object(CAP_PAGE, 0, &slot) != STATUS_OK) failed("no page from init");
    page = cptr_of(slot);
    measure("yield", yield);
    measure("cnode-inspect", inspect);
    measure("cnode-copy-delete", copy_delete);
    measure("page-map-unmap", map_unmap);
    measure("thread-made-dropped-by-init", thread_make_drop);
    fault_thread();
    measure("fault-map-resume-unmap", fault_map_resume);
}
