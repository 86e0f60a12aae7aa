/* files.c - ls, cat, echo, hexdump: everything is read through the file system's server. */
#include "shell.h"
#include <client/fs.h>
#include <ipc/message.h>
#include <rt/format.h>
#include <string.h>

enum { DUMP_BYTES = 16, DUMP_DEFAULT = 256 };

static void list_entry(const struct fs_entry *e)
{
    if (e->node.kind == FS_DIRECTORY) print("%10s  %s/\n", "", e->name);
    else print("%10lu  %s\n", e->node.size, e->name);
}

void run_ls(char **word, uint32_t count)
{
    static struct fs_entry entry;
    const char *path = count > 1 ? word[1] : "/";
    struct fs_node node;
    word_t status = fs_open(path, &node);
    if (status != STATUS_OK) complain(path, status);
    else if (node.kind != FS_DIRECTORY) print("%10lu  %s\n", node.size, path);
    else
        for (word_t at = 0; fs_list(node.node, at, &entry) == STATUS_OK; at = entry.next) list_entry(&entry);
}

static word_t cat_file(const char *path)
{
    static char bytes[MESSAGE_BYTES];
    struct fs_node node;
    word_t got = 0, status = fs_open(path, &node);
    for (word_t at = 0; status == STATUS_OK; at += got) {
        status = fs_read(node.node, at, bytes, sizeof bytes, &got);
        if (status != STATUS_OK || got == 0) return status;
        console_write(bytes, got);
    }
    return status;
}

void run_cat(char **word, uint32_t count)
{
    for (uint32_t i = 1; i < count; i++) {
        word_t status = cat_file(word[i]);
        if (status != STATUS_OK) complain(word[i], status);
    }
}

void run_echo(char **word, uint32_t count)
{
    for (uint32_t i = 1; i < count; i++) print("%s%s", word[i], i + 1 < count ? " " : "");
    print("\n");
}

static void dump_line(word_t offset, const uint8_t *bytes, word_t count)
{
    char text[96];
    uint32_t at = format_print(text, sizeof text, "%08lx ", offset);
    for (word_t i = 0; i < DUMP_BYTES; i++) {
        if (i < count) at += format_print(text + at, sizeof text - at, " %02x", bytes[i]);
        else at += format_print(text + at, sizeof text - at, "   ");
    }
    at += format_print(text + at, sizeof text - at, "  ");
    for (word_t i = 0; i < count; i++) text[at++] = bytes[i] >= 0x20 && bytes[i] < 0x7f ? (char)bytes[i] : '.';
    text[at] = 0;
    print("%s\n", text);
}

void run_hexdump(char **word, uint32_t count)
{
    uint8_t bytes[DUMP_BYTES];
    struct fs_node node;
    uint64_t offset = 0, left = DUMP_DEFAULT;
    word_t got = 1;
    if (count > 2 && !number_word(word[2], &offset)) return;
    if (count > 3 && !number_word(word[3], &left)) return;
    word_t status = fs_open(word[1], &node);
    while (status == STATUS_OK && left > 0 && got > 0) {
        status = fs_read(node.node, offset, bytes, left < DUMP_BYTES ? left : DUMP_BYTES, &got);
        if (status == STATUS_OK && got > 0) dump_line(offset, bytes, got);
        offset += got;
        left -= got;
    }
    if (status != STATUS_OK) complain(word[1], status);
}
