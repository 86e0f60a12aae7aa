/* main.c - the server's messages: open, stat, read, list (spec/idl/fs.yaml).
 *
 * Idea: a node is a catalogue's number. Nothing is kept about clients: one that vanishes leaves nothing behind. */
#include <catalogue/catalogue.h>
#include <client/console.h>
#include <client/fs.h>
#include <rt/start.h>
#include <string.h>

static struct catalogue catalogue;

/* node_look - What a node is. */
static word_t node_look(word_t node, struct fs_node *out)
{
    struct cpio_entry entry;
    *out = (struct fs_node){node, FS_DIRECTORY, 0, 0040555};
    if (node == 0) return STATUS_OK;
    if (!catalogue_entry(&catalogue, node, &entry)) return STATUS_ABSENT;
    enum cpio_kind kind = cpio_kind(&entry);
    out->kind = kind == CPIO_FILE ? FS_FILE : kind == CPIO_DIRECTORY ? FS_DIRECTORY : FS_OTHER;
    out->size = entry.data_bytes;
    out->mode = entry.mode;
    return STATUS_OK;
}

static word_t serve_stat(void *state, word_t badge, word_t node, struct message *reply)
{
    struct fs_node is;
    (void)state;
    (void)badge;
    word_t status = node_look(node, &is);
    if (status == STATUS_OK) fs_answer_stat(reply, is.node, is.kind, is.size, is.mode);
    return status;
}

static word_t serve_open(void *state, word_t badge, const uint8_t *bytes, word_t count, struct message *reply)
{
    char path[MESSAGE_BYTES + 1];
    word_t node;
    memcpy(path, bytes, count);
    path[count] = 0;
    return catalogue_open(&catalogue, path, &node) ? serve_stat(state, badge, node, reply) : STATUS_ABSENT;
}

static word_t serve_read(void *state, word_t badge, word_t node, word_t offset, word_t count, struct message *reply)
{
    struct cpio_entry entry;
    (void)state;
    (void)badge;
    if (node == 0) return STATUS_DIRECTORY;
    if (!catalogue_entry(&catalogue, node, &entry)) return STATUS_ABSENT;
    if (cpio_kind(&entry) == CPIO_DIRECTORY) return STATUS_DIRECTORY;
    word_t left = offset < entry.data_bytes ? entry.data_bytes - offset : 0;
    if (count > MESSAGE_BYTES) count = MESSAGE_BYTES;
    if (count > left) count = left;
    fs_answer_read(reply, count > 0 ? entry.data + offset : entry.data, count);
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

static word_t serve_list(void *state, word_t badge, word_t node, word_t position, struct message *reply)
{
    struct cpio_entry entry;
    struct fs_node is;
    (void)state;
    (void)badge;
    word_t status = node_look(node, &is);
    if (status != STATUS_OK) return status;
    if (is.kind != FS_DIRECTORY) return STATUS_FILE;
    word_t child = catalogue_child(&catalogue, node, position);
    if (child == 0 || !catalogue_entry(&catalogue, child, &entry)) return STATUS_ABSENT;
    const char *name = base_name(entry.name);
    status = node_look(child, &is);
    if (status == STATUS_OK) fs_answer_list(reply, is.node, is.kind, is.size, is.mode, child, name, strlen(name));
    return status;
}

static const struct fs_server SERVER = {.open = serve_open, .stat = serve_stat, .read = serve_read, .list = serve_list};

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
        if (error == ERR_NONE) reply.label = fs_serve(&SERVER, 0, &m, &reply);
        m = reply;
        error = ipc_reply_recv_long(endpoint, &m);
    }
}
