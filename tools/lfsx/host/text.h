/* text.h - keys, names and bytes as a person reads them. */
#ifndef LFSX_TEXT_H
#define LFSX_TEXT_H
#include <node/key.h>
#include <stddef.h>
#include <stdint.h>

enum { KEY_TEXT_BYTES = 80 };
/* key_text - "12/entry/00000000deadbeef"; the two fences that are no keys are "lowest" and "highest". Into room for KEY_TEXT_BYTES; answers it. */
const char *key_text(struct key key, char *to);
/* name_print - Between quotes; bytes that are no printable ASCII, quotes and backslashes as \xHH. */
void name_print(const uint8_t *name, size_t length);
/* entry_print - What the value of a key says, on one line (or more, indented by so many blanks); any bytes. */
void entry_print(struct key key, const uint8_t *value, uint32_t length, int indent);
#endif
