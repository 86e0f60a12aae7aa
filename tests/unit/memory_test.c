/* memory_test.c - the memory and string functions of user programs against those of the host's C library. */
#include <check.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* The library's own names belong to the host: here they get others. */
void *rt_memcpy(void *restrict to, const void *restrict from, size_t count);
void *rt_memmove(void *to, const void *from, size_t count);
void *rt_memset(void *to, int value, size_t count);
int rt_memcmp(const void *a, const void *b, size_t count);
void *rt_memchr(const void *bytes, int value, size_t count);
size_t rt_strlen(const char *s);
int rt_strcmp(const char *a, const char *b);
int rt_strncmp(const char *a, const char *b, size_t count);
char *rt_strchr(const char *s, int c);
#define memcpy rt_memcpy
#define memmove rt_memmove
#define memset rt_memset
#define memcmp rt_memcmp
#define memchr rt_memchr
#define strlen rt_strlen
#define strcmp rt_strcmp
#define strncmp rt_strncmp
#define strchr rt_strchr
#include "../../userland/lib/rt/memory.c"
#include "../../userland/lib/rt/string.c"
#undef memcpy
#undef memmove
#undef memset
#undef memcmp
#undef memchr
#undef strlen
#undef strcmp
#undef strncmp
#undef strchr

enum { BYTES = 64 };
static uint8_t a[BYTES] __attribute__((aligned(8))), b[BYTES] __attribute__((aligned(8))), want[BYTES];

static void fill(void)
{
    for (int i = 0; i < BYTES; i++) { a[i] = (uint8_t)rand(); b[i] = want[i] = (uint8_t)rand(); }
}
static int sign(int x) { return (x > 0) - (x < 0); }

START_TEST(copies_at_every_alignment)
{
    for (size_t to = 0; to < 9; to++)
        for (size_t from = 0; from < 9; from++)
            for (size_t n = 0; n < 40; n++) {
                fill();
                memcpy(want + to, a + from, n);
                ck_assert_ptr_eq(rt_memcpy(b + to, a + from, n), b + to);
                ck_assert_int_eq(memcmp(b, want, BYTES), 0);
            }
}
END_TEST

START_TEST(moves_overlap_in_both_directions)
{
    for (size_t to = 0; to < 20; to++)
        for (size_t from = 0; from < 20; from++)
            for (size_t n = 0; n < 40; n++) {
                fill();
                memmove(want + to, want + from, n);
                ck_assert_ptr_eq(rt_memmove(b + to, b + from, n), b + to);
                ck_assert_int_eq(memcmp(b, want, BYTES), 0);
            }
}
END_TEST

START_TEST(sets_every_length)
{
    static const int VALUE[] = {0, 1, 255, 0x1234, -1};
    for (size_t v = 0; v < 5; v++)
        for (size_t to = 0; to < 9; to++)
            for (size_t n = 0; n < 40; n++) {
                fill();
                memset(want + to, VALUE[v], n);
                ck_assert_ptr_eq(rt_memset(b + to, VALUE[v], n), b + to);
                ck_assert_int_eq(memcmp(b, want, BYTES), 0);
            }
}
END_TEST

START_TEST(comparisons_have_the_same_sign)
{
    for (int i = 0; i < 20000; i++) {
        char x[6] = {0}, y[6] = {0};
        for (int k = 0; k < 5; k++) { x[k] = "\0ab\377"[rand() % 4]; y[k] = "\0ab\377"[rand() % 4]; }
        size_t n = (size_t)rand() % 6;
        int c = "\0abx\377"[rand() % 5];
        ck_assert_int_eq(sign(rt_memcmp(x, y, n)), sign(memcmp(x, y, n)));
        ck_assert_int_eq(sign(rt_strcmp(x, y)), sign(strcmp(x, y)));
        ck_assert_int_eq(sign(rt_strncmp(x, y, n)), sign(strncmp(x, y, n)));
        ck_assert_uint_eq(rt_strlen(x), strlen(x));
        ck_assert_ptr_eq(rt_strchr(x, c), strchr(x, c));
        ck_assert_ptr_eq(rt_memchr(x, c, n), memchr(x, c, n));
    }
}
END_TEST

int main(void)
{
    TCase *c = tcase_create("memory");
    tcase_add_test(c, copies_at_every_alignment);
    tcase_add_test(c, moves_overlap_in_both_directions);
    tcase_add_test(c, sets_every_length);
    tcase_add_test(c, comparisons_have_the_same_sign);
    Suite *s = suite_create("memory");
    suite_add_tcase(s, c);
    SRunner *r = srunner_create(s);
    srunner_run_all(r, CK_NORMAL);
    int failed = srunner_ntests_failed(r);
    srunner_free(r);
    return failed != 0;
}
