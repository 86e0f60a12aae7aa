/* fdt_test.c - the device tree reader against a sound tree, every truncation of it, and damaged ones. */
#include <check.h>
#include "fdt_tree.h"
#include "../../arch/common/fdt.c"
#include "../../arch/common/fdt_node.c"
#include "../../arch/common/fdt_prop.c"
#include "../../arch/common/fdt_token.c"

static void make_sound(void)
{
    tree_start();
    tree.reserve_base = 0x100001000;
    tree.reserve_bytes = 0x2000;
    tree_begin("");
    TREE_CELLS("#address-cells", 2);
    TREE_CELLS("#size-cells", 1);
    tree_begin("memory@40000000");
    tree_text("device_type", "memory");
    TREE_CELLS("reg", 0, 0x40000000, 0x1000, 1, 0x80000000, 0x2000);
    tree_end();
    tree_token(4);
    tree_begin("bus");
    TREE_CELLS("#address-cells", 1);
    TREE_CELLS("#size-cells", 0);
    tree_begin("uart@7");
    tree_property("compatible", "arm,pl011\0arm,primecell", 24);
    tree_text("status", "disabled");
    TREE_CELLS("reg", 7);
    tree_end();
    tree_begin("wide@8");
    TREE_CELLS("#address-cells", 3);
    TREE_CELLS("reg", 8);
    tree_begin("leaf");
    TREE_CELLS("reg", 1, 2, 3, 4, 5);
    tree_end();
    tree_end();
    tree_end();
    tree_begin("chosen");
    tree_text("bootargs", "hello");
    tree_property("unterminated", "abc", 3);
    tree_end();
    tree_end();
    tree_token(9);
    tree_finish();
}

/* Every reader on every node: what they say does not matter, only where they read and that they end. Returns the nodes seen. */
static int walk(const struct fdt *f)
{
    struct fdt_node node;
    struct fdt_prop prop;
    uint64_t base, bytes;
    int seen = 0;

    for (uint32_t i = 0; i < 64 && fdt_reserved(f, i, &base, &bytes); i++) {
    }
    for (bool more = fdt_root(f, &node); more; more = fdt_next(f, &node)) {
        seen += node.name[strlen(node.name)] == 0;
        for (uint32_t i = 0; fdt_reg(f, &node, i, &base, &bytes); i++) {
        }
        if (fdt_property(f, &node, "compatible", &prop)) fdt_lists(&prop, "arm,primecell");
        fdt_enabled(f, &node);
    }
    if (fdt_root(f, &node)) fdt_find_compatible(f, &node, "arm,pl011");
    fdt_find_top(f, &node, "chosen");
    return seen;
}

/* Opens an exact copy of the blob; the nodes it shows, -1 if it is refused. */
static int read_copy(uint32_t n)
{
    uint8_t *copy = tree_copy(n);
    struct fdt f;
    int seen = fdt_open(&f, copy, n) ? walk(&f) : -1;

    free(copy);
    return seen;
}

START_TEST(sound)
{
    struct fdt f;
    struct fdt_node node;
    struct fdt_prop prop;
    uint64_t base, bytes;
    static const char *const names[] = {"", "memory@40000000", "bus", "uart@7", "wide@8", "leaf", "chosen"};
    static const uint32_t depths[] = {0, 1, 1, 2, 2, 3, 1};

    make_sound();
    ck_assert(fdt_open(&f, tree.blob, tree.bytes));
    ck_assert(fdt_reserved(&f, 0, &base, &bytes) && base == 0x100001000 && bytes == 0x2000);
    ck_assert(!fdt_reserved(&f, 1, &base, &bytes));
    ck_assert(fdt_root(&f, &node));
    for (int i = 0; i < 7; i++) {
        ck_assert_str_eq(node.name, names[i]);
        ck_assert_uint_eq(node.depth, depths[i]);
        ck_assert_int_eq(fdt_next(&f, &node), i < 6);
    }
    ck_assert(fdt_find_top(&f, &node, "memory@40000000"));
    ck_assert(fdt_reg(&f, &node, 0, &base, &bytes) && base == 0x40000000 && bytes == 0x1000);
    ck_assert(fdt_reg(&f, &node, 1, &base, &bytes) && base == 0x180000000 && bytes == 0x2000);
    ck_assert(!fdt_reg(&f, &node, 2, &base, &bytes));
    ck_assert(!fdt_find_top(&f, &node, "uart@7"));
    ck_assert(fdt_find_top(&f, &node, "chosen") && fdt_property(&f, &node, "bootargs", &prop));
    ck_assert_str_eq((const char *)prop.value, "hello");
    ck_assert(!fdt_property(&f, &node, "reg", &prop));
}
END_TEST

