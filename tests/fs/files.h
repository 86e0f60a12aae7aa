/* files.h - what the tests files_*.c share: a volume in memory, mounted; one fact at a time. */
#ifndef FS_FILES_H
#define FS_FILES_H
#include "play.h"
#include <file/state.h>

struct bench { struct run *r; struct sim_device d; struct sim_memory m; struct fs *fs; struct fs_options o; uint64_t now; };
void bench_begin(struct bench *b, uint64_t blocks); /* formatted, mounted */
void bench_again(struct bench *b);                  /* unmounted, mounted */
void bench_end(struct bench *b);                    /* unmounted; all memory is given back */

void files_basics(struct run *r);
void files_names(struct run *r);
void files_directory(struct run *r);
void files_extents(struct run *r);
void files_users(struct run *r);
void files_owner(struct run *r);
void files_xattr(struct run *r);
void files_rot(struct run *r);
void files_memory(struct run *r);
void files_hostile(struct run *r);
void files_locks(struct run *r);
void files_unnamed(struct run *r);
#endif
