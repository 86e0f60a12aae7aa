/* text.c - see text.h. */
#include "text.h"
#include <stdio.h>

static const char *type_text(uint8_t type)
{
    static const char *const TEXT[] = {[KEY_TYPE_INODE] = "inode", [KEY_TYPE_XATTR] = "xattr", [KEY_TYPE_ENTRY] = "entry", [KEY_TYPE_EXTENT] = "extent",
        [KEY_TYPE_ORPHAN] = "orphan", [KEY_TYPE_OWNER] = "owner"};
    return type < sizeof TEXT / sizeof *TEXT ? TEXT[type] : 0;
}

const char *key_text(struct key key, char *to)
{
    const char *type = type_text(key.type);
    char number[16];
    if (key_equal(key, KEY_LOWEST)) return "lowest";
    if (key_equal(key, KEY_HIGHEST)) return "highest";
    snprintf(number, sizeof number, "type%u", key.type);
    int hash = key.type == KEY_TYPE_ENTRY || key.type == KEY_TYPE_XATTR;
    snprintf(to, KEY_TEXT_BYTES, hash ? "%lu/%s/%016lx" : "%lu/%s/%lu", key.inode, type ? type : number, key.offset);
    return to;
}

void name_print(const uint8_t *name, size_t length)
{
    putchar('"');
    for (size_t i = 0; i < length; i++)
        if (name[i] < 0x20 || name[i] > 0x7e || name[i] == '"' || name[i] == '\\') printf("\\x%02x", name[i]);
        else putchar(name[i]);
    putchar('"');
}
