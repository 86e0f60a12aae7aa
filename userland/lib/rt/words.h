/* words.h - a command line into words.
 *
 * Idea: spaces and tabs separate; '...' and "..." keep them; there are no other special characters.
 * Invariant: each word lies in the caller's text, NUL-terminated. */
#ifndef RT_WORDS_H
#define RT_WORDS_H
#include <stdint.h>

enum words_error { WORDS_OK = 0, WORDS_QUOTE, WORDS_MANY };

/* words_split - Cut `text` in place into at most `most` words: word[0..*count). Error: a quote is not closed, or too many. */
enum words_error words_split(char *text, char **word, uint32_t most, uint32_t *count);
const char *words_error_text(enum words_error error);
#endif
