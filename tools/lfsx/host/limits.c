/* limits.c - see limits.h. */
#include "limits.h"
#include "number.h"
#include "say.h"
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LIMIT_LINE_BYTES = 512 };

static int user_parse(const char *text, uint32_t *uid)
{
    uint64_t number;
    const struct passwd *p = getpwnam(text);
    if (p) return *uid = p->pw_uid, 1;
    if (!number_parse(text, &number) || number >= UINT32_MAX) return 0;
    return *uid = (uint32_t)number, 1;
}

/* most_parse - "-" is 0, no limit; so 0 itself is none of its words. A size (with a letter) is rounded down to blocks. */
static int most_parse(const char *text, int blocks, uint64_t *out)
{
    if (!strcmp(text, "-")) return *out = 0, 1;
    if (number_parse(text, out)) return *out > 0;
    if (!blocks || !size_parse(text, out)) return 0;
    return (*out /= LFSX_BLOCK_BYTES) > 0;
}

static int more(struct limits *l, struct fs_limit one)
{
    struct fs_limit *list = realloc(l->list, (l->count + 1) * sizeof *list);
    if (!list) return say("no memory"), -1;
    l->list = list;
    list[l->count++] = one;
    return 0;
}

/* line_take - 0, or -1 after a sentence. */
static int line_take(struct limits *l, char *line, const char *path, uint32_t number)
{
    static const char BETWEEN[] = " \t\r\n";
    struct fs_limit one;
    line[strcspn(line, "#")] = 0;
    const char *user = strtok(line, BETWEEN), *blocks = strtok(0, BETWEEN), *inodes = strtok(0, BETWEEN);
    if (!user) return 0;
    if (!inodes || strtok(0, BETWEEN)) return say("%s, line %u: wanted are a user, blocks and inodes, such as: anna 200M 5000", path, number), -1;
    if (!user_parse(user, &one.uid)) return say("%s, line %u: there is no user %s", path, number, user), -1;
    if (!most_parse(blocks, 1, &one.blocks)) return say("%s, line %u: '%s' is neither a number of blocks nor a size nor -", path, number, blocks), -1;
    if (!most_parse(inodes, 0, &one.inodes)) return say("%s, line %u: '%s' is neither a number of inodes nor -", path, number, inodes), -1;
    return more(l, one);
}

static int by_uid(const void *a, const void *b)
{
    uint32_t x = ((const struct fs_limit *)a)->uid, y = ((const struct fs_limit *)b)->uid;
    return (x > y) - (x < y);
}

static int order(struct limits *l, const char *path)
{
    if (l->count > 0) qsort(l->list, l->count, sizeof *l->list, by_uid);
    for (uint32_t i = 1; i < l->count; i++)
        if (l->list[i].uid == l->list[i - 1].uid) return say("%s: user %u is there twice", path, l->list[i].uid), -1;
    return 0;
}

int limits_read(struct limits *l, const char *path)
{
    char line[LIMIT_LINE_BYTES];
    int bad = 0;
    FILE *f = fopen(path, "r");
    *l = (struct limits){.count = 0};
    if (!f) return say_system("cannot open %s", path), -1;
    for (uint32_t n = 1; !bad && fgets(line, sizeof line, f); n++) {
        if (!strchr(line, '\n') && !feof(f)) bad = (say("%s, line %u: it is too long", path, n), -1);
        else bad = line_take(l, line, path, n);
    }
    if (!bad && ferror(f)) bad = (say_system("cannot read %s", path), -1);
    fclose(f);
    if (!bad) bad = order(l, path);
    if (bad) limits_free(l);
    return bad;
}

void limits_free(struct limits *l)
{
    free(l->list);
    *l = (struct limits){.count = 0};
}
