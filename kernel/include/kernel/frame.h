/* frame.h - what each 4 KiB frame is, who owns it, how many small objects live in it.
 *
 * One array per fact: a predicate that reads only frame_kind is, for the prover, the same term before and after a change of
 * frame_live. The ghost enumeration liv_at/liv_idx lists the living objects of a frame, so that "count zero" means "none".
 */
#ifndef KERNEL_FRAME_H
#define KERNEL_FRAME_H
#include <state.h>

/*@ ghost uint32_t alive[LIMIT_OBJECTS]; */
/*@ ghost uint32_t liv_idx[LIMIT_OBJECTS]; */
struct liv_row { uint32_t at[4]; };
/*@ ghost struct liv_row liv_at[LIMIT_FRAMES]; */
/*@ // the first frame of a cnode
    predicate head_at(integer f) = 0 < f < LIMIT_FRAMES && frame_kind[f] == KIND_CNODE && frame_info[f] == f;
    predicate liv_max = \forall integer f; 0 <= f < LIMIT_FRAMES && small_kind(frame_kind[f]) ==> frame_live[f] <= 4;
    predicate liv_in = \forall integer o; 0 < o < LIMIT_OBJECTS && alive[o] != 0 ==>
      small_at(o) && liv_idx[o] < frame_live[o / 4] && liv_at[o / 4].at[liv_idx[o]] == o;
    predicate liv_of = \forall integer f, i; 0 <= f < LIMIT_FRAMES && small_kind(frame_kind[f]) && 0 <= i < frame_live[f] ==>
      0 < liv_at[f].at[i] < LIMIT_OBJECTS && liv_at[f].at[i] / 4 == f && alive[liv_at[f].at[i]] != 0 && liv_idx[liv_at[f].at[i]] == i;
    predicate liv_ok = liv_max && liv_in && liv_of; */
#define ENS_LIV ensures liv_max: liv_max; ensures liv_in: liv_in; ensures liv_of: liv_of;

/* obj_count - a small object begins to live (got its first name). */
/*@ requires liv_ok && small_at(o) && alive[o] == 0 && frame_live[o / 4] < 4;
    assigns frame_live[o / 4], alive[o], liv_idx[o], liv_at[o / 4].at[frame_live[o / 4]];
    ENS_LIV
    ensures one: alive[o] != 0 && frame_live[o / 4] == \old(frame_live[o / 4]) + 1; */
void obj_count(word_t o);

/* obj_uncount - a small object lost its last name. */
/*@ requires liv_ok && 0 < o < LIMIT_OBJECTS && alive[o] != 0;
    assigns frame_live[o / 4], alive[o], liv_idx[0 .. LIMIT_OBJECTS - 1], liv_at[o / 4].at[liv_idx[o]];
    ENS_LIV
    ensures none: alive[o] == 0 && frame_live[o / 4] == \old(frame_live[o / 4]) - 1;
    ensures others: \forall integer k; 0 < k < LIMIT_OBJECTS && k != o ==> alive[k] == \old(alive[k]);
    ensures last: frame_live[o / 4] == 0 ==> \forall integer k; 0 < k < LIMIT_OBJECTS && k / 4 == o / 4 ==> alive[k] == 0; */
void obj_uncount(word_t o);
#endif
