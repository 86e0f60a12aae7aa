/* shell.h - the commands.
 *
 * Idea: a command is a function of words; it says in a sentence what is wrong with them. Nothing it does can end the shell.
 * Does not know: the line editor (lib/line), who serves files and processes (lib/client). */
#ifndef SHELL_SHELL_H
#define SHELL_SHELL_H
#include <client/console.h>
#include <proto/status.h>
#include <stdint.h>

enum { WORDS_MAX = 16 };
struct command {
    const char *name, *arguments, *what;
    uint32_t least, most; /* words behind the name */
    void (*run)(char **word, uint32_t count); /* word[0] is the name */
};
extern const struct command commands[];
extern const uint32_t command_count;

typedef void command_t(char **word, uint32_t count);
command_t run_help, run_ls, run_cat, run_echo, run_hexdump, run_ps, run_caps, run_mem, run_spawn, run_wait, run_kill, run_restart,
    run_crash, run_bench, run_trace, run_poweroff;

/* program_run - Start a program and wait for its end; 0 if there is no program of that name. */
int program_run(char **word, uint32_t count);
/* number_word - The word as a number; else says so and answers 0. */
int number_word(const char *word, uint64_t *value);
/* complain - "name: sentence of the status". */
void complain(const char *about, word_t status);
#endif
