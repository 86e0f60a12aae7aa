/* side.h - one of two neighbours changes, and the other does not: of that the keys (side_x_keys), then the values (side_x) are known to stay. */
#ifndef NODE_SIDE_H
#define NODE_SIDE_H
#include <node/leaf.h>

/* side_begin - `right` becomes an empty node that begins at low and ends where `left` does. */
/*@ requires room: \valid(right + (0 .. 4095)) && \valid_read(left + (0 .. 4095));
    requires apart: \separated(right + (0 .. 4095), left + (0 .. 4095));
    requires node: node_is(left);
    assigns right[0 .. 4095];
    ensures node: node_there(right) && right[46] == \old(left[46]) && le16_of(right + 40) == 0;
    ensures names: le32_of(right + 32) == id && le32_of(right + 36) == \old(le32_of(left + 36));
    ensures low: key_of(right, 47) == key_number(low);
    ensures high: key_of(right, 64) == \old(key_of(left, 64));
    ensures other_keys: keys_kept{Pre, Post}(left);
    ensures other_fences: low_kept{Pre, Post}(left) && high_kept{Pre, Post}(left);
    ensures other_bytes: bytes_kept{Pre, Post}(left, 0, 4096); */
void side_begin_keys(uint8_t *right, const uint8_t *left, uint32_t id, struct key low);
/*@ requires room: \valid(right + (0 .. 4095)) && \valid_read(left + (0 .. 4095));
    requires apart: \separated(right + (0 .. 4095), left + (0 .. 4095));
    requires node: node_is(left);
    assigns right[0 .. 4095];
    ensures node: node_there(right) && right[46] == \old(left[46]) && le16_of(right + 40) == 0;
    ensures names: le32_of(right + 32) == id && le32_of(right + 36) == \old(le32_of(left + 36));
    ensures low: key_of(right, 47) == key_number(low);
    ensures high: key_of(right, 64) == \old(key_of(left, 64));
    ensures other_keys: keys_kept{Pre, Post}(left);
    ensures other_fences: low_kept{Pre, Post}(left) && high_kept{Pre, Post}(left);
    ensures other: node_is(left) && left[46] == \old(left[46]);
    ensures other_numbers: numbers_kept{Pre, Post}(left);
    ensures other_lengths: lengths_are{Pre, Post}(left, 0, 190, left, 0);
    ensures other_children: children_are{Pre, Post}(left, 0, 190, left, 0); */
void side_begin(uint8_t *right, const uint8_t *left, uint32_t id, struct key low);

/* side_cut - `left` keeps n entries and ends where `right` begins. */
/*@ requires room: \valid(left + (0 .. 4095)) && \valid_read(right + (0 .. 4095));
    requires apart: \separated(left + (0 .. 4095), right + (0 .. 4095));
    requires node: node_there(left) && node_is(right) && n <= le16_of(left + 40);
    assigns left[36 .. 45], left[64 .. 80];
    ensures node: node_there(left);
    ensures count: le16_of(left + 40) == n;
    ensures run: run_is{Pre, Post}(left, 0, n, left, 0);
    ensures next: le32_of(left + 36) == next;
    ensures low: low_kept{Pre, Post}(left);
    ensures high: key_of(left, 64) == \old(key_of(right, 47));
    ensures other_keys: keys_kept{Pre, Post}(right);
    ensures other_fences: low_kept{Pre, Post}(right) && high_kept{Pre, Post}(right);
    ensures other_bytes: bytes_kept{Pre, Post}(right, 0, 4096); */
void side_cut_keys(uint8_t *left, const uint8_t *right, uint32_t n, uint32_t next);
/*@ requires room: \valid(left + (0 .. 4095)) && \valid_read(right + (0 .. 4095));
    requires apart: \separated(left + (0 .. 4095), right + (0 .. 4095));
    requires node: node_there(left) && node_is(right) && n <= le16_of(left + 40);
    assigns left[36 .. 45], left[64 .. 80];
    ensures node: node_there(left);
    ensures count: le16_of(left + 40) == n;
    ensures run: run_is{Pre, Post}(left, 0, n, left, 0);
    ensures next: le32_of(left + 36) == next;
    ensures low: low_kept{Pre, Post}(left);
    ensures high: key_of(left, 64) == \old(key_of(right, 47));
    ensures other_keys: keys_kept{Pre, Post}(right);
    ensures other_fences: low_kept{Pre, Post}(right) && high_kept{Pre, Post}(right);
    ensures other: node_is(right) && right[46] == \old(right[46]);
    ensures other_numbers: numbers_kept{Pre, Post}(right);
    ensures other_lengths: lengths_are{Pre, Post}(right, 0, 190, right, 0);
    ensures other_children: children_are{Pre, Post}(right, 0, 190, right, 0); */
