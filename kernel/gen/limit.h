/* limit.h - how much memory the kernel's arrays cover. Generated from spec/abi/limit.yaml. */
#ifndef LIMIT_H
#define LIMIT_H
enum {
    LIMIT_FRAMES = 1048576, /* 4 KiB frames of physical address space */
    LIMIT_OBJECTS = 4194304, /* object ids (physical address / 1024) */
    LIMIT_SLOTS = 134217728, /* slot ids (physical address / 32) */
};
#endif
