/* fuzz.h - targets for coverage-guided fuzzing: each takes any bytes, reads them as edits to something valid and as operations on it, and holds the library to what it
 * promises. A broken promise is an abort after a sentence; the sanitizers see the rest.
 *
 * The bytes are read in order (one input_* call in an expression, for C leaves the order of several open and two compilers must agree); behind their end everything is 0. So each part of an input means the same whatever follows, and inputs stay small: checksums are never in them,
 * for every target makes those right itself after its edits (mend.c). libfuzzer.c drives the targets with clang's libFuzzer, replay.c with files. */
#ifndef FS_FUZZ_H
#define FS_FUZZ_H
#include "../sim.h"
#include <stdio.h>
#include <stdlib.h>

struct input { const uint8_t *at, *end; };
/* input_pick - A number below n (n <= 256). input_wide - One that something interesting is at: near 0, a block, 2^31, 2^32, 2^63, or any. */
uint8_t input_byte(struct input *in);
uint32_t input_pick(struct input *in, uint32_t n);
uint32_t input_short(struct input *in);
uint64_t input_wide(struct input *in);
struct key input_key(struct input *in);
/* input_bytes - The next ones, at most n: how many, and where. */
uint32_t input_bytes(struct input *in, uint32_t n, const uint8_t **at);
static inline int input_ends(const struct input *in) { return in->at == in->end; }
/* input_edit - Some bytes of b[0 .. size - 1] are others. */
void input_edit(struct input *in, uint8_t *b, uint32_t size);

struct target { const char *name; void (*run)(struct input *in); uint32_t most; /* bytes of an input that make sense */ };
extern const struct target TARGETS[];
const struct target *target_find(const char *name);
void target_run(const struct target *t, const uint8_t *bytes, size_t count);

/* HOLDS - What must be true whatever the input. */
#define HOLDS(condition) ((condition) ? (void)0 : broken(__FILE__, __LINE__, #condition))
void broken(const char *file, int line, const char *what) __attribute__((noreturn));
/* answer_known - Is it one of disk/error.h? Nothing else may come out of the library. */
int answer_known(lfsx_err_t err);

/* memory_of - Memory of one run; run_end: all of it was given back. */
struct sim_memory *memory_begin(void);
void memory_end(struct sim_memory *m);

/* mend.c - Every checksum of an image is right again: nodes, pages of the map and of the bitmap, superblocks, the chain of the log, each as far as it can be reached. */
struct image { uint8_t *b; uint64_t blocks; };
void image_mend(const struct image *m);
static inline uint8_t *image_block(const struct image *m, uint64_t n) { return m->b + n * LFSX_BLOCK_BYTES; }
/* super.c - One field of one of the four superblocks is another. */
void super_edit(struct input *in, const struct image *m);
/* frame.c - Frames as the input wants them into a log, from its position on. log: what the superblock says of it. */
struct log { uint64_t first, blocks, segment, position, sequence; uint32_t chain; const uint8_t *uuid; };
void frames_make(struct input *in, const struct image *m, struct log log);
/* edit.c - An image is edited: blocks, nodes by entries, keys and values, superblocks, log; then mended. */
void image_edit(struct input *in, struct sim_device *d, const struct store_options *o);

/* scene.c - A small volume in memory for one run. */
enum { SCENE_BLOCKS = 176 };
struct scene { struct sim_device d; struct sim_memory *m; uint64_t now; struct store_options o; };
/* scene_begin - lived: with files of all kinds and a log that is to be replayed; else just made. */
void scene_begin(struct scene *s, int lived);
void scene_end(struct scene *s);
struct image scene_image(struct scene *s);
/* repaired.c - fs_check, repair and check again: what it calls good must be good. clean: nothing may be wrong to begin with. */
void scene_check(struct scene *s, int clean);

/* operations.c - Operations of file/fs.h as the input wants them, with hostile arguments. */
struct fs;
struct life { struct input *in; struct scene *s; struct fs *fs; uint64_t inode[16], bytes; uint32_t inodes; int honest; /* the volume was good: LFSX_CORRUPT would be wrong */ };
void life_step(struct life *l);
lfsx_err_t life_content(struct life *l, int which); /* operations_content.c */
lfsx_err_t life_extra(struct life *l, int which);   /* operations_extra.c */
uint64_t life_inode(struct life *l);
struct fs_name life_name(struct life *l);
const struct fs_who *life_who(struct life *l);
enum { LIFE_BUFFER = 1 << 20, LIFE_BYTES = 3 << 20 };
extern uint8_t life_buffer[LIFE_BUFFER];
uint32_t life_length(struct life *l);
/* life_mount - 1: there is a mount. life_unmount: in order, or as a crash. */
int life_mount(struct life *l);
void life_unmount(struct life *l, int crash);

void fuzz_node(struct input *in);
void fuzz_log(struct input *in);
void fuzz_super(struct input *in);
void fuzz_volume(struct input *in);
void fuzz_operations(struct input *in);
#endif
