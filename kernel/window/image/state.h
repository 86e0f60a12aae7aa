/* state.h - the kernel's state in the image: every object is memory at WINDOW_BASE + its physical address, aspects are nested structs.
 * Trusted: window: frame kinds keep two objects apart, as the proof's separate arrays assume (proofs/TRUSTED.md).
 * Generated from spec/object. */
#ifndef STATE_H
#define STATE_H
#include <abi.h>
#include <registers.h>
#include <arch/cpu.h> /* core_cur, core_floor, core_id */
#define INLINE static inline __attribute__((always_inline))
#define WINDOW_BASE 0xffff800000000000u

struct epq { uint32_t tail; uint32_t head; };
struct ntfn { uint64_t word; };
struct irq { uint32_t slot; uint32_t gen; uint32_t state; };
struct ipcb { uint32_t prev; };
struct run { uint32_t core; uint32_t prio; uint32_t next; uint32_t prev; };
struct thr { uint32_t flags; uint32_t fault; uint32_t buf; uint32_t op; uint32_t xfer; uint32_t code; uint64_t ticks; uint64_t address; };
struct ipc { uint32_t next; uint32_t ep; };
struct sched { uint32_t state; };
struct reply { uint32_t server; uint32_t caller; };
struct prio { uint32_t word; };
struct cn { uint32_t base; uint32_t limit; };
struct ctx { uint64_t pc; uint64_t sp; uint64_t tls; uint64_t vroot; };
struct timer { uint64_t deadline; uint32_t slot; uint32_t gen; };

