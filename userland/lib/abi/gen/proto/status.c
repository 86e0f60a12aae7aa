/* status.c - the sentences of enum status. Generated from spec/idl/status.yaml. */
#include <proto/status.h>

static const char *const TEXT[STATUS_COUNT] = {
    [STATUS_OK] = "done",
    [STATUS_METHOD] = "the service has no such method",
    [STATUS_DENIED] = "the caller was not granted this",
    [STATUS_ABSENT] = "there is nothing of that name",
    [STATUS_ARGUMENT] = "an argument is malformed or out of range",
    [STATUS_MEMORY] = "there is not enough memory",
    [STATUS_FULL] = "a table of the service is full",
    [STATUS_BUSY] = "somebody else waits for the same already",
    [STATUS_FILE] = "this is a file, not a directory",
    [STATUS_DIRECTORY] = "this is a directory",
    [STATUS_PROGRAM] = "the file is no program that could be loaded",
    [STATUS_STATE] = "not in a state where this makes sense",
    [STATUS_GONE] = "the service ended before it answered",
};

const char *status_text(word_t status) { return status < STATUS_COUNT ? TEXT[status] : "unknown status"; }