START_TEST(values)
{
    struct fdt f;
    struct fdt_node node;
    struct fdt_prop prop;
    uint64_t base, bytes;
    uint32_t cell;

    make_sound();
    ck_assert(fdt_open(&f, tree.blob, tree.bytes) && fdt_root(&f, &node));
    ck_assert(!fdt_find_compatible(&f, &node, "arm,pl011"));
    ck_assert(fdt_root(&f, &node));
    while (strcmp(node.name, "uart@7") != 0) ck_assert(fdt_next(&f, &node));
    ck_assert(!fdt_enabled(&f, &node) && !fdt_reg(&f, &node, 0, &base, &bytes));
    ck_assert(fdt_property(&f, &node, "compatible", &prop));
    ck_assert(fdt_lists(&prop, "arm,pl011") && fdt_lists(&prop, "arm,primecell"));
    ck_assert(!fdt_lists(&prop, "arm,pl01") && !fdt_lists(&prop, "primecell") && !fdt_lists(&prop, "arm,pl0111"));
    ck_assert(fdt_cell(&prop, 5, &cell) && !fdt_cell(&prop, 6, &cell) && !fdt_cell(&prop, 0xffffffff, &cell) && !fdt_number(&prop, &base));
    while (strcmp(node.name, "leaf") != 0) ck_assert(fdt_next(&f, &node));
    ck_assert(!fdt_reg(&f, &node, 0, &base, &bytes));
    ck_assert(fdt_find_top(&f, &node, "chosen") && fdt_property(&f, &node, "unterminated", &prop));
    ck_assert(!fdt_lists(&prop, "abc"));
}
END_TEST

/* A tree that is cut short is refused, whether its header says so or not. */
START_TEST(truncated)
{
    make_sound();
    uint32_t whole = tree.bytes;
    ck_assert_int_eq(read_copy(whole), 7);
    for (uint32_t n = 0; n < whole; n++) ck_assert_int_eq(read_copy(n), -1);
    for (uint32_t n = 0; n < whole; n++) {
        tree_header(1, n);
        ck_assert_int_eq(read_copy(whole), -1);
    }
}
END_TEST

/* One damaged byte: the sanitizer judges the reads, the test that the walk ends with no more nodes than tokens. */
START_TEST(damaged_byte)
{
    make_sound();
    for (uint32_t at = 0; at < tree.bytes; at++) {
        uint8_t was = tree.blob[at];
        for (int v = 0; v < 256; v++) {
            tree.blob[at] = (uint8_t)v;
            ck_assert_int_le(read_copy(tree.bytes), (int)tree.bytes / 4);
        }
        tree.blob[at] = was;
    }
}
END_TEST

START_TEST(damaged_words)
{
    static const uint32_t words[] = {0, 1, 2, 3, 4, 9, 0x7fffffff, 0x80000000, 0xfffffffc, 0xffffffff};
    uint32_t seed = 1;

    for (int round = 0; round < 20000; round++) {
        make_sound();
        for (int k = 0; k < 3; k++) {
            seed = seed * 1664525 + 1013904223;
            put32(tree.blob + (seed >> 8) % (tree.bytes / 4) * 4, words[(seed >> 4) % 10]);
        }
        put32(tree.blob, 0xd00dfeed);
        tree_header(1, tree.bytes);
        ck_assert_int_le(read_copy(tree.bytes), (int)tree.bytes / 4);
    }
}
END_TEST

