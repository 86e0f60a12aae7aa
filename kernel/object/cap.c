/* cap.c - what slots hold. Contents, reference count and the ghost enumeration of the slots that name an object change only here,
 * and together. Each filling takes the next generation, so a handle to what a slot held before never matches again.
 */
#include <kernel/cap.h>

word_t ops_of(word_t type, word_t rights)
{
    word_t read = rights % 2u, write = rights / 2u % 2u, reply = rights / 8u % 2u;

    if (type == CAP_ENDPOINT) return (write == 1u && reply == 1u ? OPS_CALL : 0u) + OPS_RECV * read;
    if (type == CAP_NOTIFICATION) return OPS_SIGNAL * write + OPS_WAIT * read;
    return 0u;
}

word_t rights_within(word_t a, word_t b)
{
    return a % 2u <= b % 2u && a / 2u % 2u <= b / 2u % 2u && a / 4u % 2u <= b / 4u % 2u && a / 8u % 2u <= b / 8u % 2u;
}

/* gen_take - the generation of the slot filled now; 0 means "any" in capability pointers, so it is never given. */
/*@ assigns kernel_gen;
    ensures taken: \result == \old(kernel_gen) && kernel_gen == gen_next(\old(kernel_gen)); */
static uint32_t gen_take(void)
{
    uint32_t gen = kernel_gen;

    kernel_gen = gen == 0xffffffffu ? 1u : gen + 1u;
    return gen;
}

/* cap_write - the contents of a slot, without any count. */
/*@ requires slot_at(s) && type <= CAP_KERNEL && rights <= RIGHT_ALL && o <= 4294967295;
    assigns cap_window[s], kernel_gen;
    ENS_GEN(s)
    ensures set: IS_CAP(s, type, rights, o, badge);
    ensures ops: ops_are(cap_window[s].ops, type, rights); */
static void cap_write(word_t s, word_t type, word_t rights, word_t o, word_t badge)
{
    CAP(s).gen = gen_take();
    CAP(s).type = (uint8_t)type;
    CAP(s).rights = (uint8_t)rights;
    CAP(s).ops = (uint8_t)ops_of(type, rights);
    CAP(s).badge = badge;
    CAP(s).obj = (uint32_t)o;
    CAP(s).map = 0u;
}

/* cap_wipe - the slot says it is empty. */
/*@ requires slot_at(s);
    assigns cap_window[s].type, cap_window[s].rights, cap_window[s].ops;
    ensures wiped: cap_window[s].type == CAP_NULL && cap_window[s].rights == 0 && cap_window[s].ops == 0; */
static void cap_wipe(word_t s)
{
    CAP(s).type = CAP_NULL;
    CAP(s).rights = 0u;
    CAP(s).ops = 0u;
}

void cap_set(word_t s, word_t type, word_t rights, word_t o, word_t badge)
{
    cap_write(s, type, rights, o, badge);
    /*@ ghost ref_idx[s] = ref_window[o]; */
    /*@ ghost ref_at[o].at[ref_window[o]] = (uint32_t)s; */
    REFS(o) = REFS(o) + 1u;
}

void cap_put(word_t s, word_t type, word_t rights, word_t o, word_t badge)
{
    cap_write(s, type, rights, o, badge);
}

void cap_fill(word_t s, word_t type, word_t rights, word_t o, word_t badge)
{
    if (cap_counted(type)) {
        cap_set(s, type, rights, o, badge);
    } else {
        cap_put(s, type, rights, o, badge);
    }
}

/* ref_drop - slot s is no more among those that name its object o: the last of the enumeration takes its index. */
/*@ requires ref_max && ref_in && ref_of && counted(s) && o == cap_window[s].obj && obj_at(o);
    assigns ref_window[o], ref_idx[0 .. LIMIT_SLOTS - 1], ref_at[o];
    ensures max: ref_max; ensures of: ref_of;
    ensures in: ref_in_but(s);
    ensures unlisted: \forall integer k, i; 0 < k < LIMIT_OBJECTS && 0 <= i < ref_window[k] ==> ref_at[k].at[i] != s;
    ensures count: ref_window[o] == \old(ref_window[o]) - 1; */
static void ref_drop(word_t s, word_t o)
{
    (void)s; /* ghost code alone looks at it */
    /*@ ghost uint32_t last = ref_at[o].at[ref_window[o] - 1u]; */
    /*@ assert tail: counted(last) && cap_window[last].obj == o && ref_idx[last] == ref_window[o] - 1; */
    /*@ ghost ref_at[o].at[ref_idx[s]] = last; */
    /*@ ghost ref_idx[last] = ref_idx[s]; */
    REFS(o) = REFS(o) - 1u;
}

void cap_clear(word_t s)
{
    ref_drop(s, CAP(s).obj);
    cap_wipe(s);
}

void cap_void(word_t s)
{
    cap_wipe(s);
}

void cap_move(word_t s, word_t d)
{
    cap_write(d, CAP(s).type, CAP(s).rights, CAP(s).obj, CAP(s).badge);
    CAP(d).map = CAP(s).map;
    /*@ ghost if (CAP_CNODE <= cap_window[s].type && cap_window[s].type <= CAP_PAGE) {
          ref_idx[d] = ref_idx[s];
          ref_at[cap_window[s].obj].at[ref_idx[s]] = (uint32_t)d;
        } */
    cap_wipe(s);
}

err_t cptr_check(word_t cptr)
{
    word_t index = cptr / 4294967296u, gen = cptr % 4294967296u;

    if (index >= CN(core_cur).limit) return ERR_SLOT;
    if (gen != 0u && CAP(CN(core_cur).base + index).gen != gen) return ERR_STALE;
    return ERR_NONE;
}

word_t cptr_find(word_t cptr)
{
    return CN(core_cur).base + cptr / 4294967296u;
}
