/* reply.h - Keeps an owed reply. Generated from spec/object/reply.yaml.
 * Every function is one system call and answers the ERR_* of the first rule that fails (docs/reference/reply.md); out parameters are set on ERR_NONE only. */
#ifndef ABI_REPLY_H
#define ABI_REPLY_H
#include <abi.h>
#include <ipc.h>

/* Move the reply that the caller owes into this object.
 * self: reply capability with write; the reply capability called
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_reply ERR_TYPE, self_may_write ERR_RIGHTS, owes
 * ERR_STATE, vacant ERR_OCCUPIED. */
err_t reply_save(cptr_t self);

/* Answer the kept reply with the caller's label and message words.
 * self: reply capability with write; the reply capability called
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_reply ERR_TYPE, self_may_write ERR_RIGHTS, keeps
 * ERR_EMPTY. */
err_t reply_send(cptr_t self, const struct message *m);
#endif
