/* firmware.c - the small things both boot doors need: bounded reading of physical memory, areas, the command line. */
#include <x86/firmware.h>
#include <x86/layout.h>

const void *x86_physical(uint64_t start, uint64_t bytes)
{
    if (start == 0u || start >= X86_WINDOW_BYTES || bytes > X86_WINDOW_BYTES - start) return 0;
    return (const void *)(X86_WINDOW + start);  /* Trusted: x86-firmware: physical memory below 4 GiB may be read */
}

void x86_area_add(struct x86_firmware *firmware, uint64_t start, uint64_t bytes, uint32_t type)
{
    if (firmware->areas == X86_AREAS || bytes > ~start) return;
    firmware->area[firmware->areas++] = (struct x86_area){ start, bytes, type };
}

void x86_text_copy(struct x86_firmware *firmware, const char *text, uint64_t bytes)
{
    uint32_t i = 0;

    if (text == 0) return;
    for (; i < X86_TEXT - 1u && i < bytes && text[i] != 0; i++) firmware->text[i] = text[i];
    firmware->text[i] = 0;
}
