/* mount.c - volumes: made, mounted, let go of, counted. */
#include <file/state.h>
#include <file/verify.h>

lfsx_err_t root_make(struct operation *op, void *self)
{
    struct file root = {.number = LFSX_ROOT_INODE};
    root.i = (struct inode){.mode = MODE_DIRECTORY | 0755, .links = 2, .parent = LFSX_ROOT_INODE, .generation = 1};
    owner_note(op, 0, 1, 0);
    root.i.accessed = root.i.modified = root.i.changed = root.i.made = *(const uint64_t *)self;
    return file_save(op, &root);
}

/* fs_begin - The store is open. inode_next: behind the highest inode that anything is said of. */
static lfsx_err_t fs_begin(struct fs *fs)
{
    struct key last = KEY_LOWEST;
    uint32_t length;
    uint8_t none;
    lfsx_err_t err = transactions_open(&fs->store, &fs->all);
    if (err) return err;
    struct view v = look_begin(fs);
    err = view_last(&v, KEY_LOWEST, KEY_HIGHEST, &last, &none, 0, &length);
    fs->inode_next = last.inode < LFSX_ROOT_INODE ? LFSX_ROOT_INODE + 1 : last.inode + 1; /* 0: number_take begins again */
    fs->hash_mask = ~0ull;
    fs->blocks = fs->store.super.blocks;
    memcpy(fs->hash_key, fs->store.super.uuid, sizeof fs->hash_key);
    return look_end(fs, err == LFSX_ABSENT ? LFSX_OK : err);
}

void fs_end(struct fs *fs)
{
    const struct memory *memory = fs->options.store.memory;
    users_drop(fs);
    if (fs->all) transactions_close(fs->all);
    store_drop(&fs->store);
    memory_give(memory, fs, sizeof *fs);
}

lfsx_err_t fs_attach(const struct fs_options *o, struct fs **out)
{
    struct fs *fs = memory_take_zero(o->store.memory, sizeof *fs);
    *out = 0;
    if (!fs) return LFSX_MEMORY;
    fs->options = *o;
    if (!fs->options.store.verify) fs->options.store.verify = data_verify;
    lfsx_err_t err = limits_ok(o) ? store_open(&fs->store, &fs->options.store) : LFSX_ARGUMENT;
    if (!err) err = fs_begin(fs);
    if (err) return fs_end(fs), err;
    *out = fs;
    return LFSX_OK;
}

lfsx_err_t fs_format(const struct store_options *o, const struct format_options *f)
{
    struct fs *fs;
    struct fs_options options = {.store = *o};
    uint64_t now = f->now;
    options.store.flags = 0;
    lfsx_err_t err = store_format(o, f);
    if (!err) err = fs_attach(&options, &fs);
    if (err) return err;
    err = operation_run(fs, 0, 0, root_make, &now);
    lfsx_err_t closed = fs_unmount(fs);
    return err ? err : closed;
}

lfsx_err_t fs_mount(const struct fs_options *o, struct fs **out)
{
    struct file root;
    lfsx_err_t err = fs_attach(o, out);
    if (err) return err;
    struct view v = look_begin(*out);
    err = look_end(*out, file_load(&v, LFSX_ROOT_INODE, &root));
    if (!err && !file_is(&root, MODE_DIRECTORY)) err = LFSX_CORRUPT;
    if (!err && !(*out)->store.read_only) reap_all(*out); /* what it cannot free stays for the next mount */
    if (!err) return LFSX_OK;
    fs_end(*out);
    *out = 0;
    return err == LFSX_ABSENT ? LFSX_CORRUPT : err;
}

lfsx_err_t fs_unmount(struct fs *fs)
{
    lfsx_err_t err = fs->store.read_only || fs->store.failed ? LFSX_OK : reap_all(fs);
    lfsx_err_t written = fs->store.read_only ? LFSX_OK : store_checkpoint(&fs->store);
    fs_end(fs);
    return written ? written : err;
}

/* fs_drop - As a crash would. */
void fs_drop(struct fs *fs) { fs_end(fs); }

lfsx_err_t fs_statfs(struct fs *fs, struct fs_info *out)
{
    struct store_info i;
    store_info_get(&fs->store, &i);
    uint64_t free = i.free + i.freed, kept = i.blocks / 256 + i.nodes_changed + 8;
    *out = (struct fs_info){.blocks = i.blocks, .free = free, .available = free > kept ? free - kept : 0, .block_bytes = LFSX_BLOCK_BYTES, .name_max = LFSX_NAME_MAX};
    struct view v = look_begin(fs);
    return look_end(fs, owners_count(&v, &out->inodes));
}

lfsx_err_t fs_sync(struct fs *fs, uint64_t inode)
{
    (void)inode; /* one log for all */
    return fs->store.read_only ? LFSX_OK : store_sync(&fs->store, 0);
}
