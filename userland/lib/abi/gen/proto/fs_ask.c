/* fs_ask.c - the client's side of fs: marshal, call, unmarshal. Generated from spec/idl/fs.yaml. */
#include <proto/fs.h>
#include <string.h>

word_t fs_ask_open(cptr_t server, const void *path, word_t path_bytes, word_t *node, word_t *kind, word_t *size, word_t *mode)
{
    struct message m = {.label = FS_OPEN, .word[0] = path_bytes};

    if (path_bytes > MESSAGE_BYTES) return STATUS_ARGUMENT;
    message_put_bytes(&m, path, (uint32_t)path_bytes);
    err_t error = ipc_call_long(server, &m);
    if (error != ERR_NONE) return error == ERR_GONE ? STATUS_GONE : STATUS_DENIED;
    *node = m.word[0];
    *kind = m.word[1];
    *size = m.word[2];
    *mode = m.word[3];
    return m.label;
}

word_t fs_ask_stat(cptr_t server, word_t node, word_t *node_out, word_t *kind, word_t *size, word_t *mode)
{
    struct message m = {.label = FS_STAT, .word[0] = node};

    err_t error = ipc_call(server, &m);
    if (error != ERR_NONE) return error == ERR_GONE ? STATUS_GONE : STATUS_DENIED;
    *node_out = m.word[0];
    *kind = m.word[1];
    *size = m.word[2];
    *mode = m.word[3];
    return m.label;
}

word_t fs_ask_read(cptr_t server, word_t node, word_t offset, word_t count, void *data, word_t data_room, word_t *data_bytes)
{
    struct message m = {.label = FS_READ, .word[0] = node, .word[1] = offset, .word[2] = count};

    err_t error = ipc_call_long(server, &m);
    if (error != ERR_NONE) return error == ERR_GONE ? STATUS_GONE : STATUS_DENIED;
    if (m.label != STATUS_OK) return m.label;
    if (m.word[0] > data_room || message_bytes(&m, m.word[0]) == 0) return STATUS_ARGUMENT;
    *data_bytes = m.word[0];
    memcpy(data, message_bytes(&m, m.word[0]), m.word[0]);
    return m.label;
}

word_t fs_ask_list(cptr_t server, word_t node, word_t position, struct fs_list_answer *out, void *name, word_t name_room, word_t *name_bytes)
{
    struct message m = {.label = FS_LIST, .word[0] = node, .word[1] = position};

    err_t error = ipc_call_long(server, &m);
    if (error != ERR_NONE) return error == ERR_GONE ? STATUS_GONE : STATUS_DENIED;
    out->node = m.word[0];
    out->kind = m.word[1];
    out->size = m.word[2];
    out->mode = m.word[3];
    out->next = m.word[4];
    if (m.label != STATUS_OK) return m.label;
    if (m.word[5] > name_room || message_bytes(&m, m.word[5]) == 0) return STATUS_ARGUMENT;
    *name_bytes = m.word[5];
    memcpy(name, message_bytes(&m, m.word[5]), m.word[5]);
    return m.label;
}
