/* main.c - a program that does something forbidden, chosen by its word; init reports it and nobody else is touched.
 *
 * capability is the exception: the kernel answers a wrong handle with an error, not with a fault. */
#include <client/console.h>
#include <ipc.h>
#include <names.h>
#include <rt/start.h>
#include <string.h>

void crash_instruction(void), crash_float(void); /* by architecture */
static uint8_t data[64];
static volatile uint64_t sink;

static void crash_null(void) { sink = *(volatile uint64_t *)0; }
static void crash_text(void) { *(volatile uint8_t *)(uintptr_t)crash_null = 0; }
static void crash_constant(void) { *(volatile char *)(uintptr_t)"constant" = 0; }
static void crash_jump(void) { ((void (*)(void))(uintptr_t)data)(); }
static void crash_kernel(void) { sink = *(volatile uint64_t *)0xffff800000001000; }

/* Each call keeps a kilobyte, so that the stack ends soon. */
static uint64_t crash_stack_depth(uint64_t depth)
{
    volatile uint8_t kept[1024];
    if (depth == UINT64_MAX) return 0;
    kept[depth % sizeof kept] = (uint8_t)depth;
    return crash_stack_depth(depth + 1) + kept[depth % sizeof kept];
}
static void crash_stack(void) { sink = crash_stack_depth(0); }

static void tell(const char *what, err_t error) { print("%s: %s: %s\n", what, name_error(error), text_error(error)); }

static void crash_capability(void)
{
    struct message m = {.label = 1};
    tell("call through an empty slot", ipc_call(cptr_of(63), &m));
    tell("call through a slot that does not exist", ipc_call(cptr_of(100000), &m));
    tell("call through a handle of another generation", ipc_call(cptr_of(SLOT_INIT) + 0xffffffff, &m));
    tell("call through a cnode", ipc_call(cptr_of(SLOT_CNODE), &m));
}

static void crash_not(void) { sink = 0; }

static const struct { const char *how, *what; void (*crash)(void); } WAYS[] = {
    {"null", "read from address 0", crash_null},
    {"text", "write to its own instructions", crash_text},
    {"constant", "write to a constant", crash_constant},
    {"jump", "jump into its data", crash_jump},
    {"instruction", "undefined instruction", crash_instruction},
    {"float", "floating point, which programs do not have", crash_float},
    {"stack", "recursion without end", crash_stack},
    {"kernel", "read from the kernel's half", crash_kernel},
    {"capability", "wrong capabilities: answered with errors", crash_capability},
    {"not", "end at once, with status 0", crash_not},
};
enum { WAYS_COUNT = sizeof WAYS / sizeof WAYS[0] };

int main(int argc, char **argv)
{
    for (int i = 0; i < WAYS_COUNT; i++) {
        if (argc < 2) print("  crash %-12s %s\n", WAYS[i].how, WAYS[i].what);
        else if (strcmp(argv[1], WAYS[i].how) == 0) {
            WAYS[i].crash();
            return 0;
        }
    }
    if (argc < 2) return 0;
    print("crash: there is no way '%s'; 'crash' lists them\n", argv[1]);
    return 1;
}
