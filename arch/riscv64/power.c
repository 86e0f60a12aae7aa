/* power.c - the end of the machine: the sifive_test device when the tree has one (its status becomes QEMU's exit status), else the
 * firmware, which cannot tell a status. */
#include <arch/machine.h>
#include <riscv/boot.h>
#include <riscv/mmio.h>
#include <riscv/sbi.h>

enum { TEST_PASS = 0x5555, TEST_FAIL = 0x3333, TEST_STATUS = 65536 };

static word_t test_base;    /* 0 = none */

word_t rv_power_find(const struct fdt *f)
{
    struct fdt_node node;
    uint64_t base, bytes;

    if (fdt_root(f, &node) && fdt_find_compatible(f, &node, "sifive,test0") && fdt_reg(f, &node, 0, &base, &bytes) && rv_reachable(base, bytes)) {
        test_base = base;
        facts_reserve(base, bytes);
    }
    return 0;
}

HOOK void arch_power_off(word_t status)
{
    uint32_t value = status == 0 ? TEST_PASS : (uint32_t)(status % 256u * TEST_STATUS + TEST_FAIL);

    if (test_base != 0) mmio_write32(test_base, value);
    sbi_call(SBI_RESET, 0, 0, status != 0);
    sbi_call(SBI_LEGACY_SHUTDOWN, 0, 0, 0);
    for (;;) __asm__ volatile("wfi");
}
