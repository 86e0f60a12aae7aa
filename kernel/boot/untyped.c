/* untyped.c - init's cnode, and everything that is memory or device memory as untypeds of init. */
#include <kernel/boot.h>

/* run_length - how many frames from f on have the kind of f. */
/*@ requires f < LIMIT_FRAMES;
    assigns \nothing;
    ensures some: 1 <= \result <= LIMIT_FRAMES - f;
    ensures kind: \forall integer g; f <= g < f + \result ==> frame_kind[g] == frame_kind[f]; */
static word_t run_length(word_t f)
{
    word_t n = 1u;

    /*@ loop invariant range: 1 <= n <= LIMIT_FRAMES - f;
        loop invariant kind: \forall integer g; f <= g < f + n ==> frame_kind[g] == frame_kind[f];
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
    ensures found: \result != 0 ==> f <= \result && \result + min <= LIMIT_FRAMES;
    ensures kind: \result != 0 ==> \forall integer g; \result <= g < \result + min ==> frame_kind[g] == kind; */
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

/* cnode_begin - init's cnode in the n free frames from f on. */
/*@ requires kernel_ok && kinds_plain && 1 <= n <= LIMIT_CNODE_FRAMES && 0 < f && f + n <= LIMIT_FRAMES;
    requires free: \forall integer g; f <= g < f + n ==> frame_kind[g] == KIND_FREE;
    assigns CLEAR_STATE, CAP_STATE, FRAME_STATE, pt_window[0 .. LIMIT_FRAMES - 1];
    ENS_ALL */
static void cnode_begin(word_t f, word_t n)
{
    cnode_create(f, n);
    /*@ assert head: (4 * f) / 4 == f; */
    /*@ assert slot: (128 * f + INIT_SLOT_CNODE) / 128 == f; */
    cap_root(128u * f + INIT_SLOT_CNODE, CAP_CNODE, RIGHT_ALL, 4u * f, 128u * n);
}

word_t boot_cnode(void)
{
    word_t f = run_find(1u, INIT_CNODE_FRAMES + INIT_FREE_MIN, KIND_FREE);
    if (f == 0u) return 0u;

    cnode_begin(f, INIT_CNODE_FRAMES);
    boot.cnode = 128u * f;
    return 1u;
}

/* run_vacant - 1 if none of the n frames from f on is any untyped's. */
/*@ requires f <= LIMIT_FRAMES && n <= LIMIT_FRAMES - f;
    assigns \nothing;
    ensures vacant: \result != 0 ==> \forall integer k; f <= k < f + n ==> frame_owner[k] == 0; */
static word_t run_vacant(word_t f, word_t n)
{
    /*@ loop invariant range: 0 <= i <= n;
        loop invariant vacant: \forall integer k; f <= k < f + i ==> frame_owner[k] == 0;
        loop assigns i;
        loop variant n - i; */
    for (word_t i = 0u; i < n; i++) {
        if (frame_owner[f + i] != 0u) return 0u;
    }
    return 1u;
}

/* run_own - the n frames from f on belong to the untyped f from now on. */
/*@ requires x_mem && 0 < f && 1 <= n && f + n <= LIMIT_FRAMES;
    requires vacant: \forall integer k; f <= k < f + n ==> frame_owner[k] == 0;
    assigns frame_owner[0 .. LIMIT_FRAMES - 1];
    ENS_XMEM
    ensures owned: frame_owner[f] == f;
    ensures unique: \forall integer k; slot_at(k) && cap_window[k].type == CAP_UNTYPED ==> cap_window[k].obj != f; */
static void run_own(word_t f, word_t n)
{
    /*@ assert apart: \forall integer k; slot_at(k) && cap_window[k].type == CAP_UNTYPED ==> cap_window[k].obj < f || f + n <= cap_window[k].obj; */
    /*@ loop invariant range: 0 <= i <= n;
        loop invariant done: \forall integer k; f <= k < f + i ==> frame_owner[k] == f;
        loop invariant rest: \forall integer k; 0 <= k < LIMIT_FRAMES && !(f <= k < f + i) ==> frame_owner[k] == \at(frame_owner[k], Pre);
        loop assigns i, frame_owner[0 .. LIMIT_FRAMES - 1];
        loop variant n - i; */
    for (word_t i = 0u; i < n; i++) {
        frame_owner[f + i] = (uint32_t)f;
    }
}

/* run_note - the largest free untyped serves init's own objects. */
/*@ requires f < LIMIT_FRAMES;
    assigns boot; */
static void run_note(word_t f, word_t n)
{
    if (frame_kind[f] == KIND_FREE && n > boot.ram_frames) {
        boot.ram = INIT_SLOT_UNTYPED + boot.untypeds;
        boot.ram_frames = n;
        boot.place = f;
    }
    boot.untypeds = boot.untypeds + 1u;
}

/* run_give - the run of n frames at f becomes an untyped in init's next untyped slot. */
/*@ requires kernel_ok && 0 < f && 1 <= n && f + n <= LIMIT_FRAMES;
    assigns CAP_STATE, frame_owner[0 .. LIMIT_FRAMES - 1], boot;
    ENS_ALL */
static void run_give(word_t f, word_t n)
{
    if (run_vacant(f, n) == 0u) boot_stop(TEXT_BOOT_PLACE);

    run_own(f, n);
    boot_give(INIT_SLOT_UNTYPED + boot.untypeds, CAP_UNTYPED, f, n);
    run_note(f, n);
}

word_t boot_untypeds(void)
{
    word_t f = 1u;

    boot.untypeds = 0u;
    boot.ram = 0u;
    boot.ram_frames = 0u;
    /*@ loop invariant ok: kernel_ok;
        loop invariant range: 0 < f <= LIMIT_FRAMES;
        loop assigns f, CAP_STATE, frame_owner[0 .. LIMIT_FRAMES - 1], boot;
        loop variant LIMIT_FRAMES - f; */
    while (f < LIMIT_FRAMES && boot.untypeds < LIMIT_REGIONS) {
        word_t n = run_length(f);
        if (frame_kind[f] == KIND_FREE || frame_kind[f] == KIND_DEVICE) {
            run_give(f, n);
        }
        f = f + n;
    }
    return boot.ram_frames >= INIT_FREE_MIN;
}
