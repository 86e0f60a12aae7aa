/* keymap.c - see keymap.h. */
#include <txn/keymap.h>

static uint64_t priority_of(struct key k)
{
    uint64_t z = (k.inode * 0x9e3779b97f4a7c15ull ^ k.offset) + k.type;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9ull;
    z = (z ^ z >> 27) * 0x94d049bb133111ebull;
    return z ^ z >> 31;
}

struct keymap_node *keymap_find(const struct keymap *m, struct key key)
{
    struct keymap_node *n = m->root;
    while (n) {
        if (n->key.inode != key.inode || n->key.type != key.type) n = key_less(key, n->key) ? n->left : n->right;
        else if (n->key.offset != key.offset) n = key.offset < n->key.offset ? n->left : n->right; /* the usual case: one directory, one file */
        else break;
    }
    return n;
}

struct keymap_node *keymap_from(const struct keymap *m, struct key key)
{
    struct keymap_node *found = 0;
    for (struct keymap_node *n = m->root; n;) {
        if (key_less(n->key, key)) n = n->right;
        else found = n, n = n->left;
    }
    return found;
}

struct keymap_node *keymap_after(const struct keymap *m, struct key key)
{
    struct keymap_node *found = 0;
    for (struct keymap_node *n = m->root; n;) {
        if (key_less(key, n->key)) found = n, n = n->left;
        else n = n->right;
    }
    return found;
}

struct keymap_node *keymap_before(const struct keymap *m, struct key key)
{
    struct keymap_node *found = 0;
    for (struct keymap_node *n = m->root; n;) {
        if (key_less(n->key, key)) found = n, n = n->right;
        else n = n->left;
    }
    return found;
}

/* divide - What is below `from` into nodes less than n, its left side, and the others, its right side. */
static void divide(struct keymap_node *from, struct keymap_node *n)
{
    struct keymap_node **less = &n->left, **more = &n->right;
    while (from) {
        if (key_less(from->key, n->key)) *less = from, less = &from->right, from = *less;
        else *more = from, more = &from->left, from = *more;
    }
    *less = *more = 0;
}

void keymap_put(struct keymap *m, struct keymap_node *n)
{
    struct keymap_node **p = &m->root;
    while (*p && (*p)->priority >= n->priority) p = key_less(n->key, (*p)->key) ? &(*p)->left : &(*p)->right;
    divide(*p, n);
    *p = n;
}

void keymap_insert(struct keymap *m, struct keymap_node *n)
{
    n->priority = priority_of(n->key);
    keymap_put(m, n);
}

void keymap_remove(struct keymap *m, struct keymap_node *n)
{
    struct keymap_node **p = &m->root, *a = n->left, *b = n->right;
    while (*p != n) p = key_less(n->key, (*p)->key) ? &(*p)->left : &(*p)->right;
    while (a && b) {
        if (a->priority >= b->priority) *p = a, p = &a->right, a = *p;
        else *p = b, p = &b->left, b = *p;
    }
    *p = a ? a : b;
}
