/* memory.c - memory that begins a new life: zeroed, or about to be executed. All windows show the same memory, so zeroed memory is a clear object of every kind.
 * The kernel's half of the address space is in TTBR1: a new root table takes no entries. */
#include <kernel/clear.h>
#include <a64/boot.h>
#include <a64/register.h>

enum { OBJECT_BYTES = 1024 };

static void clear(word_t address, word_t bytes)
{
    word_t end = address + bytes;

    for (; address != end; address += 64) {
        __asm__ volatile("stp xzr, xzr, [%0]\n\tstp xzr, xzr, [%0, #16]\n\tstp xzr, xzr, [%0, #32]\n\tstp xzr, xzr, [%0, #48]"
                         : : "r"(address) : "memory");
    }
}

void arch_frame_clear(word_t f) { clear(A64_WINDOW + f * A64_PAGE_BYTES, A64_PAGE_BYTES); }
void arch_object_clear(word_t o) { clear(A64_WINDOW + o * OBJECT_BYTES, OBJECT_BYTES); }
static word_t data_line(void) { return 4ul << a64_field(a64_read(ctr_el0), 16, 4); }

void a64_data_sync(word_t address, word_t bytes)
{
    word_t line = data_line(), end = address + bytes;

    for (word_t at = address / line * line; at < end; at += line) __asm__ volatile("dc civac, %0" : : "r"(at) : "memory");
    __asm__ volatile("dsb sy" : : : "memory");
}

/* Data to the point of unification by the smallest line (CTR_EL0.DminLine), then all instruction caches: they may be virtually indexed. */
void a64_code_sync(word_t f)
{
    word_t line = data_line(), start = A64_WINDOW + f * A64_PAGE_BYTES;

    for (word_t at = start; at != start + A64_PAGE_BYTES; at += line) __asm__ volatile("dc cvau, %0" : : "r"(at) : "memory");
    __asm__ volatile("dsb ish\n\tic ialluis\n\tdsb ish\n\tisb" : : : "memory");
}

/* The walker may have gone on through a destroyed root until another was selected: nothing of that survives into a new use of its ASID. */
void arch_vspace_init(word_t f)
{
    (void)f;
    arch_tlb_flush();
}
