/* release.c - memory of an object that lost its last name. Frames are free at once when nothing lives in them; their owner stays. */
#include <kernel/lifecycle.h>
#include <kernel/vspace.h>

/* small_release - a small object ends; its frame is free when it was the last one there. */
/*@ requires nameless_ok(o) && small_at(o) && alive[o] != 0 && ref_window[o] == 0;
    assigns LIV_STATE, frame_kind[o / 4];
    ENS_KERNEL
    ENS_KINDS ENS_TCBS(\old(frame_kind[o / 4]) != KIND_TCB) */
static void small_release(word_t o)
{
    word_t f = o / 4u;

    obj_uncount(o);
    if (frame_live[f] == 0u) {
        frame_kind[f] = KIND_FREE;
    }
}

/* page_release - device memory stays what it is. */
/*@ requires nameless_ok(o) && page_at(o) && ref_window[o] == 0;
    assigns frame_kind[o / 4];
    ENS_KERNEL
    ENS_KINDS ENS_TCBS(\true) */
static void page_release(word_t o)
{
    if (frame_kind[o / 4u] == KIND_USER) {
        frame_kind[o / 4u] = KIND_FREE;
    }
}

/*@ requires nameless_ok(o) && o % 4 == 0 && table_at(o / 4) && ref_window[o] == 0;
    assigns frame_kind[o / 4], frame_info[o / 4];
    ENS_KERNEL
    ENS_KINDS ENS_TCBS(\true) */
static void table_release(word_t o)
{
    frame_info[o / 4u] = 0u;
    frame_kind[o / 4u] = KIND_FREE;
}

void object_release(word_t type, word_t o, word_t badge)
{
    if (type == CAP_CNODE) {
        purge_push(o / 4u);
    } else if (type == CAP_PAGE) {
        page_release(o);
    } else if (type == CAP_PAGE_TABLE) {
        table_release(o);
    } else if (type == CAP_VSPACE) {
        asid_free(badge);
        table_release(o);
    } else {
        small_release(o);
    }
}
