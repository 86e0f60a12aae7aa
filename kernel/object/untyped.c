/* untyped.c - who memory belongs to: checks of places, splitting, handing back, and the first capabilities at boot.
 *
 * An untyped owns a frame iff frame_owner says so; its own first frame always is its own. Splitting and handing back go frame by frame in
 * bounded steps; between steps every frame has exactly one owner and every untyped is in order, so progress is simply the state.
 */
#include <kernel/cnode.h>
#include <kernel/untyped.h>

/* frame_usable - no object is in frame f. */
/*@ requires frame_at(f);
    assigns \nothing;
    ensures bit: \result <= 1;
    ensures idle: device != 0 ==> (\result == 1 <==> frame_idle(f));
    ensures free: device == 0 ==> (\result == 1 <==> frame_kind[f] == KIND_FREE); */
static word_t frame_usable(word_t f, word_t device)
{
    if (frame_kind[f] == KIND_FREE) return 1u;
    return device != 0u && frame_kind[f] == KIND_DEVICE && REFS(4u * f) == 0u;
}

word_t frames_check(word_t f, word_t n, word_t u, word_t device)
{
    /*@ loop invariant range: 0 <= i <= n;
        loop invariant idle: device != 0 ==> frames_idle(f, i, u);
        loop invariant free: device == 0 ==> frames_free(f, i, u);
        loop assigns i;
        loop variant n - i; */
    for (word_t i = 0u; i < n; i++) {
        if (frame_owner[f + i] != u || frame_usable(f + i, device) == 0u) return 0u;
    }
    return 1u;
}

word_t small_check(word_t type, word_t o, word_t u)
{
    word_t f = o / 4u;

    if (frame_owner[f] != u) return 0u;
    if (frame_kind[f] == KIND_FREE) return 1u;
    return frame_kind[f] == kind_for(type) && REFS(o) == 0u;
}

/* frame_place_check - the same for objects that take whole frames. */
/*@ requires kernel_ok && obj_in(o) && o >= 4 && (type == CAP_CNODE || type == CAP_PAGE_TABLE || type == CAP_VSPACE || type == CAP_PAGE);
    assigns \nothing;
    ensures ok: \result == ERR_NONE <==> retype_place(type, o, size, u);
    ensures why: \result != ERR_NONE ==> whole_answers(\result, type, o, size); */
static err_t frame_place_check(word_t u, word_t type, word_t o, word_t size)
{
    word_t f = o / 4u, n = type == CAP_CNODE ? size : 1u;

    if (o % 4u != 0u) return ERR_ALIGN;
    if (type == CAP_CNODE && (size == 0u || size > LIMIT_CNODE_FRAMES || size > LIMIT_FRAMES - f)) return ERR_RANGE;
    if (type == CAP_PAGE_TABLE && (size == 0u || size > 3u)) return ERR_RANGE;
    if (type == CAP_VSPACE && (size == 0u || size >= LIMIT_ASIDS)) return ERR_RANGE;
    if (type == CAP_VSPACE && asid_window[size] != 0u) return ERR_OCCUPIED;
    return frames_check(f, n, u, type == CAP_PAGE) ? ERR_NONE : ERR_OWNER;
}

err_t retype_check(word_t u, word_t type, word_t o, word_t size)
{
    word_t small = type == CAP_THREAD || type == CAP_REPLY || type == CAP_ENDPOINT || type == CAP_NOTIFICATION;

    if (!small && type != CAP_CNODE && type != CAP_PAGE_TABLE && type != CAP_VSPACE && type != CAP_PAGE) return ERR_TYPE;
    if (o < 4u || o >= LIMIT_OBJECTS) return ERR_RANGE;
    if (!small) return frame_place_check(CAP(u).obj, type, o, size);
    return small_check(type, o, CAP(u).obj) ? ERR_NONE : ERR_OWNER;
}

/* split_left - how many frames the next call of a split changes, when have are there already. */
/*@ requires have < count && count <= LIMIT_FRAMES;
    assigns \nothing;
    ensures next: \result == split_next(count, have); */
static word_t split_left(word_t count, word_t have)
{
    return count - have < UNTYPED_STEP ? count - have : UNTYPED_STEP;
}

err_t split_check(word_t u, word_t first, word_t count, word_t d)
{
    word_t have = 0u;

    if (first <= CAP(u).obj || first >= LIMIT_FRAMES || count == 0u || count > LIMIT_FRAMES - first) return ERR_RANGE;
    if (CAP(d).type != CAP_NULL) {
        if (CAP(d).type != CAP_UNTYPED || CAP(d).obj != first || CAP(d).badge / 4294967296u != CAP(u).obj) return ERR_OCCUPIED;
        have = CAP(d).badge % 4294967296u;
        if (have >= count) return ERR_OCCUPIED;
    } else if (MDB(u).depth >= LIMIT_DEPTH) {
        return ERR_DEPTH;
    }
    return frames_check(first + have, split_left(count, have), CAP(u).obj, 1u) ? ERR_NONE : ERR_OWNER;
}

