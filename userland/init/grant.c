/* grant.c - authority from init to a process, by the image's lines.
 *
 * Idea: what outlives processes (endpoints, rings, notifications, the interrupt) is made once, in init's own arena; processes get
 * copies. So a restarted driver finds the rings as its predecessor left them, and its clients never notice.
 * Invariant: a process's slots from SLOT_GRANT on are filled in order, and its start page lists each. */
#include "init.h"
#include "process.h"
#include "shared.h"
#include "space.h"
#include <cnode.h>
#include <proto/status.h>
#include <string.h>

enum { RIGHTS_CALL = RIGHT_WRITE | RIGHT_GRANT | RIGHT_GRANT_REPLY };
#define SHARED_ADDRESS 0x60000000ul /* where ring and device pages go in a process */

/* child_fill - A capability of init's into a slot of the process's cnode. */
static err_t child_fill(struct process *p, word_t slot, word_t from, word_t rights, word_t badge)
{
    if (badge == 0) return cnode_copy(cptr_of(p->cnode), slot, cptr_of(from), rights);
    return cnode_mint(cptr_of(p->cnode), slot, cptr_of(from), rights, badge);
}

static void start_list(struct process *p, const char *name, word_t slot, word_t value)
{
    if (p->start.caps == START_CAPS) return;
    struct start_cap *cap = &p->start.cap[p->start.caps++];
    name_copy(cap->name, name, sizeof cap->name);
    cap->slot = (uint32_t)slot;
    cap->value = value;
}

/* boot_word - Whether the boot command line has that word. */
static int boot_word(const char *word)
{
    const char *line = (const char *)bootinfo()->command_line, *at = line;
    size_t length = strlen(word);
    for (; *at != 0; at++) {
        if (at != line && at[-1] != ' ') continue;
        if (strncmp(at, word, length) == 0 && (at[length] == ' ' || at[length] == 0)) return 1;
    }
    return 0;
}

word_t grant_own(struct process *p)
{
    err_t error = child_fill(p, SLOT_CNODE, p->cnode, RIGHT_READ | RIGHT_WRITE, 0);
    if (error == ERR_NONE) error = child_fill(p, SLOT_THREAD, p->thread[0], RIGHT_READ | RIGHT_WRITE, 0);
    if (error == ERR_NONE) error = child_fill(p, SLOT_VSPACE, p->vspace, RIGHT_READ | RIGHT_WRITE, 0);
    if (error == ERR_NONE) error = child_fill(p, SLOT_INIT, init_endpoint, RIGHTS_CALL, p->number);
    if (error != ERR_NONE) return STATUS_MEMORY;
    start_list(p, "cnode", SLOT_CNODE, CNODE_SLOTS);
    start_list(p, "thread", SLOT_THREAD, 0);
    start_list(p, "vspace", SLOT_VSPACE, 0);
    start_list(p, "init", SLOT_INIT, 0);
    if (boot_word("bench")) start_list(p, "bench", 0, 1);
    p->next_grant = SLOT_GRANT;
    return STATUS_OK;
}

word_t grant_copy(struct process *p, const char *name, word_t from, word_t rights, word_t badge, word_t value)
{
    word_t slot = p->next_grant;
    if (from == 0 || slot == CHILD_OBJECT_SLOT || child_fill(p, slot, from, rights, badge) != ERR_NONE) return 0;
    p->next_grant++;
    start_list(p, name, slot, value);
    return slot;
}

/* grant_page - A copy of a page, mapped for the process; it holds the mapping, not the capability. */
static int grant_page(struct process *p, word_t from, word_t address, word_t rights, word_t attr)
{
    word_t page = object_copy(&p->arena.slots, from, rights, 0);
    return page != 0 && space_map(&p->arena, p->vspace, page, address, rights, attr);
}

/* grant_mapped - A shared page at the next shared address, listed by name. */
static int grant_mapped(struct process *p, const char *name, word_t from, word_t attr)
{
    word_t address = SHARED_ADDRESS + p->start.caps * ELF_PAGE;
    if (!grant_page(p, from, address, RIGHT_READ | RIGHT_WRITE, attr)) return 0;
    start_list(p, name, 0, address);
    return 1;
}

static int grant_initrd(struct process *p, const char *name)
{
    word_t pages = 0;
    for (word_t page; (page = archive_page(pages)) != 0; pages++)
        if (!grant_page(p, page, INIT_INITRD + pages * ELF_PAGE, RIGHT_READ, 0)) return 0;
    start_list(p, name, 0, pages > 0 ? INIT_INITRD : 0);
    start_list(p, "initrd_bytes", 0, pages > 0 ? bootinfo()->initrd_bytes : 0);
    return 1;
}

/* grant_device - What of the console's device there is; what there is not is left out, and the driver looks. */
static int grant_device(struct process *p, const struct image_grant *g)
{
    if (g->kind == GRANT_PORTS)
        return shared.ports == 0 || grant_copy(p, g->name, shared.ports, RIGHT_READ | RIGHT_WRITE, 0, bootinfo()->console_base);
    if (g->kind == GRANT_REGISTERS) return shared.registers == 0 || grant_mapped(p, g->name, shared.registers, ATTR_DEVICE);
    return grant_copy(p, g->name, shared.interrupt, RIGHT_READ | RIGHT_WRITE, 0, bootinfo()->console_irq) != 0;
}

static int grant_one(struct process *p, const struct image_grant *g)
{
    switch (g->kind) {
    case GRANT_CALL: return grant_copy(p, g->name, shared.endpoint[g->which], RIGHTS_CALL, p->number, 0) != 0;
    case GRANT_SERVE: return grant_copy(p, g->name, shared.endpoint[g->which], RIGHT_ALL, 0, 0) != 0;
    case GRANT_SIGNAL: return grant_copy(p, g->name, shared.notification[g->which], RIGHT_WRITE, g->bits, 0) != 0;
    case GRANT_WAIT: return grant_copy(p, g->name, shared.notification[g->which], RIGHT_READ, 0, 0) != 0;
    case GRANT_RING: return grant_mapped(p, g->name, shared.ring[g->which], 0);
    case GRANT_INITRD: return grant_initrd(p, g->name);
    default: return grant_device(p, g);
    }
}

word_t grant_all(struct process *p)
{
    for (uint32_t i = 0; i < p->program->grants; i++) {
        const struct image_grant *g = &p->program->grant[i];
        if (grant_one(p, g)) continue;
        say("init: %s cannot be granted '%s'\n", p->name, g->name);
        return STATUS_MEMORY;
    }
    return STATUS_OK;
}
