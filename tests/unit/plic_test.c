/* plic_test.c - which PLIC context is the boot hart's: harts in any order, machine contexts between, trees that lack something,
 * and every byte of a sound tree damaged. */
#include <check.h>
#include "fdt_tree.h"
#include "../../arch/common/fdt.c"
#include "../../arch/common/fdt_node.c"
#include "../../arch/common/fdt_prop.c"
#include "../../arch/common/fdt_token.c"
#include "../../arch/riscv64/plic.c"

enum { PLIC_AT = 0xc000000, PLIC_BYTES = 0x600000, LINES = 96, MACHINE = 11, SUPERVISOR = 9, NOBODY = 0xffffffff };

static word_t started_base, started_context, started_lines, reserved_base, reserved_bytes;
static uint32_t plic_bytes;

void rv_plic_start(word_t address, word_t context, word_t last_line)
{
    started_base = address;
    started_context = context;
    started_lines = last_line;
}
bool rv_reachable(word_t base, word_t bytes) { return base != 0 && base < 0x100000000 && bytes <= 0x100000000 - base; }
void facts_reserve(uint64_t base, uint64_t bytes)
{
    reserved_base = base;
    reserved_bytes = bytes;
}

static void hart(uint32_t number, uint32_t phandle)
{
    tree_begin("cpu");
    tree_text("device_type", "cpu");
    TREE_CELLS("reg", number);
    tree_begin("interrupt-controller");
    tree_text("compatible", "riscv,cpu-intc");
    TREE_CELLS("phandle", phandle);
    tree_end();
    tree_end();
}

/* Harts 0 (no supervisor mode at the PLIC), 3 and 1, in this order; phandles 20, 23, 21. */
static void build(void)
{
    tree_start();
    tree_begin("");
    TREE_CELLS("#address-cells", 2);
    TREE_CELLS("#size-cells", 2);
    tree_begin("cpus");
    TREE_CELLS("#address-cells", 1);
    TREE_CELLS("#size-cells", 0);
    hart(0, 20);
    hart(3, 23);
    hart(1, 21);
    tree_end();
    tree_begin("plic");
    tree_text("compatible", "riscv,plic0");
    TREE_CELLS("reg", 0, PLIC_AT, 0, plic_bytes);
    TREE_CELLS("riscv,ndev", LINES);
    TREE_CELLS("interrupts-extended", 20, MACHINE, 21, MACHINE, 21, SUPERVISOR, NOBODY, NOBODY, 23, SUPERVISOR);
    tree_end();
    tree_end();
    tree_token(9);
    tree_finish();
}

static word_t find(word_t number)
{
    struct fdt f;

    started_base = started_context = started_lines = reserved_base = reserved_bytes = 0;
    build();
    ck_assert(fdt_open(&f, tree.blob, tree.bytes));
    return rv_plic_find(&f, number);
}

START_TEST(test_context_is_the_place_in_the_list)
{
    plic_bytes = PLIC_BYTES;
    ck_assert_uint_eq(find(1), TEXT_NONE);
    ck_assert_uint_eq(started_base, PLIC_AT);
    ck_assert_uint_eq(started_context, 2);
    ck_assert_uint_eq(started_lines, LINES);
    ck_assert_uint_eq(reserved_base, PLIC_AT);
    ck_assert_uint_eq(reserved_bytes, PLIC_BYTES);
    ck_assert_uint_eq(find(3), TEXT_NONE);
    ck_assert_uint_eq(started_context, 4);
}
END_TEST

START_TEST(test_hart_that_the_plic_does_not_reach)
{
    plic_bytes = PLIC_BYTES;
    ck_assert_uint_eq(find(0), TEXT_RV_PLIC_HART);
    ck_assert_uint_eq(find(2), TEXT_RV_NO_INTC);
    ck_assert_uint_eq(started_base, 0);
}
END_TEST

/* Context 4 ends at 0x205000. */
START_TEST(test_registers_must_be_there)
{
    plic_bytes = 0x205000;
    ck_assert_uint_eq(find(3), TEXT_NONE);
    plic_bytes = 0x204fff;
    ck_assert_uint_eq(find(3), TEXT_RV_PLIC_SMALL);
    ck_assert_uint_eq(started_base, 0);
}
END_TEST

START_TEST(test_damaged_tree_never_starts_a_plic_out_of_reach)
{
    struct fdt f;

    plic_bytes = PLIC_BYTES;
    build();
    for (uint32_t at = 0; at < tree.bytes; at++) {
        for (int bit = 0; bit < 8; bit++) {
            uint8_t *copy = tree_copy(tree.bytes);
            copy[at] = (uint8_t)(copy[at] ^ 1 << bit);
            started_base = reserved_bytes = 0;
            if (fdt_open(&f, copy, tree.bytes) && rv_plic_find(&f, 3) == 0) {
                ck_assert(rv_reachable(started_base, reserved_bytes));
                ck_assert(reserved_bytes >= 0x201000 + started_context * 0x1000);
            }
            free(copy);
        }
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("plic");
    TCase *all = tcase_create("all");
    SRunner *runner;
    int failed;

    tcase_set_timeout(all, 60);
    tcase_add_test(all, test_context_is_the_place_in_the_list);
    tcase_add_test(all, test_hart_that_the_plic_does_not_reach);
    tcase_add_test(all, test_registers_must_be_there);
    tcase_add_test(all, test_damaged_tree_never_starts_a_plic_out_of_reach);
    suite_add_tcase(suite, all);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
