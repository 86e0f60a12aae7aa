/* check_attach.c - repair: what has lost its name gets one in /lost+found. */
#include <file/check_state.h>

/* number_print - "#123", with so many more '#' before it. */
static uint32_t number_print(uint64_t n, uint32_t more, char *to)
{
    char digits[20];
    uint32_t count = 0, at = 0;
    do digits[count++] = (char)('0' + n % 10);
    while (n /= 10);
    while (at <= more) to[at++] = '#';
    while (count > 0) to[at++] = digits[--count];
    return at;
}

/* name_free - A name for it that the directory does not have. */
enum { TRIES = 100 };
static lfsx_err_t name_free(const struct view *v, const struct file *d, uint64_t number, char *text, struct fs_name *name, struct entry *none)
{
    lfsx_err_t err = LFSX_OK;
    for (uint32_t i = 0; i < TRIES && !err; i++) {
        *name = (struct fs_name){text, number_print(number, i, text)};
        err = directory_find(v, d->number, *name, none);
    }
    return err == LFSX_ABSENT ? LFSX_OK : err ? err : LFSX_EXISTS;
}

/* check_attach - To /lost+found, under its number; its links are counted in the next round. */
lfsx_err_t check_attach(struct operation *op, const struct fix *x)
{
    struct file d, f;
    struct entry e;
    char text[TRIES + 24];
    struct fs_name name;
    lfsx_err_t err = directory_find(&op->view, LFSX_ROOT_INODE, (struct fs_name){"lost+found", 10}, &e);
    if (!err && e.inode == x->key.inode) err = LFSX_STATE;
    if (!err) err = directory_change(op, e.inode, &d);
    if (!err) err = file_change(op, x->key.inode, &f);
    if (!err) err = name_free(&op->view, &d, f.number, text, &name, &e);
    if (err) return err;
    f.i.parent = file_is(&f, MODE_DIRECTORY) ? d.number : f.i.parent;
    err = directory_add(op, &d, &e, name, &f);
    if (!err) err = file_save(op, &d);
    return err ? err : file_save(op, &f);
}
