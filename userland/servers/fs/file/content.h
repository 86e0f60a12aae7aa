/* content.h - what the sources content*.c share: bytes on their way to blocks. */
#ifndef FILE_CONTENT_H
#define FILE_CONTENT_H
#include <file/state.h>

/* What is written: bytes [at, end), and the blocks at its ends that are only partly of them. */
struct content {
    const uint8_t *from;
    uint64_t at, end;
    uint8_t crc[4 * WRITE_BLOCKS], head[LFSX_BLOCK_BYTES], tail[LFSX_BLOCK_BYTES];
};

static inline uint64_t block_of(uint64_t at) { return at / LFSX_BLOCK_BYTES; }
static inline int whole(const struct content *c, uint64_t block) { return block * LFSX_BLOCK_BYTES >= c->at && (block + 1) * LFSX_BLOCK_BYTES <= c->end; }

/* content.c - The bytes of a block of the content, all of it. */
const uint8_t *content_bytes(const struct content *c, uint64_t block);
/* content_run.c - Blocks side by side from `block` on, as many as there are of a kind below `end`: written, and the file's. *count: how many. */
lfsx_err_t content_step(struct operation *op, struct file *f, struct content *c, uint64_t block, uint64_t end, uint32_t *count);
#endif
