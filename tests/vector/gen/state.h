/* state.h - every variable of the kernel's state, by name. Generated from spec/object. */
#ifndef VECTOR_STATE_H
#define VECTOR_STATE_H
#define VECTOR_STATE(X) \
    X(core_cur) \
    X(core_floor) \
    X(core_id) \
    X(kernel_gen) \
    X(purge_head) \
    X(rq_head) \
    X(rq_bits) \
    X(epr_window) \
    X(eps_window) \
    X(ntfn_window) \
    X(frame_kind) \
    X(frame_owner) \
    X(frame_live) \
    X(frame_info) \
    X(frame_link) \
    X(ref_window) \
    X(irq_window) \
    X(pt_window) \
    X(cap_window) \
    X(mdb_window) \
    X(ipcb_window) \
    X(run_window) \
    X(thr_window) \
    X(ipc_window) \
    X(sched_window) \
    X(reply_window) \
    X(prio_window) \
    X(cn_window) \
    X(ctx_window) \
    X(reg_window) \
    X(timer_window) \
    X(asid_window)
#endif
