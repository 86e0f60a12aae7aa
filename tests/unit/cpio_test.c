/* cpio_test.c - the archive reader against sound and hostile archives. */
#include <check.h>
#include <cpio/cpio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* An archive under construction, copied to exactly fitting memory before it is read, so that ASan sees any overrun. */
static struct { uint8_t bytes[1 << 20]; size_t size; } making;

static void add(const char *name, size_t name_bytes, const char *data, unsigned mode)
{
    char *at = (char *)making.bytes + making.size;
    size_t data_bytes = strlen(data);
    making.size += (size_t)sprintf(at, "070701%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x", 1, mode, 0, 0, 1, 0,
                                   (unsigned)data_bytes, 0, 0, 0, 0, (unsigned)name_bytes, 0);
    memcpy(making.bytes + making.size, name, name_bytes);
    making.size = (making.size + name_bytes + 3) / 4 * 4;
    memcpy(making.bytes + making.size, data, data_bytes);
    making.size = (making.size + data_bytes + 3) / 4 * 4;
}
static void add_file(const char *name, const char *data) { add(name, strlen(name) + 1, data, 0100644); }
static void add_trailer(void) { add_file("TRAILER!!!", ""); }
static void make_sound(void)
{
    memset(&making, 0, sizeof making);
    add("etc", 4, "", 0040755);
    add_file("etc/motd", "hello");
    add_file("./readme", "read me");
    add_trailer();
}
/* The field of entry 0 with that number becomes `value`. */
static void set_field(int field, const char *value) { memcpy(making.bytes + 6 + 8 * field, value, 8); }

static struct cpio_archive exact(size_t size)
{
    uint8_t *copy = malloc(size == 0 ? 1 : size);
    memcpy(copy, making.bytes, size);
    return (struct cpio_archive){copy, size};
}
static enum cpio_error check_made(void)
{
    uint64_t where;
    struct cpio_archive a = exact(making.size);
    enum cpio_error error = cpio_check(&a, &where);
    free((void *)a.bytes);
    return error;
}

START_TEST(sound_archive_is_read)
{
    struct cpio_entry e;
    make_sound();
    struct cpio_archive a = exact(making.size);
    ck_assert_int_eq(check_made(), CPIO_OK);
    ck_assert_int_eq(cpio_find(&a, "/etc/motd", &e), CPIO_OK);
    ck_assert_uint_eq(e.data_bytes, 5);
    ck_assert_int_eq(memcmp(e.data, "hello", 5), 0);
    ck_assert_int_eq(cpio_kind(&e), CPIO_FILE);
    ck_assert_int_eq(cpio_find(&a, "readme", &e), CPIO_OK);
    ck_assert_str_eq(e.name, "readme");
    ck_assert_int_eq(cpio_find(&a, "./etc/", &e), CPIO_OK);
    ck_assert_int_eq(cpio_kind(&e), CPIO_DIRECTORY);
    ck_assert_int_eq(cpio_find(&a, "etc/mot", &e), CPIO_ABSENT);
    ck_assert_int_eq(cpio_find(&a, "etc/motd2", &e), CPIO_ABSENT);
    free((void *)a.bytes);
}
END_TEST

START_TEST(every_truncation_is_refused)
{
    make_sound();
    size_t whole = making.size;
    uint64_t where;
    for (size_t size = 0; size < whole - 3; size++) {
        struct cpio_archive a = exact(size);
        ck_assert_int_eq(cpio_check(&a, &where), CPIO_TRUNCATED);
        free((void *)a.bytes);
    }
}
END_TEST

START_TEST(every_flipped_byte_is_survived)
{
    struct cpio_entry e;
    uint64_t where;
    make_sound();
    for (size_t i = 0; i < making.size; i++)
        for (int bit = 0; bit < 8; bit++) {
            making.bytes[i] ^= (uint8_t)(1 << bit);
            struct cpio_archive a = exact(making.size);
            (void)cpio_check(&a, &where);
            ck_assert(where <= a.size);
            if (cpio_find(&a, "etc/motd", &e) == CPIO_OK) ck_assert(e.data + e.data_bytes <= a.bytes + a.size);
            free((void *)a.bytes);
            making.bytes[i] ^= (uint8_t)(1 << bit);
        }
}
END_TEST

