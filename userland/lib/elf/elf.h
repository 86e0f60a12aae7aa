/* elf.h - plans the loading of a static ELF64 program: which bytes go to which pages with which rights.
 *
 * Idea: check the whole file first, then say where everything goes; the caller only copies.
 * Invariant of a plan: segments ascend, share no page, lie in [ELF_LOW, ELF_HIGH), none is writable and executable,
 * each one's bytes lie in the file, and the entry is in an executable one.
 * Does not know: memory, capabilities, relocation, dynamic linking, symbols. */
#ifndef ELF_ELF_H
#define ELF_ELF_H
#include <stdint.h>

enum { ELF_SEGMENTS_MAX = 8, ELF_HEADERS_MAX = 32, ELF_PAGE = 4096 };
enum { ELF_EXECUTE = 1, ELF_WRITE = 2, ELF_READ = 4 };
enum elf_machine { ELF_X86_64 = 62, ELF_AARCH64 = 183, ELF_RISCV = 243 };
#define ELF_LOW 0x400000ul    /* first address a program may use */
#define ELF_HIGH 0x40000000ul /* first address it may not */

enum elf_error {
    ELF_OK = 0,
    ELF_TRUNCATED,  /* the file is shorter than its headers say */
    ELF_MAGIC,      /* no ELF file */
    ELF_CLASS,      /* not 64 bits, little endian, version 1 */
    ELF_TYPE,       /* not a static executable (ET_EXEC) */
    ELF_MACHINE,    /* built for another processor */
    ELF_HEADERS,    /* program headers of another size, none, or too many */
    ELF_DYNAMIC,    /* needs an interpreter or dynamic linking */
    ELF_SEGMENTS,   /* no loadable segment or more than ELF_SEGMENTS_MAX */
    ELF_SIZES,      /* a segment's file size exceeds its memory size */
    ELF_RANGE,      /* a segment's bytes lie outside the file */
    ELF_ADDRESS,    /* a segment's addresses lie outside user programs' range */
    ELF_ALIGN,      /* a segment's address and file offset differ modulo 4096 */
    ELF_OVERLAP,    /* two segments share a page, or are not in ascending order */
    ELF_WX,         /* a segment is writable and executable */
    ELF_RIGHTS,     /* a segment is not readable */
    ELF_ENTRY       /* the entry point is in no executable segment */
};
struct elf_segment {
    uint64_t address;      /* of the first byte */
    uint64_t file_offset;  /* of the first byte */
    uint64_t file_bytes;   /* the rest up to memory_bytes is zero */
    uint64_t memory_bytes;
    uint32_t rights;       /* ELF_READ, ELF_WRITE, ELF_EXECUTE */
};
struct elf_plan {
    uint64_t entry;
    uint64_t pages; /* 4 KiB pages that all segments together cover */
    uint32_t count; /* of segments */
    struct elf_segment segment[ELF_SEGMENTS_MAX];
};

/* elf_plan - Check a file of `size` bytes and fill *plan. On an error *plan is unspecified. */
enum elf_error elf_plan(const uint8_t *file, uint64_t size, enum elf_machine machine, struct elf_plan *plan);
/* elf_segment_at - The segment whose pages hold the address, or 0. */
const struct elf_segment *elf_segment_at(const struct elf_plan *plan, uint64_t address);
/* elf_page_slice - Which file bytes fill the page: *offset in the file, *at in the page; returns how many (0..4096). */
uint64_t elf_page_slice(const struct elf_segment *segment, uint64_t page, uint64_t *offset, uint64_t *at);
/* elf_error_name - "ELF_WX"; elf_error_text - a sentence without a full stop. */
const char *elf_error_name(enum elf_error error);
const char *elf_error_text(enum elf_error error);
#endif
