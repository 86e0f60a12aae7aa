/* limit.h - how much memory the kernel's arrays cover (small variant for host tests). Generated from spec/abi/limit.yaml. */
#ifndef LIMIT_H
#define LIMIT_H
enum {
    LIMIT_FRAMES = 1024, /* 4 KiB frames of physical address space */
    LIMIT_OBJECTS = 4096, /* object ids (physical address / 1024) */
    LIMIT_SLOTS = 131072, /* slot ids (physical address / 32) */
};
#endif
