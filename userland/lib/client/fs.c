/* fs.c - see fs.h. The server keeps nothing, so a call that it did not live to answer is simply repeated. */
#include <client/fs.h>
#include <rt/start.h>
#include <string.h>

word_t fs_open(const char *path, struct fs_node *node)
{
    cptr_t fs = start_slot("fs");
    word_t status;
    if (fs == 0) return STATUS_DENIED;
    do status = fs_ask_open(fs, path, strlen(path), &node->node, &node->kind, &node->size, &node->mode);
    while (status == STATUS_GONE);
    return status;
}

word_t fs_read(word_t node, word_t offset, void *bytes, word_t count, word_t *got)
{
    cptr_t fs = start_slot("fs");
    word_t status;
    if (fs == 0) return STATUS_DENIED;
    if (count > MESSAGE_BYTES) count = MESSAGE_BYTES;
    do status = fs_ask_read(fs, node, offset, count, bytes, count, got);
    while (status == STATUS_GONE);
    return status;
}

word_t fs_list(word_t node, word_t position, struct fs_entry *entry)
{
    cptr_t fs = start_slot("fs");
    struct fs_list_answer a;
    word_t status, length = 0;
    if (fs == 0) return STATUS_DENIED;
    do status = fs_ask_list(fs, node, position, &a, entry->name, sizeof entry->name - 1, &length);
    while (status == STATUS_GONE);
    entry->name[length] = 0;
    entry->node = (struct fs_node){a.node, a.kind, a.size, a.mode};
    entry->next = a.next;
    return status;
}
