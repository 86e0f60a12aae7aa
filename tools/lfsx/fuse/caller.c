/* caller.c - who asks, and a buffer per thread. */
#include "mount.h"

void caller_get(struct caller *c, fuse_req_t req)
{
    const struct fuse_ctx *x = fuse_req_ctx(req);
    c->who = (struct fs_who){.uid = x->uid, .gid = x->gid, .umask = (uint16_t)x->umask};
    c->req = req;
    c->asked = 0;
}

int caller_again(struct caller *c, lfsx_err_t err)
{
    gid_t list[GROUPS_MOST];
    if (err != LFSX_PERMISSION || c->asked) return 0;
    int n = fuse_req_getgroups(c->req, GROUPS_MOST, list);
    c->asked = 1;
    if (n > GROUPS_MOST) n = GROUPS_MOST;
    for (int i = 0; i < n; i++) c->groups[i] = list[i];
    c->who.groups = c->groups;
    c->who.group_count = n > 0 ? (uint32_t)n : 0;
    return n > 0;
}

uint8_t *buffer_get(void)
{
    static _Thread_local uint8_t buffer[BUFFER_BYTES];
    return buffer;
}
