/* unit.h - a small store of its own for each test of small parts. */
#ifndef FS_UNIT_H
#define FS_UNIT_H
#include "sim.h"

struct world { struct sim_device d; struct sim_memory m; struct store s; struct store_options o; };
void world_make(struct world *w, uint64_t blocks, uint64_t log);
void world_end(struct run *r, struct world *w);
/* world_put - A value of zeros, a commit of its own. */
lfsx_err_t world_put(struct store *s, uint32_t i, uint32_t length, int flags);

void unit_cell(struct run *r);
void unit_block(struct run *r);
void unit_find(struct run *r);
void unit_frame(struct run *r);
void unit_mount(struct run *r);
void unit_pool(struct run *r);
void unit_space(struct run *r);
void unit_store(struct run *r);
#endif
