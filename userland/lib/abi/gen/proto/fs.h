/* fs.h - Reading files. A node is a number that names a file or directory as long as the server lives; the server keeps nothing about its clients. Generated from spec/idl/fs.yaml.
 * A client calls fs_ask_*; a server fills struct fs_server and hands every message to fs_serve. Bytes travel in the
 * message buffer (ipc/message.h), at most MESSAGE_BYTES. Every function answers STATUS_*:
 * STATUS_GONE if the server ended before it answered, STATUS_DENIED if `server` is no endpoint that may be called. */
#ifndef PROTO_FS_H
#define PROTO_FS_H
#include <ipc/message.h>
#include <proto/status.h>

enum fs_method {
    FS_OPEN = 1,
    FS_STAT = 2,
    FS_READ = 3,
    FS_LIST = 4,
};
/* what a node is */
enum fs_kind {
    FS_FILE = 0, /* a file */
    FS_DIRECTORY = 1, /* a directory */
    FS_OTHER = 2, /* anything else */
};

/* open - What has this path; the root is "/". */
word_t fs_ask_open(cptr_t server, const void *path, word_t path_bytes, word_t *node, word_t *kind, word_t *size, word_t *mode);
void fs_answer_open(struct message *reply, word_t node, word_t kind, word_t size, word_t mode);

/* stat - What a node is. */
word_t fs_ask_stat(cptr_t server, word_t node, word_t *node_out, word_t *kind, word_t *size, word_t *mode);
void fs_answer_stat(struct message *reply, word_t node, word_t kind, word_t size, word_t mode);

/* read - Bytes of a file; none at its end. */
word_t fs_ask_read(cptr_t server, word_t node, word_t offset, word_t count, void *data, word_t data_room, word_t *data_bytes);
void fs_answer_read(struct message *reply, const void *data, word_t data_bytes);

/* list - The entry of a directory at a position; STATUS_ABSENT behind the last. */
struct fs_list_answer {
    word_t node; /* its number */
    word_t kind; /* FS_FILE or FS_DIRECTORY or FS_OTHER */
    word_t size; /* bytes */
    word_t mode; /* as in POSIX stat */
    word_t next; /* position for the next call */
};
word_t fs_ask_list(cptr_t server, word_t node, word_t position, struct fs_list_answer *out, void *name, word_t name_room, word_t *name_bytes);
void fs_answer_list(struct message *reply, word_t node, word_t kind, word_t size, word_t mode, word_t next, const void *name, word_t name_bytes);

/* What a server does with each message; a function left 0 is answered STATUS_METHOD. The reply is empty when it is called. A capability that
 * came along lies where the server's own buffer said. */
struct fs_server {
    word_t (*open)(void *state, word_t badge, const uint8_t *path, word_t path_bytes, struct message *reply);
    word_t (*stat)(void *state, word_t badge, word_t node, struct message *reply);
    word_t (*read)(void *state, word_t badge, word_t node, word_t offset, word_t count, struct message *reply);
    word_t (*list)(void *state, word_t badge, word_t node, word_t position, struct message *reply);
};
/* fs_serve - decode and check one message, let the server act, answer its status. */
word_t fs_serve(const struct fs_server *server, void *state, const struct message *m, struct message *reply);
#endif
