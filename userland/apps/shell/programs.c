/* programs.c - starting and ending programs: everything is asked of init. */
#include "shell.h"
#include <client/process.h>
#include <elf/elf.h>
#include <string.h>

enum { LINE_BYTES_MAX = 400 };

/* line_join - The words as one line again, each in quotes. */
static void line_join(char *line, char **word, uint32_t count)
{
    size_t at = 0;
    for (uint32_t i = 0; i < count; i++) {
        size_t length = strlen(word[i]);
        char quote = strchr(word[i], '\'') ? '"' : '\'';
        if (at + length + 4 > LINE_BYTES_MAX) break;
        line[at++] = quote;
        memcpy(line + at, word[i], length);
        at += length;
        line[at++] = quote;
        line[at++] = ' ';
    }
    line[at] = 0;
}

static void complain_program(const char *name, word_t status, word_t detail)
{
    if (status == STATUS_PROGRAM && detail != 0)
        print("%s: %s (%s)\n", name, elf_error_text((enum elf_error)detail), elf_error_name((enum elf_error)detail));
    else complain(name, status);
}

/* create - STATUS_ABSENT is left to the caller, other failures are told. */
static word_t create(char **word, uint32_t count, word_t *process)
{
    char line[LINE_BYTES_MAX];
    word_t detail;
    line_join(line, word, count);
    word_t status = process_create(line, 0, process, &detail);
    if (status != STATUS_OK && status != STATUS_ABSENT) complain_program(word[0], status, detail);
    return status;
}

/* tell_end - How a program ended, unless it was all right. */
static void tell_end(const char *name, word_t answer, word_t end, word_t status)
{
    if (answer != STATUS_OK) complain(name, answer);
    else if (end == PROCESS_FAULTED) print("%s ended by a fault\n", name);
    else if (end == PROCESS_KILLED) print("%s was ended\n", name);
    else if (status != 0) print("%s ended with status %lu\n", name, status);
}

int program_run(char **word, uint32_t count)
{
    word_t process, end, status, answer = create(word, count, &process);
    if (answer == STATUS_ABSENT) return 0;
    if (answer == STATUS_OK) {
        answer = process_run(process, &end, &status);
        tell_end(word[0], answer, end, status);
    }
    return 1;
}

void run_spawn(char **word, uint32_t count)
{
    word_t process, status = create(word + 1, count - 1, &process);
    if (status == STATUS_OK) status = process_start(process);
    if (status == STATUS_OK) print("%s is process %lu\n", word[1], process);
    if (status == STATUS_ABSENT) complain(word[1], status);
}

void run_wait(char **word, uint32_t count)
{
    uint64_t process;
    word_t end, status;
    (void)count;
    if (!number_word(word[1], &process)) return;
    word_t answer = process_wait(process, &end, &status);
    tell_end(word[1], answer, end, status);
}

void run_kill(char **word, uint32_t count)
{
    uint64_t process;
    (void)count;
    if (!number_word(word[1], &process)) return;
    word_t status = process_kill(process);
    if (status != STATUS_OK) complain(word[1], status);
}

void run_restart(char **word, uint32_t count)
{
    uint64_t process;
    word_t now;
    (void)count;
    if (!number_word(word[1], &process)) return;
    word_t status = process_restart(process, &now);
    if (status == STATUS_OK) print("started again as process %lu\n", now);
    else complain(word[1], status);
}

void run_crash(char **word, uint32_t count) { program_run(word, count); }

void run_bench(char **word, uint32_t count) { program_run(word, count); }

void run_poweroff(char **word, uint32_t count)
{
    uint64_t status = 0;
    if (count > 1 && !number_word(word[1], &status)) return;
    if (status > 255) print("poweroff: a status is 0..255\n");
    else complain("poweroff", process_power(status));
}
