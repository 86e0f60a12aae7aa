/* console.h - the console's interface. Each client has an endpoint with its own badge.
 *
 * write: word 0 = bytes (at most MESSAGE_BYTES), the bytes in the buffer. Answered when all bytes are on their way, so a fast
 *        writer waits for the device and nobody else does.
 * read:  answered with word 0 = one byte, when there is one. One reader waits at a time: a later one
 *        takes its place, and the earlier is told STATUS_BUSY.
 * event: from the console's own second thread only (badge 0): a ring has news. */
#ifndef PROTO_CONSOLE_H
#define PROTO_CONSOLE_H
enum console_method { CONSOLE_WRITE = 1, CONSOLE_READ = 2, CONSOLE_EVENT = 3 };
enum console_event { CONSOLE_EVENT_DEVICE = 1, CONSOLE_EVENT_LOG = 2 }; /* bits of its notification */
#endif
