/* start.c - init's life: learn what there is, make what is shared, start the image's programs, serve. */
#include "init.h"
#include "memory.h"
#include "process.h"
#include "shared.h"
#include "space.h"
#include <proto/console.h>
#include <proto/status.h>
#include <string.h>

enum { SYSTEM_FRAMES = 64 };
_Noreturn void rt_start(const struct bootinfo *info);

static void check_bootinfo(const struct bootinfo *info)
{
    if (info->magic != BOOTINFO_MAGIC || info->version != BOOTINFO_VERSION) stop("bootinfo is of another version");
    if (info != bootinfo()) stop("bootinfo is at another address");
}

/* log_setup - Map the log ring; the capability that tells the console of news. */
static cptr_t log_setup(void)
{
    word_t bits = object_copy(&system_arena.slots, shared.notification[NOTIFICATION_CONSOLE], RIGHT_WRITE, CONSOLE_EVENT_LOG);
    if (bits == 0 || !space_map(&system_arena, INIT_VSPACE, shared.ring[RING_LOG], INIT_LOG, RIGHT_READ | RIGHT_WRITE, 0))
        stop("no memory for the log");
    return cptr_of(bits);
}

static int is_wanted(const struct image_program *program)
{
    if (program->when == WHEN_ALWAYS) return 1;
    if (program->when == WHEN_PL011) return bootinfo()->console_kind == CONSOLE_PL011;
    if (program->when != WHEN_16550) return 0;
    return bootinfo()->console_kind == CONSOLE_16550_PORT || bootinfo()->console_kind == CONSOLE_16550_MMIO;
}

/* image_start - Start what the image wants at boot; how many could not be started. They run when init waits for the first time. */
static uint32_t image_start(void)
{
    uint32_t failed = 0;
    word_t number;
    for (uint32_t i = 0; i < image_count; i++) {
        if (!is_wanted(&image[i])) continue;
        word_t status = process_again(image[i].name, 0, 0, 0, &number);
        if (status != STATUS_OK) say("init: %s cannot be started: %s\n", image[i].name, status_text(status));
        failed += status != STATUS_OK;
    }
    return failed;
}

_Noreturn void rt_start(const struct bootinfo *info)
{
    check_bootinfo(info);
    slot_setup(info->first_free, info->slots);
    memory_setup();
    if (!arena_setup(&system_arena, SYSTEM_FRAMES)) stop("there is not enough memory");
    archive_setup();
    grant_setup();
    init_endpoint = object_make(&system_arena, CAP_ENDPOINT, 0);
    if (init_endpoint == 0) stop("no memory for the own endpoint");
    cptr_t log = log_setup();
    if (image_start() == 0 && bootinfo()->console_kind != CONSOLE_NONE) say_through_ring(log);
    serve(cptr_of(init_endpoint));
}
