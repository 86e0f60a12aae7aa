/* boot_test.c - boot into memory that held anything, from facts that may be anything: init runs in a sound kernel, or boot stops with status 1. */
#include <kernel/boot.h>
#include <kernel/build.h>
#include "mock/booted.h"
#include <stdlib.h>
#include <string.h>

enum { RAM = 16, RAM_FRAMES = 984, IMAGE = 8, IMAGE_FRAMES = 4, STOPPED = 1, ENTRY = 0x400040 };

struct boot_facts boot_facts;
const uint8_t build_id[BUILD_TEXT] = "unit";
const word_t build_arch = ARCH_X86_64, build_proved = 0;

/* Init's image has one page of each part, and one page more. */
static void setup(void)
{
    const uint64_t header[5] = { 0, 1, 1, 1, ENTRY };

    mock_reset();
    boot_facts = (struct boot_facts){ .memory = {{ RAM, RAM_FRAMES }}, .reserved = {{ 1, RAM - 1 }}, .init = { IMAGE, IMAGE_FRAMES }, .command_line = "quiet" };
    memcpy(mock_frame[IMAGE], header, sizeof header);
}

START_TEST(init_runs_in_a_sound_kernel)
{
    kernel_boot();
    booted_sound();
    word_t t = cap_window[boot.cnode + INIT_SLOT_THREAD].obj, info = cap_window[boot.cnode + INIT_SLOT_INFO].obj / 4;

    ck_assert(core_cur == t && ctx_window[t].pc == ENTRY && ctx_window[t].sp == INIT_STACK_TOP && run_window[t].prio == INIT_PRIORITY);
    ck_assert_uint_eq(mock_frame[info][0], BOOTINFO_MAGIC);
    ck_assert_str_eq((const char *)&mock_frame[info][__builtin_offsetof(struct bootinfo, command_line) / 8], "quiet");
    ck_assert_str_eq((const char *)&mock_frame[info][__builtin_offsetof(struct bootinfo, build) / 8], "unit");
}
END_TEST

START_TEST(what_memory_held_does_not_matter)
{
    memset(ref_window, 0xee, sizeof ref_window);
    memset(frame_link, 0xee, sizeof frame_link);
    memset(frame_kind, KIND_TCB, sizeof frame_kind);
    memset(rq_head, 0xee, sizeof rq_head);
    memset(rq_bits, 0xee, sizeof rq_bits);
    memset(&boot, 0xee, sizeof boot);
    core_cur = core_floor = core_id = purge_head = 77;
    kernel_boot();
    booted_sound();
    ck_assert(core_cur == cap_window[boot.cnode + INIT_SLOT_THREAD].obj && core_id == 0 && core_floor == PRIO_FAST);
    for (word_t f = 0; f < LIMIT_FRAMES; f++) ck_assert_uint_eq(frame_link[f], 0);
    for (word_t p = 0; p < LIMIT_PRIORITIES; p++) ck_assert_uint_eq(rq_head[p], 0);
    ck_assert_uint_eq(bit_highest(), LIMIT_PRIORITIES);
}
END_TEST

START_TEST(a_text_of_the_machine_stops) { boot_facts.error = TEXT_TREE_NONE; kernel_boot(); }
END_TEST

START_TEST(too_little_memory_stops) { boot_facts.memory[0].count = INIT_CNODE_FRAMES + INIT_FREE_MIN - 1; kernel_boot(); }
END_TEST

START_TEST(no_init_stops) { boot_facts.init.count = 0; kernel_boot(); }
END_TEST

/* The header names more pages than there are: in one part, or as a sum that does not fit a word. */
static const uint64_t headers[][3] = {{ IMAGE_FRAMES + 1, 0, 0 }, { 1, IMAGE_FRAMES, 0 }, { 1, 1, IMAGE_FRAMES - 1 }, { 1, UINT64_MAX, 1 }, { 1, 1, UINT64_MAX - 1 }};
START_TEST(a_header_beyond_the_image_stops)
{
    memcpy(&mock_frame[IMAGE][1], headers[_i], sizeof headers[_i]);
    kernel_boot();
}
END_TEST

START_TEST(an_entry_above_user_space_stops) { mock_frame[IMAGE][4] = LIMIT_USER_END; kernel_boot(); }
END_TEST

/* Firmware says that the image lies where memory is reserved, outside of all frames, or in the middle of device memory. */
static const uint32_t places[] = { 0, LIMIT_FRAMES, UINT32_MAX, RAM + RAM_FRAMES + 2 };
START_TEST(an_image_that_is_nobodys_stops)
{
    boot_facts.init.first = places[_i];
    if (places[_i] < LIMIT_FRAMES) memcpy(mock_frame[places[_i]], mock_frame[IMAGE], 4096);
    kernel_boot();
}
END_TEST

static struct frame_range any_range(uint32_t count) { return (struct frame_range){ (uint32_t)rand() % 1100, (uint32_t)rand() % count }; }

START_TEST(any_facts_boot_or_stop)
{
    srand((unsigned)_i + 1);
    for (int i = 0; i < rand() % 4; i++) boot_facts.memory[i] = any_range(1100);
    for (int i = 0; i < rand() % 4; i++) boot_facts.reserved[i] = any_range(9);
    boot_facts.initrd_first = (uint32_t)rand() % 1100;
    boot_facts.initrd_bytes = (uint64_t)rand() % 8192;
    kernel_boot();
    booted_sound();
    exit(STOPPED);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("boot");
    TCase *c = tcase_create("boot");

    tcase_add_checked_fixture(c, setup, 0);
    tcase_add_test(c, init_runs_in_a_sound_kernel);
    tcase_add_test(c, what_memory_held_does_not_matter);
    tcase_add_exit_test(c, a_text_of_the_machine_stops, STOPPED);
    tcase_add_exit_test(c, too_little_memory_stops, STOPPED);
    tcase_add_exit_test(c, no_init_stops, STOPPED);
    tcase_add_loop_exit_test(c, a_header_beyond_the_image_stops, STOPPED, 0, 5);
    tcase_add_exit_test(c, an_entry_above_user_space_stops, STOPPED);
    tcase_add_loop_exit_test(c, an_image_that_is_nobodys_stops, STOPPED, 0, 4);
    tcase_add_loop_exit_test(c, any_facts_boot_or_stop, STOPPED, 0, 40);
    suite_add_tcase(s, c);
    SRunner *r = srunner_create(s);

    srunner_run_all(r, CK_NORMAL);
    int failed = srunner_ntests_failed(r);
    srunner_free(r);
    return failed != 0;
}
