/* command.c - see command.h. */
#include "command.h"
#include "init.h"
#include <proto/status.h>
#include <rt/words.h>
#include <string.h>

enum { LINE_BYTES = 512, PATH_BYTES = 64 };

enum elf_machine command_machine(void)
{
    if (bootinfo()->arch == ARCH_X86_64) return ELF_X86_64;
    return bootinfo()->arch == ARCH_AARCH64 ? ELF_AARCH64 : ELF_RISCV;
}

static word_t words_read(const char *line, struct command *command)
{
    static char cut[LINE_BYTES];
    char *word[START_WORDS];
    uint32_t count;
    size_t length = strlen(line), at = 0;
    if (length >= LINE_BYTES) return STATUS_ARGUMENT;
    memcpy(cut, line, length + 1);
    if (words_split(cut, word, START_WORDS, &count) != WORDS_OK || count == 0) return STATUS_ARGUMENT;
    for (uint32_t i = 0; i < count; i++) {
        size_t bytes = strlen(word[i]) + 1;
        memcpy(command->text + at, word[i], bytes);
        at += bytes;
    }
    command->words = count;
    return STATUS_OK;
}

/* take_file - The file of that path; only regular files are programs. */
static word_t take_file(const struct cpio_archive *archive, const char *path, struct command *command)
{
    struct cpio_entry entry;
    if (cpio_find(archive, path, &entry) != CPIO_OK) return STATUS_ABSENT;
    if (cpio_kind(&entry) == CPIO_DIRECTORY) return STATUS_DIRECTORY;
    if (cpio_kind(&entry) != CPIO_FILE) return STATUS_PROGRAM;
    command->file = entry.data;
    command->file_bytes = entry.data_bytes;
    return STATUS_OK;
}

static word_t find_in_bin(struct command *command)
{
    char path[PATH_BYTES] = "bin/";
    size_t length = strlen(command->name);
    if (length + 5 > sizeof path) return STATUS_ABSENT;
    memcpy(path + 4, command->name, length + 1);
    return take_file(archive_root(), path, command);
}

static const char *base_name(const char *path)
{
    for (const char *at = path; *at != 0; at++)
        if (*at == '/') path = at + 1;
    return path;
}

word_t command_read(const char *line, struct command *command)
{
    word_t status = words_read(line, command);
    if (status != STATUS_OK) return status;
    command->line = line;
    command->name = base_name(command->text);
    command->program = image_find("*");
    if (strchr(command->text, '/')) return take_file(archive_root(), command->text, command);
    if (take_file(archive_system(), command->name, command) != STATUS_OK) return find_in_bin(command);
    command->program = image_find(command->name);
    return STATUS_OK;
}
