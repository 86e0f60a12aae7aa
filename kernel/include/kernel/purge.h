/* purge.h - cnodes whose last name is gone, until their slots are emptied: a list through frame_link, newest first.
 *
 * A frame is a member iff its frame_link is not 0; the oldest member's link is PURGE_END. Owns frame_link, purge_head, ghost purge_up.
 * The dying cnode shrinks from its end: frame_live says how many frames are left, so progress needs no cursor.
 */
#ifndef KERNEL_PURGE_H
#define KERNEL_PURGE_H
#include <kernel/cap.h>
enum { PURGE_END = LIMIT_FRAMES };

/*@ ghost uint32_t purge_up[LIMIT_FRAMES]; */
/*@ predicate dying(integer f) = 0 < f < LIMIT_FRAMES && frame_link[f] != 0;
    predicate pg_kind = \forall integer f; dying(f) ==> head_at(f) && frame_live[f] >= 1 && ref_window[4 * f] == 0;
    predicate pg_head = purge_head == 0 || dying(purge_head);
    predicate pg_next = \forall integer f; dying(f) ==> frame_link[f] == PURGE_END ||
      (dying(frame_link[f]) && purge_up[frame_link[f]] == f);
    predicate pg_up = \forall integer f; dying(f) && f != purge_head ==> dying(purge_up[f]) && frame_link[purge_up[f]] == f;
    predicate pg_top = \forall integer f; dying(f) ==> frame_link[f] != purge_head;
    predicate pg_ok = pg_kind && pg_head && pg_next && pg_up && pg_top; */
#define ENS_PG ensures pg_kind: pg_kind; ensures pg_head: pg_head; ensures pg_next: pg_next; ensures pg_up: pg_up; ensures pg_top: pg_top;
#define PURGE_STATE frame_link[0 .. LIMIT_FRAMES - 1], purge_up[0 .. LIMIT_FRAMES - 1], purge_head

/* purge_push - a cnode lost its last name: its slots are deleted from now on. */
/*@ requires pg_ok && head_at(f) && frame_live[f] >= 1 && ref_window[4 * f] == 0 && !dying(f);
    assigns frame_link[f], purge_up[0 .. LIMIT_FRAMES - 1], purge_head;
    ENS_PG
    ensures now: dying(f) && purge_head == f;
    ensures others: \forall integer g; 0 <= g < LIMIT_FRAMES && g != f ==> frame_link[g] == \old(frame_link[g]); */
void purge_push(word_t f);

/* purge_pop - the newest dying cnode leaves the list; its memory is still a cnode. */
/*@ requires pg_ok && purge_head != 0;
    assigns frame_link[purge_head], purge_head;
    ENS_PG
    ensures now: !dying(\old(purge_head)) && frame_link[\old(purge_head)] == 0; */
void purge_pop(void);
#endif
