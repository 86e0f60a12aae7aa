/* main.c - the server's messages: open, stat, read, list (proto/fs.h). */
#include "rootfs.h"
#include <client/console.h>
#include <rt/start.h>
#include <string.h>

static struct catalogue catalogue;

/* tell_node - Words 0..3 of a reply. */
static word_t tell_node(struct message *m, word_t node)
{
    struct cpio_entry entry;
    m->word[0] = node;
    m->word[1] = FS_DIRECTORY;
    m->word[2] = 0;
    m->word[3] = 0040555;
    if (node == 0) return STATUS_OK;
    if (!catalogue_entry(&catalogue, node, &entry)) return STATUS_ABSENT;
    enum cpio_kind kind = cpio_kind(&entry);
    m->word[1] = kind == CPIO_FILE ? FS_FILE : kind == CPIO_DIRECTORY ? FS_DIRECTORY : FS_OTHER;
    m->word[2] = entry.data_bytes;
    m->word[3] = entry.mode;
    return STATUS_OK;
}

static word_t serve_open(const struct message *m, struct message *reply)
{
    char path[MESSAGE_BYTES + 1];
    word_t node, length = m->word[0];
    const uint8_t *bytes = length <= MESSAGE_BYTES ? message_bytes(m, length) : 0;
    if (bytes == 0) return STATUS_ARGUMENT;
    memcpy(path, bytes, length);
    path[length] = 0;
    word_t status = catalogue_open(&catalogue, path, &node);
    return status == STATUS_OK ? tell_node(reply, node) : status;
}

static word_t serve_read(const struct message *m, struct message *reply)
{
    struct cpio_entry entry;
    word_t offset = m->word[1], count = m->word[2];
    if (m->word[0] == 0) return STATUS_DIRECTORY;
    if (!catalogue_entry(&catalogue, m->word[0], &entry)) return STATUS_ABSENT;
    if (cpio_kind(&entry) == CPIO_DIRECTORY) return STATUS_DIRECTORY;
    word_t left = offset < entry.data_bytes ? entry.data_bytes - offset : 0;
    if (count > MESSAGE_BYTES) count = MESSAGE_BYTES;
    if (count > left) count = left;
    if (count > 0) message_put_bytes(reply, entry.data + offset, (uint32_t)count);
    reply->word[0] = count;
    return STATUS_OK;
}

/* base_name - What stands behind the last slash that something follows. */
static const char *base_name(const char *path)
{
    const char *base = path;
    for (; *path != 0; path++)
        if (path[0] == '/' && path[1] != 0) base = path + 1;
    return base;
}

static word_t serve_list(const struct message *m, struct message *reply)
{
    struct cpio_entry entry;
    struct message node;
    word_t status = tell_node(&node, m->word[0]);
    if (status != STATUS_OK) return status;
    if (node.word[1] != FS_DIRECTORY) return STATUS_FILE;
    word_t child = catalogue_child(&catalogue, m->word[0], m->word[1]);
    if (child == 0 || !catalogue_entry(&catalogue, child, &entry)) return STATUS_ABSENT;
    const char *name = base_name(entry.name);
    message_put_bytes(reply, name, (uint32_t)strlen(name));
    reply->word[4] = child;
    reply->word[5] = strlen(name);
    return tell_node(reply, child);
}

static word_t serve(const struct message *m, struct message *reply)
{
    switch (m->label) {
    case FS_OPEN: return serve_open(m, reply);
    case FS_STAT: return tell_node(reply, m->word[0]);
    case FS_READ: return serve_read(m, reply);
    case FS_LIST: return serve_list(m, reply);
    default: return STATUS_METHOD;
    }
}

static void setup(void)
{
    uint64_t where;
    const uint8_t *bytes = (const uint8_t *)start_value("initrd");
    enum cpio_error error = catalogue_setup(&catalogue, bytes, start_value("initrd_bytes"), &where);
    if (error == CPIO_OK) return;
    print("rootfs: initrd at byte %lu: %s; the root directory stays empty\n", where, cpio_error_text(error));
}

int main(void)
{
    struct message m;
    cptr_t endpoint = start_slot("endpoint");
    setup();
    err_t error = ipc_recv_long(endpoint, &m);
    for (;;) {
        struct message reply = {.count = 0};
        if (error == ERR_NONE) reply.label = serve(&m, &reply);
        m = reply;
        error = ipc_reply_recv_long(endpoint, &m);
    }
}
