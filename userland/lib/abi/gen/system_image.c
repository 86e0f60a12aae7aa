/* system_image.c - the default system. Generated from spec/image/default.yaml. */
#include <system_image.h>
#include <proto/process.h>

static const struct image_grant GRANTS_UART_16550[] = {
    {GRANT_RING, RING_INPUT, 0, "input"},
    {GRANT_RING, RING_OUTPUT, 0, "output"},
    {GRANT_WAIT, NOTIFICATION_UART, 0, "wait"},
    {GRANT_SIGNAL, NOTIFICATION_CONSOLE, 1, "events"},
    {GRANT_INTERRUPT, NOTIFICATION_UART, 1, "interrupt"},
    {GRANT_PORTS, 0, 0, "ports"},
    {GRANT_REGISTERS, 0, 0, "registers"},
};
static const struct image_grant GRANTS_UART_PL011[] = {
    {GRANT_RING, RING_INPUT, 0, "input"},
    {GRANT_RING, RING_OUTPUT, 0, "output"},
    {GRANT_WAIT, NOTIFICATION_UART, 0, "wait"},
    {GRANT_SIGNAL, NOTIFICATION_CONSOLE, 1, "events"},
    {GRANT_INTERRUPT, NOTIFICATION_UART, 1, "interrupt"},
    {GRANT_PORTS, 0, 0, "ports"},
    {GRANT_REGISTERS, 0, 0, "registers"},
};
static const struct image_grant GRANTS_CONSOLE[] = {
    {GRANT_SERVE, ENDPOINT_CONSOLE, 0, "endpoint"},
    {GRANT_RING, RING_INPUT, 0, "input"},
    {GRANT_RING, RING_OUTPUT, 0, "output"},
    {GRANT_RING, RING_LOG, 0, "log"},
    {GRANT_WAIT, NOTIFICATION_CONSOLE, 0, "events"},
    {GRANT_SIGNAL, NOTIFICATION_UART, 2, "kick"},
};
static const struct image_grant GRANTS_ROOTFS[] = {
    {GRANT_SERVE, ENDPOINT_FS, 0, "endpoint"},
    {GRANT_CALL, ENDPOINT_CONSOLE, 0, "console"},
    {GRANT_INITRD, 0, 0, "initrd"},
};
static const struct image_grant GRANTS_SHELL[] = {
    {GRANT_CALL, ENDPOINT_CONSOLE, 0, "console"},
    {GRANT_CALL, ENDPOINT_FS, 0, "fs"},
};
static const struct image_grant GRANTS_BENCH[] = {
    {GRANT_CALL, ENDPOINT_CONSOLE, 0, "console"},
};
static const struct image_grant GRANTS_CHURN[] = {
    {GRANT_CALL, ENDPOINT_CONSOLE, 0, "console"},
};
static const struct image_grant GRANTS_HOG[] = {
    {GRANT_CALL, ENDPOINT_CONSOLE, 0, "console"},
};
static const struct image_grant GRANTS_LEAK[] = {
    {GRANT_CALL, ENDPOINT_CONSOLE, 0, "console"},
};
static const struct image_grant GRANTS_HOSTILE[] = {
    {GRANT_CALL, ENDPOINT_CONSOLE, 0, "console"},
};
static const struct image_grant GRANTS_BALLAST[] = {
    {GRANT_CALL, ENDPOINT_CONSOLE, 0, "console"},
};
static const struct image_grant GRANTS_OTHERS[] = {
    {GRANT_CALL, ENDPOINT_CONSOLE, 0, "console"},
};

const struct image_program image[] = {
    {"uart_16550", WHEN_16550, 220, 100, 0, 2, 0, GRANTS_UART_16550, 7},
    {"uart_pl011", WHEN_PL011, 220, 100, 0, 2, 0, GRANTS_UART_PL011, 7},
    {"console", WHEN_ALWAYS, 200, 100, PROCESS_MAY_INTERRUPT, 2, 12, GRANTS_CONSOLE, 6},
    {"rootfs", WHEN_ALWAYS, 180, 100, 0, 4, 0, GRANTS_ROOTFS, 3},
    {"shell", WHEN_ALWAYS, 120, 100, PROCESS_MAY_CREATE | PROCESS_MAY_CONTROL | PROCESS_MAY_INSPECT | PROCESS_MAY_POWER, 4, 4, GRANTS_SHELL, 2},
    {"bench", WHEN_NEVER, 100, 0, PROCESS_MAY_CREATE, 4, 32, GRANTS_BENCH, 1},
    {"churn", WHEN_NEVER, 100, 0, PROCESS_MAY_CREATE | PROCESS_MAY_INSPECT, 4, 4, GRANTS_CHURN, 1},
    {"hog", WHEN_NEVER, 100, 0, PROCESS_MAY_CREATE | PROCESS_MAY_INSPECT, 4, 24, GRANTS_HOG, 1},
    {"leak", WHEN_NEVER, 100, 0, PROCESS_MAY_CREATE, 4, 8, GRANTS_LEAK, 1},
    {"hostile", WHEN_NEVER, 100, 0, PROCESS_MAY_CREATE, 4, 8, GRANTS_HOSTILE, 1},
    {"ballast", WHEN_NEVER, 100, 0, 0, 4, 600, GRANTS_BALLAST, 1},
    {"*", WHEN_NEVER, 100, 0, 0, 4, 16, GRANTS_OTHERS, 1},
};
const uint32_t image_count = sizeof image / sizeof image[0];
