/* super.c - superblocks: fields of the four are edited and their checksums made right. Which one counts must be what a plain reading says; a mount of it ends in a volume or
 * a named error; what it mounts can be changed, checkpointed and mounted again. */
#include "fuzz.h"

static uint64_t place_of(const struct image *m, uint32_t i) { return i < 2 ? i : m->blocks - 4 + i; }

/* Offset and width of each field, from disk/superblock.h. */
static const struct { uint16_t at, width; } FIELD[] = {{0, 8}, {12, 4}, {16, 8}, {32, 8}, {40, 8}, {48, 8}, {72, 8}, {80, 8}, {88, 8}, {96, 8}, {104, 8}, {112, 4}, {116, 1}, {117, 1},
    {120, 8}, {128, 8}, {136, 8}, {144, 4}, {148, 4}, {152, 4}, {156, 4}, {160, 8}, {168, 8}, {176, 8}, {184, 4}};

/* field_edit - Another value, or one that is so much more or less. */
static void field_edit(uint8_t *to, uint32_t width, uint32_t how, uint64_t value)
{
    uint8_t old[8] = {0};
    memcpy(old, to, width);
    uint64_t v = how == 0 ? value : how == 1 ? le64(old) + value : le64(old) - value;
    for (uint32_t k = 0; k < width; k++) to[k] = (uint8_t)(v >> 8 * k);
}

void super_edit(struct input *in, const struct image *m)
{
    uint32_t which = input_pick(in, 5), field = input_byte(in) % (sizeof FIELD / sizeof *FIELD + 1), how = input_pick(in, 3);
    uint64_t value = input_wide(in);
    for (uint32_t i = 0; i < 4; i++) {
        uint8_t *b = image_block(m, place_of(m, i));
        if (which < 4 && which != i) continue;
        if (field == sizeof FIELD / sizeof *FIELD) b[value % SUPERBLOCK_BYTES] = (uint8_t)(value >> 16);
        else field_edit(b + FIELD[field].at, FIELD[field].width, how, value);
    }
}

static void seal(const struct image *m)
{
    for (uint32_t i = 0; i < 4; i++) superblock_set_crc(image_block(m, place_of(m, i)), superblock_sum(image_block(m, place_of(m, i))));
}

/* plain - SPEC.md's rules of a superblock, read plainly: whole numbers of any size. */
static int plain(const uint8_t *b, uint64_t blocks)
{
    struct superblock s;
    unsigned __int128 fanout = 1;
    superblock_decode(b, &s);
    for (int l = 0; l < s.map_levels && l < 6; l++) fanout *= 200;
    unsigned __int128 log_end = (unsigned __int128)s.log_first + s.log_blocks, zone0_end = (unsigned __int128)s.bitmap_first[0] + s.bitmap_pages;
    unsigned __int128 zone1_end = (unsigned __int128)s.bitmap_first[1] + s.bitmap_pages;
    int order = s.log_first >= 2 && log_end <= s.bitmap_first[0] && zone0_end <= s.bitmap_first[1] && zone1_end <= s.blocks - 2;
    int log = s.log_position <= 1ull << 62 && s.log_blocks >= 8 && s.log_segment >= 2 && s.log_blocks % s.log_segment == 0 && s.log_blocks / s.log_segment >= 4;
    int volume = s.blocks >= 64 && s.blocks <= blocks && s.blocks <= 1ull << 40 && s.bitmap_pages == (s.blocks + 32255) / 32256 && s.bitmap_zone <= 1 && s.free <= s.blocks;
    int tree = s.map_levels >= 1 && s.map_levels <= 5 && s.nodes_high < fanout && s.root >= 1 && s.root < s.nodes_high && s.nodes < s.nodes_high && s.map.block < s.blocks;
    return s.magic == 0x5853464c53534554ull && s.version == 1 && !s.features && s.generation >= 1 && order && log && volume && tree;
}

static void checked(const struct image *m, uint64_t blocks)
{
    for (uint32_t i = 0; i < 4; i++) {
        const uint8_t *b = image_block(m, place_of(m, i));
        if (superblock_sum(b) == superblock_crc(b)) HOLDS((superblock_check(b, blocks) == LFSX_OK) == plain(b, blocks));
    }
}

/* choice - The highest generation of those that are valid for this device: the slots, and the copies where a valid slot, or else the device, ends. */
static uint64_t choice(const struct image *m, uint64_t blocks)
{
    uint64_t best = 0;
    for (uint64_t i = 0; i < 4; i++) {
        const uint8_t *slot = image_block(m, i % 2);
        uint64_t end = i >= 2 && superblock_check(slot, blocks) == LFSX_OK ? superblock_blocks(slot) : blocks;
        const uint8_t *b = image_block(m, i < 2 ? i : end - 4 + i);
        if (superblock_check(b, blocks) == LFSX_OK && superblock_generation(b) > best) best = superblock_generation(b);
    }
    return best;
}

static void chosen(struct scene *s)
{
    struct image m = scene_image(s);
    struct superblock super;
    uint8_t scratch[LFSX_BLOCK_BYTES];
    int slot = -1;
    uint64_t best = choice(&m, s->d.d.blocks);
    lfsx_err_t err = superblock_choose(&s->d.d, scratch, &super, &slot);
    HOLDS(best ? !err && super.generation == best && (slot == 0 || slot == 1) : err == LFSX_VERSION || err == LFSX_CORRUPT);
}

/* use - Changes, checkpoints, all that a writer does. Whatever it answers is a named error. */
static void use(struct input *in, struct store *s)
{
    uint64_t sequence, seen[SCENE_BLOCKS / 64 + 1] = {0}, digest;
    for (uint32_t n = input_pick(in, 8); n > 0; n--) {
        struct change put = {.type = input_pick(in, 4) ? LOG_TYPE_PUT : LOG_TYPE_DELETE, .value = life_buffer};
        put.key = input_key(in);
        put.length = input_short(in) % 1901;
        HOLDS(answer_known(store_commit(s, &put, 1, input_pick(in, 2), &sequence)));
        if (input_pick(in, 4) == 0) HOLDS(answer_known(store_checkpoint(s)));
    }
    HOLDS(answer_known(store_digest(s, &digest, seen)));
    HOLDS(answer_known(store_check(s, seen)));
}

/* A mount that says LFSX_OK to the last checkpoint is of a volume that can be mounted again, unless something was wrong to begin with. */
static void mounts(struct input *in, struct scene *s)
{
    struct store store;
    s->o.flags = STORE_READ_ONLY;
    s->d.read_only = 1;
    lfsx_err_t err = store_open(&store, &s->o);
    HOLDS(answer_known(err));
    if (!err) store_drop(&store);
    s->o.flags = 0;
    s->d.read_only = 0;
    HOLDS(store_open(&store, &s->o) == err);
    if (err) return;
    use(in, &store);
    err = store_close(&store);
    HOLDS(answer_known(err));
    err = store_open(&store, &s->o);
    HOLDS(answer_known(err));
    if (!err) store_drop(&store);
}

void fuzz_super(struct input *in)
{
    struct scene s;
    scene_begin(&s, 1);
    struct image m = scene_image(&s);
    for (uint32_t n = input_pick(in, 8); n > 0; n--) super_edit(in, &m);
    if (input_pick(in, 8) != 1) seal(&m);
    if (input_pick(in, 8) == 1) s.d.d.blocks = 64 + input_byte(in) % (SCENE_BLOCKS - 64);
    checked(&m, s.d.d.blocks);
    chosen(&s);
    mounts(in, &s);
    scene_end(&s);
}
