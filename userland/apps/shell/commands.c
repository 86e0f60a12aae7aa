/* commands.c - the table that help, usage and the search for a command share. */
#include "shell.h"

const struct command commands[] = {
    {"help", "[command]", "list the commands, or explain one", 0, 1, run_help},
    {"ls", "[path]", "list a directory", 0, 1, run_ls},
    {"cat", "path...", "print files", 1, WORDS_MAX, run_cat},
    {"echo", "[word...]", "print words", 0, WORDS_MAX, run_echo},
    {"hexdump", "path [offset [count]]", "print bytes of a file", 1, 3, run_hexdump},
    {"ps", "", "threads: priority, state, processor time", 0, 0, run_ps},
    {"caps", "", "the shell's own capabilities", 0, 0, run_caps},
    {"mem", "", "frames by kind and owner", 0, 0, run_mem},
    {"spawn", "program [word...]", "start a program and go on", 1, WORDS_MAX, run_spawn},
    {"wait", "process", "wait until a process ends", 1, 1, run_wait},
    {"kill", "process", "end a process (init starts drivers and servers again)", 1, 1, run_kill},
    {"restart", "process", "end a process and start its program again", 1, 1, run_restart},
    {"crash", "[how]", "run a program that faults; without a word: list how", 0, 1, run_crash},
    {"bench", "[what]", "count instructions of kernel operations (ipc, kernel or all)", 0, 1, run_bench},
    {"trace", "[count]", "the last entries into the kernel (at most 24)", 0, 1, run_trace},
    {"poweroff", "[status]", "end the system with that exit status (0..255)", 0, 1, run_poweroff},
};
const uint32_t command_count = sizeof commands / sizeof commands[0];
