/* host.h - see host.c. */
#ifndef VECTOR_HOST_H
#define VECTOR_HOST_H

/* vector_host_start - A fresh system, with or without I/O ports, ready for vector_run. 0 if it has no room for the vectors. */
int vector_host_start(int ports);
#endif
