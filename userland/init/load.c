/* load.c - a program's pages, its stack, its message buffer and its start page.
 *
 * Idea: a page is filled through init's scratch mapping, then shown to the program with its own rights; never both at once. */
#include "init.h"
#include "process.h"
#include "space.h"
#include <proto/status.h>
#include <string.h>

word_t load_page(struct process *p, word_t address, word_t rights, word_t attr)
{
    word_t page = object_make(&p->arena, CAP_PAGE, 0);
    if (page == 0 || address == 0) return page;
    return space_map(&p->arena, p->vspace, page, address, rights, attr) ? page : 0;
}

/* page_fill - Copy what the file has for the page at `address`. */
static int page_fill(word_t page, word_t address, const struct elf_segment *segment, const uint8_t *file)
{
    uint64_t offset, at, count = elf_page_slice(segment, address, &offset, &at);
    if (count == 0) return 1;
    uint8_t *memory = scratch_map(page);
    if (memory == 0) return 0;
    memcpy(memory + at, file + offset, count);
    scratch_unmap(page);
    return 1;
}

static int segment_load(struct process *p, const struct elf_segment *s, const uint8_t *file)
{
    word_t rights = s->rights & ELF_WRITE ? RIGHT_READ | RIGHT_WRITE : RIGHT_READ;
    word_t attr = s->rights & ELF_EXECUTE ? ATTR_EXECUTE : 0;
    for (word_t at = s->address / ELF_PAGE * ELF_PAGE; at < s->address + s->memory_bytes; at += ELF_PAGE) {
        word_t page = object_make(&p->arena, CAP_PAGE, 0);
        if (page == 0 || !page_fill(page, at, s, file)) return 0;
        if (!space_map(&p->arena, p->vspace, page, at, rights, attr)) return 0;
    }
    return 1;
}

static int stack_load(struct process *p)
{
    for (word_t i = 1; i <= p->program->stack_pages; i++)
        if (load_page(p, STACK_TOP - i * ELF_PAGE, RIGHT_READ | RIGHT_WRITE, 0) == 0) return 0;
    p->stack_base = STACK_TOP - p->program->stack_pages * ELF_PAGE;
    return 1;
}

word_t load_program(struct process *p, const uint8_t *file, const struct elf_plan *plan)
{
    p->plan = *plan;
    for (uint32_t i = 0; i < plan->count; i++)
        if (!segment_load(p, &plan->segment[i], file)) return STATUS_MEMORY;
    if (!stack_load(p)) return STATUS_MEMORY;
    p->start_page = load_page(p, 0, 0, 0);
    word_t buffer = load_page(p, BUFFER_ADDRESS, RIGHT_READ | RIGHT_WRITE, 0);
    if (p->start_page == 0 || buffer == 0) return STATUS_MEMORY;
    return thread_make(p, p->priority, buffer) != 0 ? STATUS_OK : STATUS_MEMORY;
}
