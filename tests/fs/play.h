/* play.h - a random life of a volume of files, step by step against the model of posix.h. */
#ifndef FS_PLAY_H
#define FS_PLAY_H
#include "posix.h"

static inline struct fs_name N(const char *s) { return (struct fs_name){s, (uint32_t)strlen(s)}; }

struct play {
    struct run *run;
    struct fs *fs;
    struct fs_options options;
    struct posix p;
    struct dice dice;
    uint64_t steps, synced;  /* steps that the model made; how many of them were certainly on disk at the last sync */
    uint64_t *history;       /* text_hash after step n; 0 = not wanted */
    uint32_t write_max, nodes_max;
    uint32_t sync_each;      /* one step of so many is a sync besides the others; 0 = none */
    int remounts, last;      /* remounts: unmount and mount now and then; last: what the last step was */
    struct posix_node *stripe; /* a file that is being written block by block with holes between, and then shortened or removed: many extents */
    uint32_t stripe_at, stripe_end;
    uint64_t refused;        /* steps that the environment refused (space, memory, device) */
};
void play_begin(struct play *g, struct run *run, uint64_t seed);
void play_end(struct play *g);
/* play_step - One operation. What the library answers must be what the model says, or an error of the environment, which is returned and has changed nothing. */
lfsx_err_t play_step(struct play *g);
/* play_compare - The volume as text must be the model as text. */
void play_compare(struct play *g, const char *when);
/* play_check - fs_check finds nothing. */
void play_check(struct run *r, struct fs *fs, const char *when);
void play_check_tree(struct run *r, struct fs *fs, const char *when); /* without the data */
/* play_clock - The clock of options.store.sync: self is the play. */
uint64_t play_clock(void *self);
int play_environment(lfsx_err_t err);
#endif
