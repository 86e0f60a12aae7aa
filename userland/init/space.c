/* space.c - see space.h. */
#include "space.h"
#include "init.h"
#include <page.h>
#include <vspace.h>

enum { TABLE_LEVEL_MAX = 3 };

/* table_add - Give the address a page table of that level, and first those above it that are missing too. */
static int table_add(struct arena *arena, word_t vspace, word_t address, word_t level)
{
    word_t table = object_make(arena, CAP_PAGE_TABLE, level);
    if (table == 0) return 0;
    err_t error = vspace_link(cptr_of(vspace), cptr_of(table), address);
    if (error == ERR_UNMAPPED && level < TABLE_LEVEL_MAX && table_add(arena, vspace, address, level + 1))
        error = vspace_link(cptr_of(vspace), cptr_of(table), address);
    return error == ERR_NONE;
}

int space_map(struct arena *arena, word_t vspace, word_t page, word_t address, word_t rights, word_t attr)
{
    err_t error = vspace_map(cptr_of(vspace), cptr_of(page), address, rights, attr);
    if (error == ERR_UNMAPPED && table_add(arena, vspace, address, 1))
        error = vspace_map(cptr_of(vspace), cptr_of(page), address, rights, attr);
    return error == ERR_NONE;
}

void *scratch_map(word_t page)
{
    if (!space_map(&system_arena, INIT_VSPACE, page, INIT_SCRATCH, RIGHT_READ | RIGHT_WRITE, 0)) return 0;
    return (void *)INIT_SCRATCH;
}

void scratch_unmap(word_t page) { page_unmap(cptr_of(page)); }
