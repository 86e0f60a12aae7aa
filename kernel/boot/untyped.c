/* untyped.c - init's cnode, and everything that is memory or device memory as untypeds of init. */
#include <kernel/boot.h>
#include <kernel/untyped.h>

/* run_length - how many frames from f on have the kind of f. */
/*@ requires f < LIMIT_FRAMES;
    assigns \nothing;
    ensures some: 1 <= \result <= LIMIT_FRAMES - f; */
static word_t run_length(word_t f)
{
    word_t n = 1u;

    /*@ loop invariant range: 1 <= n <= LIMIT_FRAMES - f;
        loop assigns n;
        loop variant LIMIT_FRAMES - f - n; */
    while (f + n < LIMIT_FRAMES && frame_kind[f + n] == frame_kind[f]) {
        n++;
    }
    return n;
}

/* run_find - the first frame of the first run of that kind with at least min frames, from f on; 0 if there is none. */
/*@ requires 0 < f <= LIMIT_FRAMES;
    assigns \nothing;
    ensures found: \result == 0 || (f <= \result < LIMIT_FRAMES && frame_kind[\result] == kind); */
static word_t run_find(word_t f, word_t min, uint8_t kind)
{
    word_t at = f;

    /*@ loop invariant range: f <= at <= LIMIT_FRAMES;
        loop assigns at;
        loop variant LIMIT_FRAMES - at; */
    while (at < LIMIT_FRAMES) {
        word_t n = run_length(at);
        if (frame_kind[at] == kind && n >= min) return at;
        at = at + n;
    }
    return 0u;
}

word_t boot_cnode(void)
{
    word_t f = run_find(1u, INIT_CNODE_FRAMES + INIT_FREE_MIN, KIND_FREE);
    if (f == 0u) return 0u;

    cnode_create(f, INIT_CNODE_FRAMES);
    boot.cnode = f * 128u;
    cap_root(boot.cnode + INIT_SLOT_CNODE, CAP_CNODE, RIGHT_ALL, f * 4u, INIT_CNODE_FRAMES * 128u);
    return 1u;
}

/* run_own - the run of n frames from f on belongs to the untyped f from now on. */
/*@ requires 0 < f < LIMIT_FRAMES && n <= LIMIT_FRAMES - f;
    assigns frame_owner[f .. f + n - 1];
    ensures owned: \forall integer k; f <= k < f + n ==> frame_owner[k] == f; */
static void run_own(word_t f, word_t n)
{
    /*@ loop invariant range: 0 <= i <= n;
        loop invariant done: \forall integer k; f <= k < f + i ==> frame_owner[k] == f;
        loop assigns i, frame_owner[f .. f + n - 1];
        loop variant n - i; */
    for (word_t i = 0u; i < n; i++) {
        frame_owner[f + i] = (uint32_t)f;
    }
}

/* run_give - the run at f becomes an untyped in init's next untyped slot. The largest free one serves init's own objects. */
static void run_give(word_t f, word_t n)
{
    word_t s = boot.cnode + INIT_SLOT_UNTYPED + boot.untypeds;

    run_own(f, n);
    cap_give(boot.cnode + INIT_SLOT_CNODE, s, CAP_UNTYPED, RIGHT_ALL, f, n);
    boot.untypeds = boot.untypeds + 1u;
    if (frame_kind[f] == KIND_FREE && (boot.ram == 0u || n > CAP(boot.ram).badge)) {
        boot.ram = s;
        boot.place = f;
    }
}

word_t boot_untypeds(void)
{
    word_t f = 1u;

    while (f < LIMIT_FRAMES && boot.untypeds < LIMIT_REGIONS) {
        word_t n = run_length(f);
        if (frame_kind[f] == KIND_FREE || frame_kind[f] == KIND_DEVICE) {
            run_give(f, n);
        }
        f = f + n;
    }
    return boot.ram != 0u && CAP(boot.ram).badge >= INIT_FREE_MIN;
}
