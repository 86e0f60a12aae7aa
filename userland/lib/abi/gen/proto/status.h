/* status.h - what a service answers: the label of its reply; the same numbers for all services. Generated from spec/idl/status.yaml. */
#ifndef PROTO_STATUS_H
#define PROTO_STATUS_H
#include <abi.h>

enum status {
    STATUS_OK = 0, /* done */
    STATUS_METHOD = 1, /* the service has no such method */
    STATUS_DENIED = 2, /* the caller was not granted this */
    STATUS_ABSENT = 3, /* there is nothing of that name */
    STATUS_ARGUMENT = 4, /* an argument is malformed or out of range */
    STATUS_MEMORY = 5, /* there is not enough memory */
    STATUS_FULL = 6, /* a table of the service is full */
    STATUS_BUSY = 7, /* somebody else waits for the same already */
    STATUS_FILE = 8, /* this is a file, not a directory */
    STATUS_DIRECTORY = 9, /* this is a directory */
    STATUS_PROGRAM = 10, /* the file is no program that could be loaded */
    STATUS_STATE = 11, /* not in a state where this makes sense */
    STATUS_GONE = 12, /* the service ended before it answered */
    STATUS_COUNT
};

/* status_text - one sentence without a full stop. */
const char *status_text(word_t status);
#endif
