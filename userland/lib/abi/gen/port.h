/* port.h - A range of I/O ports (x86). Generated from spec/object/port.yaml.
 * Every function is one system call and answers the ERR_* of the first rule that fails (docs/reference/port.md); out parameters are set on ERR_NONE only. */
#ifndef ABI_PORT_H
#define ABI_PORT_H
#include <abi.h>

/* Read a port.
 * self: port capability with read; the port capability called
 * port: the port
 * bytes: 1, 2 or 4
 * value: out: what the port said
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_port ERR_TYPE, self_may_read ERR_RIGHTS,
 * port_is_port ERR_RANGE, bytes_known ERR_RANGE, inside ERR_RANGE. */
err_t port_read(cptr_t self, word_t port, word_t bytes, word_t *value);

/* Write a port.
 * self: port capability with write; the port capability called
 * port: the port
 * bytes: 1, 2 or 4
 * value: what to write
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_port ERR_TYPE, self_may_write ERR_RIGHTS,
 * port_is_port ERR_RANGE, bytes_known ERR_RANGE, inside ERR_RANGE. */
err_t port_write(cptr_t self, word_t port, word_t bytes, word_t value);
#endif