/* Header fields: magic, size, structure, strings, reservations, version, last compatible, boot core, strings bytes, structure bytes. */
START_TEST(header)
{
    static const struct { int field; uint32_t value; } bad[] = {
        {0, 0xd00dfeee}, {1, 39}, {1, 0xffffffff}, {2, 0}, {2, 36}, {2, TREE_STRUCT_AT + 2}, {2, 0xfffffffc}, {3, 8}, {3, 0xffffffff}, {4, 0}, {4, 44},
        {4, 0xfffffff8}, {5, 16}, {6, 18}, {8, 0}, {8, 0xffffffff}, {9, 0}, {9, 4}, {9, 0xfffffffc},
    };
    for (unsigned i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        make_sound();
        tree_header(bad[i].field, bad[i].value);
        ck_assert_msg(read_copy(tree.bytes) == -1, "header field %d = %x", bad[i].field, bad[i].value);
    }
}
END_TEST

static int tokens(int n, const uint32_t *list)
{
    tree_start();
    for (int i = 0; i < n; i++) tree_token(list[i]);
    tree.names_bytes = 1;
    tree_finish();
    return read_copy(tree.bytes);
}
#define TOKENS(...) tokens(sizeof((uint32_t[]){__VA_ARGS__}) / 4, (uint32_t[]){__VA_ARGS__})

START_TEST(structure)
{
    ck_assert_int_eq(TOKENS(1, 0, 2, 9), 1);
    ck_assert_int_eq(TOKENS(4, 1, 0, 4, 3, 0, 0, 2, 4, 9), 1);
    ck_assert_int_eq(TOKENS(9), -1);                        /* no root */
    ck_assert_int_eq(TOKENS(1, 0, 2), -1);                  /* no end */
    ck_assert_int_eq(TOKENS(1, 0, 9), -1);                  /* open at the end */
    ck_assert_int_eq(TOKENS(1, 0, 2, 2, 9), -1);            /* closed twice */
    ck_assert_int_eq(TOKENS(1, 0, 2, 1, 0, 2, 9), -1);      /* two roots */
    ck_assert_int_eq(TOKENS(3, 0, 0, 1, 0, 2, 9), -1);      /* property outside */
    ck_assert_int_eq(TOKENS(1, 0, 5, 2, 9), -1);            /* unknown token */
    ck_assert_int_eq(TOKENS(1, 0, 3, 0, 1, 2, 9), -1);      /* name behind the strings */
    ck_assert_int_eq(TOKENS(1, 0, 3), -1);                  /* property without its head */
    ck_assert_int_eq(TOKENS(1, 0, 3, 0), -1);
    ck_assert_int_eq(TOKENS(1, 0, 3, 9, 0, 2, 9), -1);      /* value behind the structure */
    ck_assert_int_eq(TOKENS(1, 0, 3, 0xffffffff, 0, 2, 9), -1);
    ck_assert_int_eq(TOKENS(1, 0x61616161), -1);            /* name without an end */
}
END_TEST

static int nested(int depth)
{
    tree_start();
    for (int i = 0; i < depth; i++) tree_begin("n");
    for (int i = 0; i < depth; i++) tree_end();
    tree_token(9);
    tree.names_bytes = 1;
    tree_finish();
    return read_copy(tree.bytes);
}

START_TEST(depth)
{
    ck_assert_int_eq(nested(FDT_DEPTH), FDT_DEPTH);
    ck_assert_int_eq(nested(FDT_DEPTH + 1), -1);
    ck_assert_int_eq(nested(500), -1);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("fdt");
    TCase *c = tcase_create("all");
    tcase_set_timeout(c, 60);
    tcase_add_test(c, sound);
    tcase_add_test(c, values);
    tcase_add_test(c, truncated);
    tcase_add_test(c, damaged_byte);
    tcase_add_test(c, damaged_words);
    tcase_add_test(c, header);
    tcase_add_test(c, structure);
    tcase_add_test(c, depth);
    suite_add_tcase(suite, c);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
