/* uuid.h - the sixteen bytes that say which volume a block is of. */
#ifndef BASE_UUID_H
#define BASE_UUID_H
#include <base/bytes.h>

enum { UUID_BYTES = 16 };

/*@ requires room: \valid_read(a + (0 .. 15)) && \valid_read(b + (0 .. 15));
    assigns \nothing;
    ensures same: \result != 0 <==> le64_of(a) == le64_of(b) && le64_of(a + 8) == le64_of(b + 8); */
static inline int uuid_equal(const uint8_t *a, const uint8_t *b) { return le64(a) == le64(b) && le64(a + 8) == le64(b + 8); }
/*@ requires room: \valid(to + (0 .. 15)) && \valid_read(from + (0 .. 15));
    requires apart: \separated(to + (0 .. 15), from + (0 .. 15));
    assigns to[0 .. 15];
    ensures same: le64_of(to) == le64_of(from) && le64_of(to + 8) == le64_of(from + 8); */
static inline void uuid_copy(uint8_t *to, const uint8_t *from)
{
    le64_put(to, le64(from));
    le64_put(to + 8, le64(from + 8));
}
#endif
