/* ipc.h - messages. Generated from spec/abi/ipc.yaml.
 * Every function answers ERR_*; the label and all ten words travel in registers, `count` buffer words (and 65536 for one capability:
 * see docs/reference/ipc.md) through the message buffer, with the _long forms only. An error other than ERR_GONE has sent nothing. */
#ifndef IPC_H
#define IPC_H
#include <abi.h>

struct message {
    word_t badge; /* out: badge of the sender's capability */
    word_t label;
    word_t count; /* _long forms: buffer words, 65536 = with a capability */
    word_t word[LIMIT_MESSAGE_WORDS];
};

/* Send a message and wait for its reply. */
err_t ipc_call(cptr_t self, struct message *m);
/* Answer the reply owed, then receive the next message. */
err_t ipc_reply_recv(cptr_t self, struct message *m);
/* call that carries buffer words and one capability too. */
err_t ipc_call_long(cptr_t self, struct message *m);
/* reply_recv that carries buffer words and one capability too. */
err_t ipc_reply_recv_long(cptr_t self, struct message *m);
/* Set the bits of the capability's badge in a notification. */
err_t ipc_signal(cptr_t self);
/* Wait until a notification has bits; they arrive as the badge. */
err_t ipc_wait(cptr_t self, word_t *bits);
/* Send a message and wait until it is taken. */
err_t ipc_send(cptr_t self, const struct message *m);
/* Receive a message. */
err_t ipc_recv(cptr_t self, struct message *m);
/* Answer the reply owed; nobody is waited for. */
err_t ipc_reply(const struct message *m);
/* send that answers ERR_WOULD_BLOCK when no receiver waits. */
err_t ipc_send_nb(cptr_t self, const struct message *m);
/* recv that answers ERR_WOULD_BLOCK when no sender waits. */
err_t ipc_recv_nb(cptr_t self, struct message *m);
/* wait that answers ERR_WOULD_BLOCK when no bit is set. */
err_t ipc_wait_nb(cptr_t self, word_t *bits);
/* Let another ready thread of the same priority run. */
err_t ipc_yield(void);
/* send that carries buffer words and one capability too. */
err_t ipc_send_long(cptr_t self, struct message *m);
/* recv that takes buffer words and one capability too. */
err_t ipc_recv_long(cptr_t self, struct message *m);
#endif