/* frames_give - the n frames from f on belong to untyped u from now on. */
/*@ requires f <= LIMIT_FRAMES && n <= LIMIT_FRAMES - f && 0 < u < LIMIT_FRAMES;
    assigns frame_owner[0 .. LIMIT_FRAMES - 1];
    ensures given: \forall integer g; f <= g < f + n ==> frame_owner[g] == u;
    ensures others: \forall integer g; 0 <= g < LIMIT_FRAMES && !(f <= g < f + n) ==> frame_owner[g] == \old(frame_owner[g]); */
static void frames_give(word_t f, word_t n, word_t u)
{
    /*@ loop invariant range: 0 <= i <= n;
        loop invariant given: \forall integer g; f <= g < f + i ==> frame_owner[g] == u;
        loop invariant others: \forall integer g; 0 <= g < LIMIT_FRAMES && !(f <= g < f + i) ==> frame_owner[g] == \at(frame_owner[g], Pre);
        loop assigns i, frame_owner[0 .. LIMIT_FRAMES - 1];
        loop variant n - i; */
    for (word_t i = 0u; i < n; i++) {
        frame_owner[f + i] = (uint32_t)u;
    }
}

/* part_take - the n frames from first on, which all were one other untyped's, belong to untyped part. */
/*@ requires x_mem && 0 < first && 1 <= n && first + n <= LIMIT_FRAMES && frame_owner[first] < part && 0 < part <= first;
    requires owned: \forall integer g; first <= g < first + n ==> frame_owner[g] == frame_owner[first];
    assigns frame_owner[0 .. LIMIT_FRAMES - 1];
    ENS_XMEM
    ensures given: \forall integer g; first <= g < first + n ==> frame_owner[g] == part;
    ensures others: \forall integer g; 0 <= g < LIMIT_FRAMES && !(first <= g < first + n) ==> frame_owner[g] == \old(frame_owner[g]);
    ensures unique: \forall integer k; slot_at(k) && cap_window[k].type == CAP_UNTYPED ==> cap_window[k].obj < first || first + n <= cap_window[k].obj; */
static void part_take(word_t first, word_t n, word_t part)
{
    /*@ assert apart: \forall integer k; slot_at(k) && cap_window[k].type == CAP_UNTYPED ==>
          cap_window[k].obj < first || first + n <= cap_window[k].obj; */
    frames_give(first, n, part);
}

/* split_start - the first n frames of a part, and its capability. */
/*@ requires kernel_ok && untyped_cap(u) && cslot_at(d) && slot_null(d) && mdb_window[u].depth < LIMIT_DEPTH;
    requires range: cap_window[u].obj < first < LIMIT_FRAMES && 1 <= n <= LIMIT_FRAMES - first;
    requires owned: \forall integer g; first <= g < first + n ==> frame_owner[g] == cap_window[u].obj;
    assigns CAP_STATE, frame_owner[0 .. LIMIT_FRAMES - 1];
    ENS_ALL
    ensures part: IS_CAP(d, CAP_UNTYPED, cap_window[u].rights, first, n + 4294967296 * cap_window[u].obj);
    ensures given: \forall integer g; first <= g < first + n ==> frame_owner[g] == first;
    ensures child: mdb_parent[d] == u; */
static void split_start(word_t u, word_t first, word_t n, word_t d)
{
    word_t id = CAP(u).obj;

    part_take(first, n, first);
    cap_give(u, d, CAP_UNTYPED, CAP(u).rights, first, n + 4294967296u * id);
}

/* part_count - the untyped in slot d has n frames more. */
/*@ requires ref_ok && pt_ok && x_cap && x_own && x_mem && untyped_cap(d) && cap_window[d].obj + untyped_count(d) + n <= LIMIT_FRAMES;
    assigns cap_window[d].badge;
    ENS_REF ENS_PT ENS_XCAP ENS_XOWN ENS_XMEM
    ensures more: cap_window[d].badge == \old(cap_window[d].badge) + n;
    ensures count: untyped_count(d) == \old(untyped_count(d)) + n && untyped_parent(d) == \old(untyped_parent(d)); */
static void part_count(word_t d, word_t n)
{
    CAP(d).badge = CAP(d).badge + n;
}

