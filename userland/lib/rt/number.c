/* number.c - see number.h. */
#include <rt/number.h>

static uint32_t digit_value(char c)
{
    if (c >= '0' && c <= '9') return (uint32_t)(c - '0');
    if (c >= 'a' && c <= 'f') return (uint32_t)(c - 'a') + 10;
    if (c >= 'A' && c <= 'F') return (uint32_t)(c - 'A') + 10;
    return 99;
}

enum number_error number_parse(const char *text, uint64_t *value)
{
    uint64_t sum = 0;
    uint32_t base = 10;
    if (text[0] == '0' && (text[1] == 'x' || text[1] == 'X')) {
        base = 16;
        text += 2;
    }
    if (*text == 0) return NUMBER_EMPTY;
    for (; *text != 0; text++) {
        uint32_t digit = digit_value(*text);
        if (digit >= base) return NUMBER_DIGIT;
        if (sum > (UINT64_MAX - digit) / base) return NUMBER_LARGE;
        sum = sum * base + digit;
    }
    *value = sum;
    return NUMBER_OK;
}

const char *number_error_text(enum number_error error)
{
    switch (error) {
    case NUMBER_OK: return "is a number";
    case NUMBER_EMPTY: return "has no digits";
    case NUMBER_DIGIT: return "is no number (decimal, or hexadecimal with 0x)";
    case NUMBER_LARGE: return "is too large: numbers are below 2^64";
    }
    return "is no number";
}
