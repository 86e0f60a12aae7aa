/* frames.c - what each frame is at the start. Order matters: later marks win. Frame 0 is never anybody's: id 0 means "none".
 * Facts come from firmware: ranges are clipped to the frames there are.
 */
#include <kernel/boot.h>

/* frames_mark - that many frames from first become kind. */
/*@ assigns frame_kind[0 .. LIMIT_FRAMES - 1];
    ensures marked: \forall integer f; first <= f < first + count && f < LIMIT_FRAMES ==> frame_kind[f] == kind;
    ensures others: \forall integer f; 0 <= f < LIMIT_FRAMES && !(first <= f < first + count) ==> frame_kind[f] == \old(frame_kind[f]); */
static void frames_mark(word_t first, word_t count, uint8_t kind)
{
    word_t start = first < LIMIT_FRAMES ? first : LIMIT_FRAMES;
    word_t end = count < LIMIT_FRAMES - start ? start + count : LIMIT_FRAMES;

    /*@ loop invariant range: start <= f <= end;
        loop invariant done: \forall integer k; start <= k < f ==> frame_kind[k] == kind;
        loop invariant rest: \forall integer k; 0 <= k < LIMIT_FRAMES && !(start <= k < f) ==> frame_kind[k] == \at(frame_kind[k], Pre);
        loop assigns f, frame_kind[0 .. LIMIT_FRAMES - 1];
        loop variant end - f; */
    for (word_t f = start; f < end; f++) {
        frame_kind[f] = kind;
    }
}

/*@ requires kinds_plain;
    assigns frame_kind[0 .. LIMIT_FRAMES - 1];
    ensures plain: kinds_plain; */
static void frames_memory(void)
{
    /*@ loop invariant range: 0 <= i <= FACTS_REGIONS;
        loop invariant plain: kinds_plain;
        loop assigns i, frame_kind[0 .. LIMIT_FRAMES - 1];
        loop variant FACTS_REGIONS - i; */
    for (word_t i = 0u; i < FACTS_REGIONS; i++) {
        frames_mark(boot_facts.memory[i].first, boot_facts.memory[i].count, KIND_FREE);
    }
}

/*@ requires kinds_plain;
    assigns frame_kind[0 .. LIMIT_FRAMES - 1];
    ensures plain: kinds_plain; */
static void frames_reserved(void)
{
    /*@ loop invariant range: 0 <= i <= FACTS_REGIONS;
        loop invariant plain: kinds_plain;
        loop assigns i, frame_kind[0 .. LIMIT_FRAMES - 1];
        loop variant FACTS_REGIONS - i; */
    for (word_t i = 0u; i < FACTS_REGIONS; i++) {
        frames_mark(boot_facts.reserved[i].first, boot_facts.reserved[i].count, KIND_NONE);
    }
}

void boot_frames(void)
{
    frames_mark(0u, LIMIT_FRAMES, KIND_DEVICE);
    frames_memory();
    frames_reserved();
    frames_mark(boot_facts.init.first, boot_facts.init.count, KIND_DEVICE);
    if (boot_facts.initrd_first != 0u) {
        frames_mark(boot_facts.initrd_first, boot_facts.initrd_bytes / 4096u + 1u, KIND_DEVICE);
    }
    frames_mark(0u, 1u, KIND_NONE);
}
