/* option.c - see option.h. */
#include "option.h"
#include "number.h"
#include "say.h"
#include <disk/format.h>
#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CODE_HELP = 1000, CODE_VERSION, CODE_ROW = 2000 };

void options_wrong(const struct program *p, const char *format, ...)
{
    va_list rest;
    va_start(rest, format);
    fprintf(stderr, "%s: ", say_name());
    vfprintf(stderr, format, rest);
    fprintf(stderr, "; %s --help lists the options\n", say_name());
    va_end(rest);
    exit(p->usage_status);
}

static void help(const struct program *p)
{
    printf("usage: %s %s\n%s\n\n", say_name(), p->usage, p->about);
    for (const struct option_row *r = p->rows; r->kind != OPTION_END; r++) {
        char left[64];
        snprintf(left, sizeof left, "%c%c%s--%s%s%s", r->letter ? '-' : ' ', r->letter ? r->letter : ' ', r->letter ? ", " : "  ", r->name,
            r->argument ? "=" : "", r->argument ? r->argument : "");
        printf("  %-28s %s\n", left, r->text);
    }
    printf("  -h, --help                   this text\n  -V, --version                the version\n");
    if (p->more) printf("\n%s\n", p->more);
}

static const struct option_row *row_of(const struct program *p, int code)
{
    if (code >= CODE_ROW) return &p->rows[code - CODE_ROW];
    for (const struct option_row *r = p->rows; r->kind != OPTION_END; r++)
        if (r->letter && r->letter == code) return r;
    return 0;
}

static void row_set(const struct program *p, const struct option_row *r, const char *value)
{
    int good = 1;
    switch (r->kind) {
    case OPTION_FLAG: *(int *)r->to = 1; break;
    case OPTION_TEXT: *(const char **)r->to = value; break;
    case OPTION_NUMBER: good = number_parse(value, r->to); break;
    default: good = size_parse(value, r->to);
    }
    if (!good) options_wrong(p, "--%s wants %s, not '%s'", r->name, r->kind == OPTION_SIZE ? "a size such as 4096, 64M or 2G" : "a number", value);
}

/* tables_make - What getopt_long wants. */
static void tables_make(const struct program *p, char *letters, struct option *names)
{
    *letters++ = ':'; /* a missing argument is told apart from an unknown option */
    *letters++ = 'h';
    *letters++ = 'V';
    *names++ = (struct option){"help", no_argument, 0, CODE_HELP};
    *names++ = (struct option){"version", no_argument, 0, CODE_VERSION};
    for (const struct option_row *r = p->rows; r->kind != OPTION_END; r++) {
        if (r->letter) *letters++ = r->letter;
        if (r->letter && r->kind != OPTION_FLAG) *letters++ = ':';
        *names++ = (struct option){r->name, r->kind == OPTION_FLAG ? no_argument : required_argument, 0, CODE_ROW + (int)(r - p->rows)};
    }
    *letters = 0;
    *names = (struct option){0};
}

int options_parse(const struct program *p, int argc, char **argv)
{
    char letters[2 * OPTIONS_MOST + 4];
    struct option names[OPTIONS_MOST + 3];
    say_begin(argv[0]);
    tables_make(p, letters, names);
    opterr = 0;
    for (int code; (code = getopt_long(argc, argv, letters, names, 0)) != -1;) {
        if (code == 'h' || code == CODE_HELP) help(p), exit(0);
        if (code == 'V' || code == CODE_VERSION) printf("%s of Tessera, LFSX format %d\n", say_name(), LFSX_FORMAT_VERSION), exit(0);
        if (code == ':') options_wrong(p, "%s wants a value", argv[optind - 1]);
        if (code == '?') options_wrong(p, "there is no option %s", argv[optind - 1]);
        row_set(p, row_of(p, code), optarg);
    }
    if (argc - optind < p->least) options_wrong(p, "too few operands: %s %s", say_name(), p->usage);
    if (argc - optind > p->most) options_wrong(p, "too many operands, from '%s' on", argv[optind + p->most]);
    return optind;
}
