/* progress.c - see progress.h. */
#include "progress.h"
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { TERMINAL_NS = 100000000, FILE_NS = 1000000000 };

static uint64_t now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static void show(struct progress *p)
{
    char share[16] = "";
    if (p->total) snprintf(share, sizeof share, " %3.0f %%", 100.0 * (double)p->done / (double)p->total);
    fprintf(stderr, p->terminal ? "\r%s:%s %lu %s\033[K" : "%s:%s %lu %s\n", p->what, share, p->done, p->unit);
    fflush(stderr);
    p->written = 1;
}

void progress_begin(struct progress *p, enum progress_mode mode, const char *what, const char *unit, uint64_t total)
{
    memset(p, 0, sizeof *p);
    p->mode = mode;
    p->what = what;
    p->unit = unit;
    p->total = total;
    p->terminal = isatty(2);
    p->on = mode == PROGRESS_ALWAYS || (mode == PROGRESS_AUTO && p->terminal);
    p->shown_ns = now();
}

void progress_add(struct progress *p, uint64_t more)
{
    p->done += more;
    if (!p->on || now() - p->shown_ns < (uint64_t)(p->terminal ? TERMINAL_NS : FILE_NS)) return;
    p->shown_ns = now();
    show(p);
}

void progress_end(struct progress *p)
{
    if (!p->on) return;
    show(p);
    if (p->terminal && p->written) fputs("\r\033[K", stderr);
}
