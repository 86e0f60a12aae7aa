/* vspace.c - the ordered checks of every vspace method, and the wrappers that check, then act. Generated from spec/object/vspace.yaml. */
#include <vspace.h>

/* vspace.map */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: vspace_map_checked(\result, self_cptr, page_cptr, vaddr, rights, attributes);
    ensures ok: \result == ERR_NONE <==> vspace_map_ok(self_cptr, page_cptr, vaddr, rights, attributes); */
static err_t vspace_map_check(word_t self_cptr, word_t page_cptr, word_t vaddr, word_t rights, word_t attributes)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* vspace.map/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* vspace.map/3 self is an empty slot */
    if (CAP(self).type != CAP_VSPACE) return ERR_TYPE; /* vspace.map/4 self is no vspace capability */
    if (!(CAP(self).rights / RIGHT_WRITE % 2u == 1u)) return ERR_RIGHTS; /* vspace.map/5 self lacks the write right */
    e = cptr_check(page_cptr); /* vspace.map/6 page names no slot */
    if (e != ERR_NONE) return e;
    word_t page = cptr_find(page_cptr);
    if (CAP(page).type == CAP_NULL) return ERR_EMPTY; /* vspace.map/8 page is an empty slot */
    if (CAP(page).type != CAP_PAGE) return ERR_TYPE; /* vspace.map/9 page is no page capability */
    if (!(CAP(page).rights / RIGHT_READ % 2u == 1u)) return ERR_RIGHTS; /* vspace.map/10 page lacks the read right */
    if (vaddr >= LIMIT_USER_END) return ERR_RANGE; /* vspace.map/11 vaddr is not an address of a program */
    if (rights >= 16u) return ERR_RANGE; /* vspace.map/12 rights has bits that are not rights */
    if (attributes >= 4u) return ERR_RANGE; /* vspace.map/13 attributes has bits that are not attributes */
    if ((vaddr % 4096u) != 0u) return ERR_ALIGN; /* vspace.map/14 vaddr is not a multiple of 4096 */
    if (!(!((rights / RIGHT_WRITE % 2u == 1u && attributes / ATTR_EXECUTE % 2u == 1u)))) return ERR_WX; /* vspace.map/15 write and execute cannot both be asked */
    if (!(rights_within(rights, CAP(page).rights) != 0u)) return ERR_RIGHTS; /* vspace.map/16 rights asks for more than page has */
    if (CAP(page).map != 0u) return ERR_OCCUPIED; /* vspace.map/17 page is mapped already; copy the capability to map it twice */
    return ERR_NONE;
}

err_t vspace_map_enter(word_t self_cptr, word_t page_cptr, word_t vaddr, word_t rights, word_t attributes)
{
    err_t e = vspace_map_check(self_cptr, page_cptr, vaddr, rights, attributes);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t self = cptr_find(self_cptr);
    word_t page = cptr_find(page_cptr);
    return vspace_map(self, page, vaddr, rights, attributes);
}

/* vspace.link */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: vspace_link_checked(\result, self_cptr, table_cptr, vaddr);
    ensures ok: \result == ERR_NONE <==> vspace_link_ok(self_cptr, table_cptr, vaddr); */
static err_t vspace_link_check(word_t self_cptr, word_t table_cptr, word_t vaddr)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* vspace.link/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* vspace.link/3 self is an empty slot */
    if (CAP(self).type != CAP_VSPACE) return ERR_TYPE; /* vspace.link/4 self is no vspace capability */
    if (!(CAP(self).rights / RIGHT_WRITE % 2u == 1u)) return ERR_RIGHTS; /* vspace.link/5 self lacks the write right */
    e = cptr_check(table_cptr); /* vspace.link/6 table names no slot */
    if (e != ERR_NONE) return e;
    word_t table = cptr_find(table_cptr);
    if (CAP(table).type == CAP_NULL) return ERR_EMPTY; /* vspace.link/8 table is an empty slot */
    if (CAP(table).type != CAP_PAGE_TABLE) return ERR_TYPE; /* vspace.link/9 table is no page_table capability */
    if (!(CAP(table).rights / RIGHT_WRITE % 2u == 1u)) return ERR_RIGHTS; /* vspace.link/10 table lacks the write right */
    if (vaddr >= LIMIT_USER_END) return ERR_RANGE; /* vspace.link/11 vaddr is not an address of a program */
    if (CAP(table).map != 0u) return ERR_OCCUPIED; /* vspace.link/12 table is linked already */
    return ERR_NONE;
}

err_t vspace_link_enter(word_t self_cptr, word_t table_cptr, word_t vaddr)
{
    err_t e = vspace_link_check(self_cptr, table_cptr, vaddr);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t self = cptr_find(self_cptr);
    word_t table = cptr_find(table_cptr);
    return vspace_link(self, table, vaddr);
}

/* vspace.query */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: vspace_query_checked(\result, self_cptr, vaddr);
    ensures ok: \result == ERR_NONE <==> vspace_query_ok(self_cptr, vaddr); */
static err_t vspace_query_check(word_t self_cptr, word_t vaddr)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* vspace.query/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* vspace.query/3 self is an empty slot */
    if (CAP(self).type != CAP_VSPACE) return ERR_TYPE; /* vspace.query/4 self is no vspace capability */
    if (!(CAP(self).rights / RIGHT_READ % 2u == 1u)) return ERR_RIGHTS; /* vspace.query/5 self lacks the read right */
    if (vaddr >= LIMIT_USER_END) return ERR_RANGE; /* vspace.query/6 vaddr is not an address of a program */
    return ERR_NONE;
}

err_t vspace_query_enter(word_t self_cptr, word_t vaddr)
{
    err_t e = vspace_query_check(self_cptr, vaddr);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t self = cptr_find(self_cptr);
    word_t entry = vspace_entry(self, vaddr);
    word_t out_mapped = pte_present(entry);
    word_t out_frame = pte_frame(entry);
    word_t out_writable = pte_writable(entry);
    word_t out_executable = pte_executable(entry);
    word_t out_device = pte_device(entry);
    regs_answer(core_cur, 0u);
    REG(core_cur, REG_WORD + 0u) = out_mapped;
    REG(core_cur, REG_WORD + 1u) = out_frame;
    REG(core_cur, REG_WORD + 2u) = out_writable;
    REG(core_cur, REG_WORD + 3u) = out_executable;
    REG(core_cur, REG_WORD + 4u) = out_device;
    return ERR_NONE;
}

void vspace_call(word_t t, word_t method)
{
    err_t e = ERR_METHOD;

    switch (method) {
    case SYS_VSPACE_MAP:
        e = vspace_map_enter(REG(t, REG_BADGE), REG(t, REG_WORD), REG(t, REG_WORD + 1u), REG(t, REG_WORD + 2u), REG(t, REG_WORD + 3u));
        break;
    case SYS_VSPACE_LINK:
        e = vspace_link_enter(REG(t, REG_BADGE), REG(t, REG_WORD), REG(t, REG_WORD + 1u));
        break;
    case SYS_VSPACE_QUERY:
        e = vspace_query_enter(REG(t, REG_BADGE), REG(t, REG_WORD));
        if (e == ERR_NONE) return;
        break;
    default:
        break;
    }
    method_finish(t, e);
}
