/* unit_frame.c - checksums and the frames of the log. */
#include "unit.h"
#include <stdlib.h>
#include <wal/frame.h>

/* The check value of the polynomial (RFC 3720 gives 32 bytes of zeros and ones), and instruction against tables at every length and alignment. */
static void crc(struct run *r)
{
    static uint8_t b[9000];
    struct dice d = {r->seed};
    WANT(r, crc32c_extend(0, (const uint8_t *)"123456789", 9) == 0xe3069283u);
    WANT(r, crc32c_extend(0, b, 32) == 0x8a9136aau);
    memset(b, 255, 32);
    WANT(r, crc32c_extend(0, b, 32) == 0x62a8ab43u);
    for (size_t i = 0; i < sizeof b; i++) b[i] = (uint8_t)dice_next(&d);
    for (uint32_t n = 0; n < 2000; n++) {
        uint32_t length = n < 1200 ? n : dice_below(&d, 8900), at = dice_below(&d, 64), cut = length ? dice_below(&d, length) : 0;
        uint32_t whole = crc32c_tables(5, b + at, length);
        WANT(r, crc32c_extend(5, b + at, length) == whole);
        WANT(r, crc32c_extend(crc32c_extend(5, b + at, cut), b + at + cut, length - cut) == whole);
    }
}

/* Any bytes are a frame or none: the parser never leaves them, and always ends. */
static void frames(struct run *r)
{
    struct dice d = {r->seed + 1};
    for (int n = 0; n < 20000; n++) {
        uint32_t bytes = LOG_FRAME_BYTES + dice_below(&d, 200), at = LOG_FRAME_BYTES, steps = 0;
        uint8_t *b = malloc(bytes); /* exactly so long: the sanitizer sees one byte too far */
        struct frame_item item;
        for (uint32_t i = 0; i < bytes; i++) b[i] = (uint8_t)(dice_below(&d, 3) ? dice_below(&d, 24) : dice_next(&d));
        int more;
        while ((more = frame_next(b, bytes, &at, &item)) == 1) steps++;
        WANT(r, more <= 0 && at <= bytes && steps <= 200);
        free(b);
    }
}

static void frames_back(struct run *r)
{
    uint8_t b[400];
    struct frame_item item;
    struct key k = {1, 2, 3};
    uint32_t n = 0, at = 0;
    n += frame_put_write(b + n, k, (const uint8_t *)"hello", 5);
    n += frame_put_delete(b + n, k);
    n += frame_put_range(b + n, LOG_TYPE_TAKE, 77, 3);
    n += frame_put_commit(b + n, 5, 6);
    WANT(r, frame_next(b, n, &at, &item) == 1 && item.type == LOG_TYPE_PUT && key_equal(item.key, k) && item.length == 5 && !memcmp(item.value, "hello", 5));
    WANT(r, frame_next(b, n, &at, &item) == 1 && item.type == LOG_TYPE_DELETE && key_equal(item.key, k));
    WANT(r, frame_next(b, n, &at, &item) == 1 && item.type == LOG_TYPE_TAKE && item.range.first == 77 && item.range.count == 3);
    WANT(r, frame_next(b, n, &at, &item) == 1 && item.type == LOG_TYPE_COMMIT && item.commit.transaction == 5 && item.commit.sequence == 6);
    WANT(r, frame_next(b, n, &at, &item) == 0);
}

void unit_frame(struct run *r)
{
    crc(r);
    frames(r);
    frames_back(r);
}
