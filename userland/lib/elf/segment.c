/* segment.c - questions about a finished plan.
 *
 * Invariant used: a plan's sums do not wrap, for every segment ends below ELF_HIGH. */
#include <elf/elf.h>

const struct elf_segment *elf_segment_at(const struct elf_plan *plan, uint64_t address)
{
    uint64_t page = address / ELF_PAGE;
    for (uint32_t i = 0; i < plan->count; i++) {
        const struct elf_segment *s = &plan->segment[i];
        if (page < s->address / ELF_PAGE) continue;
        if (page <= (s->address + s->memory_bytes - 1) / ELF_PAGE) return s;
    }
    return 0;
}

uint64_t elf_page_slice(const struct elf_segment *segment, uint64_t page, uint64_t *offset, uint64_t *at)
{
    uint64_t begin = segment->address, end = begin + segment->file_bytes;
    uint64_t from = begin > page ? begin : page;
    uint64_t to = end < page + ELF_PAGE ? end : page + ELF_PAGE;
    if (from >= to) return 0;
    *offset = segment->file_offset + (from - begin);
    *at = from - page;
    return to - from;
}