struct queue_object {
    struct epq epr; /* 0 */
    struct epq eps; /* 8 */
    struct ntfn ntfn; /* 16 */
    uint8_t gap24[1000]; /* 24 */
};
_Static_assert(__builtin_offsetof(struct queue_object, epr) == 0, "queue.epr");
_Static_assert(__builtin_offsetof(struct queue_object, eps) == 8, "queue.eps");
_Static_assert(__builtin_offsetof(struct queue_object, ntfn) == 16, "queue.ntfn");
_Static_assert(sizeof(struct queue_object) == 1024, "queue");
struct table_object {
    uint64_t pt[512]; /* 0 */
};
_Static_assert(__builtin_offsetof(struct table_object, pt) == 0, "table.pt");
_Static_assert(sizeof(struct table_object) == 4096, "table");
struct slot_object {
    uint32_t next; /* 0 */
    uint32_t prev; /* 4 */
    uint32_t gen; /* 8 */
    uint8_t type; /* 12 */
    uint8_t rights; /* 13 */
    uint8_t ops; /* 14 */
    uint8_t depth; /* 15 */
    uint64_t badge; /* 16 */
    uint32_t obj; /* 24 */
    uint32_t map; /* 28 */
};
_Static_assert(__builtin_offsetof(struct slot_object, next) == 0, "slot.next");
_Static_assert(__builtin_offsetof(struct slot_object, prev) == 4, "slot.prev");
_Static_assert(__builtin_offsetof(struct slot_object, gen) == 8, "slot.gen");
_Static_assert(__builtin_offsetof(struct slot_object, type) == 12, "slot.type");
_Static_assert(__builtin_offsetof(struct slot_object, rights) == 13, "slot.rights");
_Static_assert(__builtin_offsetof(struct slot_object, ops) == 14, "slot.ops");
_Static_assert(__builtin_offsetof(struct slot_object, depth) == 15, "slot.depth");
_Static_assert(__builtin_offsetof(struct slot_object, badge) == 16, "slot.badge");
_Static_assert(__builtin_offsetof(struct slot_object, obj) == 24, "slot.obj");
_Static_assert(__builtin_offsetof(struct slot_object, map) == 28, "slot.map");
_Static_assert(sizeof(struct slot_object) == 32, "slot");
struct tcb_object {
    struct ipcb ipcb; /* 0 */
    struct run run; /* 4 */
    uint8_t gap20[4]; /* 20 */
    struct thr thr; /* 24 */
    struct ipc ipc; /* 64 */
    struct sched sched; /* 72 */
    struct reply reply; /* 76 */
    struct prio prio; /* 84 */
    struct cn cn; /* 88 */
    struct ctx ctx; /* 96 */
    uint64_t reg[ARCH_REGS]; /* 128 */
    uint8_t gap416[608]; /* 416 */
};
_Static_assert(__builtin_offsetof(struct tcb_object, ipcb) == 0, "tcb.ipcb");
_Static_assert(__builtin_offsetof(struct tcb_object, run) == 4, "tcb.run");
_Static_assert(__builtin_offsetof(struct tcb_object, thr) == 24, "tcb.thr");
_Static_assert(__builtin_offsetof(struct tcb_object, ipc) == 64, "tcb.ipc");
_Static_assert(__builtin_offsetof(struct tcb_object, sched) == 72, "tcb.sched");
_Static_assert(__builtin_offsetof(struct tcb_object, reply) == 76, "tcb.reply");
_Static_assert(__builtin_offsetof(struct tcb_object, prio) == 84, "tcb.prio");
_Static_assert(__builtin_offsetof(struct tcb_object, cn) == 88, "tcb.cn");
_Static_assert(__builtin_offsetof(struct tcb_object, ctx) == 96, "tcb.ctx");
_Static_assert(__builtin_offsetof(struct tcb_object, reg) == 128, "tcb.reg");
_Static_assert(sizeof(struct tcb_object) == 1024, "tcb");
extern uint32_t kernel_gen; /* generation the next filled slot gets */
extern uint32_t purge_head; /* first dying cnode (its head frame); 0 = none */
extern uint32_t rq_head[LIMIT_PRIORITIES]; /* first ready thread of each priority; 0 = none */
extern uint64_t rq_bits[4]; /* one bit for each priority with a ready thread */
extern uint8_t frame_kind[LIMIT_FRAMES]; /* what lives in it: KIND_* */
extern uint32_t frame_owner[LIMIT_FRAMES]; /* untyped it belongs to (id: first frame); 0 = nobody */
extern uint32_t frame_live[LIMIT_FRAMES]; /* small kinds: living objects; cnode head: frames of the cnode */
extern uint32_t frame_info[LIMIT_FRAMES]; /* page table: level 1..4; cnode: its first frame */
extern uint32_t frame_link[LIMIT_FRAMES]; /* dying cnode (first frame): the next one; LIMIT_FRAMES = it is the last; 0 = not dying */
extern uint32_t ref_window[LIMIT_OBJECTS]; /* slots that name the object */
extern struct irq irq_window[LIMIT_IRQS]; /* who is told of an interrupt */
extern struct timer timer_window[LIMIT_TIMERS]; /* what happens when */
extern uint32_t asid_window[LIMIT_ASIDS]; /* frame of the root page table that has this address-space id; 0 = free */

#define EPR(e) (((struct queue_object *)WINDOW_BASE)[e].epr)
#define EPS(e) (((struct queue_object *)WINDOW_BASE)[e].eps)
#define NTFN(n) (((struct queue_object *)WINDOW_BASE)[n].ntfn)
#define REFS(o) ref_window[o]
#define PT(f, i) (((struct table_object *)WINDOW_BASE)[f].pt[i])
#define CAP(s) (((struct slot_object *)WINDOW_BASE)[s])
#define MDB(s) (((struct slot_object *)WINDOW_BASE)[s])
#define IPCB(t) (((struct tcb_object *)WINDOW_BASE)[t].ipcb)
#define RUN(t) (((struct tcb_object *)WINDOW_BASE)[t].run)
#define THR(t) (((struct tcb_object *)WINDOW_BASE)[t].thr)
#define IPC(t) (((struct tcb_object *)WINDOW_BASE)[t].ipc)
#define SCHED(t) (((struct tcb_object *)WINDOW_BASE)[t].sched)
#define REPLY(h) (((struct tcb_object *)WINDOW_BASE)[h].reply)
#define PRIO(t) (((struct tcb_object *)WINDOW_BASE)[t].prio)
#define CN(t) (((struct tcb_object *)WINDOW_BASE)[t].cn)
#define CTX(t) (((struct tcb_object *)WINDOW_BASE)[t].ctx)
#define REG(t, i) (((struct tcb_object *)WINDOW_BASE)[t].reg[i])
#endif
