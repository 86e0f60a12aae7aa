/* fs_serve.c - the server's side of fs: unmarshal, check, dispatch, marshal. Generated from spec/idl/fs.yaml. */
#include <proto/fs.h>
#include <string.h>

void fs_answer_open(struct message *reply, word_t node, word_t kind, word_t size, word_t mode)
{
    reply->word[0] = node;
    reply->word[1] = kind;
    reply->word[2] = size;
    reply->word[3] = mode;
}

void fs_answer_stat(struct message *reply, word_t node, word_t kind, word_t size, word_t mode)
{
    reply->word[0] = node;
    reply->word[1] = kind;
    reply->word[2] = size;
    reply->word[3] = mode;
}

void fs_answer_read(struct message *reply, const void *data, word_t data_bytes)
{
    reply->word[0] = data_bytes;
    message_put_bytes(reply, data, (uint32_t)data_bytes);
}

void fs_answer_list(struct message *reply, word_t node, word_t kind, word_t size, word_t mode, word_t next, const void *name, word_t name_bytes)
{
    reply->word[0] = node;
    reply->word[1] = kind;
    reply->word[2] = size;
    reply->word[3] = mode;
    reply->word[4] = next;
    reply->word[5] = name_bytes;
    message_put_bytes(reply, name, (uint32_t)name_bytes);
}

static word_t serve_open(const struct fs_server *server, void *state, const struct message *m, struct message *reply)
{
    const uint8_t *path = message_bytes(m, m->word[0]);
    if (path == 0) return STATUS_ARGUMENT;
    return server->open(state, m->badge, path, m->word[0], reply);
}

static word_t serve_stat(const struct fs_server *server, void *state, const struct message *m, struct message *reply)
{
    return server->stat(state, m->badge, m->word[0], reply);
}

static word_t serve_read(const struct fs_server *server, void *state, const struct message *m, struct message *reply)
{
    return server->read(state, m->badge, m->word[0], m->word[1], m->word[2], reply);
}

static word_t serve_list(const struct fs_server *server, void *state, const struct message *m, struct message *reply)
{
    return server->list(state, m->badge, m->word[0], m->word[1], reply);
}

word_t fs_serve(const struct fs_server *server, void *state, const struct message *m, struct message *reply)
{
    memset(reply, 0, sizeof *reply);
    switch (m->label) {
    case FS_OPEN: return server->open ? serve_open(server, state, m, reply) : STATUS_METHOD;
    case FS_STAT: return server->stat ? serve_stat(server, state, m, reply) : STATUS_METHOD;
    case FS_READ: return server->read ? serve_read(server, state, m, reply) : STATUS_METHOD;
    case FS_LIST: return server->list ? serve_list(server, state, m, reply) : STATUS_METHOD;
    default: return STATUS_METHOD;
    }
}
