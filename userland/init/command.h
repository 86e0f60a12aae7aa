/* command.h - a command line: its words, and the program that the first one names. */
#ifndef INIT_COMMAND_H
#define INIT_COMMAND_H
#include "image.h"
#include <elf/elf.h>
#include <rt/start.h>

struct command {
    const char *line, *name; /* name: without directories */
    const uint8_t *file;
    uint64_t file_bytes;
    const struct image_program *program;
    word_t words;
    char text[START_TEXT]; /* the words, each NUL-terminated */
};

/* command_read - Cut the line into words and find the program: a name without "/" is a system program or else bin/<name> of the
 * root; a name with "/" is a path in the root. Root programs never get a system program's authority. STATUS_*. */
word_t command_read(const char *line, struct command *command);
/* command_machine - The processor that programs must be built for. */
enum elf_machine command_machine(void);
#endif
