/* format.c - see format.h. */
#include <rt/format.h>
#include <string.h>

enum { DIGITS_MAX = 20 };

struct sink {
    char *to;
    uint32_t size, length; /* length: of the text so far, kept or not */
};
struct directive {
    uint32_t width;
    uint8_t left, zero, is_long;
};

static void sink_put(struct sink *sink, char c)
{
    if (sink->length + 1 < sink->size) sink->to[sink->length] = c;
    sink->length++;
}

static void sink_fill(struct sink *sink, char c, uint32_t used, uint32_t width)
{
    for (; used < width; used++) sink_put(sink, c);
}

static void print_text(struct sink *sink, const struct directive *d, const char *text, uint32_t count)
{
    if (!d->left) sink_fill(sink, ' ', count, d->width);
    for (uint32_t i = 0; i < count; i++) sink_put(sink, text[i]);
    if (d->left) sink_fill(sink, ' ', count, d->width);
}

/* print_number - Sign, zeros or spaces, digits. */
static void print_number(struct sink *sink, const struct directive *d, uint64_t value, uint32_t base, const char *sign)
{
    char digits[DIGITS_MAX + 2];
    uint32_t at = sizeof digits, sign_bytes = (uint32_t)strlen(sign);
    do {
        digits[--at] = "0123456789abcdef"[value % base];
        value /= base;
    } while (value > 0);
    uint32_t count = (uint32_t)sizeof digits - at;
    uint32_t zeros = d->zero && !d->left && d->width > count + sign_bytes ? d->width - count - sign_bytes : 0;
    uint32_t used = sign_bytes + zeros + count;
    if (!d->left) sink_fill(sink, ' ', used, d->width);
    for (uint32_t i = 0; i < sign_bytes; i++) sink_put(sink, sign[i]);
    sink_fill(sink, '0', 0, zeros);
    for (uint32_t i = 0; i < count; i++) sink_put(sink, digits[at + i]);
    if (d->left) sink_fill(sink, ' ', used, d->width);
}

static void print_signed(struct sink *sink, const struct directive *d, int64_t value)
{
    uint64_t magnitude = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    print_number(sink, d, magnitude, 10, value < 0 ? "-" : "");
}

/* directive_read - Flags and width after '%'; returns the conversion character's place. */
static const char *directive_read(const char *at, struct directive *d)
{
    for (; *at == '-' || *at == '0'; at++) {
        if (*at == '-') d->left = 1;
        else d->zero = 1;
    }
    for (; *at >= '0' && *at <= '9'; at++)
        if (d->width < 1000) d->width = d->width * 10 + (uint32_t)(*at - '0');
    for (; *at == 'l'; at++) d->is_long = 1;
    return at;
}

/* The list travels inside a struct, for a va_list itself cannot be passed on by address portably. */
struct arguments { va_list list; };

static uint64_t next_unsigned(struct arguments *a, const struct directive *d)
{
    return d->is_long ? va_arg(a->list, uint64_t) : va_arg(a->list, uint32_t);
}
static int64_t next_signed(struct arguments *a, const struct directive *d)
{
    return d->is_long ? va_arg(a->list, int64_t) : va_arg(a->list, int32_t);
}

static void print_string(struct sink *sink, const struct directive *d, const char *text)
{
    if (text == 0) text = "(null)";
    print_text(sink, d, text, (uint32_t)strlen(text));
}

/* convert - One directive whose conversion character is c; 0 if there is no such conversion. */
static int convert(struct sink *sink, const struct directive *d, char c, struct arguments *a)
{
    char character;
    switch (c) {
    case 'd': print_signed(sink, d, next_signed(a, d)); return 1;
    case 'u': print_number(sink, d, next_unsigned(a, d), 10, ""); return 1;
    case 'x': print_number(sink, d, next_unsigned(a, d), 16, ""); return 1;
    case 'p': print_number(sink, d, (uintptr_t)va_arg(a->list, void *), 16, "0x"); return 1;
    case 's': print_string(sink, d, va_arg(a->list, const char *)); return 1;
    case 'c': character = (char)va_arg(a->list, int); print_text(sink, d, &character, 1); return 1;
    case '%': sink_put(sink, '%'); return 1;
    default: return 0;
    }
}

uint32_t format_print_list(char *to, uint32_t size, const char *format, va_list list)
{
    struct sink sink = {to, size, 0};
    struct arguments arguments;
    va_copy(arguments.list, list);
    for (const char *at = format; *at != 0; at++) {
        struct directive d = {0, 0, 0, 0};
        const char *end = *at == '%' ? directive_read(at + 1, &d) : at;
        if (end == at || !convert(&sink, &d, *end, &arguments)) sink_put(&sink, *at);
        else at = end;
    }
    va_end(arguments.list);
    to[sink.length < size ? sink.length : size - 1] = 0;
    return sink.length;
}

uint32_t format_print(char *to, uint32_t size, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    uint32_t length = format_print_list(to, size, format, list);
    va_end(list);
    return length;
}
