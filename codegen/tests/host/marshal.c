/* marshal.c - both sides of the generated interfaces in one program: every call of a client stub goes through the server skeleton.
 * Prints what arrived; test_interface.py compares. The buffer is one array, as if the kernel had copied it. */
#include <proto/fs.h>
#include <proto/process.h>
#include <stdio.h>
#include <string.h>

static word_t buffer[512];
static err_t fail;
static struct message last;

word_t *message_buffer(void) { return buffer; }
void message_put_bytes(struct message *m, const void *bytes, uint32_t count)
{
    memcpy(buffer, bytes, count);
    m->count = (count + 7) / 8;
}
const uint8_t *message_bytes(const struct message *m, word_t count)
{
    return count <= m->count % MESSAGE_CAP * 8 ? (const uint8_t *)buffer : 0;
}

static word_t on_open(void *state, word_t badge, const uint8_t *path, word_t n, struct message *reply)
{
    (void)state;
    printf("open badge %lu path %.*s\n", badge, (int)n, path);
    fs_answer_open(reply, 7, FS_DIRECTORY, 300, 0755);
    return n == 0 ? STATUS_ABSENT : STATUS_OK;
}
static word_t on_list(void *state, word_t badge, word_t node, word_t position, struct message *reply)
{
    (void)state;
    (void)badge;
    fs_answer_list(reply, node + 1, FS_FILE, 5, 0644, position + 1, "hello", 5);
    return STATUS_OK;
}
static word_t on_grant(void *state, word_t badge, word_t process, const char name[16], struct message *reply)
{
    (void)state;
    (void)badge;
    printf("grant to %lu name %s cap %lu\n", process, name, buffer[MESSAGE_CAP_SENT]);
    process_answer_grant(reply, 9);
    return STATUS_OK;
}
static word_t on_trace(void *state, word_t badge, word_t wanted, struct message *reply)
{
    struct trace_record r[2] = {{1, 2, 3, 4, 5}, {6, 7, 8, 9, 10}};
    (void)state;
    (void)badge;
    process_answer_trace(reply, r, wanted < 2 ? wanted : 2);
    return STATUS_OK;
}
static const struct fs_server FS = {.open = on_open, .list = on_list};
static const struct process_server PROCESS = {.grant = on_grant, .trace = on_trace};

err_t ipc_call_long(cptr_t self, struct message *m)
{
    struct message reply;
    if (fail) return fail;
    m->badge = 42;
    last = *m;
    word_t status = self == 1 ? fs_serve(&FS, 0, m, &reply) : process_serve(&PROCESS, 0, m, &reply);
    reply.label = status;
    *m = reply;
    return ERR_NONE;
}
err_t ipc_call(cptr_t self, struct message *m) { return ipc_call_long(self, m); }

int main(void)
{
    word_t node, kind, size, mode, slot, n;
    struct fs_list_answer a;
    struct trace_record r[2] = {0};
    char name[256] = {0}, small[2];
    printf("%lu", fs_ask_open(1, "/etc", 4, &node, &kind, &size, &mode));
    printf(" node %lu kind %lu size %lu mode %lo\n", node, kind, size, mode);
    printf("absent %lu\n", fs_ask_open(1, "", 0, &node, &kind, &size, &mode));
    printf("long path %lu\n", fs_ask_open(1, name, MESSAGE_BYTES + 1, &node, &kind, &size, &mode));
    printf("%lu", fs_ask_list(1, 3, 4, &a, name, sizeof name, &n));
    printf(" node %lu next %lu name %.*s\n", a.node, a.next, (int)n, name);
    printf("small room %lu\n", fs_ask_list(1, 3, 4, &a, small, sizeof small, &n));
    printf("left 0 %lu\n", fs_ask_stat(1, 3, &node, &kind, &size, &mode));
    printf("%lu", process_ask_grant(2, 5, "console", 77, &slot));
    printf(" slot %lu\n", slot);
    printf("long name %lu\n", process_ask_grant(2, 5, "0123456789abcdef", 77, &slot));
    printf("%lu", process_ask_trace(2, 2, r, 2, &n));
    printf(" records %lu last %lu\n", n, r[1].argument);
    last.label = FS_OPEN;
    last.count = 1;
    last.word[0] = 9; /* says nine bytes, brought eight */
    struct message reply;
    printf("short buffer %lu\n", fs_serve(&FS, 0, &last, &reply));
    last.label = 99;
    printf("no method %lu\n", fs_serve(&FS, 0, &last, &reply));
    last = (struct message){.label = PROCESS_GRANT, .count = MESSAGE_CAP};
    memset(&last.word[1], 'x', 16); /* no end within the sixteen bytes */
    printf("endless name %lu\n", process_serve(&PROCESS, 0, &last, &reply));
    last = (struct message){.label = PROCESS_GRANT};
    printf("no capability %lu\n", process_serve(&PROCESS, 0, &last, &reply));
    fail = ERR_GONE;
    printf("gone %lu", fs_ask_stat(1, 3, &node, &kind, &size, &mode));
    fail = ERR_RIGHTS;
    printf(" denied %lu\n", fs_ask_stat(1, 3, &node, &kind, &size, &mode));
}
