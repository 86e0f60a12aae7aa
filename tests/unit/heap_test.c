/* heap_test.c - places for objects never overlap, types never share a frame, and everything comes back. */
#include <check.h>
#include <heap/heap.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST = 1000, FRAMES = 40 };
static struct heap heap;
static uint8_t owner[FRAMES * HEAP_PLACES]; /* the type at each place, 0 = free */

static void mark(uint64_t object, uint32_t places, uint8_t from, uint8_t to)
{
    ck_assert(object >= FIRST * HEAP_PLACES && object + places <= (FIRST + FRAMES) * HEAP_PLACES);
    for (uint32_t i = 0; i < places; i++) {
        ck_assert_uint_eq(owner[object - FIRST * HEAP_PLACES + i], from);
        owner[object - FIRST * HEAP_PLACES + i] = to;
    }
}
static void compare(void)
{
    uint32_t used = 0;
    for (int f = 0; f < FRAMES; f++) {
        uint8_t type = 0;
        for (int p = 0; p < HEAP_PLACES; p++) {
            uint8_t t = owner[f * HEAP_PLACES + p];
            ck_assert(t == 0 || type == 0 || t == type);
            if (t != 0) type = t;
        }
        used += type != 0;
    }
    ck_assert_uint_eq(heap_used(&heap), used);
}

START_TEST(random_use_never_overlaps)
{
    struct { uint64_t object; uint32_t frames; uint8_t type; } taken[FRAMES * HEAP_PLACES];
    uint32_t count = 0;
    srand(3);
    memset(owner, 0, sizeof owner);
    heap_setup(&heap, FIRST, FRAMES);
    for (int i = 0; i < 50000; i++) {
        uint8_t type = (uint8_t)(1 + rand() % 4);
        uint32_t frames = rand() % 4 == 0 ? 1 + (uint32_t)rand() % 5 : 0;
        if (rand() % 2) {
            if (frames > 0) type = 9;
            uint64_t object = frames > 0 ? heap_take_frames(&heap, type, frames) : heap_take_small(&heap, type);
            if (object == 0) continue;
            mark(object, frames > 0 ? frames * HEAP_PLACES : 1, 0, type);
            taken[count].object = object; taken[count].frames = frames; taken[count].type = type;
            count++;
        } else if (count > 0) {
            uint32_t w = (uint32_t)rand() % count;
            mark(taken[w].object, taken[w].frames > 0 ? taken[w].frames * HEAP_PLACES : 1, taken[w].type, 0);
            if (taken[w].frames > 0) heap_give_frames(&heap, taken[w].object, taken[w].frames);
            else heap_give_small(&heap, taken[w].object);
            taken[w] = taken[--count];
        }
        compare();
    }
}
END_TEST

START_TEST(small_objects_share_frames_of_their_type)
{
    heap_setup(&heap, FIRST, 2);
    for (uint64_t i = 0; i < 4; i++) ck_assert_uint_eq(heap_take_small(&heap, 1), FIRST * 4 + i);
    ck_assert_uint_eq(heap_take_small(&heap, 2), FIRST * 4 + 4);
    ck_assert_uint_eq(heap_take_small(&heap, 1), 0);
    ck_assert_uint_eq(heap_take_frames(&heap, 1, 1), 0);
    heap_give_small(&heap, FIRST * 4 + 2);
    ck_assert_uint_eq(heap_take_small(&heap, 2), FIRST * 4 + 5);
    ck_assert_uint_eq(heap_take_small(&heap, 1), FIRST * 4 + 2);
}
END_TEST

START_TEST(frames_are_found_behind_others)
{
    heap_setup(&heap, FIRST, 8);
    uint64_t a = heap_take_frames(&heap, 1, 3);
    ck_assert_uint_eq(heap_take_frames(&heap, 1, 3), a + 12);
    ck_assert_uint_eq(heap_take_frames(&heap, 1, 3), 0);
    heap_give_frames(&heap, a, 3);
    ck_assert_uint_eq(heap_take_frames(&heap, 2, 3), a);
    ck_assert_uint_eq(heap_take_frames(&heap, 2, 0), 0);
    heap_setup(&heap, FIRST, HEAP_FRAMES + 5);
    ck_assert_uint_eq(heap.count, HEAP_FRAMES);
}
END_TEST

int main(void)
{
    TCase *c = tcase_create("heap");
    tcase_set_timeout(c, 60);
    tcase_add_test(c, random_use_never_overlaps);
    tcase_add_test(c, small_objects_share_frames_of_their_type);
    tcase_add_test(c, frames_are_found_behind_others);
    Suite *s = suite_create("heap");
    suite_add_tcase(s, c);
    SRunner *r = srunner_create(s);
    srunner_run_all(r, CK_NORMAL);
    int failed = srunner_ntests_failed(r);
    srunner_free(r);
    return failed != 0;
}