void side_cut(uint8_t *left, const uint8_t *right, uint32_t n, uint32_t next);

/* side_end - `left` ends where entry i of `right` is. */
/*@ requires room: \valid(left + (0 .. 4095)) && \valid_read(right + (0 .. 4095));
    requires apart: \separated(left + (0 .. 4095), right + (0 .. 4095));
    requires node: node_is(left) && node_is(right) && i < le16_of(right + 40);
    assigns left[36 .. 39], left[64 .. 80];
    ensures node: node_is(left);
    ensures next: le32_of(left + 36) == \old(le32_of(left + 36));
    ensures keys: keys_kept{Pre, Post}(left);
    ensures low: low_kept{Pre, Post}(left);
    ensures high: key_of(left, 64) == \old(entry_key(right, i));
    ensures other_keys: keys_kept{Pre, Post}(right);
    ensures other_fences: low_kept{Pre, Post}(right) && high_kept{Pre, Post}(right);
    ensures other_bytes: bytes_kept{Pre, Post}(right, 0, 4096); */
void side_end_keys(uint8_t *left, const uint8_t *right, uint32_t i);
/*@ requires room: \valid(left + (0 .. 4095)) && \valid_read(right + (0 .. 4095));
    requires apart: \separated(left + (0 .. 4095), right + (0 .. 4095));
    requires node: node_is(left) && node_is(right) && i < le16_of(right + 40);
    assigns left[36 .. 39], left[64 .. 80];
    ensures node: node_is(left);
    ensures next: le32_of(left + 36) == \old(le32_of(left + 36));
    ensures keys: keys_kept{Pre, Post}(left);
    ensures low: low_kept{Pre, Post}(left);
    ensures high: key_of(left, 64) == \old(entry_key(right, i));
    ensures other_keys: keys_kept{Pre, Post}(right);
    ensures other_fences: low_kept{Pre, Post}(right) && high_kept{Pre, Post}(right);
    ensures other: node_is(right) && right[46] == \old(right[46]);
    ensures other_numbers: numbers_kept{Pre, Post}(right);
    ensures other_lengths: lengths_are{Pre, Post}(right, 0, 190, right, 0);
    ensures other_children: children_are{Pre, Post}(right, 0, 190, right, 0); */
void side_end(uint8_t *left, const uint8_t *right, uint32_t i);

/* side_start - `right` begins where entry i of `left` is. */
/*@ requires room: \valid(right + (0 .. 4095)) && \valid_read(left + (0 .. 4095));
    requires apart: \separated(right + (0 .. 4095), left + (0 .. 4095));
    requires node: node_is(right) && node_is(left) && i < le16_of(left + 40);
    assigns right[47 .. 63];
    ensures node: node_is(right);
    ensures keys: keys_kept{Pre, Post}(right);
    ensures high: high_kept{Pre, Post}(right);
    ensures low: key_of(right, 47) == \old(entry_key(left, i));
    ensures other_keys: keys_kept{Pre, Post}(left);
    ensures other_fences: low_kept{Pre, Post}(left) && high_kept{Pre, Post}(left);
    ensures other_bytes: bytes_kept{Pre, Post}(left, 0, 4096); */
void side_start_keys(uint8_t *right, const uint8_t *left, uint32_t i);
/*@ requires room: \valid(right + (0 .. 4095)) && \valid_read(left + (0 .. 4095));
    requires apart: \separated(right + (0 .. 4095), left + (0 .. 4095));
    requires node: node_is(right) && node_is(left) && i < le16_of(left + 40);
    assigns right[47 .. 63];
    ensures node: node_is(right);
    ensures keys: keys_kept{Pre, Post}(right);
    ensures high: high_kept{Pre, Post}(right);
    ensures low: key_of(right, 47) == \old(entry_key(left, i));
    ensures other_keys: keys_kept{Pre, Post}(left);
    ensures other_fences: low_kept{Pre, Post}(left) && high_kept{Pre, Post}(left);
    ensures other: node_is(left) && left[46] == \old(left[46]);
    ensures other_numbers: numbers_kept{Pre, Post}(left);
    ensures other_lengths: lengths_are{Pre, Post}(left, 0, 190, left, 0);
    ensures other_children: children_are{Pre, Post}(left, 0, 190, left, 0); */
void side_start(uint8_t *right, const uint8_t *left, uint32_t i);

#endif
