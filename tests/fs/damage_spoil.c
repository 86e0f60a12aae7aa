/* damage_spoil.c - keys deleted, moved, made up; values changed; extents that share blocks. */
#include "damage.h"

static int keys_visit(void *self, struct key key, const void *value, uint32_t length)
{
    struct damage *x = self;
    if (x->keys < KEYS) x->key[x->keys++] = key;
    return 0;
}

/* value_spoil - Some bytes other, shorter, longer, or all random. */
static uint32_t value_spoil(struct dice *d, uint8_t *b, uint32_t length)
{
    uint32_t kind = dice_below(d, 5), n = 1 + dice_below(d, 3);
    if (kind == 0) length = dice_below(d, length + 1);
    if (kind == 1) length = length + dice_below(d, 40) > LFSX_VALUE_MAX ? length : length + dice_below(d, 40);
    if (kind == 2) length = dice_below(d, 200);
    for (uint32_t i = 0; i < length && kind == 2; i++) b[i] = (uint8_t)dice_next(d);
    for (; length > 0 && n > 0; n--) b[dice_below(d, dice_below(d, 2) ? length : length < 40 ? length : 40)] = (uint8_t)(dice_below(d, 2) ? dice_next(d) : dice_below(d, 3));
    return length;
}

static struct key key_spoil(struct dice *d, struct key k)
{
    switch (dice_below(d, 4)) {
    case 0: k.inode = dice_below(d, 40); break;
    case 1: k.type = (uint8_t)dice_below(d, 9); break;
    case 2: k.offset = dice_below(d, 2) ? dice_next(d) : k.offset + dice_below(d, 3) - 1; break;
    default: k = (struct key){dice_below(d, 30), (uint8_t)dice_below(d, 9), dice_below(d, 2) ? dice_below(d, 50) : dice_next(d)};
    }
    return k;
}

/* share - An extent says that it has blocks of another one. */
static int share(struct damage *x, struct store *s, struct key k, uint8_t *b)
{
    uint8_t other[LFSX_VALUE_MAX];
    uint32_t length = 0;
    struct key from = x->key[dice_below(&x->dice, x->keys)];
    if (k.type != KEY_TYPE_EXTENT || from.type != KEY_TYPE_EXTENT || from.inode == k.inode || store_get(s, from, other, sizeof other, &length)) return 0;
    if (length < EXTENT_BYTES || extent_count(other) == 0) return 0;
    extent_set_first(b, extent_first(other) + dice_below(&x->dice, extent_count(other)));
    return 1;
}

static void spoil(struct damage *x, struct store *s)
{
    static uint8_t b[LFSX_VALUE_MAX + 64];
    uint32_t length = 0;
    uint64_t sequence;
    struct key k = x->key[dice_below(&x->dice, x->keys)];
    struct change c = {.type = LOG_TYPE_PUT, .key = k, .value = b};
    store_get(s, k, b, LFSX_VALUE_MAX, &length);
    switch (share(x, s, k, b) ? 9 : dice_below(&x->dice, 4)) {
    case 9: break;
    case 0: c.type = LOG_TYPE_DELETE; break;
    case 1: c.key = key_spoil(&x->dice, k); break;
    case 2: c.key = key_spoil(&x->dice, k); /* fall through */
    default: length = value_spoil(&x->dice, b, length);
    }
    c.length = length;
    for (int i = 0; i < 2; i++) {
        struct key t = i ? c.key : k;
        if (t.inode < FILES && (t.type == KEY_TYPE_INODE || t.type == KEY_TYPE_EXTENT)) x->was[t.inode].touched = 1;
    }
    store_commit(s, &c, 1, COMMIT_RESERVE, &sequence);
}

void damage_spoil(struct damage *x)
{
    struct store s;
    struct fs_options o = damage_options(x);
    if (store_open(&s, &o.store)) return fail(x->run, "cannot be opened");
    x->keys = 0;
    store_scan(&s, KEY_LOWEST, KEY_HIGHEST, keys_visit, x);
    for (uint32_t n = 1 + dice_below(&x->dice, 5); n > 0; n--) spoil(x, &s);
    if (store_close(&s)) fail(x->run, "cannot be closed");
}
