/* page.h - what a page of the node map or of the bitmap must be to be believed. Pure: bytes in, answer out. */
#ifndef STORE_PAGE_H
#define STORE_PAGE_H
#include <disk/bitmap.h>
#include <disk/map.h>

/* map_page_check - The form of a page of the node map and whether it is the one meant; any bytes. */
/*@ requires room: \valid_read(b + (0 .. 4095)) && \valid_read(uuid + (0 .. 15)) && \valid_read(meant);
    assigns \nothing;
    ensures meant: \result != 0 ==> le32_of(b + 4) == meant->crc; */
int map_page_check(const uint8_t *b, const uint8_t uuid[16], const struct reference *meant, uint32_t level, uint64_t index);
/* bitmap_page_check - The same of a page of the bitmap. */
/*@ requires room: \valid_read(b + (0 .. 4095)) && \valid_read(uuid + (0 .. 15));
    assigns \nothing;
    ensures meant: \result != 0 ==> le64_of(b + 32) == page; */
int bitmap_page_check(const uint8_t *b, uint64_t page, const uint8_t uuid[16]);
#endif
