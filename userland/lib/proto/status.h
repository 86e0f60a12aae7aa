/* status.h - what a service answers: the label of its reply. The same numbers for all services, each with a sentence. */
#ifndef PROTO_STATUS_H
#define PROTO_STATUS_H
#include <abi.h>

enum status {
    STATUS_OK = 0,
    STATUS_METHOD,    /* the service has no such method */
    STATUS_DENIED,    /* the caller was not granted this */
    STATUS_ABSENT,    /* there is no such file, process or entry */
    STATUS_ARGUMENT,  /* an argument is malformed or out of range */
    STATUS_MEMORY,    /* no memory left */
    STATUS_FULL,      /* a table of the service is full */
    STATUS_BUSY,      /* somebody else is waiting for the same already */
    STATUS_FILE,      /* this is no directory */
    STATUS_DIRECTORY, /* this is a directory */
    STATUS_PROGRAM,   /* the file is no program that could be loaded */
    STATUS_STATE,     /* not in the state for this */
    STATUS_GONE,      /* the service ended before it answered */
    STATUS_COUNT
};

/* status_text - One sentence without a full stop. */
const char *status_text(word_t status);
#endif
