/* plan.c - the checks, header first, then each program header in its order.
 *
 * Idea: fields are read byte by byte (the file may lie at any address); sizes are compared with what is left before they
 * are added to anything, so no sum wraps.
 * Does not know: the words for errors (text.c). */
#include <elf/elf.h>
#include <string.h>

enum { HEADER_BYTES = 64, ENTRY_BYTES = 56, TYPE_EXEC = 2, SEGMENT_LOAD = 1, SEGMENT_DYNAMIC = 2, SEGMENT_INTERPRETER = 3 };

static uint64_t read_bytes(const uint8_t *at, uint32_t bytes)
{
    uint64_t value = 0;
    for (uint32_t i = bytes; i > 0; i--) value = value * 256 + at[i - 1];
    return value;
}
static uint64_t page_of(uint64_t address) { return address / ELF_PAGE; }
static uint64_t last_page_of(const struct elf_segment *s) { return page_of(s->address + s->memory_bytes - 1); }

static enum elf_error header_check(const uint8_t *file, uint64_t size, enum elf_machine machine)
{
    if (size < HEADER_BYTES) return ELF_TRUNCATED;
    if (memcmp(file, "\177ELF", 4) != 0) return ELF_MAGIC;
    if (file[4] != 2 || file[5] != 1 || file[6] != 1) return ELF_CLASS;
    if (read_bytes(file + 16, 2) != TYPE_EXEC) return ELF_TYPE;
    if (read_bytes(file + 18, 2) != (uint64_t)machine) return ELF_MACHINE;
    if (read_bytes(file + 54, 2) != ENTRY_BYTES) return ELF_HEADERS;
    return ELF_OK;
}

/* table_check - Whether the program header table lies in the file: *offset, *count. */
static enum elf_error table_check(const uint8_t *file, uint64_t size, uint64_t *offset, uint64_t *count)
{
    *offset = read_bytes(file + 32, 8);
    *count = read_bytes(file + 56, 2);
    if (*count == 0 || *count > ELF_HEADERS_MAX) return ELF_HEADERS;
    if (*offset > size || *count * ENTRY_BYTES > size - *offset) return ELF_TRUNCATED;
    return ELF_OK;
}

static enum elf_error segment_check(const struct elf_segment *s, uint64_t size)
{
    if (s->file_bytes > s->memory_bytes) return ELF_SIZES;
    if (s->file_offset > size || s->file_bytes > size - s->file_offset) return ELF_RANGE;
    if (s->address < ELF_LOW || s->address >= ELF_HIGH) return ELF_ADDRESS;
    if (s->memory_bytes > ELF_HIGH - s->address) return ELF_ADDRESS;
    if (s->address % ELF_PAGE != s->file_offset % ELF_PAGE) return ELF_ALIGN;
    if (!(s->rights & ELF_READ)) return ELF_RIGHTS;
    if ((s->rights & ELF_WRITE) && (s->rights & ELF_EXECUTE)) return ELF_WX;
    return ELF_OK;
}

static void segment_read(const uint8_t *header, struct elf_segment *s)
{
    s->rights = (uint32_t)(read_bytes(header + 4, 4) & (ELF_READ | ELF_WRITE | ELF_EXECUTE));
    s->file_offset = read_bytes(header + 8, 8);
    s->address = read_bytes(header + 16, 8);
    s->file_bytes = read_bytes(header + 32, 8);
    s->memory_bytes = read_bytes(header + 40, 8);
}

/* segment_add - Append a checked segment behind the others. */
static enum elf_error segment_add(struct elf_plan *plan, const struct elf_segment *s)
{
    if (plan->count == ELF_SEGMENTS_MAX) return ELF_SEGMENTS;
    if (plan->count > 0 && page_of(s->address) <= last_page_of(&plan->segment[plan->count - 1])) return ELF_OVERLAP;
    plan->segment[plan->count] = *s;
    plan->count++;
    plan->pages += last_page_of(s) - page_of(s->address) + 1;
    return ELF_OK;
}

static enum elf_error entry_read(const uint8_t *header, uint64_t size, struct elf_plan *plan)
{
    uint64_t type = read_bytes(header, 4);
    if (type == SEGMENT_DYNAMIC || type == SEGMENT_INTERPRETER) return ELF_DYNAMIC;
    if (type != SEGMENT_LOAD) return ELF_OK;
    struct elf_segment s;
    segment_read(header, &s);
    if (s.memory_bytes == 0 && s.file_bytes == 0) return ELF_OK;
    enum elf_error error = segment_check(&s, size);
    return error == ELF_OK ? segment_add(plan, &s) : error;
}

/* entry_check - The entry point must lie in the bytes of an executable segment. */
static enum elf_error entry_check(const struct elf_plan *plan)
{
    const struct elf_segment *s = elf_segment_at(plan, plan->entry);
    if (s == 0 || !(s->rights & ELF_EXECUTE)) return ELF_ENTRY;
    if (plan->entry < s->address || plan->entry - s->address >= s->memory_bytes) return ELF_ENTRY;
    return ELF_OK;
}

enum elf_error elf_plan(const uint8_t *file, uint64_t size, enum elf_machine machine, struct elf_plan *plan)
{
    uint64_t offset, count;
    enum elf_error error = header_check(file, size, machine);
    if (error == ELF_OK) error = table_check(file, size, &offset, &count);
    if (error != ELF_OK) return error;
    memset(plan, 0, sizeof *plan);
    plan->entry = read_bytes(file + 24, 8);
    for (uint64_t i = 0; i < count; i++) {
        error = entry_read(file + offset + i * ENTRY_BYTES, size, plan);
        if (error != ELF_OK) return error;
    }
    return plan->count == 0 ? ELF_SEGMENTS : entry_check(plan);
}
