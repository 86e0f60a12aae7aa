/* pool_test.c - the frame pool against a plain array of marks. */
#include <check.h>
#include <pool/pool.h>
#include <stdlib.h>
#include <string.h>

enum { FRAMES = 400 };
static struct pool pool;
static uint8_t is_free[FRAMES];

static int model_give(uint64_t first, uint64_t count)
{
    if (count == 0 || first + count > FRAMES) return 0;
    for (uint64_t f = first; f < first + count; f++)
        if (is_free[f]) return 0;
    memset(is_free + first, 1, count);
    return 1;
}
static int model_fits(uint64_t first, uint64_t count)
{
    for (uint64_t f = first; f < first + count; f++)
        if (f >= FRAMES || !is_free[f]) return 0;
    return 1;
}
static int model_take(uint64_t count, uint64_t *first)
{
    for (*first = 0; *first < FRAMES; (*first)++)
        if (model_fits(*first, count)) { memset(is_free + *first, 0, count); return 1; }
    return 0;
}
static void compare(void)
{
    uint64_t sum = 0, end = 0;
    for (uint32_t i = 0; i < pool.used; i++) {
        ck_assert(pool.range[i].count > 0 && (i == 0 || pool.range[i].first > end));
        ck_assert(model_fits(pool.range[i].first, pool.range[i].count));
        end = pool.range[i].first + pool.range[i].count;
    }
    for (int f = 0; f < FRAMES; f++) sum += is_free[f];
    ck_assert_uint_eq(pool_free(&pool), sum);
}

START_TEST(random_use_matches_the_marks)
{
    struct pool_range taken[FRAMES];
    uint32_t count = 0;
    memset(&pool, 0, sizeof pool);
    memset(is_free, 0, sizeof is_free);
    srand(7);
    ck_assert(pool_give(&pool, 10, 150) && model_give(10, 150));
    ck_assert(pool_give(&pool, 200, 200) && model_give(200, 200));
    for (int i = 0; i < 20000; i++) {
        uint64_t want = 1 + (uint64_t)rand() % 20, a = 0, b = 0;
        if (rand() % 2) {
            int got = pool_take(&pool, want, &a);
            ck_assert_int_eq(got, model_take(want, &b));
            if (got) { ck_assert_uint_eq(a, b); taken[count++] = (struct pool_range){a, want}; }
        } else if (count > 0) {
            uint32_t which = (uint32_t)rand() % count;
            ck_assert(pool_give(&pool, taken[which].first, taken[which].count));
            ck_assert(model_give(taken[which].first, taken[which].count));
            taken[which] = taken[--count];
        }
        compare();
    }
    while (count > 0) { count--; ck_assert(pool_give(&pool, taken[count].first, taken[count].count)); }
    ck_assert_uint_eq(pool.used, 2);
    ck_assert(pool.range[0].first == 10 && pool.range[0].count == 150);
    ck_assert(pool.range[1].first == 200 && pool.range[1].count == 200);
    ck_assert_uint_eq(pool_largest(&pool), 200);
}
END_TEST

START_TEST(wrong_gifts_change_nothing)
{
    memset(&pool, 0, sizeof pool);
    ck_assert(pool_give(&pool, 10, 10));
    ck_assert(!pool_give(&pool, 10, 1));
    ck_assert(!pool_give(&pool, 19, 5));
    ck_assert(!pool_give(&pool, 5, 6));
    ck_assert(!pool_give(&pool, 0, 100));
    ck_assert(!pool_give(&pool, 30, 0));
    ck_assert(!pool_give(&pool, 30, UINT64_MAX));
    ck_assert_uint_eq(pool_free(&pool), 10);
    uint64_t first;
    ck_assert(!pool_take(&pool, 11, &first));
    ck_assert(!pool_take(&pool, 0, &first));
}
END_TEST

START_TEST(full_array_refuses_only_new_ranges)
{
    memset(&pool, 0, sizeof pool);
    for (uint64_t i = 0; i < POOL_RANGES; i++) ck_assert(pool_give(&pool, 10 + 2 * i, 1));
    ck_assert(!pool_give(&pool, 5000, 1));
    ck_assert(pool_give(&pool, 11, 1));
    ck_assert(pool_give(&pool, 5000, 1));
}
END_TEST

int main(void)
{
    TCase *c = tcase_create("pool");
    tcase_set_timeout(c, 60);
    tcase_add_test(c, random_use_matches_the_marks);
    tcase_add_test(c, wrong_gifts_change_nothing);
    tcase_add_test(c, full_array_refuses_only_new_ranges);
    Suite *s = suite_create("pool");
    suite_add_tcase(s, c);
    SRunner *r = srunner_create(s);
    srunner_run_all(r, CK_NORMAL);
    int failed = srunner_ntests_failed(r);
    srunner_free(r);
    return failed != 0;
}
