/* words.c - see words.h. Characters move to the left over the quotes that are left out. */
#include <rt/words.h>

static int is_blank(char c) { return c == ' ' || c == '\t'; }

/* word_copy - Move one word from *from to *to; 0 if a quote stays open. */
static int word_copy(char **from, char **to)
{
    char quote = 0;
    for (; **from != 0; (*from)++) {
        char c = **from;
        if (quote == 0 && is_blank(c)) return 1;
        if (quote == 0 && (c == '"' || c == '\'')) quote = c;
        else if (quote != 0 && c == quote) quote = 0;
        else *(*to)++ = c;
    }
    return quote == 0;
}

enum words_error words_split(char *text, char **word, uint32_t most, uint32_t *count)
{
    char *from = text, *to = text;
    for (*count = 0;;) {
        while (is_blank(*from)) from++;
        if (*from == 0) return WORDS_OK;
        if (*count == most) return WORDS_MANY;
        word[(*count)++] = to;
        if (!word_copy(&from, &to)) return WORDS_QUOTE;
        if (*from != 0) from++;
        *to++ = 0;
    }
}

const char *words_error_text(enum words_error error)
{
    switch (error) {
    case WORDS_OK: return "the line is fine";
    case WORDS_QUOTE: return "a quote is not closed";
    case WORDS_MANY: return "the line has too many words";
    }
    return "the line is wrong";
}
