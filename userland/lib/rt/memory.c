/* memory.c - the memory functions that the C compiler may call by itself.
 *
 * Idea: plain byte loops, except that copies and clears of words go by words when both addresses allow it.
 * The pragma keeps the compiler from turning each loop into a call of the function it is in. */
#pragma GCC optimize("no-tree-loop-distribute-patterns")
#include <stdint.h>
#include <string.h>

/* may_alias lets words overlay the bytes of any object. */
typedef uint64_t __attribute__((may_alias)) any_word_t;

static int words_fit(const void *a, const void *b) { return ((uintptr_t)a | (uintptr_t)b) % sizeof(any_word_t) == 0; }

void *memcpy(void *restrict to, const void *restrict from, size_t count)
{
    size_t i = 0;
    if (words_fit(to, from))
        for (; i + sizeof(any_word_t) <= count; i += sizeof(any_word_t))
            *(any_word_t *)((char *)to + i) = *(const any_word_t *)((const char *)from + i);
    for (; i < count; i++) ((char *)to)[i] = ((const char *)from)[i];
    return to;
}

void *memmove(void *to, const void *from, size_t count)
{
    if ((uintptr_t)to <= (uintptr_t)from || (uintptr_t)to >= (uintptr_t)from + count) {
        for (size_t i = 0; i < count; i++) ((char *)to)[i] = ((const char *)from)[i];
        return to;
    }
    for (size_t i = count; i > 0; i--) ((char *)to)[i - 1] = ((const char *)from)[i - 1];
    return to;
}

void *memset(void *to, int value, size_t count)
{
    size_t i = 0;
    if (value == 0 && words_fit(to, to))
        for (; i + sizeof(any_word_t) <= count; i += sizeof(any_word_t)) *(any_word_t *)((char *)to + i) = 0;
    for (; i < count; i++) ((char *)to)[i] = (char)value;
    return to;
}

int memcmp(const void *a, const void *b, size_t count)
{
    const uint8_t *x = a, *y = b;
    for (size_t i = 0; i < count; i++)
        if (x[i] != y[i]) return x[i] < y[i] ? -1 : 1;
    return 0;
}

void *memchr(const void *bytes, int value, size_t count)
{
    const uint8_t *x = bytes;
    for (size_t i = 0; i < count; i++)
        if (x[i] == (uint8_t)value) return (void *)(uintptr_t)(x + i);
    return 0;
}
