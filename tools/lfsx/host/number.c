/* number.c - see number.h. */
#include "number.h"
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

static int digits(const char *text, uint64_t *out, char **end)
{
    if (!isdigit((unsigned char)*text)) return 0;
    errno = 0;
    *out = strtoull(text, end, 0);
    return errno == 0;
}

int number_parse(const char *text, uint64_t *out)
{
    char *end;
    return digits(text, out, &end) && *end == 0;
}

int size_parse(const char *text, uint64_t *out)
{
    static const char LETTERS[] = "KMGTPE";
    char *end;
    if (!digits(text, out, &end)) return 0;
    if (*end == 0) return 1;
    const char *at = strchr(LETTERS, toupper((unsigned char)*end));
    if (!at || (end[1] && strcmp(end + 1, "iB") && strcmp(end + 1, "B"))) return 0;
    int shift = 10 * (int)(at - LETTERS + 1);
    if (*out > ~0ull >> shift) return 0;
    *out <<= shift;
    return 1;
}

static int hex(char c)
{
    if (!isxdigit((unsigned char)c)) return -1;
    return isdigit((unsigned char)c) ? c - '0' : tolower((unsigned char)c) - 'a' + 10;
}

int uuid_parse(const char *text, uint8_t out[16])
{
    int n = 0;
    for (; *text; text++) {
        if (*text == '-' && (n == 8 || n == 12 || n == 16 || n == 20)) continue;
        if (n == 32 || hex(*text) < 0) return 0;
        out[n / 2] = (uint8_t)((n % 2 ? out[n / 2] << 4 : 0) | hex(*text));
        n++;
    }
    return n == 32;
}

const char *uuid_text(const uint8_t u[16], char *to)
{
    char *p = to;
    for (int i = 0; i < 16; i++) p += sprintf(p, i == 4 || i == 6 || i == 8 || i == 10 ? "-%02x" : "%02x", u[i]);
    return to;
}

int uuid_make(uint8_t out[16])
{
    if (getrandom(out, 16, 0) != 16) return 0;
    out[6] = (uint8_t)((out[6] & 0x0f) | 0x40);
    out[8] = (uint8_t)((out[8] & 0x3f) | 0x80);
    return 1;
}

const char *size_text(uint64_t bytes, char *to)
{
    static const char *const UNIT[] = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    double v = (double)bytes;
    int u = 0;
    for (; v >= 1024 && u < 6; u++) v /= 1024;
    snprintf(to, TEXT_BYTES, u ? "%.1f %s" : "%.0f %s", v, UNIT[u]);
    return to;
}

const char *time_text(uint64_t ns, char *to)
{
    time_t seconds = (time_t)(ns / 1000000000u);
    struct tm t;
    if (!gmtime_r(&seconds, &t)) return snprintf(to, TEXT_BYTES, "%lu ns", ns), to;
    size_t n = strftime(to, TEXT_BYTES, "%Y-%m-%d %H:%M:%S", &t);
    snprintf(to + n, TEXT_BYTES - n, ".%09lu", (ns % 1000000000u));
    return to;
}
