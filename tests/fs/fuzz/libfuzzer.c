/* libfuzzer.c - clang's libFuzzer drives the target that the program's name ends with: fuzz-node, fuzz-log .. */
#include "fuzz.h"

static const struct target *target;

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    const char *dash = strrchr((*argv)[0], '-');
    target = dash ? target_find(dash + 1) : 0;
    if (!target) fprintf(stderr, "%s: the name must end with a target: fuzz-node\n", (*argv)[0]), exit(1);
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count)
{
    if (count > target->most) return -1; /* not worth keeping */
    target_run(target, bytes, count);
    return 0;
}
