/* archive.c - where programs come from: the archive inside init, and the initrd.
 *
 * Idea: init reads the initrd itself. Asking the file system server would make the process server wait for a process; both use the
 * same reader, which trusts nothing. Programs of the root get user authority only, whatever their name. */
#include "init.h"
#include "memory.h"
#include "object.h"
#include "space.h"
#include <untyped.h>

extern const uint8_t system_archive[], system_archive_end[];
static struct cpio_archive system_programs, root;
static word_t initrd_page[INIT_INITRD_PAGES_MAX];
static uint64_t initrd_pages;

const struct cpio_archive *archive_system(void) { return &system_programs; }
const struct cpio_archive *archive_root(void) { return &root; }
word_t archive_page(uint64_t number) { return number < initrd_pages ? initrd_page[number] : 0; }

/* page_take - A capability to that frame of the initrd, mapped for init. */
static int page_take(word_t frame, uint64_t number)
{
    word_t untyped = memory_untyped(frame), slot = slot_take(&system_arena.slots);
    if (untyped == 0 || slot == 0) return 0;
    if (untyped_retype(cptr_of(untyped), CAP_PAGE, frame * 4, 0, slot) != ERR_NONE) return 0;
    initrd_page[number] = slot;
    return space_map(&system_arena, INIT_VSPACE, slot, INIT_INITRD + number * 4096, RIGHT_READ, 0);
}

static int initrd_map(uint64_t pages)
{
    if (pages > INIT_INITRD_PAGES_MAX) {
        say("init: the initrd has %lu pages, more than the %d that fit; the root directory stays empty\n", pages,
            INIT_INITRD_PAGES_MAX);
        return 0;
    }
    for (uint64_t i = 0; i < pages; i++)
        if (!page_take(bootinfo()->initrd_first + i, i)) {
            say("init: page %lu of the initrd cannot be mapped; the root directory stays empty\n", i);
            return 0;
        }
    initrd_pages = pages;
    return 1;
}

void archive_setup(void)
{
    uint64_t where;
    system_programs = (struct cpio_archive){system_archive, (uint64_t)(system_archive_end - system_archive)};
    if (cpio_check(&system_programs, &where) != CPIO_OK) stop("the archive of system programs is broken; build init again");
    root = (struct cpio_archive){(const uint8_t *)INIT_INITRD, 0};
    if (bootinfo()->initrd_bytes == 0) say("init: no initrd: the root directory is empty\n");
    else if (initrd_map((bootinfo()->initrd_bytes + 4095) / 4096)) root.size = bootinfo()->initrd_bytes;
    enum cpio_error error = root.size > 0 ? cpio_check(&root, &where) : CPIO_OK;
    if (error == CPIO_OK) return;
    say("init: initrd at byte %lu: %s; no program of the root can be started\n", where, cpio_error_text(error));
    root.size = 0;
}
