/* format.h - Numbers that every structure of an LFSX volume depends on. Generated from spec/disk/format.yaml.
 * */
#ifndef DISK_FORMAT_H
#define DISK_FORMAT_H
#include <base/bytes.h>
#define LFSX_FORMAT_VERSION 1u /* format of this specification; a volume of another one is refused */
#define LFSX_BLOCK_BYTES 4096u /* unit of allocation and of every checksum */
#define LFSX_SECTOR_BYTES 512u /* what a device writes wholly or not at all */
#define LFSX_BLOCKS_MIN 64u /* smallest volume */
#define LFSX_BLOCKS_MAX 0x10000000000ull /* largest volume (2^40 blocks) */
#define LFSX_VALUE_MAX 1900u /* bytes of the largest value of a key; two always fit into a node */
#define LFSX_LEVEL_MAX 12u /* no tree is higher */
#define LFSX_MAP_LEVELS_MAX 5u /* no node map is higher */
#define LFSX_NAME_MAX 255u /* bytes of the longest file name */
#define LFSX_ROOT_INODE 1u /* inode number of the root directory */
#define LFSX_BITMAP_PAGE_BITS 32256u /* blocks that one bitmap page tells about */
#define LFSX_MAP_FANOUT 200u /* references in one page of the node map */
#endif
