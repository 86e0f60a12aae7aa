/* caller.c - who asks. */
#include "mount.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void caller_get(struct caller *c, const struct request *q, uint32_t umask)
{
    c->who = (struct fs_who){.uid = q->head->uid, .gid = q->head->gid, .umask = (uint16_t)umask};
    c->pid = q->head->pid;
    c->asked = 0;
}

/* groups_parse - The numbers of a line; answers how many. */
static uint32_t groups_parse(const char *line, uint32_t *to)
{
    uint32_t n = 0;
    char *end;
    for (unsigned long g = strtoul(line, &end, 10); end != line && n < GROUPS_MOST; g = strtoul(line, &end, 10)) {
        to[n++] = (uint32_t)g;
        line = end;
    }
    return n;
}

int caller_groups(struct caller *c)
{
    char path[64], line[GROUPS_MOST * 12 + 16];
    snprintf(path, sizeof path, "/proc/%u/status", c->pid); /* the number of a thread is found there too */
    FILE *f = fopen(path, "re");
    c->who.group_count = 0;
    while (f && fgets(line, sizeof line, f))
        if (!strncmp(line, "Groups:", 7)) c->who.group_count = groups_parse(line + 7, c->groups);
    if (f) fclose(f);
    c->asked = 1;
    c->who.groups = c->groups;
    return c->who.group_count > 0;
}

int caller_again(struct caller *c, lfsx_err_t err) { return err == LFSX_PERMISSION && !c->asked && caller_groups(c); }
