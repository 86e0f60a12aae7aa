/* spare.c - see spare.h. */
#define _GNU_SOURCE
#include "spare.h"
#include <fcntl.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Requests from one look to the next; calm looks that are wanted, and most that count: a busy one halves them, for a thread of the kernel's that runs for a moment is none to give way to;
 * how fast credit is won and lost, and what is lent again at each look. */
enum { LOOK_EVERY = 64, CALM_WANTED = 3, CALM_MOST = 8, CREDIT_MOST = 64, FOUND = 1, IN_VAIN = 3, LENT = 4 };

void spare_begin(struct spare *s)
{
    cpu_set_t mine;
    *s = (struct spare){.file = open("/proc/loadavg", O_RDONLY | O_CLOEXEC), .processors = sched_getaffinity(0, sizeof mine, &mine) ? 1 : (uint32_t)CPU_COUNT(&mine)};
}

void spare_end(struct spare *s)
{
    if (s->file >= 0) close(s->file);
}

/* running - How many threads can run now, this one among them; the file says "0.15 0.31 0.42 RUNNING/ALL LAST". */
static unsigned long running(const struct spare *s)
{
    char text[128];
    ssize_t n = s->file >= 0 ? pread(s->file, text, sizeof text - 1, 0) : 0;
    text[n > 0 ? n : 0] = 0;
    char *slash = strchr(text, '/');
    while (slash && slash > text && slash[-1] != ' ') slash--;
    return slash ? strtoul(slash, 0, 10) : ~0ul;
}

int spare_ask(struct spare *s)
{
    if (++s->since >= LOOK_EVERY) {
        s->since = 0;
        s->calm = running(s) > s->processors ? s->calm / 2 : s->calm < CALM_MOST ? s->calm + 1 : CALM_MOST;
        if (s->credit < LENT) s->credit = LENT;
    }
    return s->calm >= CALM_WANTED && s->credit > 0;
}

void spare_tell(struct spare *s, int found)
{
    s->credit += found ? FOUND : -IN_VAIN;
    if (s->credit > CREDIT_MOST) s->credit = CREDIT_MOST;
}
