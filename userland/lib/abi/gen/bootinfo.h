/* bootinfo.h - the page that tells init what it has. Generated from spec/abi. */
#ifndef BOOTINFO_H
#define BOOTINFO_H
#include <abi.h>
#define BOOTINFO_MAGIC 0x4f464e4954534554 /* the bytes TESSINFO */
#define BOOTINFO_VERSION 1 /* changes when a field moves */
#define BOOTINFO_ADDRESS 0x3ff000 /* where the page is mapped */
#define BOOTINFO_TEXT 256 /* bytes of the command line */

struct bootinfo_region { uint64_t slot; uint64_t first; uint64_t count; uint64_t device; };
struct bootinfo {
    uint64_t magic; /* 0: BOOTINFO_MAGIC */
    uint64_t version; /* 8: BOOTINFO_VERSION */
    uint64_t arch; /* 16: ARCH_* */
    uint64_t slots; /* 24: slots of init's cnode */
    uint64_t first_free; /* 32: first slot that is empty */
    uint64_t untypeds; /* 40: entries of untyped that are used */
    uint64_t initrd_first; /* 48: first frame of the initrd */
    uint64_t initrd_bytes; /* 56: bytes of the initrd; 0 when there is none */
    uint64_t console_kind; /* 64: CONSOLE_* */
    uint64_t console_base; /* 72: physical address or first port */
    uint64_t console_irq; /* 80: its interrupt line */
    uint64_t cores; /* 88: cores that run */
    uint64_t machine; /* 96: physical address of the RSDP or the device tree */
    uint64_t proved; /* 104: 1 if this exact build is proved */
    uint8_t build[64]; /* 112: build id, text */
    uint8_t command_line[256]; /* 176: command line, text */
    struct bootinfo_region untyped[48]; /* 432: memory without a purpose yet: slot, first frame, frames, 1 if device memory */
};
_Static_assert(__builtin_offsetof(struct bootinfo, magic) == 0, "bootinfo.magic");
_Static_assert(__builtin_offsetof(struct bootinfo, version) == 8, "bootinfo.version");
_Static_assert(__builtin_offsetof(struct bootinfo, arch) == 16, "bootinfo.arch");
_Static_assert(__builtin_offsetof(struct bootinfo, slots) == 24, "bootinfo.slots");
_Static_assert(__builtin_offsetof(struct bootinfo, first_free) == 32, "bootinfo.first_free");
_Static_assert(__builtin_offsetof(struct bootinfo, untypeds) == 40, "bootinfo.untypeds");
_Static_assert(__builtin_offsetof(struct bootinfo, initrd_first) == 48, "bootinfo.initrd_first");
_Static_assert(__builtin_offsetof(struct bootinfo, initrd_bytes) == 56, "bootinfo.initrd_bytes");
_Static_assert(__builtin_offsetof(struct bootinfo, console_kind) == 64, "bootinfo.console_kind");
_Static_assert(__builtin_offsetof(struct bootinfo, console_base) == 72, "bootinfo.console_base");
_Static_assert(__builtin_offsetof(struct bootinfo, console_irq) == 80, "bootinfo.console_irq");
_Static_assert(__builtin_offsetof(struct bootinfo, cores) == 88, "bootinfo.cores");
_Static_assert(__builtin_offsetof(struct bootinfo, machine) == 96, "bootinfo.machine");
_Static_assert(__builtin_offsetof(struct bootinfo, proved) == 104, "bootinfo.proved");
_Static_assert(__builtin_offsetof(struct bootinfo, build) == 112, "bootinfo.build");
_Static_assert(__builtin_offsetof(struct bootinfo, command_line) == 176, "bootinfo.command_line");
_Static_assert(__builtin_offsetof(struct bootinfo, untyped) == 432, "bootinfo.untyped");
_Static_assert(sizeof(struct bootinfo) <= 4096, "bootinfo");
#endif
