/* port.h - A range of I/O ports (x86). Generated from spec/object/port.yaml.
 * Every function is one system call and answers ERR_*, in the order of its manual page (docs/reference/port.md); out parameters are set on ERR_NONE only. */
#ifndef ABI_PORT_H
#define ABI_PORT_H
#include <abi.h>

/* Read a port.
 * port: the port
 * bytes: 1, 2 or 4
 * value: out: what the port said */
err_t port_read(cptr_t self, word_t port, word_t bytes, word_t *value);

/* Write a port.
 * port: the port
 * bytes: 1, 2 or 4
 * value: what to write */
err_t port_write(cptr_t self, word_t port, word_t bytes, word_t value);
#endif
