/* root.c - the first capabilities: what boot hands to init. After boot everything is derived from these. */
#include <kernel/untyped.h>

void cap_root(word_t s, word_t type, word_t rights, word_t o, word_t badge)
{
    /*@ ghost slot_apart((uint32_t)s); */
    mdb_root_insert(s);
    cap_set(s, type, rights, o, badge);
    /*@ ghost kernel_parts(); */
}

void cap_give(word_t p, word_t s, word_t type, word_t rights, word_t o, word_t badge)
{
    /*@ assert orphan: childless(s); */
    /*@ assert unmapped: shows_nothing(s); */
    /*@ ghost slot_apart((uint32_t)s); */
    mdb_insert(p, s);
    cap_put(s, type, rights, o, badge);
    /*@ ghost kernel_parts(); */
}
