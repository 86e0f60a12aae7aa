/* state.c - the first state. Where no frame holds an object nearly every invariant speaks of nothing; what is left is written here, so that
 * no zeroed memory is relied on. The ghost orders of the lists begin as the order of the ids.
 */
#include <kernel/boot.h>

/*@ ghost
  /@ assigns alive[0 .. LIMIT_OBJECTS - 1], rq_rank[0 .. LIMIT_OBJECTS - 1], eq_rank[0 .. LIMIT_OBJECTS - 1];
     ensures none: \forall integer o; 0 <= o < LIMIT_OBJECTS ==> alive[o] == 0;
     ensures ready: \forall integer o; 0 <= o < LIMIT_OBJECTS ==> rq_rank[o] == o;
     ensures waiting: \forall integer o; 0 <= o < LIMIT_OBJECTS ==> eq_rank[o] == o;
  @/
  void object_ranks(void)
  {
    /@ loop invariant range: 0 <= k <= LIMIT_OBJECTS;
       loop invariant none: \forall integer o; 0 <= o < k ==> alive[o] == 0;
       loop invariant ready: \forall integer o; 0 <= o < k ==> rq_rank[o] == o;
       loop invariant waiting: \forall integer o; 0 <= o < k ==> eq_rank[o] == o;
       loop assigns k, alive[0 .. LIMIT_OBJECTS - 1], rq_rank[0 .. LIMIT_OBJECTS - 1], eq_rank[0 .. LIMIT_OBJECTS - 1];
       loop variant LIMIT_OBJECTS - k; @/
    for (uint32_t k = 0u; k < LIMIT_OBJECTS; k++) {
      alive[k] = 0u;
      rq_rank[k] = k;
      eq_rank[k] = k;
    }
  }
  /@ assigns mdb_rank[0 .. LIMIT_SLOTS - 1];
     ensures order: \forall integer s; 0 <= s < LIMIT_SLOTS ==> mdb_rank[s] == s;
  @/
  void slot_ranks(void)
  {
    /@ loop invariant range: 0 <= k <= LIMIT_SLOTS;
       loop invariant order: \forall integer s; 0 <= s < k ==> mdb_rank[s] == s;
       loop assigns k, mdb_rank[0 .. LIMIT_SLOTS - 1];
       loop variant LIMIT_SLOTS - k; @/
    for (uint32_t k = 0u; k < LIMIT_SLOTS; k++) {
      mdb_rank[k] = k;
    }
  }
*/

/* state_names - nothing is named, and no cnode is dying. */
/*@ assigns ref_window[0 .. LIMIT_OBJECTS - 1], frame_link[0 .. LIMIT_FRAMES - 1], purge_head;
    ensures names: \forall integer o; 0 <= o < LIMIT_OBJECTS ==> ref_window[o] == 0;
    ensures links: \forall integer f; 0 <= f < LIMIT_FRAMES ==> frame_link[f] == 0;
    ensures head: purge_head == 0; */
static void state_names(void)
{
    /*@ loop invariant range: 0 <= o <= LIMIT_OBJECTS;
        loop invariant names: \forall integer k; 0 <= k < o ==> ref_window[k] == 0;
        loop assigns o, ref_window[0 .. LIMIT_OBJECTS - 1];
        loop variant LIMIT_OBJECTS - o; */
    for (word_t o = 0u; o < LIMIT_OBJECTS; o++) {
        ref_window[o] = 0u;
    }
    /*@ loop invariant range: 0 <= f <= LIMIT_FRAMES;
        loop invariant links: \forall integer k; 0 <= k < f ==> frame_link[k] == 0;
        loop assigns f, frame_link[0 .. LIMIT_FRAMES - 1];
        loop variant LIMIT_FRAMES - f; */
    for (word_t f = 0u; f < LIMIT_FRAMES; f++) {
        frame_link[f] = 0u;
    }
    purge_head = 0u;
}

/* state_core - nobody is ready, nobody runs. What a bit of the map is, only bits.c knows: so it is asked. */
/*@ assigns rq_head[0 .. LIMIT_PRIORITIES - 1], rq_bits[0 .. 3], core_cur, core_floor, core_id;
    ensures heads: \forall integer p; 0 <= p < LIMIT_PRIORITIES ==> rq_head[p] == 0;
    ensures bits: \forall integer p; 0 <= p < LIMIT_PRIORITIES ==> !bset(p);
    ensures core: core_cur == 0 && core_id == 0 && core_floor == FLOOR_SLOW; */
static void state_core(void)
{
    /*@ loop invariant range: 0 <= p <= LIMIT_PRIORITIES;
        loop invariant heads: \forall integer k; 0 <= k < p ==> rq_head[k] == 0;
        loop assigns p, rq_head[0 .. LIMIT_PRIORITIES - 1];
        loop variant LIMIT_PRIORITIES - p; */
    for (word_t p = 0u; p < LIMIT_PRIORITIES; p++) {
        rq_head[p] = 0u;
    }
    /*@ loop invariant range: 0 <= i <= 4;
        loop assigns i, rq_bits[0 .. 3];
        loop variant 4 - i; */
    for (word_t i = 0u; i < 4u; i++) {
        rq_bits[i] = 0u;
    }
    if (bit_highest() != LIMIT_PRIORITIES) boot_stop(TEXT_BOOT_MEMORY);

    core_cur = 0u;
    core_id = 0u;
    core_floor = FLOOR_SLOW;
}

void boot_state(void)
{
    state_names();
    state_core();
    kernel_gen = 1u;
    /*@ ghost object_ranks(); */
    /*@ ghost slot_ranks(); */
    /*@ ghost kernel_whole(); */
}
