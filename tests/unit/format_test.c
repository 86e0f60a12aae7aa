/* format_test.c - formatted text compared with the C library's, numbers and command lines. */
#include <check.h>
#include <rt/format.h>
#include <rt/number.h>
#include <rt/words.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SAME(...)                                                                                                      \
    do {                                                                                                               \
        char want[256], got[256];                                                                                      \
        int length = snprintf(want, sizeof want, __VA_ARGS__);                                                         \
        ck_assert_uint_eq(format_print(got, sizeof got, __VA_ARGS__), (unsigned)length);                               \
        ck_assert_str_eq(got, want);                                                                                   \
    } while (0)

START_TEST(same_as_the_c_library)
{
    SAME("plain %% text");
    SAME("%s|%10s|%-10s|%2s", "abc", "abc", "abc", "abc");
    SAME("%c%5c%-5c|", 'a', 'b', 'c');
    SAME("%d %d %d %5d %-5d| %05d", 0, -1, 2147483647, 42, 42, -42);
    SAME("%d %ld %ld", -2147483647 - 1, INT64_MIN, INT64_MAX);
    SAME("%u %lu %08x %lx", 4294967295u, UINT64_MAX, 0xbeefu, 0x123456789abcdef0ul);
    SAME("%016lx|%20lu|%-20lu|", 1ul, UINT64_MAX, 7ul);
    SAME("%p", (void *)0x1234);
}
END_TEST

START_TEST(never_writes_outside)
{
    for (uint32_t size = 1; size < 16; size++) {
        char *exact = malloc(size);
        ck_assert_uint_eq(format_print(exact, size, "%s-%d", "hello", 12345), 11);
        ck_assert_uint_eq(strlen(exact), size < 12 ? size - 1 : 11);
        ck_assert_int_eq(strncmp(exact, "hello-12345", size - 1), 0);
        free(exact);
    }
}
END_TEST

START_TEST(unknown_directives_stand)
{
    char got[64];
    const char *unknown = "a%qb%"; /* not a literal: the compiler must not check it */
    format_print(got, sizeof got, unknown);
    ck_assert_str_eq(got, "a%qb%");
    const char *string = "%s", *volatile none = 0;
    format_print(got, sizeof got, string, none);
    ck_assert_str_eq(got, "(null)");
}
END_TEST

START_TEST(numbers_are_read_exactly)
{
    uint64_t v = 7;
    ck_assert_int_eq(number_parse("0", &v), NUMBER_OK); ck_assert(v == 0);
    ck_assert_int_eq(number_parse("18446744073709551615", &v), NUMBER_OK); ck_assert(v == UINT64_MAX);
    ck_assert_int_eq(number_parse("0xFFFFffffFFFFffff", &v), NUMBER_OK); ck_assert(v == UINT64_MAX);
    ck_assert_int_eq(number_parse("0x10", &v), NUMBER_OK); ck_assert(v == 16);
    ck_assert_int_eq(number_parse("18446744073709551616", &v), NUMBER_LARGE);
    ck_assert_int_eq(number_parse("0x10000000000000000", &v), NUMBER_LARGE);
    ck_assert_int_eq(number_parse("", &v), NUMBER_EMPTY);
    ck_assert_int_eq(number_parse("0x", &v), NUMBER_EMPTY);
    ck_assert_int_eq(number_parse("12a", &v), NUMBER_DIGIT);
    ck_assert_int_eq(number_parse("-1", &v), NUMBER_DIGIT);
    ck_assert_int_eq(number_parse(" 1", &v), NUMBER_DIGIT);
    ck_assert_int_eq(number_parse("0xg", &v), NUMBER_DIGIT);
    ck_assert(v == 16);
}
END_TEST

static char text[64], *word[4];
static uint32_t count;
static enum words_error split(const char *line)
{
    snprintf(text, sizeof text, "%s", line);
    return words_split(text, word, 4, &count);
}
START_TEST(lines_are_cut_into_words)
{
    ck_assert_int_eq(split("  ls   /etc\t"), WORDS_OK);
    ck_assert_uint_eq(count, 2); ck_assert_str_eq(word[0], "ls"); ck_assert_str_eq(word[1], "/etc");
    ck_assert_int_eq(split("echo 'a b' \"c 'd\" e\"f\"g"), WORDS_OK);
    ck_assert_uint_eq(count, 4); ck_assert_str_eq(word[1], "a b"); ck_assert_str_eq(word[2], "c 'd");
    ck_assert_str_eq(word[3], "efg");
    ck_assert_int_eq(split("echo ''"), WORDS_OK); ck_assert_uint_eq(count, 2); ck_assert_str_eq(word[1], "");
    ck_assert_int_eq(split(""), WORDS_OK); ck_assert_uint_eq(count, 0);
    ck_assert_int_eq(split("   "), WORDS_OK); ck_assert_uint_eq(count, 0);
    ck_assert_int_eq(split("echo 'a"), WORDS_QUOTE);
    ck_assert_int_eq(split("a b c d e"), WORDS_MANY);
    ck_assert_int_eq(split("a b c d  "), WORDS_OK);
}
END_TEST

int main(void)
{
    TCase *c = tcase_create("format");
    tcase_add_test(c, same_as_the_c_library);
    tcase_add_test(c, never_writes_outside);
    tcase_add_test(c, unknown_directives_stand);
    tcase_add_test(c, numbers_are_read_exactly);
    tcase_add_test(c, lines_are_cut_into_words);
    Suite *s = suite_create("format");
    suite_add_tcase(s, c);
    SRunner *r = srunner_create(s);
    srunner_run_all(r, CK_NORMAL);
    int failed = srunner_ntests_failed(r);
    srunner_free(r);
    return failed != 0;
}
