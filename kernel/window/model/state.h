/* state.h - the kernel's state as proofs and host tests see it: one array per aspect, so that two aspects can never alias.
 * An accessor is an identity function whose precondition says that the thing lives: touching a dead object is a proof failure.
 * Generated from spec/object. */
#ifndef STATE_H
#define STATE_H
#include <abi.h>
#include <registers.h>
#define INLINE static inline

struct epq { uint32_t tail; uint32_t head; };
struct ntfn { uint64_t word; };
struct irq { uint32_t slot; uint32_t gen; uint32_t state; };
struct cap { uint32_t gen; uint8_t type; uint8_t rights; uint8_t ops; uint64_t badge; uint32_t obj; uint32_t map; };
struct mdb { uint32_t next; uint32_t prev; uint8_t depth; };
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

struct pt_row { uint64_t at[512]; }; /* what each entry shows (pte.h) */
struct reg_row { uint64_t at[ARCH_REGS]; }; /* general registers (REG_*) */

extern uint32_t core_cur; /* running thread; 0 = idle */
extern uint32_t core_floor; /* FLOOR_SLOW, or the bound that a priority word must reach */
extern uint32_t core_id; /* number of the core */
extern uint32_t kernel_gen; /* generation the next filled slot gets */
extern uint32_t purge_head; /* first dying cnode (its head frame); 0 = none */
extern uint32_t rq_head[LIMIT_PRIORITIES]; /* first ready thread of each priority; 0 = none */
extern uint64_t rq_bits[4]; /* one bit for each priority with a ready thread */
extern struct epq epr_window[LIMIT_OBJECTS]; /* waiting receivers */
extern struct epq eps_window[LIMIT_OBJECTS]; /* waiting senders */
extern struct ntfn ntfn_window[LIMIT_OBJECTS]; /* signal bits of a notification */
extern uint8_t frame_kind[LIMIT_FRAMES]; /* what lives in it: KIND_* */
extern uint32_t frame_owner[LIMIT_FRAMES]; /* untyped it belongs to (id: first frame); 0 = nobody */
extern uint32_t frame_live[LIMIT_FRAMES]; /* small kinds: living objects; cnode head: frames of the cnode */
extern uint32_t frame_info[LIMIT_FRAMES]; /* page table: level 1..4; cnode: its first frame */
extern uint32_t frame_link[LIMIT_FRAMES]; /* dying cnode (first frame): the next one; LIMIT_FRAMES = it is the last; 0 = not dying */
extern uint32_t ref_window[LIMIT_OBJECTS]; /* slots that name the object */
extern struct irq irq_window[LIMIT_IRQS]; /* who is told of an interrupt */
extern struct pt_row pt_window[LIMIT_FRAMES]; /* what each entry shows (pte.h) */
extern struct cap cap_window[LIMIT_SLOTS]; /* what the slot holds */
extern struct mdb mdb_window[LIMIT_SLOTS]; /* its place in the derivation list */
extern struct ipcb ipcb_window[LIMIT_OBJECTS]; /* back link in a waiting queue */
extern struct run run_window[LIMIT_OBJECTS]; /* place in the run queue */
extern struct thr thr_window[LIMIT_OBJECTS]; /* what only the slow path knows */
extern struct ipc ipc_window[LIMIT_OBJECTS]; /* waiting queue */
extern struct sched sched_window[LIMIT_OBJECTS]; /* life */
extern struct reply reply_window[LIMIT_OBJECTS]; /* who owes whom an answer; reply objects have it at the same place */
extern struct prio prio_window[LIMIT_OBJECTS]; /* may it be resumed fast */
extern struct cn cn_window[LIMIT_OBJECTS]; /* its capability space */
extern struct ctx ctx_window[LIMIT_OBJECTS]; /* what survives a system call */
extern struct reg_row reg_window[LIMIT_OBJECTS]; /* general registers (REG_*) */
extern struct timer timer_window[LIMIT_TIMERS]; /* what happens when */
extern uint32_t asid_window[LIMIT_ASIDS]; /* frame of the root page table that has this address-space id; 0 = free */

