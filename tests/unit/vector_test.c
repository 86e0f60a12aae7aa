/* vector_test.c - every rule of every system call refuses what it must, and a refused call changes nothing: the test vectors against the
 * real kernel, booted by its own boot code into the host's arrays. What the table says and what run.c compares, the target sees too. */
#include <kernel/boot.h>
#include <kernel/entry.h>
#include "mock/mock.h"
#include "vector/gen/state.h"
#include "vector/vector.h"
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { RAM = 16, RAM_FRAMES = 984, IMAGE = 8, CONSOLE_LINE = 4, HELPER_PC = 0x500000, HELPER_SP = 0x600000, RUNS_MAX = 16 };

struct boot_facts boot_facts;
const char build_id[64] = "host", build_arch[16] = "model";
const word_t build_arch_number = ARCH_X86_64, build_proved = 0;

static word_t caller, helper_argument[LIMIT_OBJECTS];

/* Copies of the whole state, from before the call that must be refused. */
#define KEEP(name) static __typeof__(name) kept_##name;
VECTOR_STATE(KEEP)
static __typeof__(mock_frame) kept_mock_frame;
static __typeof__(mock_masked) kept_mock_masked;

static void state_keep(void)
{
#define COPY(name) memcpy(&kept_##name, &name, sizeof name);
    VECTOR_STATE(COPY)
    COPY(mock_frame)
    COPY(mock_masked)
}

/* state_same - nothing differs but the registers of the caller. */
static int state_same(void)
{
    int same = 1;

    kept_reg_window[caller] = reg_window[caller];
#define COMPARE(name) if (memcmp(&kept_##name, &name, sizeof name) != 0) { same = 0; printf("changed: " #name "\n"); }
    VECTOR_STATE(COMPARE)
    COMPARE(mock_frame)
    COMPARE(mock_masked)
    return same;
}

/* helper_play - the running helper thread does what its program would: it calls its argument, for ever. */
static void helper_play(void)
{
    word_t t = core_cur;

    if (ctx_window[t].pc == HELPER_PC) {
        helper_argument[t] = reg_window[t].at[REG_BADGE];
        ctx_window[t].pc = HELPER_PC + 4;
    }
    reg_window[t].at[REG_BADGE] = helper_argument[t];
    kernel_syscall(SYS_CALL);
}

static err_t host_call(word_t method, word_t count, const word_t arg[VECTOR_ARGS], word_t answer[VECTOR_ANSWERS])
{
    uint64_t *reg = reg_window[caller].at;

    reg[REG_BADGE] = arg[0];
    reg[REG_LABEL] = 0;
    reg[REG_COUNT] = count;
    for (int i = 0; i < LIMIT_MESSAGE_WORDS; i++) reg[REG_WORD + i] = i + 1 < VECTOR_ARGS ? arg[i + 1] : 0;
    kernel_syscall(method);
    for (int i = 0; i < RUNS_MAX && core_cur != caller; i++) {
        if (core_cur == 0) return VECTOR_BLOCKED;
        helper_play();
    }
    for (int i = 0; answer != 0 && i < VECTOR_ANSWERS; i++) answer[i] = reg[REG_WORD + i];
    return reg[REG_BADGE] >> 63 != 0 ? (err_t)(0 - reg[REG_BADGE]) : ERR_NONE;
}

static void host_buffer(word_t index, word_t value) { mock_frame[thr_window[caller].buf][index] = value; }

/* host_boot - kernel_boot with 4 MiB of memory, an init of one page, and the end of memory as devices. */
static void host_boot(void)
{
    mock_reset();
    memset(&boot, 0, sizeof boot);
    boot_facts = (struct boot_facts){ .memory = {{ RAM, RAM_FRAMES }}, .reserved = {{ 1, RAM - 1 }}, .init = { IMAGE, 1 }, .console_irq = CONSOLE_LINE };
    mock_frame[IMAGE][1] = 1;
    kernel_boot();
    caller = core_cur;
}

static struct vector_host host = { .helper_pc = HELPER_PC, .helper_sp = HELPER_SP, .call = host_call, .buffer = host_buffer,
                                   .before = state_keep, .unchanged = state_same };

/* system_start - a fresh system, ready for vectors. */
static void system_start(int ports)
{
    host_boot();
    mock_ports = (word_t)ports;
    host.ports = ports;
    host.info = (const struct bootinfo *)mock_frame[cap_window[boot.cnode + INIT_SLOT_INFO].obj / 4];
    ck_assert_msg(vector_begin(&host), "no memory or slots for the vectors");
}

/* vectors_run - all of them; after one that went wrong the rest starts anew. How many went wrong, and how many ran. */
static uint32_t vectors_run(int ports, uint32_t *ran)
{
    uint32_t failed = 0, step;
    err_t answer;

    system_start(ports);
    for (uint32_t i = 0; i < vectors_count; i++) {
        enum vector_result result = vector_run(&vectors[i], &step, &answer);
        *ran += result != VECTOR_SKIPPED;
        if (result == VECTOR_OK || result == VECTOR_SKIPPED) continue;
        printf("%s (vector %u): %s: step %u answers %u, the rule's error is %u\n", vectors[i].name, i, vector_result_text(result), step, answer, vectors[i].error);
        failed++;
        system_start(ports);
    }
    return failed;
}

START_TEST(every_rule_refuses_and_changes_nothing)
{
    uint32_t ran = 0, failed = vectors_run(1, &ran);

    ck_assert_msg(failed == 0, "%u of %u vectors", failed, ran);
    ck_assert_uint_gt(ran, vectors_count * 9 / 10);
}
END_TEST

START_TEST(so_it_is_without_io_ports)
{
    uint32_t ran = 0;

    ck_assert_uint_eq(vectors_run(0, &ran), 0);
}
END_TEST

int main(void)
{
    setvbuf(stdout, 0, _IOLBF, 0); /* a failing test ends its process: nothing may stay in the buffer */
    Suite *s = suite_create("vector");
    TCase *c = tcase_create("vector");

    tcase_set_timeout(c, 600);
    tcase_add_test(c, every_rule_refuses_and_changes_nothing);
    tcase_add_test(c, so_it_is_without_io_ports);
    suite_add_tcase(s, c);
    SRunner *r = srunner_create(s);
    srunner_run_all(r, CK_NORMAL);
    int failed = srunner_ntests_failed(r);
    srunner_free(r);
    return failed != 0;
}
