/* caps.c - the capabilities that the shell itself holds, by the names of the specification. */
#include "shell.h"
#include <cnode.h>
#include <names.h>
#include <rt/start.h>

/* name_of - The name under which the slot was granted. */
static const char *name_of(word_t slot)
{
    const struct start_page *page = start_page();
    for (word_t i = 0; i < page->caps; i++)
        if (page->cap[i].slot == slot) return page->cap[i].name;
    return "";
}

static void caps_line(word_t slot, const struct cnode_inspect_answer *c)
{
    char rights[] = "----";
    if (c->rights & RIGHT_READ) rights[0] = 'r';
    if (c->rights & RIGHT_WRITE) rights[1] = 'w';
    if (c->rights & RIGHT_GRANT) rights[2] = 'g';
    if (c->rights & RIGHT_GRANT_REPLY) rights[3] = 'c';
    print("%5lu %-13s %-7s %10lu  %s\n", slot, name_cap(c->type), rights, c->badge, name_of(slot));
}

void run_caps(char **word, uint32_t count)
{
    struct cnode_inspect_answer c;
    (void)word;
    (void)count;
    print("%5s %-13s %-7s %10s  %s\n", "slot", "type", "rights", "badge", "name");
    for (word_t slot = 0; slot < start_value("cnode"); slot++)
        if (cnode_inspect(cptr_of(SLOT_CNODE), slot, &c) == ERR_NONE && c.type != CAP_NULL) caps_line(slot, &c);
    print("rights: r receive or read, w send or write, g grant capabilities, c call\n");
}
