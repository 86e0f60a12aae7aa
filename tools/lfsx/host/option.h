/* option.h - a program's command line as one table, from which --help is made too. */
#ifndef LFSX_OPTION_H
#define LFSX_OPTION_H
#include <stdint.h>

enum option_kind {
    OPTION_FLAG,   /* int *: 1 if given */
    OPTION_TEXT,   /* const char ** */
    OPTION_NUMBER, /* uint64_t * */
    OPTION_SIZE,   /* uint64_t *: bytes; K, M, G, T (powers of 1024) may follow the number */
    OPTION_END
};
struct option_row {
    enum option_kind kind;
    char letter;          /* 0 = none */
    const char *name;     /* without the dashes */
    void *to;
    const char *argument; /* its name in --help */
    const char *text;
};
enum { OPTIONS_MOST = 32 };
struct program {
    const char *usage, *about; /* after the name; sentences */
    const struct option_row *rows; /* at most OPTIONS_MOST, the last is OPTION_END */
    const char *more;          /* below the options: exit codes, examples; or 0 */
    int usage_status;          /* exit status for a wrong command line */
    int least, most;           /* operands */
};

/* options_parse - Fill in what the rows point to; answers the index of the first operand in argv (options may stand among operands; "--" ends them).
 * --help and --version print and exit 0; a wrong command line says what is wrong and exits. */
int options_parse(const struct program *p, int argc, char **argv);
/* options_wrong - Exit with the status for a wrong command line, after a sentence. */
void options_wrong(const struct program *p, const char *format, ...) __attribute__((format(printf, 2, 3), noreturn));
#endif
