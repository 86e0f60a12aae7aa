/* check_entry.c - a name must be one, lie where its hash says, and be there once. */
#include <file/check_state.h>

/* twin - Names of one hash lie side by side: is this one there already? */
static int twin(struct check *c, uint64_t place, const uint8_t *name, uint8_t length)
{
    struct twins *t = &c->twins;
    if (t->place != place) t->count = 0;
    t->place = place;
    for (uint32_t i = 0; i < t->count; i++)
        if (t->length[i] == length && !memcmp(t->name[i], name, length)) return 1;
    if (t->count < SLOTS) {
        t->length[t->count] = length;
        memcpy(t->name[t->count++], name, length);
    }
    return 0;
}

int check_entry(struct check *c, struct key key, const uint8_t *b, uint32_t length)
{
    struct fs_name name = {b + DIRENT_BYTES, length - DIRENT_BYTES};
    int formed = length > DIRENT_BYTES && length <= DIRENT_BYTES + LFSX_NAME_MAX && dirent_form_ok(b) && !name_check(name);
    c->out->names++;
    if (!formed) return found_delete(c, CHECK_ENTRY_FORM, key), 0;
    if ((key.offset & ~(uint64_t)(SLOTS - 1)) != entry_place(c->fs, name)) return found_delete(c, CHECK_ENTRY_PLACE, key), 0;
    if (twin(c, key.offset / SLOTS, name.bytes, (uint8_t)name.length)) return found_delete(c, CHECK_ENTRY_TWICE, key), 0;
    c->now->entries++;
    return 0;
}
