/* progress.h - how far long work has come: a line on standard error that is rewritten, if it is a terminal or --progress was given. */
#ifndef LFSX_PROGRESS_H
#define LFSX_PROGRESS_H
#include <stdint.h>

enum progress_mode { PROGRESS_AUTO, PROGRESS_ALWAYS, PROGRESS_NEVER };
struct progress {
    const char *what, *unit;
    uint64_t done, total; /* total 0 = unknown */
    uint64_t shown_ns;    /* when the line was last written */
    enum progress_mode mode;
    int on, terminal, written;
};

void progress_begin(struct progress *p, enum progress_mode mode, const char *what, const char *unit, uint64_t total);
/* progress_add - So much more is done. Cheap: writes at most ten times a second, once a second if it is no terminal. */
void progress_add(struct progress *p, uint64_t more);
void progress_end(struct progress *p);
#endif
