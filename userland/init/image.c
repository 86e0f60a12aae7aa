/* image.c - the default system. */
#include "image.h"
#include <proto/console.h>
#include <proto/process.h>
#include <string.h>

enum { UART_INTERRUPT = 1, UART_KICK = 2 }; /* bits of NOTIFICATION_UART */
#define GRANTS(table) (table), sizeof(table) / sizeof((table)[0])

static const struct image_grant UART[] = {
    {GRANT_RING, RING_INPUT, 0, "input"},
    {GRANT_RING, RING_OUTPUT, 0, "output"},
    {GRANT_WAIT, NOTIFICATION_UART, 0, "wait"},
    {GRANT_SIGNAL, NOTIFICATION_CONSOLE, CONSOLE_EVENT_DEVICE, "events"},
    {GRANT_INTERRUPT, NOTIFICATION_UART, UART_INTERRUPT, "interrupt"},
    {GRANT_PORTS, 0, 0, "ports"},
    {GRANT_REGISTERS, 0, 0, "registers"},
};
static const struct image_grant CONSOLE[] = {
    {GRANT_SERVE, ENDPOINT_CONSOLE, 0, "endpoint"},
    {GRANT_RING, RING_INPUT, 0, "input"},
    {GRANT_RING, RING_OUTPUT, 0, "output"},
    {GRANT_RING, RING_LOG, 0, "log"},
    {GRANT_WAIT, NOTIFICATION_CONSOLE, 0, "events"},
    {GRANT_SIGNAL, NOTIFICATION_UART, UART_KICK, "kick"},
};
static const struct image_grant ROOTFS[] = {
    {GRANT_SERVE, ENDPOINT_FS, 0, "endpoint"},
    {GRANT_CALL, ENDPOINT_CONSOLE, 0, "console"},
    {GRANT_INITRD, 0, 0, "initrd"},
};
static const struct image_grant SHELL[] = {
    {GRANT_CALL, ENDPOINT_CONSOLE, 0, "console"},
    {GRANT_CALL, ENDPOINT_FS, 0, "fs"},
};
static const struct image_grant USER[] = {
    {GRANT_CALL, ENDPOINT_CONSOLE, 0, "console"},
};

enum { SHELL_MAY = PROCESS_MAY_CREATE | PROCESS_MAY_CONTROL | PROCESS_MAY_INSPECT | PROCESS_MAY_POWER };

const struct image_program image[] = {
    {"uart_16550", WHEN_16550, 220, 100, 0, 2, 0, GRANTS(UART)},
    {"uart_pl011", WHEN_PL011, 220, 100, 0, 2, 0, GRANTS(UART)},
    {"console", WHEN_ALWAYS, 200, 100, PROCESS_MAY_INTERRUPT, 2, 12, GRANTS(CONSOLE)},
    {"rootfs", WHEN_ALWAYS, 180, 100, 0, 4, 0, GRANTS(ROOTFS)},
    {"shell", WHEN_ALWAYS, 120, 100, SHELL_MAY, 4, 4, GRANTS(SHELL)},
    {"bench", WHEN_NEVER, 100, 0, PROCESS_MAY_CREATE, 4, 32, GRANTS(USER)},
    {"churn", WHEN_NEVER, 100, 0, PROCESS_MAY_CREATE | PROCESS_MAY_INSPECT, 4, 4, GRANTS(USER)},
    {"hog", WHEN_NEVER, 100, 0, PROCESS_MAY_CREATE | PROCESS_MAY_INSPECT, 4, 24, GRANTS(USER)},
    {"leak", WHEN_NEVER, 100, 0, PROCESS_MAY_CREATE, 4, 8, GRANTS(USER)},
    {"*", WHEN_NEVER, 100, 0, 0, 4, 16, GRANTS(USER)},
};
const uint32_t image_count = sizeof image / sizeof image[0];

const struct image_program *image_find(const char *name)
{
    const struct image_program *program = image;
    while (strcmp(program->name, name) != 0 && strcmp(program->name, "*") != 0) program++;
    return program;
}