/* split_grow - n frames more for the part in slot d. */
/*@ requires kernel_ok && untyped_cap(d) && frame_owner[f] < cap_window[d].obj;
    requires range: f == cap_window[d].obj + untyped_count(d) && 1 <= n && f + n <= LIMIT_FRAMES;
    requires owned: \forall integer g; f <= g < f + n ==> frame_owner[g] == frame_owner[f];
    assigns cap_window[d].badge, frame_owner[0 .. LIMIT_FRAMES - 1];
    ENS_ALL
    ensures count: untyped_count(d) == \old(untyped_count(d)) + n && untyped_parent(d) == \old(untyped_parent(d));
    ensures given: \forall integer g; f <= g < f + n ==> frame_owner[g] == cap_window[d].obj; */
static void split_grow(word_t f, word_t n, word_t d)
{
    part_take(f, n, CAP(d).obj);
    part_count(d, n);
}

err_t untyped_split(word_t u, word_t first, word_t count, word_t d)
{
    if (CAP(d).type == CAP_NULL) {
        word_t n = split_left(count, 0u);
        split_start(u, first, n, d);
        /*@ assert part: untyped_count(d) == n; */
        return n == count ? ERR_NONE : ERR_AGAIN;
    }
    word_t have = CAP(d).badge % 4294967296u, n = split_left(count, have);

    split_grow(first + have, n, d);
    /*@ assert part: untyped_count(d) == have + n && have + n <= LIMIT_FRAMES; */
    return have + n == count ? ERR_NONE : ERR_AGAIN;
}

/* reclaim_one - the last frame of the untyped in slot s belongs to its parent. */
/*@ requires ref_ok && pt_ok && x_cap && x_own && x_mem && untyped_cap(s) && untyped_count(s) > 1;
    assigns frame_owner[0 .. LIMIT_FRAMES - 1], cap_window[s].badge;
    ENS_REF ENS_PT ENS_XCAP ENS_XOWN ENS_XMEM
    ensures less: cap_window[s].badge == \old(cap_window[s].badge) - 1;
    ensures count: untyped_count(s) == \old(untyped_count(s)) - 1;
    ensures parent: untyped_parent(s) == \old(untyped_parent(s));
    ensures back: \let f = cap_window[s].obj + untyped_count(s); frame_owner[f] == (\old(frame_owner[f]) == cap_window[s].obj ? untyped_parent(s) : \old(frame_owner[f]));
    ensures others: \forall integer g; 0 <= g < LIMIT_FRAMES && g != cap_window[s].obj + untyped_count(s) ==> frame_owner[g] == \old(frame_owner[g]); */
static void reclaim_one(word_t s)
{
    word_t u = CAP(s).obj, f = u + CAP(s).badge % 4294967296u - 1u;

    if (frame_owner[f] == u) {
        frame_owner[f] = (uint32_t)(CAP(s).badge / 4294967296u);
    }
    CAP(s).badge = CAP(s).badge - 1u;
    /*@ assert place: cap_window[s].obj + untyped_count(s) == f; */
}

err_t untyped_reclaim(word_t s)
{
    /*@ loop invariant range: 0 <= b <= UNTYPED_STEP;
        loop invariant ok: ref_ok && pt_ok && x_cap && x_own && x_mem && untyped_cap(s);
        loop invariant parent: untyped_parent(s) == \at(untyped_parent(s), Pre);
        loop invariant less: 1 <= untyped_count(s) == \at(untyped_count(s), Pre) - b;
        loop invariant left: \forall integer g; 0 <= g < cap_window[s].obj + untyped_count(s) ==> frame_owner[g] == \at(frame_owner[g], Pre);
        loop invariant back: \forall integer g; cap_window[s].obj + untyped_count(s) <= g < cap_window[s].obj + \at(untyped_count(s), Pre) &&
          \at(frame_owner[g], Pre) == cap_window[s].obj ==> frame_owner[g] == untyped_parent(s);
        loop invariant others: \forall integer g; 0 <= g < LIMIT_FRAMES && \at(frame_owner[g], Pre) != cap_window[s].obj ==>
          frame_owner[g] == \at(frame_owner[g], Pre);
        loop assigns b, frame_owner[0 .. LIMIT_FRAMES - 1], cap_window[s].badge;
        loop variant UNTYPED_STEP - b; */
    for (word_t b = 0u; b < UNTYPED_STEP; b++) {
        if (CAP(s).badge % 4294967296u == 1u) return ERR_NONE;
        reclaim_one(s);
    }
    return CAP(s).badge % 4294967296u == 1u ? ERR_NONE : ERR_AGAIN;
}

void untyped_inspect(word_t s)
{
    word_t u = CAP(s).obj;

    REG(core_cur, REG_WORD) = u;
    REG(core_cur, REG_WORD + 1) = CAP(s).badge % 4294967296u;
    REG(core_cur, REG_WORD + 2) = CAP(s).badge / 4294967296u;
    REG(core_cur, REG_WORD + 3) = frame_kind[u] == KIND_DEVICE;
}
