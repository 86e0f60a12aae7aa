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

/* method_call - system calls 16 and up of the running thread: check, act, answer in its register image. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns reg_window[0 .. LIMIT_OBJECTS - 1], CAP_STATE, frame_owner[0 .. LIMIT_FRAMES - 1], CLEAR_STATE, FRAME_STATE, pt_window[0 .. LIMIT_FRAMES - 1], asid_window[0 .. LIMIT_ASIDS - 1], pt_slot[0 .. LIMIT_FRAMES - 1], DELETE_STATE, RQ_STATE, REG_STATE, cn_window[0 .. LIMIT_OBJECTS - 1], prio_window[0 .. LIMIT_OBJECTS - 1], thr_window[0 .. LIMIT_OBJECTS - 1], IPC_STATE, reply_window[0 .. LIMIT_OBJECTS - 1], MAP_STATE, irq_window[0 .. LIMIT_IRQS - 1], hw_masked[0 .. LIMIT_IRQS - 1], timer_window[0 .. LIMIT_TIMERS - 1], hw_timer, hw_time, PORT_HW;
    ENS_ALL
    ensures unknown: method < 16 || method >= 208 ==> answered(core_cur, minus(ERR_METHOD)) && core_cur == \old(core_cur);
    ensures untyped_split: \let t = \old(core_cur); method == SYS_UNTYPED_SPLIT && tcb_at(t) && ref_window[t] != 0 ==>
      untyped_split_answer{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_WORD + 0]), \old(reg_window[core_cur].at[REG_WORD + 1]), \old(reg_window[core_cur].at[REG_WORD + 2]));
    ensures untyped_retype: \let t = \old(core_cur); method == SYS_UNTYPED_RETYPE && tcb_at(t) && ref_window[t] != 0 ==>
      untyped_retype_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_WORD + 0]), \old(reg_window[core_cur].at[REG_WORD + 1]), \old(reg_window[core_cur].at[REG_WORD + 2]), \old(reg_window[core_cur].at[REG_WORD + 3]));
    ensures untyped_inspect: \let t = \old(core_cur); method == SYS_UNTYPED_INSPECT && tcb_at(t) && ref_window[t] != 0 ==>
      untyped_inspect_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]));
    ensures cnode_copy: \let t = \old(core_cur); method == SYS_CNODE_COPY && tcb_at(t) && ref_window[t] != 0 ==>
      cnode_copy_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_WORD + 0]), \old(reg_window[core_cur].at[REG_WORD + 1]), \old(reg_window[core_cur].at[REG_WORD + 2]));
    ensures cnode_mint: \let t = \old(core_cur); method == SYS_CNODE_MINT && tcb_at(t) && ref_window[t] != 0 ==>
      cnode_mint_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_WORD + 0]), \old(reg_window[core_cur].at[REG_WORD + 1]), \old(reg_window[core_cur].at[REG_WORD + 2]), \old(reg_window[core_cur].at[REG_WORD + 3]));
    ensures cnode_move: \let t = \old(core_cur); method == SYS_CNODE_MOVE && tcb_at(t) && ref_window[t] != 0 ==>
      cnode_move_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_WORD + 0]), \old(reg_window[core_cur].at[REG_WORD + 1]));
    ensures cnode_delete: \let t = \old(core_cur); method == SYS_CNODE_DELETE && tcb_at(t) && ref_window[t] != 0 ==>
      cnode_delete_answer{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_WORD + 0]));
    ensures cnode_revoke: \let t = \old(core_cur); method == SYS_CNODE_REVOKE && tcb_at(t) && ref_window[t] != 0 ==>
      cnode_revoke_answer{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_WORD + 0]));
    ensures cnode_inspect: \let t = \old(core_cur); method == SYS_CNODE_INSPECT && tcb_at(t) && ref_window[t] != 0 ==>
      cnode_inspect_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_WORD + 0]));
    ensures thread_configure: \let t = \old(core_cur); method == SYS_THREAD_CONFIGURE && tcb_at(t) && ref_window[t] != 0 ==>
      thread_configure_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_WORD + 0]), \old(reg_window[core_cur].at[REG_WORD + 1]), \old(reg_window[core_cur].at[REG_WORD + 2]), \old(reg_window[core_cur].at[REG_WORD + 3]), \old(reg_window[core_cur].at[REG_WORD + 4]));
    ensures thread_set_priority: \let t = \old(core_cur); method == SYS_THREAD_SET_PRIORITY && tcb_at(t) && ref_window[t] != 0 ==>
      thread_set_priority_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_WORD + 0]));
    ensures thread_write: \let t = \old(core_cur); method == SYS_THREAD_WRITE && tcb_at(t) && ref_window[t] != 0 ==>
      thread_write_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_WORD + 0]), \old(reg_window[core_cur].at[REG_WORD + 3]));
    ensures thread_resume: \let t = \old(core_cur); method == SYS_THREAD_RESUME && tcb_at(t) && ref_window[t] != 0 ==>
      thread_resume_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]));
    ensures thread_suspend: \let t = \old(core_cur); method == SYS_THREAD_SUSPEND && tcb_at(t) && ref_window[t] != 0 ==>
      thread_suspend_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]));
    ensures thread_inspect: \let t = \old(core_cur); method == SYS_THREAD_INSPECT && tcb_at(t) && ref_window[t] != 0 ==>
      thread_inspect_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]));
    ensures thread_set_flags: \let t = \old(core_cur); method == SYS_THREAD_SET_FLAGS && tcb_at(t) && ref_window[t] != 0 ==>
      thread_set_flags_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_WORD + 0]));
    ensures thread_read: \let t = \old(core_cur); method == SYS_THREAD_READ && tcb_at(t) && ref_window[t] != 0 ==>
      thread_read_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_WORD + 0]));
    ensures reply_save: \let t = \old(core_cur); method == SYS_REPLY_SAVE && tcb_at(t) && ref_window[t] != 0 ==>
      reply_save_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]));
    ensures reply_send: \let t = \old(core_cur); method == SYS_REPLY_SEND && tcb_at(t) && ref_window[t] != 0 ==>
      reply_send_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]));
    ensures vspace_map: \let t = \old(core_cur); method == SYS_VSPACE_MAP && tcb_at(t) && ref_window[t] != 0 ==>
      vspace_map_answer{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_WORD + 0]), \old(reg_window[core_cur].at[REG_WORD + 1]), \old(reg_window[core_cur].at[REG_WORD + 2]), \old(reg_window[core_cur].at[REG_WORD + 3]));
    ensures vspace_link: \let t = \old(core_cur); method == SYS_VSPACE_LINK && tcb_at(t) && ref_window[t] != 0 ==>
      vspace_link_answer{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_WORD + 0]), \old(reg_window[core_cur].at[REG_WORD + 1]));
    ensures vspace_query: \let t = \old(core_cur); method == SYS_VSPACE_QUERY && tcb_at(t) && ref_window[t] != 0 ==>
      vspace_query_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_WORD + 0]));
    ensures page_table_unlink: \let t = \old(core_cur); method == SYS_PAGE_TABLE_UNLINK && tcb_at(t) && ref_window[t] != 0 ==>
      page_table_unlink_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]));
    ensures page_unmap: \let t = \old(core_cur); method == SYS_PAGE_UNMAP && tcb_at(t) && ref_window[t] != 0 ==>
      page_unmap_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]));
    ensures page_protect: \let t = \old(core_cur); method == SYS_PAGE_PROTECT && tcb_at(t) && ref_window[t] != 0 ==>
      page_protect_answer{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_WORD + 0]), \old(reg_window[core_cur].at[REG_WORD + 1]));
    ensures page_inspect: \let t = \old(core_cur); method == SYS_PAGE_INSPECT && tcb_at(t) && ref_window[t] != 0 ==>
      page_inspect_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]));
    ensures irq_control_get: \let t = \old(core_cur); method == SYS_IRQ_CONTROL_GET && tcb_at(t) && ref_window[t] != 0 ==>
      irq_control_get_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_WORD + 0]), \old(reg_window[core_cur].at[REG_WORD + 1]));
    ensures irq_control_timer: \let t = \old(core_cur); method == SYS_IRQ_CONTROL_TIMER && tcb_at(t) && ref_window[t] != 0 ==>
      irq_control_timer_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_WORD + 0]), \old(reg_window[core_cur].at[REG_WORD + 1]));
    ensures irq_control_port: \let t = \old(core_cur); method == SYS_IRQ_CONTROL_PORT && tcb_at(t) && ref_window[t] != 0 ==>
      irq_control_port_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_WORD + 0]), \old(reg_window[core_cur].at[REG_WORD + 1]), \old(reg_window[core_cur].at[REG_WORD + 2]));
    ensures irq_bind: \let t = \old(core_cur); method == SYS_IRQ_BIND && tcb_at(t) && ref_window[t] != 0 ==>
      irq_bind_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_WORD + 0]));
    ensures irq_ack: \let t = \old(core_cur); method == SYS_IRQ_ACK && tcb_at(t) && ref_window[t] != 0 ==>
      irq_ack_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]));
    ensures timer_set: \let t = \old(core_cur); method == SYS_TIMER_SET && tcb_at(t) && ref_window[t] != 0 ==>
      timer_set_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_WORD + 1]));
    ensures timer_cancel: \let t = \old(core_cur); method == SYS_TIMER_CANCEL && tcb_at(t) && ref_window[t] != 0 ==>
      timer_cancel_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]));
    ensures timer_now: \let t = \old(core_cur); method == SYS_TIMER_NOW && tcb_at(t) && ref_window[t] != 0 ==>
      timer_now_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]));
    ensures port_read: \let t = \old(core_cur); method == SYS_PORT_READ && tcb_at(t) && ref_window[t] != 0 ==>
      port_read_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_WORD + 0]), \old(reg_window[core_cur].at[REG_WORD + 1]));
    ensures port_write: \let t = \old(core_cur); method == SYS_PORT_WRITE && tcb_at(t) && ref_window[t] != 0 ==>
      port_write_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_WORD + 0]), \old(reg_window[core_cur].at[REG_WORD + 1]));
    ensures kernel_frame: \let t = \old(core_cur); method == SYS_KERNEL_FRAME && tcb_at(t) && ref_window[t] != 0 ==>
      kernel_frame_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_WORD + 0]));
    ensures kernel_trace: \let t = \old(core_cur); method == SYS_KERNEL_TRACE && tcb_at(t) && ref_window[t] != 0 ==>
      kernel_trace_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_WORD + 0]));
    ensures kernel_stat: \let t = \old(core_cur); method == SYS_KERNEL_STAT && tcb_at(t) && ref_window[t] != 0 ==>
      kernel_stat_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]));
    ensures kernel_power_off: \let t = \old(core_cur); method == SYS_KERNEL_POWER_OFF && tcb_at(t) && ref_window[t] != 0 ==>
      kernel_power_off_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_WORD + 0]));
    ensures kernel_info: \let t = \old(core_cur); method == SYS_KERNEL_INFO && tcb_at(t) && ref_window[t] != 0 ==>
      kernel_info_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]));
    ensures kernel_put: \let t = \old(core_cur); method == SYS_KERNEL_PUT && tcb_at(t) && ref_window[t] != 0 ==>
      kernel_put_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_BADGE]), \old(reg_window[core_cur].at[REG_WORD + 0])); */
void method_call(word_t method);
#endif
