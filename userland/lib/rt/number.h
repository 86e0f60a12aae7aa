/* number.h - numbers as people write them: 4096, 0x1000. */
#ifndef RT_NUMBER_H
#define RT_NUMBER_H
#include <stdint.h>

enum number_error { NUMBER_OK = 0, NUMBER_EMPTY, NUMBER_DIGIT, NUMBER_LARGE };

/* number_parse - The whole text as a number below 2^64, decimal or 0x hexadecimal. On an error *value is unchanged. */
enum number_error number_parse(const char *text, uint64_t *value);
/* number_error_text - A sentence about the text without a full stop: "is no number". */
const char *number_error_text(enum number_error error);
#endif
