/* main.c - a program in place of init that makes every call of the test vectors: each must be refused by its rule, and change nothing that
 * the inspect calls tell. It owns all memory, as init does: no other program holds an untyped, for an untyped can not be given away.
 *
 * Status: how many vectors went wrong, 255 = that many or no start. Does not know: init's servers; there are none here. */
#include "../gen/numbers.h"
#include "../vector.h"
#include <ipc.h>
#include <kernel.h>
#include <names.h>
#include <rt/format.h>
#include <stdarg.h>
#include <syscall_registers.h>

enum { KERNEL_CAP = 5, TEXT_BYTES = 256, STATUS_MAX = 255 };
#define MESSAGE_BUFFER ((volatile word_t *)0x70001000ul) /* where the kernel shows init its buffer */
static uint8_t stack[2][VECTOR_STACK_BYTES] __attribute__((aligned(16)));
_Noreturn void rt_start(const struct bootinfo *info);

static cptr_t handle_of(word_t slot) { return slot << 32; }

static void say(const char *format, ...)
{
    char text[TEXT_BYTES];
    va_list list;
    va_start(list, format);
    format_print_list(text, sizeof text, format, list);
    va_end(list);
    for (const char *c = text; *c != 0; c++) kernel_put(handle_of(KERNEL_CAP), (uint8_t)*c);
}

/* The number of a system call is part of its instruction on some machines: one instruction for each. */
#define CASE(number) \
    case number: { \
        ABI_REGISTERS(number, arg[0], 0u, count, arg[1], arg[2], arg[3], arg[4], arg[5], arg[6], arg[7], arg[8], 0u, 0u); \
        ABI_SYSCALL(number); \
        word_t got[VECTOR_ANSWERS + 1] = {r_w0, r_w1, r_w2, r_w3, r_w4, r_w5, r_w6, r_w7, r_badge}; \
        return got_take(got, answer); \
    }

static err_t got_take(const word_t got[VECTOR_ANSWERS + 1], word_t answer[VECTOR_ANSWERS])
{
    for (int i = 0; answer != 0 && i < VECTOR_ANSWERS; i++) answer[i] = got[i];
    return abi_error(got[VECTOR_ANSWERS]);
}

static err_t target_call(word_t method, word_t count, const word_t arg[VECTOR_ARGS], word_t answer[VECTOR_ANSWERS])
{
    switch (method) {
        VECTOR_NUMBERS(CASE)
    default:
        return VECTOR_BLOCKED;
    }
}

static void target_buffer(word_t index, word_t value) { MESSAGE_BUFFER[index] = value; }
static void target_before(void) { }
static int target_unchanged(void) { return 1; } /* what a program can see, run.c has looked at */

static void helper(word_t endpoint)
{
    for (;;) {
        struct message m = {.label = 0};
        ipc_call(endpoint, &m);
    }
}

/* one - 1 if the vector went wrong. */
static word_t one(const struct vector *v, word_t *ran)
{
    uint32_t step = 0;
    err_t answer = ERR_NONE;
    enum vector_result result = vector_run(v, &step, &answer);
    *ran += result != VECTOR_SKIPPED;
    if (result == VECTOR_OK || result == VECTOR_SKIPPED) return 0;
    say("vectors: %s: %s: step %u answers %s, the rule's error is %s\n", v->name, vector_result_text(result), step, name_error(answer), name_error(v->error));
    return 1;
}

_Noreturn void rt_start(const struct bootinfo *info)
{
    static struct vector_host host = {.call = target_call, .buffer = target_buffer, .before = target_before, .unchanged = target_unchanged};
    word_t failed = 0, ran = 0;
    host.info = info;
    host.helper_pc = (word_t)helper;
    host.helper_sp = (word_t)stack[0] + VECTOR_STACK_BYTES;
    host.ports = info->arch == ARCH_X86_64;
    int ready = vector_begin(&host);
    for (uint32_t i = 0; ready && i < vectors_count; i++) failed += one(&vectors[i], &ran);
    say("vectors: %lu ran, %lu went wrong\n", ran, failed);
    for (;;) kernel_power_off(handle_of(KERNEL_CAP), !ready || failed > STATUS_MAX ? STATUS_MAX : failed);
}
