/* fdt_tree.h - a flattened device tree under construction, for tests of its readers. Copies handed out fit exactly, so that the address
 * sanitizer sees every read behind the end. */
#ifndef TEST_FDT_TREE_H
#define TEST_FDT_TREE_H
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { TREE_ROOM = 8192, TREE_RESERVE_AT = 40, TREE_STRUCT_AT = 72 };

static struct tree {
    uint8_t body[TREE_ROOM], names[TREE_ROOM], blob[2 * TREE_ROOM];
    uint32_t body_bytes, names_bytes, bytes;
    uint64_t reserve_base, reserve_bytes;
} tree;

static inline void put32(uint8_t *p, uint32_t v)
{
    for (int i = 0; i < 4; i++) p[i] = (uint8_t)(v >> (24 - 8 * i));
}
static inline void tree_token(uint32_t v)
{
    put32(tree.body + tree.body_bytes, v);
    tree.body_bytes += 4;
}
static inline void tree_bytes(const void *p, uint32_t n)
{
    memcpy(tree.body + tree.body_bytes, p, n);
    tree.body_bytes += (n + 3) / 4 * 4;
}
static inline void tree_begin(const char *name)
{
    tree_token(1);
    tree_bytes(name, (uint32_t)strlen(name) + 1);
}
static inline void tree_end(void) { tree_token(2); }
static inline void tree_property(const char *name, const void *value, uint32_t n)
{
    tree_token(3);
    tree_token(n);
    tree_token(tree.names_bytes);
    tree_bytes(value, n);
    memcpy(tree.names + tree.names_bytes, name, strlen(name) + 1);
    tree.names_bytes += (uint32_t)strlen(name) + 1;
}
static inline void tree_text(const char *name, const char *value) { tree_property(name, value, (uint32_t)strlen(value) + 1); }
static inline void tree_cells(const char *name, const uint32_t *cells, uint32_t n)
{
    uint8_t value[64];
    for (uint32_t i = 0; i < n; i++) put32(value + 4 * i, cells[i]);
    tree_property(name, value, 4 * n);
}
#define TREE_CELLS(name, ...) tree_cells(name, (uint32_t[]){__VA_ARGS__}, sizeof((uint32_t[]){__VA_ARGS__}) / 4)

static inline void tree_start(void) { memset(&tree, 0, sizeof tree); }
static inline void tree_header(int field, uint32_t v) { put32(tree.blob + 4 * field, v); }

/* Header, one reservation, structure, names. */
static inline void tree_finish(void)
{
    uint32_t strings = TREE_STRUCT_AT + tree.body_bytes;
    uint32_t header[10] = {0xd00dfeed, strings + tree.names_bytes, TREE_STRUCT_AT, strings, TREE_RESERVE_AT, 17, 16, 0, tree.names_bytes, tree.body_bytes};
    tree.bytes = header[1];
    for (int i = 0; i < 10; i++) tree_header(i, header[i]);
    put32(tree.blob + TREE_RESERVE_AT, (uint32_t)(tree.reserve_base >> 32));
    put32(tree.blob + TREE_RESERVE_AT + 4, (uint32_t)tree.reserve_base);
    put32(tree.blob + TREE_RESERVE_AT + 8, (uint32_t)(tree.reserve_bytes >> 32));
    put32(tree.blob + TREE_RESERVE_AT + 12, (uint32_t)tree.reserve_bytes);
    memcpy(tree.blob + TREE_STRUCT_AT, tree.body, tree.body_bytes);
    memcpy(tree.blob + strings, tree.names, tree.names_bytes);
}
static inline uint8_t *tree_copy(uint32_t n)
{
    uint8_t *copy = malloc(n == 0 ? 1 : n);
    memcpy(copy, tree.blob, n);
    return copy;
}
#endif
