/* volume.c - a whole small image: edited, mounted, used, let go of, checked, repaired, checked. */
#include "fuzz.h"

static void lives(struct input *in, struct scene *s, uint32_t most)
{
    struct life l = {.in = in, .s = s};
    if (!life_mount(&l)) return;
    for (uint32_t n = 0; n < most && l.fs && !input_ends(in); n++) life_step(&l);
    if (l.fs) life_unmount(&l, input_pick(in, 2));
}

void fuzz_volume(struct input *in)
{
    struct scene s;
    scene_begin(&s, 1);
    image_edit(in, &s.d, &s.o);
    if (input_pick(in, 4) != 1) lives(in, &s, 24);
    scene_check(&s, 0);
    lives(in, &s, 12);
    scene_end(&s);
}

/* fuzz_operations - Of a good volume, that a device or an allocator may fail now and then: it stays good. */
void fuzz_operations(struct input *in)
{
    struct scene s;
    scene_begin(&s, input_pick(in, 2));
    struct life l = {.in = in, .s = &s, .honest = 1};
    HOLDS(life_mount(&l));
    for (uint32_t n = 0; n < 120 && l.fs && !input_ends(in); n++) life_step(&l);
    if (l.fs) life_unmount(&l, input_pick(in, 2));
    scene_check(&s, 1);
    scene_end(&s);
}
