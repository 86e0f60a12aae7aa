/* boot.h - from firmware's facts to the first user instruction. Every step after the first slot is one of the kernel's own operations,
 * the same ones that system calls use. Each step checks by C what its operation requires, and stops with one sentence if that does not hold:
 * so it relies on nothing but kernel_ok, not on the facts, not on what another step left. Runs once, on one core, with core_cur == 0 (idle).
 */
#ifndef KERNEL_BOOT_H
#define KERNEL_BOOT_H
#include <kernel/boot_facts.h>
#include <kernel/entry.h>
#include <kernel/untyped.h>
#include <bootinfo.h>

enum { INIT_CNODE_FRAMES = 32, INIT_FREE_MIN = 256, INIT_PRIORITY = 255, INIT_ASID = 1, INIT_STACK_PAGES = 16 };
enum { INIT_BASE = 0x400000, INIT_STACK_TOP = 0x70000000, INIT_BUFFER = 0x70001000, INIT_INFO = 0x3ff000 };
enum { INIT_SLOT_CNODE = 1, INIT_SLOT_THREAD = 2, INIT_SLOT_VSPACE = 3, INIT_SLOT_IRQ = 4, INIT_SLOT_KERNEL = 5, INIT_SLOT_BUFFER = 6, INIT_SLOT_INFO = 7,
       INIT_SLOT_UNTYPED = 16, INIT_SLOT_OWN = 64 };

struct boot { word_t cnode;       /* slot id of init's slot 0 */
              word_t free_slot;   /* next slot of init for its own pages and tables, as an index */
              word_t ram;         /* init's slot of the untyped that its objects come from; 0 = none yet */
              word_t ram_frames;  /* how large that is */
              word_t place;       /* next frame of it */
              word_t untypeds; }; /* how many untypeds there are */
extern struct boot boot;
#define MAKE_STATE CLEAR_STATE, CAP_STATE, FRAME_STATE, PT_STATE, asid_window[0 .. LIMIT_ASIDS - 1]
#define INIT_STATE MAKE_STATE, RQ_STATE, REG_STATE, frame_owner[0 .. LIMIT_FRAMES - 1], boot

/*@ predicate plain_kind(integer k) = k == KIND_NONE || k == KIND_FREE || k == KIND_DEVICE;
    // no frame holds an object
    predicate kinds_plain = \forall integer f; 0 <= f < LIMIT_FRAMES ==> plain_kind(frame_kind[f]); */

/* kernel_boot - called by arch boot once; returns to arch, which leaves through exit_restore into init. Relies on no memory: what the
 * invariants need it writes. */
/*@ assigns DELETE_STATE, ENTRY_STATE, INIT_STATE, core_id, rq_head[0 .. LIMIT_PRIORITIES - 1];
    ENS_ALL */
void kernel_boot(void);

/* boot_stop - one sentence (TEXT_*), and the end of the machine. */
/*@ assigns \nothing; ensures never: \false; */
void boot_stop(word_t sentence);

/* boot_frames - give each frame its kind: memory is free, what firmware or the kernel uses is nobody's, all else is device memory. */
/*@ assigns frame_kind[0 .. LIMIT_FRAMES - 1];
    ensures plain: kinds_plain; */
void boot_frames(void);

/* boot_state - a kernel that has nothing yet, whatever its memory held. */
/*@ requires kinds_plain;
    assigns ref_window[0 .. LIMIT_OBJECTS - 1], frame_link[0 .. LIMIT_FRAMES - 1], purge_head, rq_head[0 .. LIMIT_PRIORITIES - 1], rq_bits[0 .. 3],
            core_cur, core_floor, core_id, kernel_gen, alive[0 .. LIMIT_OBJECTS - 1], rq_rank[0 .. LIMIT_OBJECTS - 1],
            eq_rank[0 .. LIMIT_OBJECTS - 1], mdb_rank[0 .. LIMIT_SLOTS - 1];
    ENS_ALL */
void boot_state(void);

/* boot_cnode - init's cnode in the first free run that has room; its own capability in slot 1. 0 if there is too little memory. */
/*@ requires kernel_ok && kinds_plain;
    assigns CLEAR_STATE, CAP_STATE, FRAME_STATE, pt_window[0 .. LIMIT_FRAMES - 1], boot.cnode;
    ENS_ALL */
word_t boot_cnode(void);

/* boot_untypeds - every run of free or device frames becomes an untyped of init, at most LIMIT_REGIONS. 0 if none has INIT_FREE_MIN free frames. */
/*@ requires kernel_ok;
    assigns CAP_STATE, frame_owner[0 .. LIMIT_FRAMES - 1], boot;
    ENS_ALL */
word_t boot_untypeds(void);

/* boot_init - address space, thread, pages of init. */
/*@ requires kernel_ok;
    assigns INIT_STATE;
    ENS_ALL */
void boot_init(void);

/* boot_info - fill the bootinfo page, which is in init's slot INIT_SLOT_INFO. */
/*@ requires kernel_ok;
    assigns BUF_STATE; */
void boot_info(void);

/* boot_slot - init's slot i. boot_empty - the same, and it is empty. boot_named - the same, and it holds a capability of that type. */
/*@ assigns \nothing; ensures slot: cslot_at(\result); */
word_t boot_slot(word_t i);
/*@ assigns \nothing; ensures slot: cslot_at(\result) && slot_null(\result); */
word_t boot_empty(word_t i);
/*@ assigns \nothing; ensures slot: cslot_at(\result) && cap_window[\result].type == type; */
word_t boot_named(word_t i, word_t type);

/* boot_give - a capability without an object in init's slot i. */
/*@ requires kernel_ok && (type == CAP_UNTYPED || type == CAP_IRQ_CONTROL || type == CAP_KERNEL) && o <= 4294967295;
    requires untyped: type == CAP_UNTYPED ==> 0 < o < LIMIT_FRAMES && frame_owner[o] == o && 1 <= badge && o + badge <= LIMIT_FRAMES &&
      (\forall integer k; slot_at(k) && cap_window[k].type == CAP_UNTYPED ==> cap_window[k].obj != o);
    assigns CAP_STATE;
    ENS_ALL */
void boot_give(word_t i, word_t type, word_t o, word_t badge);

/* boot_make - object o of that type begins in the untyped of init's slot u; init's slot i names it. */
/*@ requires kernel_ok;
    assigns MAKE_STATE;
    ENS_ALL */
void boot_make(word_t u, word_t type, word_t o, word_t size, word_t i);

/* boot_page_show - the page in init's slot i appears at vaddr of init, with the tables that it needs; these take init's own slots. */
/*@ requires kernel_ok && !(rights / 2 % 2 == 1 && attr % 2 == 1);
    assigns INIT_STATE;
    ENS_ALL */
void boot_page_show(word_t i, word_t vaddr, word_t rights, word_t attr);

/* boot_object - the next frame of init's memory becomes an object of that type, named by init's slot i. boot_own - the next of init's own slots. */
/*@ requires kernel_ok;
    assigns MAKE_STATE, boot.place;
    ENS_ALL */
void boot_object(word_t type, word_t size, word_t i);
/*@ assigns boot.free_slot; */
word_t boot_own(void);

/* boot_thread - init's thread gets what it uses, and may run from entry on. */
/*@ requires kernel_ok;
    assigns INIT_STATE;
    ENS_ALL */
void boot_thread(word_t entry);
#endif
