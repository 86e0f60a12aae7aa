/* page.c - the ordered checks of every page method, and the wrappers that check, then act. Generated from spec/object/page.yaml. */
#include <page.h>

/* page.unmap */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: page_unmap_checked(\result, self_cptr);
    ensures ok: \result == ERR_NONE <==> page_unmap_ok(self_cptr); */
static err_t page_unmap_check(word_t self_cptr)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* page.unmap/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* page.unmap/3 self is an empty slot */
    if (CAP(self).type != CAP_PAGE) return ERR_TYPE; /* page.unmap/4 self is no page capability */
    return ERR_NONE;
}

err_t page_unmap_enter(word_t self_cptr)
{
    err_t e = page_unmap_check(self_cptr);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t self = cptr_find(self_cptr);
    page_unmap(self);
    return ERR_NONE;
}

/* page.protect */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: page_protect_checked(\result, self_cptr, rights, attributes);
    ensures ok: \result == ERR_NONE <==> page_protect_ok(self_cptr, rights, attributes); */
static err_t page_protect_check(word_t self_cptr, word_t rights, word_t attributes)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* page.protect/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* page.protect/3 self is an empty slot */
    if (CAP(self).type != CAP_PAGE) return ERR_TYPE; /* page.protect/4 self is no page capability */
    if (rights >= 16u) return ERR_RANGE; /* page.protect/5 rights has bits that are not rights */
    if (attributes >= 4u) return ERR_RANGE; /* page.protect/6 attributes has bits that are not attributes */
    if (!(!((rights / RIGHT_WRITE % 2u == 1u && attributes / ATTR_EXECUTE % 2u == 1u)))) return ERR_WX; /* page.protect/7 write and execute cannot both be asked */
    if (!(rights_within(rights, CAP(self).rights) != 0u)) return ERR_RIGHTS; /* page.protect/8 rights asks for more than the page has */
    return ERR_NONE;
}

err_t page_protect_enter(word_t self_cptr, word_t rights, word_t attributes)
{
    err_t e = page_protect_check(self_cptr, rights, attributes);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t self = cptr_find(self_cptr);
    return page_protect(self, rights, attributes);
}

/* page.inspect */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: page_inspect_checked(\result, self_cptr);
    ensures ok: \result == ERR_NONE <==> page_inspect_ok(self_cptr); */
static err_t page_inspect_check(word_t self_cptr)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* page.inspect/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* page.inspect/3 self is an empty slot */
    if (CAP(self).type != CAP_PAGE) return ERR_TYPE; /* page.inspect/4 self is no page capability */
    return ERR_NONE;
}

err_t page_inspect_enter(word_t self_cptr)
{
    err_t e = page_inspect_check(self_cptr);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t self = cptr_find(self_cptr);
    word_t out_frame = ((word_t)CAP(self).obj / 4u);
    word_t out_mapped = CAP(self).map;
    word_t out_vaddr = CAP(self).badge;
    regs_answer(core_cur, 0u);
    REG(core_cur, REG_WORD + 0u) = out_frame;
    REG(core_cur, REG_WORD + 1u) = out_mapped;
    REG(core_cur, REG_WORD + 2u) = out_vaddr;
    return ERR_NONE;
}

void page_call(word_t t, word_t method)
{
    err_t e = ERR_METHOD;

    switch (method) {
    case SYS_PAGE_UNMAP:
        e = page_unmap_enter(REG(t, REG_BADGE));
        break;
    case SYS_PAGE_PROTECT:
        e = page_protect_enter(REG(t, REG_BADGE), REG(t, REG_WORD), REG(t, REG_WORD + 1u));
        break;
    case SYS_PAGE_INSPECT:
        e = page_inspect_enter(REG(t, REG_BADGE));
        if (e == ERR_NONE) return;
        break;
    default:
        break;
    }
    method_finish(t, e);
}
