/* damage.h - a volume that is damaged, used and mended again and again. */
#ifndef FS_DAMAGE_H
#define FS_DAMAGE_H
#include "play.h"
#include <file/state.h>

enum { BLOCKS = 1024, KEYS = 4000 };
/* What a file was before the damage: of those whose inode and extents nobody touched, size and bytes must be the same after repair, and it must have a name. */
enum { FILES = 200 };
struct was { int known, touched; uint64_t size; uint32_t crc; };
struct damage { struct was was[FILES]; struct run *run; struct sim_device d; struct sim_memory m; struct play g; struct dice dice; uint64_t now; struct key key[KEYS]; uint32_t keys; };

struct fs_options damage_options(struct damage *x);
/* damage_spoil.c - Some keys and values are other. */
void damage_spoil(struct damage *x);
/* damage_suffer.c - Operations on a volume that may be wrong anywhere. */
void damage_suffer(struct damage *x);
/* damage_mend.c - damage_note: what the files are before any damage. damage_mend: fs_check finds what is wrong, repairs all of it, and what was not touched is as it was. */
void damage_note(struct damage *x);
void damage_mend(struct damage *x, uint64_t n);
#endif
