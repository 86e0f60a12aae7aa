/* scene.c - the volumes that runs begin with: one just made, and one with a past; each is made once and copied. */
#include "fuzz.h"
#include <file/state.h>

static struct fs_name N(const char *s) { return (struct fs_name){s, (uint32_t)strlen(s)}; }
static uint64_t tick(void *self) { return *(uint64_t *)self += 1000; }

static void options_set(struct scene *s)
{
    s->now = 1ull << 50;
    s->o = (struct store_options){.device = &s->d.d, .memory = &s->m->m, .cache_frames = 64, .boot = 1, .sync = {.self = &s->now, .now = tick}};
}

static uint64_t make(struct fs *fs, uint64_t in, const char *name, uint32_t mode)
{
    struct fs_attributes a = {0};
    HOLDS(!fs_make(fs, &(struct fs_who){.uid = in % 3, .gid = 1}, in, N(name), mode, 0x105, &a));
    return a.inode;
}

static void fill(struct fs *fs, uint64_t f, uint64_t at, uint32_t bytes)
{
    uint32_t done;
    HOLDS(!fs_write(fs, 0, f, at, life_buffer, bytes, &done) && done == bytes);
}

/* contents - Something of every kind. */
static void contents(struct fs *fs, uint64_t dir)
{
    struct fs_attributes a;
    uint64_t f = make(fs, dir, "small", MODE_FILE | 0644), g = make(fs, dir, "large", MODE_FILE | 0600), h = make(fs, dir, "holes", MODE_FILE | 0755);
    static const uint8_t list[] = {2, 0, 0, 0, 1, 0, 6, 0, 255, 255, 255, 255, 2, 0, 4, 0, 7, 0, 0, 0, 4, 0, 4, 0, 255, 255, 255, 255, 16, 0, 6, 0, 255, 255, 255, 255, 32, 0, 0, 0, 255, 255, 255, 255};
    fill(fs, f, 0, 700);
    fill(fs, g, 0, 24000);
    for (uint64_t i = 0; i < 6; i++) fill(fs, h, i * 12288 + 100, 4096);
    HOLDS(!fs_fallocate(fs, 0, g, 40000, 20000, FS_ALLOCATE_KEEP_SIZE));
    HOLDS(!fs_xattr_set(fs, 0, f, N("user.small"), "x", 1, 0) && !fs_xattr_set(fs, 0, g, N("user.large"), life_buffer, 5000, 0));
    HOLDS(!fs_xattr_set(fs, 0, h, N("system.posix_acl_access"), list, sizeof list, 0) && !fs_xattr_set(fs, 0, dir, N("system.posix_acl_default"), list, sizeof list, 0));
    HOLDS(!fs_symlink(fs, 0, dir, N("link"), N("small"), &a) && !fs_symlink(fs, 0, dir, N("long"), (struct fs_name){life_buffer, 3000}, &a));
    HOLDS(!fs_link(fs, 0, f, dir, N("twice"), &a));
    make(fs, dir, "fifo", MODE_FIFO | 0600);
}

static void live(struct fs *fs)
{
    char name[32];
    struct fs_attributes a, to = {.mode = 0777};
    HOLDS(!fs_setattr(fs, 0, LFSX_ROOT_INODE, &to, FS_SET_MODE, &a));
    uint64_t d = make(fs, LFSX_ROOT_INODE, "d", MODE_DIRECTORY | 0777), e = make(fs, d, "e", MODE_DIRECTORY | 0777);
    contents(fs, LFSX_ROOT_INODE);
    for (uint32_t i = 0; i < 50; i++) snprintf(name, sizeof name, "name number %u", i), make(fs, d, name, (i % 7 ? MODE_FILE : MODE_DIRECTORY) | 0600);
    HOLDS(!store_checkpoint(&fs->store));
    contents(fs, e);
    HOLDS(!fs_lookup(fs, 0, e, N("holes"), &a) && !fs_open(fs, a.inode) && !fs_unlink(fs, 0, e, N("holes"))); /* an orphan */
    HOLDS(!fs_sync(fs, 0));
}

static const uint8_t *volume(int lived)
{
    static uint8_t *made[2];
    struct scene s;
    struct fs *fs;
    struct format_options f = {.uuid = {9, 9}, .log_blocks = 48, .now = 1};
    if (made[lived]) return made[lived];
    for (uint32_t i = 0; i < LIFE_BUFFER; i++) life_buffer[i] = (uint8_t)(1 + i % 251);
    s.m = memory_begin();
    sim_device_init(&s.d, SCENE_BLOCKS);
    options_set(&s);
    HOLDS(!fs_format(&s.o, &f));
    if (lived) {
        struct fs_options o = {.store = s.o};
        HOLDS(!fs_mount(&o, &fs));
        live(fs);
        fs_drop(fs);
    }
    made[lived] = memcpy(malloc(SCENE_BLOCKS * LFSX_BLOCK_BYTES), s.d.image, SCENE_BLOCKS * LFSX_BLOCK_BYTES);
    sim_device_free(&s.d);
    return made[lived];
}

/* One device for all runs: its memory is dear under the sanitizers. */
void scene_begin(struct scene *s, int lived)
{
    static struct sim_device d;
    const uint8_t *image = volume(lived);
    if (!d.image) sim_device_init(&d, SCENE_BLOCKS);
    s->m = memory_begin();
    s->d = d;
    s->d.d.self = &s->d;
    memcpy(s->d.image, image, SCENE_BLOCKS * LFSX_BLOCK_BYTES);
    options_set(s);
}

void scene_end(struct scene *s) { memory_end(s->m); }

struct image scene_image(struct scene *s) { return (struct image){s->d.image, SCENE_BLOCKS}; }
