/* system_image.h - what the system consists of: programs, their authority, and what connects them. Generated from spec/image/default.yaml. */
#ifndef SYSTEM_IMAGE_H
#define SYSTEM_IMAGE_H
#include <abi.h>

enum image_endpoint { ENDPOINT_CONSOLE, ENDPOINT_FS, ENDPOINT_COUNT };
enum image_notification { NOTIFICATION_UART, NOTIFICATION_CONSOLE, NOTIFICATION_COUNT };
enum image_ring { RING_INPUT, RING_OUTPUT, RING_LOG, RING_COUNT };
enum { UART_BIT_INTERRUPT = 1, UART_BIT_KICK = 2 }; /* of NOTIFICATION_UART */
enum { CONSOLE_BIT_DEVICE = 1, CONSOLE_BIT_LOG = 2 }; /* of NOTIFICATION_CONSOLE */
enum image_grant_kind {
    GRANT_CALL,      /* endpoint: send and call, badge = process number */
    GRANT_SERVE,     /* endpoint: all rights, badge 0 */
    GRANT_SIGNAL,    /* notification: signal the bits */
    GRANT_WAIT,      /* notification: wait */
    GRANT_RING,      /* ring page, mapped; value = its address */
    GRANT_PORTS,     /* the console's I/O ports; value = the first */
    GRANT_REGISTERS, /* the console's registers, mapped; value = their address */
    GRANT_INTERRUPT, /* the console's interrupt line; value = its number */
    GRANT_INITRD     /* the initrd, mapped read-only; value = its address; and "initrd_bytes" */
};
enum image_when { WHEN_NEVER, WHEN_ALWAYS, WHEN_16550, WHEN_PL011 }; /* NEVER: not started at boot, only on request */

struct image_grant {
    enum image_grant_kind kind;
    uint32_t which, bits;
    const char *name;
};
struct image_program {
    const char *name;      /* "*" for any other program */
    enum image_when when;
    uint32_t priority;
    uint32_t restarts;     /* how often init starts it again when it ends */
    uint32_t authority;    /* PROCESS_MAY_* */
    uint32_t stack_pages;
    uint32_t extra_frames; /* for objects the program asks for */
    const struct image_grant *grant;
    uint32_t grants;
};
extern const struct image_program image[];
extern const uint32_t image_count;
#endif
