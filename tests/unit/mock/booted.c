/* booted.c - see booted.h. The recount is quadratic in nothing: one pass over slots, one over frames, one along the list. */
#include "booted.h"
#include <stdlib.h>
#include <string.h>

static uint32_t counted_refs[LIMIT_OBJECTS];

static int full(word_t s) { return cap_window[s].type != CAP_NULL; }
static int is_slot(word_t s)
{
    word_t kind = frame_kind[s / 128];

    return kind == KIND_CNODE || (kind == KIND_TCB && s % 32 >= TCB_CSPACE);
}

void booted_make(void)
{
    mock_reset();
    for (word_t f = 1; f < BOOTED_DEVICE; f++) frame_kind[f] = KIND_FREE;
    for (word_t f = BOOTED_DEVICE; f < BOOTED_DEVICE + BOOTED_DEVICE_FRAMES; f++) frame_kind[f] = KIND_DEVICE;
    for (word_t f = 0; f < BOOTED_RAM_FRAMES; f++) frame_owner[BOOTED_RAM + f] = BOOTED_RAM;
    for (word_t f = 0; f < BOOTED_DEVICE_FRAMES; f++) frame_owner[BOOTED_DEVICE + f] = BOOTED_DEVICE;
    cnode_create(BOOTED_CNODE, BOOTED_CNODE_FRAMES);
    cap_root(AT(AT_CNODE), CAP_CNODE, RIGHT_ALL, 4 * BOOTED_CNODE, 128 * BOOTED_CNODE_FRAMES);
    cap_give(AT(AT_CNODE), AT(AT_RAM), CAP_UNTYPED, RIGHT_ALL, BOOTED_RAM, BOOTED_RAM_FRAMES);
    cap_give(AT(AT_CNODE), AT(AT_DEVICE), CAP_UNTYPED, RIGHT_ALL, BOOTED_DEVICE, BOOTED_DEVICE_FRAMES);
}

/* Every full slot is a member of the list, names something of the right kind, and has the ops of its type and rights. */
static word_t sound_slots(void)
{
    word_t members = 0;

    memset(counted_refs, 0, sizeof counted_refs);
    for (word_t s = 1; s < LIMIT_SLOTS; s++) {
        if (!is_slot(s)) continue;
        ck_assert_int_eq(full(s), mdb_window[s].depth != 0);
        ck_assert_uint_eq(cap_window[s].ops, ops_of(cap_window[s].type, cap_window[s].rights));
        if (!full(s)) continue;
        members++;
        if (cap_counted(cap_window[s].type)) counted_refs[cap_window[s].obj]++;
        if (cap_window[s].type == CAP_CNODE) ck_assert_uint_eq(cap_window[s].badge, 128 * frame_live[cap_window[s].obj / 4]);
        if (cap_window[s].type == CAP_UNTYPED) ck_assert_uint_eq(frame_owner[cap_window[s].obj], cap_window[s].obj);
    }
    return members;
}

/* The first slot of the list: the only root. */
static word_t first_slot(void)
{
    word_t first = 0;

    for (word_t s = 1; s < LIMIT_SLOTS; s++) {
        if (!is_slot(s) || !full(s) || mdb_window[s].prev != 0) continue;
        ck_assert_uint_eq(first, 0);
        first = s;
    }
    return first;
}

/* The list from the root on: links agree, depth grows by at most one, rights never grow from parent to child. */
static void sound_list(word_t members)
{
    word_t path[256], n = 0;

    for (word_t s = first_slot(), before = 0; s != 0; before = s, s = mdb_window[s].next) {
        word_t depth = mdb_window[s].depth;
        ck_assert(is_slot(s) && full(s));
        ck_assert_uint_eq(mdb_window[s].prev, before);
        ck_assert(before == 0 ? depth == 1 : depth <= mdb_window[before].depth + 1u);
        path[depth] = s;
        if (depth > 1) ck_assert(rights_within(cap_window[s].rights, cap_window[path[depth - 1]].rights));
        ck_assert_uint_le(++n, members);
    }
    ck_assert_uint_eq(n, members);
}

static int small(word_t kind) { return kind >= KIND_TCB && kind <= KIND_REPLY; }

/* Counts agree with the slots; what is not free has a name, or dies. */
static void sound_frames(void)
{
    word_t dying_heads = 0, listed = 0;

    for (word_t f = 1; f < LIMIT_FRAMES; f++) {
        word_t kind = frame_kind[f], named = 0;
        for (word_t o = 4 * f; o < 4 * f + 4; o++) {
            ck_assert_uint_eq(ref_window[o], counted_refs[o]);
            named += ref_window[o] != 0;
        }
        if (small(kind)) ck_assert(named == frame_live[f] && named != 0);
        if (kind == KIND_USER || kind == KIND_PAGE_TABLE) ck_assert(ref_window[4 * f] != 0);
        if (kind == KIND_FREE) ck_assert_uint_eq(named, 0);
        if (kind == KIND_CNODE && frame_info[f] == f && ref_window[4 * f] == 0) dying_heads++;
        if (kind == KIND_CNODE) ck_assert(frame_kind[frame_info[f]] == KIND_CNODE && f < frame_info[f] + frame_live[frame_info[f]]);
    }
    for (word_t f = purge_head; f != 0; f = frame_link[f] == LIMIT_FRAMES ? 0 : frame_link[f]) ck_assert_uint_le(++listed, dying_heads);
    ck_assert_uint_eq(listed, dying_heads);
}

void booted_sound(void)
{
    word_t members = sound_slots();

    sound_list(members);
    sound_frames();
}

word_t booted_new(word_t i, word_t type, word_t place, word_t size)
{
    ck_assert_uint_eq(retype_check(AT(AT_RAM), type, place, size), ERR_NONE);
    untyped_retype(AT(AT_RAM), type, place, size, AT(i));
    booted_sound();
    return place;
}

static word_t repeat(err_t (*step)(word_t), word_t i)
{
    for (word_t n = 1;; n++) {
        err_t err = step(AT(i));
        booted_sound();
        if (err == ERR_NONE) return n;
        ck_assert_uint_eq(err, ERR_AGAIN);
        ck_assert_uint_lt(n, 10000);
    }
}

word_t booted_delete(word_t i) { return repeat(cnode_delete, i); }
word_t booted_revoke(word_t i) { return repeat(cnode_revoke, i); }

int booted_main(const char *name, void (*add)(TCase *))
{
    Suite *s = suite_create(name);
    TCase *c = tcase_create(name);

    tcase_set_timeout(c, 120);
    tcase_add_checked_fixture(c, booted_make, 0);
    add(c);
    suite_add_tcase(s, c);
    SRunner *r = srunner_create(s);
    srunner_run_all(r, CK_NORMAL);
    int failed = srunner_ntests_failed(r);
    srunner_free(r);
    return failed != 0;
}
