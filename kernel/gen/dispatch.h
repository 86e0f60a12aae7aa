/* dispatch.h - from the number of a method to its wrapper. Generated from spec/object. */
#ifndef DISPATCH_H
#define DISPATCH_H
#include <kernel/message.h>
#include <kernel/lifecycle.h>
#include <untyped.h>
#include <cnode.h>
#include <thread.h>
#include <reply.h>
#include <vspace.h>
#include <page_table.h>
#include <page.h>
#include <irq_control.h>
#include <irq.h>
#include <timer.h>
#include <port.h>
#include <kernel.h>

/* method_finish - t's call ends with err, if t still has a name. */
/*@ requires state: kernel_ok;
    requires object: 0 < t < LIMIT_OBJECTS;
    assigns reg_window[t];
    ensures told: tcb_at(t) && ref_window[t] != 0 && err == ERR_NONE ==> reg_window[t].at[REG_BADGE] == 0; */
void method_finish(word_t t, err_t err);

/* method_call - system calls 16 and up of the running thread: check, act, answer in its register image. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns reg_window[0 .. LIMIT_OBJECTS - 1], CAP_STATE, frame_owner[0 .. LIMIT_FRAMES - 1], CLEAR_STATE, FRAME_STATE, pt_window[0 .. LIMIT_FRAMES - 1], asid_window[0 .. LIMIT_ASIDS - 1], pt_slot[0 .. LIMIT_FRAMES - 1], DELETE_STATE, RQ_STATE, REG_STATE, cn_window[0 .. LIMIT_OBJECTS - 1], prio_window[0 .. LIMIT_OBJECTS - 1], thr_window[0 .. LIMIT_OBJECTS - 1], IPC_STATE, reply_window[0 .. LIMIT_OBJECTS - 1], MAP_STATE, irq_window[0 .. LIMIT_IRQS - 1], timer_window[0 .. LIMIT_TIMERS - 1];
    ENS_ALL */
void method_call(word_t method);
#endif
