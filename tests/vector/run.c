/* run.c - the interpreter of the test vectors: the same on the host and on the target. See vector.h. */
#include "vector.h"

enum { OWN_CNODE = 1, OWN_THREAD = 2, KERNEL_CAP = 5, REPEAT_MAX = 100000 };
enum { LOOK_FRAMES = 64, LOOK_SLOTS = 64 }; /* named slots and the beginning of the chain, from which the rest is derived */
static const struct vector_host *host;
static word_t base[VECTOR_BASES];

static word_t handle(word_t slot) { return slot << 32; }

/* call - with self in slot `self` and two arguments, until the answer is not ERR_AGAIN. */
static err_t call(word_t method, word_t self, word_t a, word_t b, word_t *answer)
{
    word_t arg[VECTOR_ARGS] = {handle(self), a, b};
    err_t err = ERR_AGAIN;
    for (int i = 0; i < REPEAT_MAX && err == ERR_AGAIN; i++) err = host->call(method, 0, arg, answer);
    return err;
}

static word_t value_of(const struct vector_value *v, uint32_t repetition)
{
    word_t n = base[v->base] + v->n + (word_t)((int64_t)v->walk * repetition);
    return (v->handle ? handle(n) : n) + v->gen;
}

/* step_once - ERR_*: what the call answers. */
static err_t step_once(const struct vector_step *s, uint32_t repetition)
{
    word_t arg[VECTOR_ARGS];
    err_t err = ERR_AGAIN;
    for (int i = 0; i < VECTOR_ARGS; i++) arg[i] = value_of(&s->arg[i], repetition);
    if (s->method == VECTOR_BUFFER) {
        host->buffer(arg[0], arg[1]);
        return ERR_NONE;
    }
    for (int i = 0; i < REPEAT_MAX && err == ERR_AGAIN; i++) err = host->call(s->method, value_of(&s->count, repetition), arg, 0);
    return err;
}

static err_t step_run(const struct vector_step *s)
{
    err_t err = ERR_NONE;
    for (uint32_t i = 0; i < s->repeat && err == ERR_NONE; i++) err = step_once(s, i);
    return err;
}

/* mix - one number for many: FNV-1a over words. */
static word_t mix(word_t sum, const word_t *word, int words)
{
    for (int i = 0; i < words; i++) sum = (sum ^ word[i]) * 0x100000001b3u;
    return sum;
}

/* thread_sum - what inspect tells of a thread, without the slices it used up (word 5). */
static word_t thread_sum(word_t sum, word_t slot)
{
    word_t answer[VECTOR_ANSWERS] = {0};
    call(SYS_THREAD_INSPECT, slot, 0, 0, answer);
    answer[5] = 0;
    return mix(sum, answer, VECTOR_ANSWERS);
}

/* look - one number for what the inspect calls tell: slots filled since boot, the frames, the scratch slots, their threads. */
static word_t look(void)
{
    word_t sum = 0, answer[VECTOR_ANSWERS] = {0};
    call(SYS_KERNEL_INFO, KERNEL_CAP, 0, 0, answer);
    sum = mix(sum, &answer[2], 1);
    for (word_t f = 0; f < LOOK_FRAMES; f++) {
        call(SYS_KERNEL_FRAME, KERNEL_CAP, base[VECTOR_FRAME] + f, 0, answer);
        sum = mix(sum, answer, 4);
    }
    for (word_t i = 0; i < LOOK_SLOTS; i++) {
        call(SYS_CNODE_INSPECT, OWN_CNODE, base[VECTOR_SCRATCH] + i, 0, answer);
        sum = mix(sum, answer, 6);
        if (answer[0] == CAP_THREAD) sum = thread_sum(sum, base[VECTOR_SCRATCH] + i);
    }
    return thread_sum(sum, OWN_THREAD);
}

