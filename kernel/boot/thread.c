/* thread.c - the first thread: it gets what it uses as copies in its own slots, as every other thread does, and may run. */
#include <kernel/boot.h>
#include <kernel/thread.h>

/* thread_source - init's slot i, from which a capability of that type can be copied. */
/*@ requires kernel_ok;
    assigns \nothing;
    ensures source: derivable(\result) && cap_window[\result].type == type && \result != 0; */
static word_t thread_source(word_t i, word_t type)
{
    word_t s = boot_named(i, type);

    if (derive_check(s) != ERR_NONE) boot_stop(TEXT_BOOT_SLOT);
    return s;
}

/* buffer_source - the same for the message buffer: memory, not a device. */
/*@ requires kernel_ok;
    assigns \nothing;
    ensures source: derivable(\result) && cap_window[\result].type == CAP_PAGE && \result != 0 && buffer_ok(\result); */
static word_t buffer_source(void)
{
    word_t s = thread_source(INIT_SLOT_BUFFER, CAP_PAGE);

    if (frame_kind[CAP(s).obj / 4u] != KIND_USER) boot_stop(TEXT_BOOT_SLOT);
    return s;
}

/* thread_own - the thread's own slot for what is empty. */
/*@ requires tcb_at(t) && TCB_CSPACE <= what <= TCB_BUFFER;
    assigns \nothing;
    ensures empty: cap_window[32 * t + what].type == CAP_NULL; */
static void thread_own(word_t t, word_t what)
{
    if (CAP(thread_slot(t, what)).type != CAP_NULL) boot_stop(TEXT_BOOT_SLOT);
}

/* thread_fresh - init's thread, which has nothing yet. */
/*@ requires kernel_ok;
    assigns \nothing;
    ensures thread: thread_cap(\result);
    ensures cspace: cap_window[32 * cap_window[\result].obj + TCB_CSPACE].type == CAP_NULL;
    ensures vspace: cap_window[32 * cap_window[\result].obj + TCB_VSPACE].type == CAP_NULL;
    ensures buffer: cap_window[32 * cap_window[\result].obj + TCB_BUFFER].type == CAP_NULL; */
static word_t thread_fresh(void)
{
    word_t s = boot_named(INIT_SLOT_THREAD, CAP_THREAD);

    thread_own(CAP(s).obj, TCB_CSPACE);
    thread_own(CAP(s).obj, TCB_VSPACE);
    thread_own(CAP(s).obj, TCB_BUFFER);
    return s;
}

/*@ requires kernel_ok;
    assigns RQ_STATE, REG_STATE, CAP_STATE, cn_window[0 .. LIMIT_OBJECTS - 1];
    ENS_ALL */
static void thread_give(void)
{
    word_t s = thread_fresh();
    word_t cspace = thread_source(INIT_SLOT_CNODE, CAP_CNODE), vspace = thread_source(INIT_SLOT_VSPACE, CAP_VSPACE);

    thread_configure(s, cspace, vspace, 0u, buffer_source(), INIT_PRIORITY);
}

/* thread_stopped - init's thread, which does not run yet and has an address space to run in. */
/*@ requires kernel_ok;
    assigns \nothing;
    ensures thread: thread_cap(\result) && sched_window[cap_window[\result].obj].state == TS_INACTIVE;
    ensures space: cap_window[32 * cap_window[\result].obj + TCB_VSPACE].type == CAP_VSPACE; */
static word_t thread_stopped(void)
{
    word_t s = boot_named(INIT_SLOT_THREAD, CAP_THREAD), t = CAP(s).obj;

    if (SCHED(t).state != TS_INACTIVE || CAP(thread_slot(t, TCB_VSPACE)).type != CAP_VSPACE) boot_stop(TEXT_BOOT_SLOT);
    return s;
}

void boot_thread(word_t entry)
{
    thread_give();

    word_t s = thread_stopped();
    thread_write(s, entry, INIT_STACK_TOP, INIT_INFO, 0u);
    thread_resume(s);
}
