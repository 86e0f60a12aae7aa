/* fault.c - what a thread did, in words: who, where, how, and what was missing.
 *
 * Words of a fault message: 0 kind, 1 pc, 2 address, 3 access or code, 4 stack pointer, 5 system call. */
#include "init.h"
#include "process.h"
#include <vspace.h>

enum { NULL_BYTES = 65536 };

static const char *what_text(word_t kind)
{
    switch (kind) {
    case FAULT_READ: return "read of";
    case FAULT_WRITE: return "write to";
    case FAULT_EXECUTE: return "jump to";
    case FAULT_INSTRUCTION: return "undefined or privileged instruction at";
    case FAULT_ARITHMETIC: return "arithmetic fault at";
    case FAULT_ALIGNMENT: return "misaligned access to";
    case FAULT_BREAKPOINT: return "breakpoint at";
    case FAULT_SYSCALL: return "system call of a foreign thread at";
    default: return "fault at";
    }
}

static const char *rights_text(const struct elf_segment *s)
{
    if (s->rights & ELF_EXECUTE) return "its text (read and execute only)";
    return s->rights & ELF_WRITE ? "its data (read and write, no execute)" : "its constants (read only)";
}

/* mapped_text - What the page tables say, for addresses that are no part of the program. */
static const char *mapped_text(const struct process *p, word_t address)
{
    struct vspace_query_answer page = {0};
    vspace_query(cptr_of(p->vspace), address, &page);
    if (!page.mapped) return "no page is mapped there";
    if (page.executable) return "a page mapped to read and execute";
    return page.writable ? "a page mapped to read and write, no execute" : "a page mapped read only";
}

/* place_text - What lies at the address for this program. */
static const char *place_text(const struct process *p, word_t address)
{
    const struct elf_segment *s = elf_segment_at(&p->plan, address);
    if (s) return rights_text(s);
    if (address < NULL_BYTES) return "nothing is mapped near address 0: a null pointer";
    if (address >= p->stack_base && address < STACK_TOP) return "its stack (read and write, no execute)";
    if (address < p->stack_base && p->stack_base - address <= STACK_GUARD_PAGES * ELF_PAGE)
        return "below its stack: the stack overflowed";
    if (address / ELF_PAGE == START_ADDRESS / ELF_PAGE) return "its start page (read only)";
    if (address >= LIMIT_USER_END) return "no address of programs";
    return mapped_text(p, address);
}

static const char *missing_text(word_t kind)
{
    if (kind == FAULT_WRITE) return "; a writable mapping is missing";
    if (kind == FAULT_EXECUTE) return "; an executable mapping is missing";
    return kind == FAULT_READ ? "; a mapping is missing" : "";
}

static int is_access(word_t kind) { return kind == FAULT_READ || kind == FAULT_WRITE || kind == FAULT_EXECUTE; }

void fault_report(const struct process *p, word_t thread, const word_t *word)
{
    word_t kind = word[0], pc = word[1], address = is_access(kind) || kind == FAULT_ALIGNMENT ? word[2] : pc;
    say("fault: %s (process %lu, thread %lu): %s 0x%lx, instruction at 0x%lx: %s%s\n", p->name, p->number, thread,
        what_text(kind), address, pc, place_text(p, address), missing_text(kind));
}
