/* text.c - the loader's errors as names and sentences, one table in the order of enum elf_error. */
#include <elf/elf.h>

static const struct { const char *name, *text; } TEXT[] = {
    [ELF_OK] = {"ELF_OK", "the program is sound"},
    [ELF_TRUNCATED] = {"ELF_TRUNCATED", "the file is shorter than its headers say"},
    [ELF_MAGIC] = {"ELF_MAGIC", "the file is no ELF program"},
    [ELF_CLASS] = {"ELF_CLASS", "the program is not 64-bit little-endian ELF version 1"},
    [ELF_TYPE] = {"ELF_TYPE", "the file is no static executable (ET_EXEC)"},
    [ELF_MACHINE] = {"ELF_MACHINE", "the program was built for another processor"},
    [ELF_HEADERS] = {"ELF_HEADERS", "the program headers are missing, too many or of a wrong size"},
    [ELF_DYNAMIC] = {"ELF_DYNAMIC", "the program needs dynamic linking, which there is none of"},
    [ELF_SEGMENTS] = {"ELF_SEGMENTS", "the program has no loadable segment or more than 8"},
    [ELF_SIZES] = {"ELF_SIZES", "a segment has more bytes in the file than in memory"},
    [ELF_RANGE] = {"ELF_RANGE", "a segment's bytes lie outside the file"},
    [ELF_ADDRESS] = {"ELF_ADDRESS", "a segment lies outside 0x400000..0x40000000"},
    [ELF_ALIGN] = {"ELF_ALIGN", "a segment's address and file offset differ modulo 4096"},
    [ELF_OVERLAP] = {"ELF_OVERLAP", "two segments share a page or are out of order"},
    [ELF_WX] = {"ELF_WX", "a segment is writable and executable"},
    [ELF_RIGHTS] = {"ELF_RIGHTS", "a segment is not readable"},
    [ELF_ENTRY] = {"ELF_ENTRY", "the entry point lies in no executable segment"},
};
enum { TEXT_COUNT = sizeof TEXT / sizeof TEXT[0] };

const char *elf_error_name(enum elf_error error) { return (uint32_t)error < TEXT_COUNT ? TEXT[error].name : "ELF_UNKNOWN"; }
const char *elf_error_text(enum elf_error error) { return (uint32_t)error < TEXT_COUNT ? TEXT[error].text : "unknown error"; }
