/* pvh.c - the first door: a PVH start info (QEMU -kernel, Xen). Layout: Xen public/arch-x86/hvm/start_info.h, version 1. */
#include <x86/firmware.h>

enum { PVH_MAGIC = 0x336ec578, PVH_AREAS_MAX = 4096 };

struct pvh_start {
    uint32_t magic, version, flags, modules;
    uint64_t module_list, text, rsdp, map;
    uint32_t map_entries, reserved;
};
struct pvh_module { uint64_t start, bytes, text, reserved; };
struct pvh_area { uint64_t start, bytes; uint32_t type, reserved; };

static void module_read(struct x86_firmware *firmware, const struct pvh_start *start)
{
    const struct pvh_module *module = x86_physical(start->module_list, sizeof *module);

    if (start->modules == 0u || module == 0) return;
    firmware->module_start = module->start;
    firmware->module_bytes = module->bytes;
}

static word_t map_read(struct x86_firmware *firmware, const struct pvh_start *start)
{
    const struct pvh_area *area;

    if (start->map_entries > PVH_AREAS_MAX) return TEXT_X86_PVH_LONG;
    area = x86_physical(start->map, start->map_entries * sizeof *area);
    if (area == 0) return TEXT_X86_PVH_NO_MAP;
    for (uint32_t i = 0; i < start->map_entries; i++) x86_area_add(firmware, area[i].start, area[i].bytes, area[i].type);
    return 0;
}

word_t x86_pvh_read(struct x86_firmware *firmware, uint64_t info)
{
    const struct pvh_start *start = x86_physical(info, sizeof *start);

    if (start == 0 || start->magic != PVH_MAGIC) return TEXT_X86_PVH_NONE;
    if (start->version < 1u) return TEXT_X86_PVH_OLD;
    firmware->rsdp = start->rsdp;
    x86_text_copy(firmware, x86_physical(start->text, X86_TEXT), X86_TEXT);
    module_read(firmware, start);
    return map_read(firmware, start);
}
