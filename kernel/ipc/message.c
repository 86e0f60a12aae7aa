/* message.c - what the slow path moves between threads: register images, buffer words, one capability. A receiver's image is cleared
 * before it is filled, so that only the message crosses. Knows neither queues nor scheduling. */
#include <kernel/message.h>
#include <kernel/cspace.h>
#include <arch/memory.h>

void regs_clear(word_t t)
{
    /*@ loop invariant range: 0 <= i <= ARCH_REGS;
        loop invariant zero: \forall integer k; 0 <= k < i ==> reg_window[t].at[k] == 0;
        loop assigns i, reg_window[t].at[0 .. ARCH_REGS - 1];
        loop variant ARCH_REGS - i; */
    for (word_t i = 0u; i < ARCH_REGS; i++) {
        REG(t, i) = 0u;
    }
}

void regs_answer(word_t t, word_t badge)
{
    regs_clear(t);
    REG(t, REG_BADGE) = badge;
}

void message_copy(word_t from, word_t to, word_t badge)
{
    regs_answer(to, badge);
    REG(to, REG_LABEL) = REG(from, REG_LABEL);
    /*@ loop invariant range: 0 <= i <= LIMIT_MESSAGE_WORDS;
        loop invariant words: \forall integer k; REG_WORD <= k < REG_WORD + i ==> reg_window[to].at[k] == reg_window[from].at[k];
        loop assigns i, reg_window[to].at[REG_WORD .. REG_WORD + LIMIT_MESSAGE_WORDS - 1];
        loop variant LIMIT_MESSAGE_WORDS - i; */
    for (word_t i = 0u; i < LIMIT_MESSAGE_WORDS; i++) {
        REG(to, REG_WORD + i) = REG(from, REG_WORD + i);
    }
}

word_t message_buffer(word_t from, word_t to, word_t xfer)
{
    word_t n = xfer % MESSAGE_GRANT, src = THR(from).buf, dst = THR(to).buf;

    if (n > LIMIT_BUFFER_WORDS || src == 0u || dst == 0u) {
        return 0u;
    }
    arch_buffer_copy(dst, src, n);
    return n;
}

void message_deliver(word_t from, word_t to, word_t badge, word_t xfer)
{
    message_copy(from, to, badge);
    REG(to, REG_COUNT) = message_buffer(from, to, xfer);
}

err_t message_check(word_t grant)
{
    word_t me = core_cur, count = REG(me, REG_COUNT), cptr;
    err_t err;

    if (count >= 2u * MESSAGE_GRANT || count % MESSAGE_GRANT > LIMIT_BUFFER_WORDS) return ERR_RANGE;
    if (THR(me).buf == 0u) return ERR_BUFFER;
    if (count < MESSAGE_GRANT) return ERR_NONE;
    if (grant == 0u) return ERR_RIGHTS;
    cptr = arch_buffer_word(THR(me).buf, BUFFER_SOURCE);
    err = cptr_check(cptr);
    if (err != ERR_NONE) return err;
    return CAP(cptr_find(cptr)).type == CAP_NULL ? ERR_EMPTY : ERR_NONE;
}

/* grant_source - the slot that from means by that handle, 0 if there is none any more. */
/*@ requires tcb_at(from) && cn_ok;
    assigns \nothing;
    ensures at: \result == 0 || cslot_at(\result);
    ensures some: \result != 0 <==> cptr_in(cptr, from) && cptr_fresh(cptr, from);
    ensures slot: \result != 0 ==> \result == cptr_name(cptr, from); */
static word_t grant_source(word_t from, word_t cptr)
{
    word_t index = cptr / 4294967296u, gen = cptr % 4294967296u, s;

    if (index >= CN(from).limit) return 0u;
    s = CN(from).base + index;
    return gen != 0u && CAP(s).gen != gen ? 0u : s;
}

/* grant_target - the empty slot at place i of to's capability space if what slot s holds can be copied to it, else 0. */
/*@ requires kernel_ok && cn_ok && cslot_at(s) && tcb_at(to);
    assigns \nothing;
    ensures some: \result != 0 <==> i < cn_window[to].limit && cap_window[cn_window[to].base + i].type == CAP_NULL && derivable(s);
    ensures slot: \result != 0 ==> \result == cn_window[to].base + i && cslot_at(\result) && cap_window[\result].type == CAP_NULL; */
static word_t grant_target(word_t s, word_t to, word_t i)
{
    word_t d;

    if (i >= CN(to).limit) return 0u;
    d = CN(to).base + i;
    /*@ assert at: cslot_at(d); */
    return CAP(d).type == CAP_NULL && derive_check(s) == ERR_NONE ? d : 0u;
}

/* grant_copy - the empty slot d holds what slot s holds, with the same rights, as its child. */
/*@ requires kernel_ok && derivable(s) && cslot_at(d) && cap_window[d].type == CAP_NULL;
    assigns CAP_STATE;
    ENS_ALL
    ensures copied: copied{Pre,Post}(s, d);
    ensures kept: kept_caps{Pre,Post}(d); */
static void grant_copy(word_t s, word_t d)
{
    cnode_copy(d, s, CAP(s).rights);
}

void message_grant(word_t from, word_t to, word_t xfer)
{
    word_t src = THR(from).buf, dst = THR(to).buf, s, d;

    if (xfer < MESSAGE_GRANT || src == 0u || dst == 0u) return;
    cspace_known();
    s = grant_source(from, arch_buffer_word(src, BUFFER_SOURCE));
    d = s == 0u ? 0u : grant_target(s, to, arch_buffer_word(dst, BUFFER_PLACE));
    /*@ assert place: d != 0 <==> gives(from, to, xfer); */
    if (d == 0u) return;
    /*@ assert names: s == gift(from) && d == place(to); */
    grant_copy(s, d);
    /*@ assert done: copied{Pre,Here}(\at(gift(from),Pre), \at(place(to),Pre)) && kept_caps{Pre,Here}(\at(place(to),Pre)); */
    REG(to, REG_COUNT) = MESSAGE_GRANT + REG(to, REG_COUNT) % MESSAGE_GRANT;
}
