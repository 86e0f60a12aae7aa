/* tree_facts_test.c - device tree -> boot_facts: rounding, order, overlaps, limits (small world: 1024 frames). */
#include <check.h>
#include <kernel/boot_facts.h>
#include "fdt_tree.h"
#include "../../arch/common/fdt.c"
#include "../../arch/common/fdt_node.c"
#include "../../arch/common/fdt_prop.c"
#include "../../arch/common/fdt_token.c"
#include "../../arch/common/tree_facts.c"

struct boot_facts boot_facts;

static void begin(void)
{
    memset(&boot_facts, 0, sizeof boot_facts);
    tree_start();
    tree_begin("");
    TREE_CELLS("#address-cells", 2);
    TREE_CELLS("#size-cells", 2);
}

static void memory(uint32_t base, uint32_t bytes)
{
    tree_begin("memory");
    tree_text("device_type", "memory");
    TREE_CELLS("reg", 0, base, 0, bytes);
    tree_end();
}

static void finish(void)
{
    struct fdt f;

    tree_end();
    tree_token(9);
    tree_finish();
    ck_assert(fdt_open(&f, tree.blob, tree.bytes));
    tree_facts(&f, 0x10000);
}

static void initrd(uint32_t start, uint32_t end)
{
    begin();
    tree_begin("chosen");
    TREE_CELLS("linux,initrd-start", start);
    TREE_CELLS("linux,initrd-end", 0, end);
    tree_end();
    finish();
}

#define RANGE(r, f, n) ck_assert_msg((r).first == (f) && (r).count == (n), "%u + %u", (r).first, (r).count)

START_TEST(memory_sorted_and_rounded)
{
    begin();
    memory(0x200000, 0x1000);
    memory(0x100800, 0x2000);
    memory(0x300000, 0xffffffff);
    memory(0x100000, 0x900);
    memory(0x300800, 0x10000);
    memory(0xf0000000, 0x1000);
    tree_begin("secure");
    tree_text("device_type", "memory");
    tree_text("status", "disabled");
    TREE_CELLS("reg", 0, 0x80000, 0, 0x10000);
    tree_end();
    finish();
    RANGE(boot_facts.memory[0], 0x101, 1);
    RANGE(boot_facts.memory[1], 0x200, 1);
    RANGE(boot_facts.memory[2], 0x300, 0x100);
    RANGE(boot_facts.memory[3], 0, 0);
}
END_TEST

START_TEST(memory_aligned)
{
    begin();
    memory(0x1000, 0x2000);
    memory(0x7000, 0x9000);
    memory(0x11000, 0x3000);
    memory(0x20000, 0x8000);
    finish();
    facts_memory_align(8);
    RANGE(boot_facts.memory[0], 8, 8);
    RANGE(boot_facts.memory[1], 0x20, 8);
    ck_assert_uint_eq(boot_facts.memory[2].count, 0);
}
END_TEST

START_TEST(memory_full)
{
    begin();
    for (uint32_t i = 0; i < 40; i++) memory(0x2000 * i + 0x1000, 0x1000);
    finish();
    RANGE(boot_facts.memory[FACTS_REGIONS - 2], 2 * (FACTS_REGIONS - 2) + 1, 1);
    RANGE(boot_facts.memory[FACTS_REGIONS - 1], 0, 0);
}
END_TEST

START_TEST(reserved)
{
    begin();
    tree.reserve_base = 0x20800;
    tree.reserve_bytes = 0x1000;
    tree_begin("reserved-memory");
    TREE_CELLS("#address-cells", 1);
    TREE_CELLS("#size-cells", 1);
    tree_begin("firmware@30000");
    TREE_CELLS("reg", 0x30000, 0x2000);
    tree_end();
    tree_end();
    tree_begin("other");
    TREE_CELLS("reg", 0, 0x50000, 0, 0x1000);
    tree_end();
    finish();
    RANGE(boot_facts.reserved[0], 0x10, 1);
    RANGE(boot_facts.reserved[1], 0x20, 2);
    RANGE(boot_facts.reserved[2], 0x30, 2);
    RANGE(boot_facts.reserved[3], 0, 0);
    ck_assert_uint_eq(boot_facts.error, TEXT_NONE);
    for (uint64_t i = 0; i < FACTS_REGIONS; i++) facts_reserve(i * 4096, 1);
    ck_assert_uint_ne(boot_facts.error, TEXT_NONE);
}
END_TEST

START_TEST(initrd_places)
{
    initrd(0x40000, 0x41001);
    ck_assert_uint_eq(boot_facts.initrd_first, 0x40);
    ck_assert_uint_eq(boot_facts.initrd_bytes, 0x1001);
    RANGE(boot_facts.reserved[1], 0x40, 2);
    initrd(0x40800, 0x50000);
    ck_assert_uint_eq(boot_facts.initrd_first, 0);
    initrd(0x40000, 0x40000);
    ck_assert_uint_eq(boot_facts.initrd_first, 0);
    initrd(0x40000, 0xffffffff);
    ck_assert_uint_eq(boot_facts.initrd_first, 0);
}
END_TEST

START_TEST(command_line)
{
    char text[400];

    memset(text, 'x', sizeof text);
    begin();
    tree_begin("chosen");
    tree_property("bootargs", text, sizeof text);
    tree_end();
    finish();
    ck_assert_uint_eq(strlen(boot_facts.command_line), FACTS_TEXT - 1);
    begin();
    tree_begin("chosen");
    tree_property("bootargs", "ab", 2);
    tree_end();
    finish();
    ck_assert_str_eq(boot_facts.command_line, "ab");
}
END_TEST

static void line(const char *text)
{
    memset(&boot_facts, 0, sizeof boot_facts);
    strcpy(boot_facts.command_line, text);
}

START_TEST(words_of_the_command_line)
{
    line("");
    ck_assert(!facts_say("bench"));
    line("bench");
    ck_assert(facts_say("bench") && !facts_say("ben") && !facts_say("ench"));
    line("quiet  bbench benches bench x=bench");
    ck_assert(facts_say("bench") && facts_say("quiet") && !facts_say("x"));
    line("workbench x=bench benches");
    ck_assert(!facts_say("bench"));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("tree_facts");
    TCase *c = tcase_create("all");
    tcase_add_test(c, memory_sorted_and_rounded);
    tcase_add_test(c, memory_aligned);
    tcase_add_test(c, memory_full);
    tcase_add_test(c, reserved);
    tcase_add_test(c, initrd_places);
    tcase_add_test(c, command_line);
    tcase_add_test(c, words_of_the_command_line);
    suite_add_tcase(suite, c);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
