/* catalogue_test.c - paths and directories of archives, sound and damaged. */
#include <catalogue/catalogue.h>
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct { uint8_t bytes[1 << 16]; size_t size; } made;
static struct catalogue catalogue;

static void add(const char *name, const char *data, unsigned mode)
{
    size_t name_bytes = strlen(name) + 1, data_bytes = strlen(data);
    made.size += (size_t)sprintf((char *)made.bytes + made.size, "070701%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x", 1, mode, 0,
                                 0, 1, 0, (unsigned)data_bytes, 0, 0, 0, 0, (unsigned)name_bytes, 0);
    memcpy(made.bytes + made.size, name, name_bytes);
    made.size = (made.size + name_bytes + 3) / 4 * 4;
    memcpy(made.bytes + made.size, data, data_bytes);
    made.size = (made.size + data_bytes + 3) / 4 * 4;
}
static enum cpio_error setup(void)
{
    uint64_t where;
    return catalogue_setup(&catalogue, made.bytes, made.size, &where);
}
/* The root has etc, etcetera and readme; etc has motd and deep, which has file. */
static void make_tree(void)
{
    memset(&made, 0, sizeof made);
    add("etc", "", 0040755); add("etc/deep", "", 0040755); add("etc/deep/file", "f", 0100644); add("etc/motd", "hello", 0100644);
    add("etcetera", "x", 0100644); add("./readme", "read", 0100644); add("TRAILER!!!", "", 0);
    ck_assert_int_eq(setup(), CPIO_OK);
}
static const char *name_of(uint64_t node)
{
    struct cpio_entry entry;
    return catalogue_entry(&catalogue, node, &entry) ? entry.name : "(none)";
}
/* The children of a path, each followed by a blank. */
static const char *list(const char *path)
{
    static char text[256];
    uint64_t directory, child = 0;
    text[0] = 0;
    ck_assert(catalogue_open(&catalogue, path, &directory));
    while ((child = catalogue_child(&catalogue, directory, child)) != 0) { strcat(text, name_of(child)); strcat(text, " "); }
    return text;
}

START_TEST(paths_name_nodes)
{
    static const char *const SAME[] = {"etc/motd", "/etc/motd", "./etc/motd", "/./etc/motd", "etc/motd/"};
    static const char *const NONE[] = {"etc/mot", "etc/motd2", "motd", "etc/motd/x", "etc//motd", "..", "etc/..", "tc", "etce"};
    uint64_t node;
    make_tree();
    for (size_t i = 0; i < sizeof SAME / sizeof SAME[0]; i++) {
        ck_assert(catalogue_open(&catalogue, SAME[i], &node));
        ck_assert_str_eq(name_of(node), "etc/motd");
    }
    for (size_t i = 0; i < sizeof NONE / sizeof NONE[0]; i++) ck_assert(!catalogue_open(&catalogue, NONE[i], &node));
    ck_assert(catalogue_open(&catalogue, "/", &node) && node == 0);
    ck_assert(catalogue_open(&catalogue, ".", &node) && node == 0);
}
END_TEST

START_TEST(directories_list_their_own)
{
    make_tree();
    ck_assert_str_eq(list("/"), "etc etcetera readme ");
    ck_assert_str_eq(list("etc"), "etc/deep etc/motd ");
    ck_assert_str_eq(list("/etc/deep/"), "etc/deep/file ");
    ck_assert_str_eq(list("etc/motd"), "");
}
END_TEST

START_TEST(wrong_numbers_are_nothing)
{
    struct cpio_entry entry;
    make_tree();
    ck_assert(!catalogue_entry(&catalogue, 0, &entry));
    ck_assert(!catalogue_entry(&catalogue, 7, &entry));
    ck_assert(!catalogue_entry(&catalogue, UINT64_MAX, &entry));
    ck_assert_uint_eq(catalogue_child(&catalogue, 99, 0), 0);
    ck_assert_uint_eq(catalogue_child(&catalogue, 0, UINT64_MAX), 0);
    ck_assert_uint_eq(catalogue_child(&catalogue, 0, 6), 0);
}
END_TEST

START_TEST(unsound_archives_have_no_nodes)
{
    uint64_t node;
    make_tree();
    for (size_t i = 0; i < made.size; i++) {
        uint8_t byte = made.bytes[i];
        made.bytes[i] = 0xff;
        if (setup() != CPIO_OK) {
            ck_assert(!catalogue_open(&catalogue, "readme", &node));
            ck_assert_str_eq(list("/"), "");
        }
        made.bytes[i] = byte;
    }
    made.size = 0;
    ck_assert_int_eq(setup(), CPIO_OK); /* no archive: an empty root */
    ck_assert_str_eq(list("/"), "");
}
END_TEST

int main(void)
{
    TCase *c = tcase_create("catalogue");
    tcase_add_test(c, paths_name_nodes);
    tcase_add_test(c, directories_list_their_own);
    tcase_add_test(c, wrong_numbers_are_nothing);
    tcase_add_test(c, unsound_archives_have_no_nodes);
    Suite *s = suite_create("catalogue");
    suite_add_tcase(s, c);
    SRunner *r = srunner_create(s);
    srunner_run_all(r, CK_NORMAL);
    int failed = srunner_ntests_failed(r);
    srunner_free(r);
    return failed != 0;
}
