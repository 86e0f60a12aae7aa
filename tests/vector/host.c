/* host.c - the real kernel, booted by its own boot code into the host's arrays, as a host of test vectors. A refused call must leave every
 * array as it was. Helper threads are played: whenever one runs, it calls what it was told to call. */
#include "host.h"
#include "gen/state.h"
#include "vector.h"
#include "mock/mock.h"
#include <kernel/boot.h>
#include <kernel/build.h>
#include <kernel/entry.h>
#include <stdio.h>
#include <string.h>

enum { RAM = 16, RAM_FRAMES = 984, IMAGE = 8, CONSOLE_LINE = 4, HELPER_PC = 0x500000, HELPER_SP = 0x600000, RUNS_MAX = 16 };

struct boot_facts boot_facts;
const uint8_t build_id[BUILD_TEXT] = "host";
const word_t build_arch = ARCH_X86_64, build_proved = 0;

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

int vector_host_start(int ports)
{
    host_boot();
    mock_ports = (word_t)ports;
    host.ports = ports;
    host.info = (const struct bootinfo *)mock_frame[cap_window[boot.cnode + INIT_SLOT_INFO].obj / 4];
    return vector_begin(&host);
}