START_TEST(headers_are_validated)
{
    make_sound(); memcpy(making.bytes, "070707", 6); ck_assert_int_eq(check_made(), CPIO_MAGIC);
    make_sound(); memcpy(making.bytes, "070702", 6); ck_assert_int_eq(check_made(), CPIO_OK);
    make_sound(); set_field(1, "0000000g"); ck_assert_int_eq(check_made(), CPIO_HEX);
    make_sound(); set_field(6, "-0000001"); ck_assert_int_eq(check_made(), CPIO_HEX);
    make_sound(); set_field(6, "ffffffff"); ck_assert_int_eq(check_made(), CPIO_TRUNCATED);
    make_sound(); set_field(6, "FFFFFFFD"); ck_assert_int_eq(check_made(), CPIO_TRUNCATED);
    make_sound(); set_field(11, "ffffffff"); ck_assert_int_eq(check_made(), CPIO_TRUNCATED);
    make_sound(); set_field(11, "00000000"); ck_assert_int_eq(check_made(), CPIO_NAME);
    make_sound(); set_field(11, "00000001"); ck_assert_int_eq(check_made(), CPIO_NAME);
    make_sound(); set_field(11, "00000003"); ck_assert_int_eq(check_made(), CPIO_NAME); /* NUL missing */
    make_sound(); set_field(11, "00000005"); ck_assert_int_eq(check_made(), CPIO_NAME); /* NUL in the middle */
    make_sound(); set_field(11, "00000101"); ck_assert_int_eq(check_made(), CPIO_NAME); /* 257 bytes */
}
END_TEST

static enum cpio_error check_name(const char *name)
{
    memset(&making, 0, sizeof making);
    add_file(name, "x");
    add_trailer();
    return check_made();
}

START_TEST(names_may_not_escape)
{
    static const char *const BAD[] = {"..", "../x", "a/../b", "a/..", "/etc/motd", "./../x", "a//../b"};
    static const char *const GOOD[] = {"...", "..x", "x..", "a/..b", "a/.b", ".", "./a"};
    for (size_t i = 0; i < sizeof BAD / sizeof BAD[0]; i++) ck_assert_int_eq(check_name(BAD[i]), CPIO_ESCAPE);
    for (size_t i = 0; i < sizeof GOOD / sizeof GOOD[0]; i++) ck_assert_int_eq(check_name(GOOD[i]), CPIO_OK);
}
END_TEST

START_TEST(duplicates_and_crowds_are_refused)
{
    char name[16];
    memset(&making, 0, sizeof making);
    add_file("a", "1"); add_file("b", "2"); add_file("./a", "3"); add_trailer();
    ck_assert_int_eq(check_made(), CPIO_DUPLICATE);
    memset(&making, 0, sizeof making);
    for (int i = 0; i <= CPIO_ENTRIES_MAX; i++) { sprintf(name, "f%d", i); add_file(name, ""); }
    add_trailer();
    ck_assert_int_eq(check_made(), CPIO_CROWDED);
}
END_TEST

START_TEST(offsets_beyond_the_archive_are_refused)
{
    struct cpio_entry e;
    make_sound();
    struct cpio_archive a = exact(making.size);
    ck_assert_int_eq(cpio_next(&a, a.size, &e), CPIO_TRUNCATED);
    ck_assert_int_eq(cpio_next(&a, a.size + 1, &e), CPIO_TRUNCATED);
    ck_assert_int_eq(cpio_next(&a, UINT64_MAX, &e), CPIO_TRUNCATED);
    free((void *)a.bytes);
}
END_TEST

int main(void)
{
    TCase *c = tcase_create("cpio");
    tcase_set_timeout(c, 60);
    tcase_add_test(c, sound_archive_is_read);
    tcase_add_test(c, every_truncation_is_refused);
    tcase_add_test(c, every_flipped_byte_is_survived);
    tcase_add_test(c, headers_are_validated);
    tcase_add_test(c, names_may_not_escape);
    tcase_add_test(c, duplicates_and_crowds_are_refused);
    tcase_add_test(c, offsets_beyond_the_archive_are_refused);
    Suite *s = suite_create("cpio");
    suite_add_tcase(s, c);
    SRunner *r = srunner_create(s);
    srunner_run_all(r, CK_NORMAL);
    int failed = srunner_ntests_failed(r);
    srunner_free(r);
    return failed != 0;
}
