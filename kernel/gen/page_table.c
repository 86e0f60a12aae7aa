/* page_table.c - the ordered checks of every page_table method, and the wrappers that check, then act. Generated from spec/object/page_table.yaml. */
#include <page_table.h>

/* page_table.unlink */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: page_table_unlink_checked(\result, self_cptr);
    ensures ok: \result == ERR_NONE <==> page_table_unlink_ok(self_cptr); */
static err_t page_table_unlink_check(word_t self_cptr)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* page_table.unlink/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* page_table.unlink/3 self is an empty slot */
    if (CAP(self).type != CAP_PAGE_TABLE) return ERR_TYPE; /* page_table.unlink/4 self is no page_table capability */
    if (!(CAP(self).rights / RIGHT_WRITE % 2u == 1u)) return ERR_RIGHTS; /* page_table.unlink/5 self lacks the write right */
    return ERR_NONE;
}

err_t page_table_unlink_enter(word_t self_cptr)
{
    err_t e = page_table_unlink_check(self_cptr);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t self = cptr_find(self_cptr);
    page_table_unlink(self);
    return ERR_NONE;
}

void page_table_call(word_t t, word_t method)
{
    err_t e = ERR_METHOD;

    switch (method) {
    case SYS_PAGE_TABLE_UNLINK:
        e = page_table_unlink_enter(REG(t, REG_BADGE));
        break;
    default:
        break;
    }
    method_finish(t, e);
}
