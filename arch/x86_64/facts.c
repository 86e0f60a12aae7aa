/* facts.c - firmware's memory map into boot_facts: RAM as disjoint ascending frame ranges, and what of it is not free.
 * RAM is what firmware calls RAM, from 1 MiB (below lie firmware, real-mode leftovers and frame 0) to the end of the window, in whole
 * frames. Anything else firmware mentions wins over RAM: it becomes reserved. */
#include <kernel/boot_facts.h>
#include <x86/firmware.h>
#include <x86/layout.h>

enum { LOW_END = 0x100000 };

struct boot_facts boot_facts;

static uint64_t clip(uint64_t address)
{
    if (address < LOW_END) return LOW_END;
    return address > X86_WINDOW_BYTES ? X86_WINDOW_BYTES : address;
}

/* A range that does not fit is forgotten: of RAM that loses memory, of reserved ranges it is refused with a sentence. */
static uint32_t range_insert(struct frame_range *list, uint32_t first, uint32_t end)
{
    uint32_t n = 0, i;

    if (first >= end) return 1;
    while (n < FACTS_REGIONS && list[n].count != 0u) n++;
    if (n == FACTS_REGIONS) return 0;
    for (i = n; i > 0u && list[i - 1u].first > first; i--) list[i] = list[i - 1u];
    list[i] = (struct frame_range){ first, end - first };
    return 1;
}

static uint32_t ranges_overlap(const struct frame_range *list, uint32_t first, uint32_t end)
{
    for (uint32_t i = 0; i < FACTS_REGIONS && list[i].count != 0u; i++)
        if (first < list[i].first + list[i].count && list[i].first < end) return 1;
    return 0;
}

/* RAM that touches what is known grows it; RAM that overlaps is counted once. */
static void ram_add(struct frame_range *list, uint32_t first, uint32_t end)
{
    for (uint32_t i = 0; i < FACTS_REGIONS && list[i].count != 0u; i++) {
        uint32_t at = list[i].first, stop = at + list[i].count;
        if (first > stop || end < at) continue;
        first = first < at ? first : at;
        end = end > stop ? end : stop;
        for (uint32_t k = i; k < FACTS_REGIONS; k++)
            list[k] = k + 1u < FACTS_REGIONS ? list[k + 1u] : (struct frame_range){ 0, 0 };
        i--;
    }
    range_insert(list, first, end);
}

static void reserve(uint32_t first, uint32_t end)
{
    if (!range_insert(boot_facts.reserved, first, end)) boot_facts.error = TEXT_X86_RESERVED;
}

static void area_add(const struct x86_area *a, uint32_t ram)
{
    uint64_t start = clip(a->start), end = clip(a->start + a->bytes);
    uint32_t first = (uint32_t)(start / X86_PAGE_BYTES), stop = (uint32_t)((end + X86_PAGE_BYTES - 1u) / X86_PAGE_BYTES);

    if (ram && a->type == X86_AREA_RAM)
        ram_add(boot_facts.memory, (uint32_t)((start + X86_PAGE_BYTES - 1u) / X86_PAGE_BYTES), (uint32_t)(end / X86_PAGE_BYTES));
    if (!ram && a->type != X86_AREA_RAM && ranges_overlap(boot_facts.memory, first, stop)) reserve(first, stop);
}

/* The kernel around init's image, and the interrupt controllers: no program may ever map those. */
static void own_reserve(const struct x86_image *image)
{
    reserve(image->start, image->init);
    reserve(image->init_end, image->end);
    reserve(x86_platform.lapic / X86_PAGE_BYTES, x86_platform.lapic / X86_PAGE_BYTES + 1u);
    for (uint32_t i = 0; i < x86_platform.ioapics; i++)
        reserve(x86_platform.ioapic[i].base / X86_PAGE_BYTES, x86_platform.ioapic[i].base / X86_PAGE_BYTES + 1u);
}

/* GRUB puts its copy of the RSDP into RAM; who reads ACPI in user space needs it. */
static void rsdp_keep(uint64_t rsdp)
{
    uint32_t f = (uint32_t)(rsdp / X86_PAGE_BYTES);

    boot_facts.machine = rsdp;
    if (ranges_overlap(boot_facts.memory, f, f + 1u)) reserve(f, f + 1u);
}

static void initrd_set(const struct x86_firmware *firmware)
{
    uint64_t start = firmware->module_start, bytes = firmware->module_bytes;

    if (bytes == 0u) return;
    if (start % X86_PAGE_BYTES != 0u || x86_physical(start, bytes) == 0)
        boot_facts.error = TEXT_X86_INITRD;
    boot_facts.initrd_first = (uint32_t)(start / X86_PAGE_BYTES);
    boot_facts.initrd_bytes = bytes;
}

void x86_facts_fill(const struct x86_firmware *firmware, const struct x86_image *image)
{
    for (uint32_t i = 0; i < firmware->areas; i++) area_add(&firmware->area[i], 1);
    for (uint32_t i = 0; i < firmware->areas; i++) area_add(&firmware->area[i], 0);
    own_reserve(image);
    initrd_set(firmware);
    boot_facts.init = (struct frame_range){ image->init, image->init_end - image->init };
    rsdp_keep(firmware->rsdp);
    for (uint32_t i = 0; i < FACTS_TEXT; i++) boot_facts.command_line[i] = firmware->text[i];
}
