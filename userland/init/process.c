/* process.c - making a process, and everything that is taken back when it ends.
 *
 * Invariant: a process that could not be made completely leaves nothing behind. */
#include "process.h"
#include "init.h"
#include <proto/status.h>
#include <string.h>
#include <thread.h>

enum { ASID_FIRST = 2, TABLES_ALWAYS = 8, FRAMES_ALWAYS = 8 };
struct process processes[PROCESSES];
word_t init_endpoint;
static word_t last_number;

struct process *process_find(word_t number)
{
    for (uint32_t i = 0; i < PROCESSES; i++)
        if (number != 0 && processes[i].number == number) return &processes[i];
    return 0;
}

static struct process *entry_take(void)
{
    for (uint32_t i = 0; i < PROCESSES; i++)
        if (processes[i].number == 0) return &processes[i];
    return 0;
}

void name_copy(char *to, const char *from, size_t size)
{
    size_t length = strlen(from);
    if (length >= size) length = size - 1;
    memset(to, 0, size);
    memcpy(to, from, length);
}

/* frames_needed - For the program, its tables, and what the image allows it to make. An upper bound. */
static word_t frames_needed(const struct image_program *program, const struct elf_plan *plan)
{
    const struct elf_segment *last = &plan->segment[plan->count - 1];
    word_t span = last->address + last->memory_bytes - plan->segment[0].address;
    word_t initrd = bootinfo()->initrd_bytes / ELF_PAGE;
    word_t tables = TABLES_ALWAYS + span / (512 * ELF_PAGE) + 2 * plan->count + initrd / 512;
    return FRAMES_ALWAYS + tables + plan->pages + program->stack_pages + program->extra_frames;
}

/* space_make - The arena's first objects: cnode and address space. The entry's place in the table is its address-space id. */
static int space_make(struct process *p)
{
    p->cnode = object_make(&p->arena, CAP_CNODE, 1);
    p->vspace = object_make(&p->arena, CAP_VSPACE, ASID_FIRST + (word_t)(p - processes));
    return p->cnode != 0 && p->vspace != 0;
}

static void start_fill(struct process *p)
{
    p->start.magic = START_MAGIC;
    p->start.arch = bootinfo()->arch;
    p->start.proved = bootinfo()->proved;
    p->start.process = p->number;
    memcpy(p->start.build, bootinfo()->build, sizeof p->start.build);
}

static word_t process_fill(struct process *p, const uint8_t *file, const struct elf_plan *plan)
{
    if (!space_make(p)) return STATUS_MEMORY;
    word_t status = load_program(p, file, plan);
    if (status == STATUS_OK) status = grant_own(p);
    if (status == STATUS_OK) status = grant_all(p);
    return status;
}

/* process_identify - Number, names and authority of a new entry. */
static void process_identify(struct process *p, const struct command *command, word_t parent, word_t priority)
{
    p->number = ++last_number;
    p->parent = parent;
    p->program = command->program;
    p->priority = priority == 0 ? command->program->priority : priority;
    name_copy(p->name, command->name, sizeof p->name);
    name_copy(p->line, command->line, sizeof p->line);
    start_fill(p);
    p->start.words = command->words;
    memcpy(p->start.text, command->text, sizeof command->text);
}

struct process *process_make(const char *line, word_t parent, word_t priority, word_t *status, word_t *detail)
{
    static struct command command;
    static struct elf_plan plan;
    struct process *p = last_number == NUMBER_MASK ? 0 : entry_take();
    *detail = 0;
    *status = p == 0 ? STATUS_FULL : command_read(line, &command);
    if (*status != STATUS_OK) return 0;
    *detail = elf_plan(command.file, command.file_bytes, command_machine(), &plan);
    if (*detail != ELF_OK) *status = STATUS_PROGRAM;
    if (*status != STATUS_OK) return 0;
    memset(p, 0, sizeof *p);
    *status = STATUS_MEMORY;
    if (!arena_setup(&p->arena, frames_needed(command.program, &plan))) return 0;
    process_identify(p, &command, parent, priority);
    *status = process_fill(p, command.file, &plan);
    if (*status == STATUS_OK) return p;
    arena_release(&p->arena);
    p->number = 0;
    return 0;
}
