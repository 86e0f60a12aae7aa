/* x86_facts_test.c - a firmware's memory map -> boot_facts: order, rounding, overlaps, limits, and no frame that is two things. */
#include <check.h>
#include <kernel/boot_facts.h>
#include <stdlib.h>
#include <string.h>
#include "../../arch/x86_64/facts.c"

enum { RAM = 1, OTHER = 2, FRAMES = 1 << 20 };

struct x86_platform x86_platform;
static struct x86_firmware firmware;
static const struct x86_image image = { 0x1000, 0x1600, 0x1700, 0x1800 };
static uint8_t ram[FRAMES], kept[FRAMES];

const void *x86_physical(uint64_t start, uint64_t bytes)
{
    return start == 0 || start >= 0x100000000 || bytes > 0x100000000 - start ? 0 : &firmware;
}
static void begin(void)
{
    memset(&firmware, 0, sizeof firmware);
    memset(&boot_facts, 0, sizeof boot_facts);
    x86_platform = (struct x86_platform){ .lapic = 0xfee00000, .ioapics = 1, .ioapic = { { .base = 0xfec00000 } } };
}
static void area(uint64_t start, uint64_t end, uint32_t type)
{
    firmware.area[firmware.areas++] = (struct x86_area){ start, end - start, type };
}
static void fill(void) { x86_facts_fill(&firmware, &image); }
static void spread(const struct frame_range *list, uint8_t *map)
{
    uint32_t last = 0;
    memset(map, 0, FRAMES);
    for (int i = 0; i < FACTS_REGIONS && list[i].count != 0; i++) {
        ck_assert_uint_ge(list[i].first, last);
        ck_assert(list[i].first + list[i].count <= FRAMES);
        memset(map + list[i].first, 1, list[i].count);
        last = map == ram ? list[i].first + list[i].count + 1 : list[i].first; /* RAM: disjoint, neighbours joined */
    }
}

START_TEST(whole_frames_from_one_mebibyte_on)
{
    begin();
    area(0, 0x9fc00, RAM);
    area(0x100800, 0x7fe0400, RAM);
    area(0x100000000, 0x140000000, RAM);
    fill();
    ck_assert(boot_facts.memory[0].first == 0x101 && boot_facts.memory[0].count == 0x7fe0 - 0x101 && boot_facts.memory[1].count == 0);
    ck_assert_uint_eq(boot_facts.error, TEXT_NONE);
}
END_TEST

START_TEST(pieces_are_sorted_and_joined)
{
    begin();
    area(0x3000000, 0x4000000, RAM);
    area(0x100000, 0x200000, RAM);
    area(0x200000, 0x300000, RAM);
    area(0x280000, 0x500000, RAM);
    fill();
    ck_assert(boot_facts.memory[0].first == 0x100 && boot_facts.memory[0].count == 0x400);
    ck_assert(boot_facts.memory[1].first == 0x3000 && boot_facts.memory[1].count == 0x1000);
}
END_TEST

START_TEST(what_firmware_keeps_wins)
{
    begin();
    area(0x100000, 0x8000000, RAM);
    area(0x7ff8800, 0x8100000, OTHER);
    area(0xfd000000, 0xfe000000, OTHER);
    fill();
    spread(boot_facts.reserved, kept);
    ck_assert(kept[0x7ff8] && kept[0x7fff] && !kept[0x7ff7] && !kept[0xfd000]);
    ck_assert(kept[0x1000] && kept[0x15ff] && !kept[0x1600] && !kept[0x16ff] && kept[0x1700] && kept[0xfee00] && kept[0xfec00]);
    ck_assert(boot_facts.init.first == 0x1600 && boot_facts.init.count == 0x100);
}
END_TEST

START_TEST(rsdp_in_memory_is_kept)
{
    begin();
    area(0x100000, 0x8000000, RAM);
    firmware.rsdp = 0x123456;
    fill();
    spread(boot_facts.reserved, kept);
    ck_assert(kept[0x123] && boot_facts.machine == 0x123456);
}
END_TEST

START_TEST(initrd_is_checked)
{
    static const struct { uint64_t start, bytes; int good; } modules[] = {
        { 0x200000, 5000, 1 }, { 0x200800, 5000, 0 }, { 0xfffff000, 0x2000, 0 }, { 0x100000000, 5000, 0 }, { 0, 0, 1 },
    };
    begin();
    firmware.module_start = modules[_i].start;
    firmware.module_bytes = modules[_i].bytes;
    fill();
    ck_assert_int_eq(boot_facts.error == 0, modules[_i].good);
    if (modules[_i].good) ck_assert_uint_eq(boot_facts.initrd_first, modules[_i].start / 4096);
}
END_TEST

START_TEST(too_many_kept_pieces_are_refused)
{
    begin();
    area(0x100000, 0x80000000, RAM);
    for (uint64_t i = 0; i < 20; i++) area(0x10000000 + i * 0x10000, 0x10001000 + i * 0x10000, OTHER);
    fill();
    ck_assert_uint_ne(boot_facts.error, TEXT_NONE);
}
END_TEST

/* Whatever firmware says: no frame is free that it did not call RAM, or that somebody keeps, unless boot is refused. */
START_TEST(any_map_is_safe)
{
    srand(5);
    for (int round = 0; round < 40; round++) {
        static uint8_t told[FRAMES];
        uint32_t wrong = 0;
        begin();
        memset(told, 0, sizeof told);
        for (int k = rand() % 40; k >= 0; k--) {
            uint64_t start = (uint64_t)rand() * 5, bytes = (uint64_t)rand() % 0x8000000;
            area(start, start + bytes, rand() % 3 == 0 ? OTHER : RAM);
        }
        fill();
        for (uint32_t i = 0; i < firmware.areas; i++) {
            const struct x86_area *a = &firmware.area[i];
            for (uint64_t f = (a->start + 4095) / 4096; a->type == RAM && f < (a->start + a->bytes) / 4096 && f < FRAMES; f++) told[f] = 1;
        }
        spread(boot_facts.memory, ram);
        spread(boot_facts.reserved, kept);
        for (uint32_t i = 0; i < firmware.areas && boot_facts.error == 0; i++) {
            const struct x86_area *a = &firmware.area[i];
            for (uint64_t f = a->start / 4096; a->type == OTHER && f < (a->start + a->bytes + 4095) / 4096 && f < FRAMES; f++)
                wrong += f >= 0x100 && ram[f] && !kept[f];
        }
        for (uint32_t f = 0; f < FRAMES; f++) wrong += ram[f] && (f < 0x100 || !told[f]);
        ck_assert_uint_eq(wrong, 0);
    }
}
END_TEST

int main(void)
{
    Suite *s = suite_create("x86_facts");
    TCase *c = tcase_create("facts");
    tcase_set_timeout(c, 120);
    tcase_add_test(c, whole_frames_from_one_mebibyte_on);
    tcase_add_test(c, pieces_are_sorted_and_joined);
    tcase_add_test(c, what_firmware_keeps_wins);
    tcase_add_test(c, rsdp_in_memory_is_kept);
    tcase_add_loop_test(c, initrd_is_checked, 0, 5);
    tcase_add_test(c, too_many_kept_pieces_are_refused);
    tcase_add_test(c, any_map_is_safe);
    suite_add_tcase(s, c);
    SRunner *r = srunner_create(s);
    srunner_run_all(r, CK_NORMAL);
    int failed = srunner_ntests_failed(r);
    srunner_free(r);
    return failed != 0;
}