/*@
    predicate frame_at(integer f) = 0 < f < LIMIT_FRAMES;
    predicate obj_in(integer o) = 0 < o < LIMIT_OBJECTS;
    predicate tcb_at(integer t) = 0 < t < LIMIT_OBJECTS && frame_kind[t / 4] == KIND_TCB;
    predicate endpoint_at(integer e) = 0 < e < LIMIT_OBJECTS && frame_kind[e / 4] == KIND_ENDPOINT;
    predicate ntfn_at(integer n) = 0 < n < LIMIT_OBJECTS && frame_kind[n / 4] == KIND_NOTIFICATION;
    predicate queue_at(integer e) = endpoint_at(e) || ntfn_at(e);
    predicate rep_at(integer r) = 0 < r < LIMIT_OBJECTS && frame_kind[r / 4] == KIND_REPLY;
    predicate holder_at(integer h) = tcb_at(h) || rep_at(h);
    predicate small_kind(integer k) = k == KIND_TCB || k == KIND_ENDPOINT || k == KIND_NOTIFICATION || k == KIND_REPLY;
    predicate small_at(integer o) = tcb_at(o) || queue_at(o) || rep_at(o);
    predicate user_at(integer f) = 0 < f < LIMIT_FRAMES && frame_kind[f] == KIND_USER;
    predicate page_at(integer o) = 0 < o < LIMIT_OBJECTS && o % 4 == 0 && (frame_kind[o / 4] == KIND_USER || frame_kind[o / 4] == KIND_DEVICE);
    predicate table_at(integer f) = 0 < f < LIMIT_FRAMES && frame_kind[f] == KIND_PAGE_TABLE;
    predicate cnode_at(integer o) = 0 < o < LIMIT_OBJECTS && o % 4 == 0 && frame_kind[o / 4] == KIND_CNODE && frame_info[o / 4] == o / 4;
    predicate obj_at(integer o) = small_at(o) || page_at(o) || cnode_at(o) || (0 < o && o % 4 == 0 && table_at(o / 4));
    predicate cslot_at(integer s) = 0 < s < LIMIT_SLOTS && frame_kind[s / 128] == KIND_CNODE;
    predicate tslot_at(integer s) = 0 < s < LIMIT_SLOTS && frame_kind[s / 128] == KIND_TCB && s % 32 >= TCB_CSPACE;
    predicate slot_at(integer s) = cslot_at(s) || tslot_at(s);
*/

/*@ requires at: tcb_at(t); assigns \nothing; ensures same: \result == t; */
INLINE word_t tcb_ref(word_t t) { return t; }
/*@ requires at: queue_at(e); assigns \nothing; ensures same: \result == e; */
INLINE word_t queue_ref(word_t e) { return e; }
/*@ requires at: ntfn_at(n); assigns \nothing; ensures same: \result == n; */
INLINE word_t ntfn_ref(word_t n) { return n; }
/*@ requires at: holder_at(h); assigns \nothing; ensures same: \result == h; */
INLINE word_t holder_ref(word_t h) { return h; }
/*@ requires at: slot_at(s); assigns \nothing; ensures same: \result == s; */
INLINE word_t slot_ref(word_t s) { return s; }
/*@ requires at: table_at(f); assigns \nothing; ensures same: \result == f; */
INLINE word_t table_ref(word_t f) { return f; }
/*@ requires at: obj_at(o); assigns \nothing; ensures same: \result == o; */
INLINE word_t obj_ref(word_t o) { return o; }
#define EPR(e) epr_window[queue_ref(e)]
#define EPS(e) eps_window[queue_ref(e)]
#define NTFN(n) ntfn_window[ntfn_ref(n)]
#define REFS(o) ref_window[obj_ref(o)]
#define PT(f, i) pt_window[table_ref(f)].at[i]
#define CAP(s) cap_window[slot_ref(s)]
#define MDB(s) mdb_window[slot_ref(s)]
#define IPCB(t) ipcb_window[tcb_ref(t)]
#define RUN(t) run_window[tcb_ref(t)]
#define THR(t) thr_window[tcb_ref(t)]
#define IPC(t) ipc_window[tcb_ref(t)]
#define SCHED(t) sched_window[tcb_ref(t)]
#define REPLY(h) reply_window[holder_ref(h)]
#define PRIO(t) prio_window[tcb_ref(t)]
#define CN(t) cn_window[tcb_ref(t)]
#define CTX(t) ctx_window[tcb_ref(t)]
#define REG(t, i) reg_window[tcb_ref(t)].at[i]
#endif
