/* crc32c.h - the CRC of iSCSI and of every structure of LFSX: polynomial 0x1edc6f41 reflected, all ones at both ends.
 * crc32c_extend(c, b, n) continues: the CRC of a text is that of its second part begun with that of its first; begin with 0.
 * Three streams at once where the machine has the instruction (x86_64, aarch64), eight tables elsewhere; the same value everywhere. */
#ifndef BASE_CRC32C_H
#define BASE_CRC32C_H
#include <stddef.h>
#include <stdint.h>

/*@ requires room: \valid_read(bytes + (0 .. count - 1));
    assigns \nothing; */
uint32_t crc32c_extend(uint32_t crc, const uint8_t *bytes, size_t count);
/* crc32c_tables - The same without the instruction; tests compare. */
/*@ requires room: \valid_read(b + (0 .. count - 1));
    assigns \nothing; */
uint32_t crc32c_tables(uint32_t crc, const uint8_t *b, size_t count);
/* crc32c_block - Of a block (4096 bytes) whose crc field, four bytes at `at`, counts as zero. */
/*@ requires room: \valid_read(block + (0 .. 4095)) && at <= 4092;
    assigns \nothing; */
uint32_t crc32c_block(const uint8_t *block, size_t at);
/* crc32c_fast - In base/crc32c/<arch>/: with the instruction, or crc32c_tables where the processor has none. */
/*@ requires room: \valid_read(b + (0 .. count - 1));
    assigns \nothing; */
uint32_t crc32c_fast(uint32_t crc, const uint8_t *b, size_t count);
#endif
