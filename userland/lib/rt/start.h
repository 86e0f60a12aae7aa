/* start.h - the start page: what a program is told about itself. Written by init, read-only for the program.
 *
 * Idea: authority is listed by name. A program asks for "console" and gets the slot that holds that capability; what is not
 * listed it does not have. Slots 1..4 are the same for all: own cnode, thread, vspace, and the endpoint to init.
 * Does not know: who granted what, or why (spec/image). */
#ifndef RT_START_H
#define RT_START_H
#include <abi.h>

#define START_MAGIC 0x5452415453534554ul /* the bytes TESSTART */
#define START_ADDRESS 0x3ff000ul
#define BUFFER_ADDRESS 0x70001000ul /* message buffer of the first thread: 128 words */
#define STACK_TOP 0x70000000ul
enum { START_CAPS = 40, START_TEXT = 2048, START_NAME = 20, START_WORDS = 16 };
enum { SLOT_CNODE = 1, SLOT_THREAD = 2, SLOT_VSPACE = 3, SLOT_INIT = 4, SLOT_GRANT = 5 };
enum { SLOT_OBJECT = 64, SLOT_OWN = 112, SLOT_END = 128 }; /* 64..111: what init makes on request; 112..127: free for the program */

struct start_cap {
    char name[START_NAME]; /* NUL-terminated */
    uint32_t slot;         /* in the program's cnode; 0 = none (only a value) */
    word_t value;          /* where a page is mapped, first port, interrupt number, size; else 0 */
};
struct start_page {
    word_t magic, arch, proved, process; /* START_MAGIC, ARCH_*, 1 if the build is proved, process number */
    word_t words, caps;                  /* command words; entries of cap */
    struct start_cap cap[START_CAPS];
    char build[64];                      /* build id */
    char text[START_TEXT];               /* the command words one after another, each NUL-terminated */
};
_Static_assert(sizeof(struct start_page) <= 4096, "the start page is one page");

/* start_page - The caller's own. */
const struct start_page *start_page(void);
/* start_cap - The entry of that name, or 0. */
const struct start_cap *start_cap(const char *name);
/* start_slot - A capability pointer to what was granted under that name; 0 if nothing was. */
cptr_t start_slot(const char *name);
/* start_value - The value granted under that name, 0 if nothing was. */
word_t start_value(const char *name);
/* cptr_of - The capability pointer of a slot of one's own cnode, whatever it holds. */
static inline cptr_t cptr_of(word_t slot) { return slot << 32; }
#endif
