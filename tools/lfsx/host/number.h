/* number.h - numbers, sizes and uuids as people write them. */
#ifndef LFSX_NUMBER_H
#define LFSX_NUMBER_H
#include <stdint.h>

/* number_parse, size_parse, uuid_parse - 1 if the whole text is one; size: K, M, G, T (and KiB..) are powers of 1024. */
int number_parse(const char *text, uint64_t *out);
int size_parse(const char *text, uint64_t *out);
int uuid_parse(const char *text, uint8_t out[16]);
/* size_text, uuid_text, time_text - Into room for 40 bytes; answers it. time: ns since 1970, in UTC. */
enum { TEXT_BYTES = 40 };
const char *size_text(uint64_t bytes, char *to);
const char *uuid_text(const uint8_t uuid[16], char *to);
const char *time_text(uint64_t ns, char *to);
/* uuid_make - A random one (version 4). 0 if the system gives no random bytes. */
int uuid_make(uint8_t out[16]);
#endif
