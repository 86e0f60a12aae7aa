/* reply.h - Keeps an owed reply. Generated from spec/object/reply.yaml.
 * Every function is one system call and answers ERR_*, in the order of its manual page (docs/reference/reply.md); out parameters are set on ERR_NONE only. */
#ifndef ABI_REPLY_H
#define ABI_REPLY_H
#include <abi.h>
#include <ipc.h>

/* Move the reply that the caller owes into this object. */
err_t reply_save(cptr_t self);

/* Answer the kept reply with the caller's label and message words. */
err_t reply_send(cptr_t self, const struct message *m);
#endif
