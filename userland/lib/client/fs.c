/* fs.c - see fs.h. The server keeps nothing, so a call that it did not live to answer is simply repeated. */
#include <client/fs.h>
#include <ipc/message.h>
#include <rt/start.h>
#include <string.h>

/* ask - Send *request; the reply in *m. */
static word_t ask(const struct message *request, const char *path, struct message *m)
{
    cptr_t fs = start_slot("fs");
    err_t error;
    if (fs == 0) return STATUS_DENIED;
    do {
        *m = *request;
        if (path) message_put_bytes(m, path, (uint32_t)request->word[0]);
        error = ipc_call_long(fs, m);
    } while (error == ERR_GONE);
    return error == ERR_NONE ? m->label : STATUS_GONE;
}

static void node_take(struct fs_node *node, const struct message *m)
{
    *node = (struct fs_node){m->word[0], m->word[1], m->word[2], m->word[3]};
}

word_t fs_open(const char *path, struct fs_node *node)
{
    size_t length = strlen(path);
    struct message request = {.label = FS_OPEN, .word = {length}}, m;
    if (length > MESSAGE_BYTES) return STATUS_ARGUMENT;
    word_t status = ask(&request, path, &m);
    if (status == STATUS_OK) node_take(node, &m);
    return status;
}

word_t fs_read(word_t node, word_t offset, void *bytes, word_t count, word_t *got)
{
    if (count > MESSAGE_BYTES) count = MESSAGE_BYTES;
    struct message request = {.label = FS_READ, .word = {node, offset, count}}, m;
    word_t status = ask(&request, 0, &m);
    if (status != STATUS_OK) return status;
    const uint8_t *data = message_bytes(&m, m.word[0]);
    if (data == 0 || m.word[0] > count) return STATUS_ARGUMENT;
    memcpy(bytes, data, m.word[0]);
    *got = m.word[0];
    return STATUS_OK;
}

word_t fs_list(word_t node, word_t position, struct fs_entry *entry)
{
    struct message request = {.label = FS_LIST, .word = {node, position}}, m;
    word_t status = ask(&request, 0, &m);
    if (status != STATUS_OK) return status;
    const uint8_t *name = message_bytes(&m, m.word[5]);
    if (name == 0 || m.word[5] >= sizeof entry->name) return STATUS_ARGUMENT;
    memcpy(entry->name, name, m.word[5]);
    entry->name[m.word[5]] = 0;
    node_take(&entry->node, &m);
    entry->next = m.word[4];
    return STATUS_OK;
}
