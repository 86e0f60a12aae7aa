/* check_found.c - what a check has found, what would repair it, and the records of inodes. */
#include <file/check_state.h>

void found(struct check *c, enum check_fault fault, struct key key, uint64_t is, uint64_t wanted)
{
    struct check_finding f = {fault, key, is, wanted};
    c->found++;
    c->out->faults++;
    if (c->o->report) c->o->report(c->o->self, &f);
}

void found_fix(struct check *c, enum check_fault fault, struct key key, uint64_t is, uint64_t wanted, struct fix fix)
{
    found(c, fault, key, is, wanted);
    if (c->fixes < FIXES) c->fix[c->fixes++] = fix;
}

void found_delete(struct check *c, enum check_fault fault, struct key key) { found_fix(c, fault, key, 0, 0, (struct fix){.kind = FIX_DELETE, .key = key}); }

struct record *record_find(const struct check *c, uint64_t number)
{
    uint32_t low = 0, high = c->records;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (c->record[middle].number < number) low = middle + 1;
        else high = middle;
    }
    return low < c->records && c->record[low].number == number ? &c->record[low] : 0;
}

void *array_more(struct check *c, void *array, uint32_t count, uint32_t *room, size_t bytes)
{
    uint32_t more = *room + *room / 2 + 64;
    if (count < *room) return array;
    void *larger = more > *room ? memory_take_zero(c->memory, more * bytes) : 0;
    if (!larger) return c->err = LFSX_MEMORY, array;
    if (count > 0) memcpy(larger, array, count * bytes);
    memory_give(c->memory, array, *room * bytes);
    *room = more;
    return larger;
}