/* reset - Everything made is destroyed, every scratch slot empty. 0 if that is not so. */
static int reset(void)
{
    int done = call(SYS_CNODE_REVOKE, OWN_CNODE, base[VECTOR_RAM], 0, 0) == ERR_NONE;
    for (word_t i = 0; i < LOOK_SLOTS; i++) {
        word_t slot = base[VECTOR_SCRATCH] + i, answer[VECTOR_ANSWERS] = {0};
        if (call(SYS_CNODE_INSPECT, OWN_CNODE, slot, 0, answer) != ERR_NONE) return 0;
        if (answer[0] == CAP_NULL) continue;
        done &= call(SYS_CNODE_REVOKE, OWN_CNODE, slot, 0, 0) == ERR_NONE;
        done &= call(SYS_CNODE_DELETE, OWN_CNODE, slot, 0, 0) == ERR_NONE;
    }
    return done;
}

/* region_largest - The untyped with most frames, of memory or of devices. */
static const struct bootinfo_region *region_largest(word_t device)
{
    const struct bootinfo_region *found = 0;
    for (word_t i = 0; i < host->info->untypeds; i++) {
        const struct bootinfo_region *r = &host->info->untyped[i];
        if (r->device == device && (found == 0 || r->count > found->count)) found = r;
    }
    return found;
}

int vector_begin(const struct vector_host *h)
{
    host = h;
    const struct bootinfo_region *ram = region_largest(0), *device = region_largest(1);
    if (ram == 0 || device == 0 || ram->count < 2 * VECTOR_FRAMES) return 0;
    if (h->info->first_free + 1 + VECTOR_SLOTS > h->info->slots) return 0;
    word_t first = ram->first + ram->count - VECTOR_FRAMES - 1; /* the last frame stays outside: it belongs to someone else */
    base[VECTOR_RAM] = h->info->first_free;
    base[VECTOR_SCRATCH] = h->info->first_free + 1;
    base[VECTOR_SLOTS_END] = h->info->slots;
    base[VECTOR_DEVICE] = device->slot;
    base[VECTOR_DEVICE_OBJECT] = 4 * (device->first + device->count - 1);
    base[VECTOR_FRAME] = first;
    base[VECTOR_OBJECT] = 4 * first;
    base[VECTOR_IRQ] = h->info->console_irq;
    base[VECTOR_HELPER_PC] = h->helper_pc;
    base[VECTOR_HELPER_SP] = h->helper_sp;
    word_t arg[VECTOR_ARGS] = {handle(ram->slot), first, VECTOR_FRAMES, base[VECTOR_RAM]};
    err_t err = ERR_AGAIN;
    for (int i = 0; i < REPEAT_MAX && err == ERR_AGAIN; i++) err = h->call(SYS_UNTYPED_SPLIT, 0, arg, 0);
    return err == ERR_NONE && call(SYS_THREAD_SET_PRIORITY, OWN_THREAD, VECTOR_PRIORITY, 0, 0) == ERR_NONE;
}

/* last_call - The set-up is done: now the call itself, and a look around before and after it. */
static enum vector_result last_call(const struct vector *v, const struct vector_step *s, err_t *answer)
{
    word_t sum = v->error == ERR_NONE ? 0 : look();
    host->before();
    *answer = step_once(s, 0);
    if (*answer != v->error) return VECTOR_ANSWER;
    if (v->error == ERR_NONE) return VECTOR_OK;
    return host->unchanged() && look() == sum ? VECTOR_OK : VECTOR_CHANGED;
}

enum vector_result vector_run(const struct vector *v, uint32_t *step, err_t *answer)
{
    const struct vector_step *s = &vector_steps[v->first];
    enum vector_result result = VECTOR_SETUP;
    if (v->when == (host->ports ? WHEN_NO_PORTS : WHEN_PORTS)) return VECTOR_SKIPPED;
    *answer = ERR_NONE;
    for (*step = 0; *step + 1 < v->steps && *answer == ERR_NONE; ++*step) *answer = step_run(&s[*step]);
    if (*answer == ERR_NONE) result = last_call(v, &s[v->steps - 1], answer);
    if (!reset() && result == VECTOR_OK) result = VECTOR_RESET;
    return result;
}

const char *vector_result_text(enum vector_result result)
{
    static const char *const text[] = {"ok", "not for this machine", "the set-up failed", "another answer", "something changed", "the reset failed"};
    return text[result];
}
