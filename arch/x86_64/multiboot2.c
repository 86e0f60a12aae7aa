/* multiboot2.c - the second door: multiboot2 information (GRUB, BIOS and UEFI). Specification 2.0, section 3.6.
 * A tag is {type, size, content}; the walk never leaves total_size, and a tag is read only as far as its size. */
#include <x86/firmware.h>

enum { TAG_END = 0, TAG_TEXT = 1, TAG_MODULE = 3, TAG_MAP = 6, TAG_RSDP_OLD = 14, TAG_RSDP_NEW = 15 };
enum { INFO_MAX = 1 << 20 };

struct head { uint32_t total, reserved; };
struct tag { uint32_t type, size; };
struct tag_module { struct tag tag; uint32_t start, end; };
struct tag_map { struct tag tag; uint32_t entry_bytes, version; };
struct map_entry { uint64_t start, bytes; uint32_t type, reserved; };

static void module_read(struct x86_firmware *firmware, uint64_t at)
{
    const struct tag_module *m = x86_physical(at, sizeof *m);

    if (m == 0 || m->tag.size < sizeof *m || m->end < m->start || firmware->module_bytes != 0u) return;
    firmware->module_start = m->start;
    firmware->module_bytes = m->end - m->start;
}

static void map_read(struct x86_firmware *firmware, uint64_t at)
{
    const struct tag_map *map = x86_physical(at, sizeof *map);

    if (map == 0 || map->tag.size < sizeof *map || map->entry_bytes < sizeof(struct map_entry)) return;
    for (uint64_t o = sizeof *map; o + map->entry_bytes <= map->tag.size; o += map->entry_bytes) {
        const struct map_entry *e = x86_physical(at + o, sizeof *e);
        if (e != 0) x86_area_add(firmware, e->start, e->bytes, e->type);
    }
}

static void tag_read(struct x86_firmware *firmware, const struct tag *tag, uint64_t at)
{
    if (tag->type == TAG_MODULE) module_read(firmware, at);
    if (tag->type == TAG_MAP) map_read(firmware, at);
    if (tag->type == TAG_TEXT) x86_text_copy(firmware, x86_physical(at + sizeof *tag, tag->size - sizeof *tag), tag->size - sizeof *tag);
    if (tag->type == TAG_RSDP_NEW || (tag->type == TAG_RSDP_OLD && firmware->rsdp == 0u)) firmware->rsdp = at + sizeof *tag;
}

word_t x86_multiboot2_read(struct x86_firmware *firmware, uint64_t info)
{
    const struct head *head = x86_physical(info, sizeof *head);

    if (head == 0 || head->total > INFO_MAX || x86_physical(info, head->total) == 0) return TEXT_X86_MB2_NONE;
    for (uint64_t o = sizeof *head; o + sizeof(struct tag) <= head->total;) {
        const struct tag *tag = x86_physical(info + o, sizeof *tag);
        if (tag->type == TAG_END) break;
        if (tag->size < sizeof *tag || tag->size > head->total - o) return TEXT_X86_MB2_BROKEN;
        tag_read(firmware, tag, info + o);
        o += (tag->size + 7u) / 8u * 8u;
    }
    return firmware->areas == 0u ? TEXT_X86_MB2_NO_MAP : 0;
}
