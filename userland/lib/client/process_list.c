/* process_list.c - the two answers of init that carry a name in the buffer. */
#include <client/process.h>
#include <ipc/message.h>
#include <rt/start.h>
#include <string.h>

/* ask_named - Ask by position; the name comes in the first 24 bytes of the buffer. */
static word_t ask_named(struct message *m, char name[24])
{
    if (ipc_call_long(cptr_of(SLOT_INIT), m) != ERR_NONE) return STATUS_GONE;
    if (m->label != STATUS_OK) return m->label;
    const uint8_t *bytes = message_bytes(m, 24);
    if (bytes == 0) return STATUS_ARGUMENT;
    memcpy(name, bytes, 24);
    name[23] = 0;
    return STATUS_OK;
}

word_t process_list(word_t position, struct process_info *info)
{
    struct message m = {.label = PROCESS_LIST, .word = {position}};
    word_t status = ask_named(&m, info->name);
    info->process = m.word[0];
    info->parent = m.word[1];
    info->thread = m.word[2];
    info->state = m.word[3];
    info->priority = m.word[4];
    info->ticks = m.word[5];
    info->frames = m.word[6];
    info->restarts = m.word[7];
    info->next = m.word[8];
    return status;
}

word_t process_memory(word_t position, word_t by_kind[10], char name[24])
{
    struct message m = {.label = PROCESS_MEMORY, .word = {position}};
    word_t status = ask_named(&m, name);
    memcpy(by_kind, m.word, sizeof m.word);
    return status;
}
