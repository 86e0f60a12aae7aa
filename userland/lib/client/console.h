/* console.h - printing and reading for programs that were granted "console". */
#ifndef CLIENT_CONSOLE_H
#define CLIENT_CONSOLE_H
#include <abi.h>
#include <proto/status.h>

/* console_write - All bytes in order; STATUS_DENIED if the program has no console. Waits while the device is busy. */
word_t console_write(const char *bytes, word_t count);
/* console_read - One byte (0..255), or -1 if there is no console. Waits. */
int console_read(void);
/* print - Formatted (rt/format.h), at most 1023 bytes. */
void print(const char *format, ...) __attribute__((format(printf, 1, 2)));
#endif
