/* disk.c - the generated codecs of spec/disk on known values: prints the bytes, what comes back, and what x_form_ok says; test_disk.py compares. */
#include <disk/error.h>
#include <disk/key.h>
#include <disk/log.h>
#include <disk/map.h>
#include <disk/node.h>
#include <disk/superblock.h>
#include <stdio.h>
#include <string.h>

static void show(const char *name, const uint8_t *b, int n)
{
    printf("%s ", name);
    for (int i = 0; i < n; i++) printf("%02x", b[i]);
    printf("\n");
}

static void show_keys(void)
{
    uint8_t b[2][KEY_BYTES];
    struct key small = {.inode = 255, .type = 3, .offset = ~0ull}, large = {.inode = 256, .type = 1, .offset = 0};
    key_encode(&small, b[0]);
    key_encode(&large, b[1]);
    show("key", b[0], KEY_BYTES);
    printf("order %d\n", memcmp(b[0], b[1], KEY_BYTES) < 0);
}

static void show_node(void)
{
    uint8_t b[NODE_BYTES + 1];
    struct node n = {.magic = 0x444f4e4c, .crc = 0x01020304, .generation = 0x1122334455667788, .id = 7, .next = 9, .count = 3, .heap = 4000, .live = 96, .level = 2,
        .low = {1, 2, 3}, .high = {4, 5, 6}}, back;
    for (int i = 0; i < 16; i++) n.uuid[i] = (uint8_t)(0xa0 + i);
    for (int odd = 0; odd < 2; odd++) node_encode(&n, b + odd); /* the second at an odd address */
    show("node", b + 1, NODE_BYTES);
    memset(&back, 0, sizeof back);
    node_decode(b + 1, &back);
    printf("back %d %lx %u %lu\n", memcmp(back.uuid, n.uuid, 16) == 0, back.generation, back.count, back.high.offset);
    printf("good %d", node_form_ok(b + 1));
    for (int level = 12; level < 14; level++) printf(" level %d %d", level, (node_set_level(b + 1, (uint8_t)level), node_form_ok(b + 1)));
    node_set_level(b + 1, 0);
    node_set_magic(b + 1, 0x444f4e4d);
    printf(" magic %d\n", node_form_ok(b + 1));
}

int main(void)
{
    uint8_t b[SUPERBLOCK_BYTES] = {0};
    show_keys();
    show_node();
    struct superblock s = {.generation = 5, .bitmap_first = {0x10, 0x20}, .map = {.block = 0x31, .generation = 4, .crc = 0xdeadbeef}};
    superblock_encode(&s, b);
    show("zones", b + SUPERBLOCK_BITMAP_FIRST_AT, 16);
    show("reference", b + SUPERBLOCK_MAP_AT, REFERENCE_BYTES);
    printf("error %s / %s\n", lfsx_error_text(LFSX_SPACE), lfsx_error_text(-1));
}
