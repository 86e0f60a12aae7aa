/* release.c - memory of an object that lost its last name. Frames are free at once when nothing lives in them; their owner stays. */
#include <kernel/lifecycle.h>
#include <kernel/vspace.h>

/* No message buffer is a frame without a name. */
/*@ ghost
  /@ requires ref_ok && x_buffer && f < LIMIT_FRAMES;
     requires nameless: \forall integer o; 0 < o < LIMIT_OBJECTS && o / 4 == f ==> ref_window[o] == 0;
     assigns \nothing;
     ensures none: \forall integer t; tcb_at(t) && thr_window[t].buf != 0 ==> thr_window[t].buf != f; @/
  void frame_unread(uint32_t f)
  {
    /@ assert own: \forall integer t; 0 < t < LIMIT_OBJECTS ==> (32 * t + TCB_BUFFER) / 128 == t / 4 && (32 * t + TCB_BUFFER) % 32 == TCB_BUFFER; @/
    /@ assert unnamed: \forall integer s; counted(s) ==> cap_window[s].obj / 4 != f; @/
    ;
  }
*/

/* frame_free - a frame that holds no named object is free. */
/*@ requires kernel_but(f) && f < LIMIT_FRAMES && (small_kind(frame_kind[f]) || frame_kind[f] == KIND_USER || frame_kind[f] == KIND_PAGE_TABLE);
    requires nameless: \forall integer o; 0 < o < LIMIT_OBJECTS && o / 4 == f ==> ref_window[o] == 0;
    assigns frame_kind[f];
    ENS_ALL
    ensures free: frame_kind[f] == KIND_FREE; */
static void frame_free(word_t f)
{
    /*@ ghost frame_unread((uint32_t)f); */
    /*@ assert unnamed: \forall integer s; counted(s) ==> cap_window[s].obj / 4 != f; */
    /*@ assert zero: ref_window[0] == 0; */
    /*@ assert empty: \forall integer s; slot_at(s) && s / 128 == f ==> slot_null(s); */
    frame_kind[f] = KIND_FREE;
    /*@ ghost kernel_whole(); */
}

/* obj_leave - a small object without a name is counted no more. */
/*@ requires liv_ok && ref_ok && pg_ok && x_cnode && x_kind && x_alive_but(o) && small_at(o) && alive[o] != 0 && ref_window[o] == 0;
    assigns frame_live[o / 4], alive[o], liv_idx[0 .. LIMIT_OBJECTS - 1], liv_at[o / 4];
    ENS_LIV ENS_REF ENS_PG
    ensures x_cnode: x_cnode; ensures x_alive: x_alive; ensures kind_but: x_kind_but(o / 4);
    ensures left: frame_live[o / 4] == 0 ==> \forall integer k; 0 < k < LIMIT_OBJECTS && k / 4 == o / 4 ==> ref_window[k] == 0; */
static void obj_leave(word_t o)
{
    obj_uncount(o);
}

/* small_release - a small object ends; its frame is free when it was the last one there. */
/*@ requires nameless_ok(o) && small_at(o) && alive[o] != 0 && ref_window[o] == 0;
    assigns LIV_STATE, frame_kind[o / 4];
    ENS_ALL
    ENS_KINDS ENS_TCBS(\old(frame_kind[o / 4]) != KIND_TCB) */
static void small_release(word_t o)
{
    word_t f = o / 4u;

    obj_leave(o);
    /*@ assert x_page: x_page; */
    /*@ assert x_dying: x_dying; */
    /*@ ghost but_parts(f); */
    if (frame_live[f] == 0u) {
        frame_free(f);
    }
}

/* whole_release - a page or table ends. Device memory stays what it is. */
/*@ requires nameless_ok(o) && (page_at(o) || (o % 4 == 0 && table_at(o / 4))) && ref_window[o] == 0;
    assigns frame_kind[o / 4];
    ENS_ALL
    ENS_KINDS ENS_TCBS(\true) */
static void whole_release(word_t o)
{
    /*@ assert x_alive: x_alive; */
    /*@ assert x_dying: x_dying; */
    /*@ assert nameless: \forall integer k; 0 < k < LIMIT_OBJECTS && k / 4 == o / 4 ==> ref_window[k] == 0; */
    /*@ assert device: frame_kind[o / 4] == KIND_DEVICE ==> x_page; */
    if (frame_kind[o / 4u] != KIND_DEVICE) {
        frame_free(o / 4u);
    }
}

/* cnode_release - a cnode without a name dies: it waits on the purge list. */
/*@ requires nameless_ok(o) && cnode_at(o) && ref_window[o] == 0 && frame_live[o / 4] >= 1 && !dying(o / 4);
    assigns PURGE_STATE;
    ENS_ALL */
static void cnode_release(word_t o)
{
    /*@ assert x_alive: x_alive; */
    /*@ assert x_page: x_page; */
    purge_push(o / 4u);
    /*@ assert x_dying: x_dying; */
}

/* asid_leave - the address-space id of a vspace without a name is nobody's: whoever had the same id named the same vspace. */
/*@ requires ref_ok && x_mem && obj_in(o) && ref_window[o] == 0 && asid < LIMIT_ASIDS && o == 4 * asid_window[asid];
    assigns asid_window[asid];
    ENS_XMEM
    ensures free: asid_window[asid] == 0; */
static void asid_leave(word_t o, word_t asid)
{
    (void)o; /* contracts alone look at it */
    /*@ assert unnamed: \forall integer s; counted(s) ==> cap_window[s].obj != o; */
    asid_free(asid);
}

void object_release(word_t type, word_t o, word_t badge)
{
    if (type == CAP_CNODE) {
        cnode_release(o);
    } else if (type == CAP_PAGE || type == CAP_PAGE_TABLE) {
        whole_release(o);
    } else if (type == CAP_VSPACE) {
        asid_leave(o, badge);
        whole_release(o);
    } else {
        small_release(o);
    }
}
