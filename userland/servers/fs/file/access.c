/* access.c - who may do what. */
#include <file/state.h>

int who_is_root(const struct fs_who *who) { return !who || who->uid == 0; }

int who_in_group(const struct fs_who *who, uint32_t gid)
{
    if (!who || who->gid == gid) return 1;
    for (uint32_t i = 0; i < who->group_count; i++)
        if (who->groups[i] == gid) return 1;
    return 0;
}

/* The superuser may everything, but execute only what somebody may execute. */
static int root_may(const struct file *f, int access) { return !(access & FS_ACCESS_EXECUTE) || file_is(f, MODE_DIRECTORY) || f->i.mode & 0111; }

lfsx_err_t access_check(const struct view *v, const struct fs_who *who, const struct file *f, int access)
{
    if (who_is_root(who)) return root_may(f, access) ? LFSX_OK : LFSX_PERMISSION;
    if (who->uid != f->i.uid && f->i.flags & INODE_FLAG_ACCESS_LIST) return list_check(v, who, f, access);
    int shift = who->uid == f->i.uid ? 6 : who_in_group(who, f->i.gid) ? 3 : 0;
    return (access & ~(int)(f->i.mode >> shift)) == 0 ? LFSX_OK : LFSX_PERMISSION;
}

lfsx_err_t sticky_check(const struct fs_who *who, const struct file *d, const struct file *f)
{
    if (!(d->i.mode & MODE_STICKY) || who_is_root(who) || who->uid == f->i.uid || who->uid == d->i.uid) return LFSX_OK;
    return LFSX_OWNER;
}

void privileges_lose(struct file *f)
{
    f->i.mode &= ~(uint32_t)MODE_SETUID;
    if (f->i.mode & MODE_GROUP_EXECUTE) f->i.mode &= ~(uint32_t)MODE_SETGID;
}
void privileges_drop(struct operation *op, struct file *f)
{
    if (!who_is_root(op->who)) privileges_lose(f);
}

lfsx_err_t access_inherit(struct operation *op, const struct file *d, struct file *f)
{
    if (file_is(f, MODE_LINK)) return LFSX_OK;
    if (d->i.flags & INODE_FLAG_DEFAULT_LIST) return list_inherit(op, d, f);
    if (op->who) f->i.mode &= ~(uint32_t)(op->who->umask & 0777);
    return LFSX_OK;
}

lfsx_err_t fs_access(struct fs *fs, const struct fs_who *who, uint64_t inode, int access)
{
    struct file f;
    struct view v = look_begin(fs);
    lfsx_err_t err = file_load(&v, inode, &f);
    if (!err) err = access_check(&v, who, &f, access);
    return look_end(fs, err);
}
