/* lie.c - does the crash simulator see anything? A device that acknowledges flushes without doing them, and the engine with one flush or one checksum left
 * out, must be found; a test that cannot fail is none. */
#include "sim.h"
#include <stdio.h>

uint64_t crash_one(struct run *r, int lies, uint64_t *lost);
uint64_t outage_one(struct run *r, int lies);
uint64_t tail_power(struct run *r, int tell);

/* found_by_crash - Some seed of the simulator sees a violation. */
static int found_by_crash(struct run *r, int lies, uint64_t *lost)
{
    struct run inner = {.seed = 1, .quiet = 1, .name = "inner"};
    for (; inner.seed <= 12 && !inner.failed; inner.seed++) r->cases += crash_one(&inner, lies, lost);
    return inner.failed > 0;
}

/* lie_told - Three durable commits; the device loses the first of their frames. The third says that the first was on disk. */
static int lie_told(struct run *r)
{
    struct sim_device d;
    struct sim_memory m;
    struct store s;
    struct format_options f = {.uuid = {9}, .log_blocks = 32};
    uint64_t sequence;
    sim_device_init(&d, 256);
    sim_memory_init(&m, 0);
    struct store_options o = {.device = &d.d, .memory = &m.m, .cache_frames = 64};
    if (store_format(&o, &f) || store_open(&s, &o)) return 0;
    uint64_t at = s.super.log_first + s.wal.space.head % s.wal.space.blocks;
    for (uint32_t i = 0; i < 3; i++) {
        struct change c = {.type = LOG_TYPE_PUT, .key = model_key(1), .value = &i, .length = 4};
        if (store_commit(&s, &c, i, COMMIT_DURABLE, &sequence)) return 0;
    }
    store_drop(&s);
    memset(d.image + at * LFSX_BLOCK_BYTES, 0, LFSX_BLOCK_BYTES);
    r->cases += 2;
    int lost = store_open(&s, &o) == LFSX_LOST;
    o.flags = STORE_ACCEPT_LOSS;
    lost &= store_open(&s, &o) == LFSX_OK && s.wal.sequence == 0;
    store_drop(&s);
    sim_device_free(&d);
    return lost;
}

uint64_t test_lie(struct run *r)
{
    uint64_t lost = 0;
    if (!found_by_crash(r, 1, &lost)) fail(r, "a device that lies about flushes is not found");
    if (!lie_told(r)) fail(r, "the engine does not tell LFSX_LOST where frames prove the loss");
    return r->cases;
}

/* found_by_outage - Some seed of the files' simulator sees a violation. */
static int found_by_outage(struct run *r, int lies)
{
    struct run inner = {.seed = 1, .quiet = 1, .name = "inner"};
    for (; inner.seed <= 40 && !inner.failed; inner.seed++) r->cases += outage_one(&inner, lies);
    return inner.failed > 0;
}

static uint64_t tail(struct run *r) { return tail_power(r, 0); }

/* found_by - The test fails. */
static int found_by(struct run *r, uint64_t (*test)(struct run *))
{
    struct run inner = {.seed = 1, .quiet = 1, .name = "inner"};
    r->cases += test(&inner);
    return inner.failed > 0;
}

/* mutant_tail - Replay takes frames whose data are not there; or leaves those that it did not take as they are. */
static void mutant_tail(struct run *r)
{
    mutant_believe = 1;
    int store = found_by_crash(r, 0, 0), files = found_by_outage(r, 0), script = found_by(r, tail);
    if (!store || !files || !script) fail(r, "%s misses that data of the log's end are compared", store ? "no file" : "nobody");
    if (!r->quiet) printf("mutant: data of the end    %s, with files %s\n", store ? "found" : "NOT FOUND", files && script ? "found" : "NOT FOUND");
    mutant_believe = 0;
    mutant_mend = 1;
    script = found_by(r, tail);
    if (!script) fail(r, "nobody misses that a frame without data is made none");
    if (!r->quiet) printf("mutant: end made certain   %s\n", script ? "found" : "NOT FOUND");
    mutant_mend = 0;
}

uint64_t test_mutant(struct run *r)
{
    for (mutant_flush = 0; mutant_flush < FLUSH_SITES; mutant_flush++) {
        int found = found_by_crash(r, 0, 0);
        if (!found) fail(r, "nobody misses the flush '%s'", flush_site_name[mutant_flush]);
        int by_files = found_by_outage(r, 0);
        if (!by_files) fail(r, "no file misses the flush '%s'", flush_site_name[mutant_flush]);
        if (!r->quiet) printf("mutant: flush %-18s %s, with files %s\n", flush_site_name[mutant_flush], found ? "found" : "NOT FOUND", by_files ? "found" : "NOT FOUND");
    }
    mutant_flush = -1;
    mutant_tail(r);
    for (mutant_crc = 0; mutant_crc < CRC_SITES; mutant_crc++) {
        int found = mutant_crc == CRC_DATA ? found_by(r, test_files) : found_by(r, test_unit) || found_by(r, test_corrupt) || found_by_crash(r, 0, 0);
        if (!found) fail(r, "nobody misses the checksum of: %s", crc_site_name[mutant_crc]);
        if (!r->quiet) printf("mutant: crc   %-18s %s\n", crc_site_name[mutant_crc], found ? "found" : "NOT FOUND");
    }
    mutant_crc = -1;
    return r->cases;
}
