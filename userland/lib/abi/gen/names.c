/* names.c - what numbers are called in the spec. Generated from spec/abi and spec/object. */
#include <names.h>

const char *name_call(word_t number)
{
    switch (number) {
    case 0u: return "call";
    case 1u: return "reply_recv";
    case 3u: return "call_long";
    case 4u: return "reply_recv_long";
    case 5u: return "signal";
    case 6u: return "wait";
    case 7u: return "send";
    case 8u: return "recv";
    case 9u: return "reply";
    case 10u: return "send_nb";
    case 11u: return "recv_nb";
    case 12u: return "wait_nb";
    case 13u: return "yield";
    case 14u: return "send_long";
    case 15u: return "recv_long";
    case 16u: return "untyped.split";
    case 17u: return "untyped.retype";
    case 18u: return "untyped.inspect";
    case 32u: return "cnode.copy";
    case 33u: return "cnode.mint";
    case 34u: return "cnode.move";
    case 35u: return "cnode.delete";
    case 36u: return "cnode.revoke";
    case 37u: return "cnode.inspect";
    case 48u: return "thread.configure";
    case 49u: return "thread.set_priority";
    case 50u: return "thread.write";
    case 51u: return "thread.resume";
    case 52u: return "thread.suspend";
    case 53u: return "thread.inspect";
    case 54u: return "thread.set_flags";
    case 55u: return "thread.read";
    case 64u: return "reply.save";
    case 65u: return "reply.send";
    case 80u: return "vspace.map";
    case 81u: return "vspace.link";
    case 82u: return "vspace.query";
    case 96u: return "page_table.unlink";
    case 112u: return "page.unmap";
    case 113u: return "page.protect";
    case 114u: return "page.inspect";
    case 128u: return "irq_control.get";
    case 129u: return "irq_control.timer";
    case 130u: return "irq_control.port";
    case 144u: return "irq.bind";
    case 145u: return "irq.ack";
    case 160u: return "timer.set";
    case 161u: return "timer.cancel";
    case 162u: return "timer.now";
    case 176u: return "port.read";
    case 177u: return "port.write";
    case 192u: return "kernel.frame";
    case 193u: return "kernel.trace";
    case 194u: return "kernel.stat";
    case 195u: return "kernel.power_off";
    case 196u: return "kernel.info";
    case 197u: return "kernel.put";
    default: return "?";
    }
}

const char *name_fault(word_t number)
{
    switch (number) {
    case 0u: return "none";
    case 1u: return "read";
    case 2u: return "write";
    case 3u: return "execute";
    case 4u: return "instruction";
    case 5u: return "arithmetic";
    case 6u: return "alignment";
    case 7u: return "breakpoint";
    case 8u: return "syscall";
    case 9u: return "other";
    default: return "?";
    }
}

const char *name_error(word_t number)
{
    switch (number) {
    case 0u: return "ERR_NONE";
    case 1u: return "ERR_METHOD";
    case 2u: return "ERR_SLOT";
    case 3u: return "ERR_STALE";
    case 4u: return "ERR_TYPE";
    case 5u: return "ERR_RIGHTS";
    case 6u: return "ERR_EMPTY";
    case 7u: return "ERR_OCCUPIED";
    case 8u: return "ERR_RANGE";
    case 9u: return "ERR_ALIGN";
    case 10u: return "ERR_WX";
    case 11u: return "ERR_OWNER";
    case 12u: return "ERR_CHILD";
    case 13u: return "ERR_DEPTH";
    case 14u: return "ERR_STATE";
    case 15u: return "ERR_GONE";
    case 16u: return "ERR_AGAIN";
    case 17u: return "ERR_WOULD_BLOCK";
    case 18u: return "ERR_REFS";
    case 19u: return "ERR_BUFFER";
    case 20u: return "ERR_UNMAPPED";
    case 21u: return "ERR_FAULT";
    default: return "?";
    }
}

const char *name_cap(word_t number)
{
    switch (number) {
    case 0u: return "null";
    case 1u: return "untyped";
    case 2u: return "cnode";
    case 3u: return "thread";
    case 4u: return "reply";
    case 5u: return "endpoint";
    case 6u: return "notification";
    case 7u: return "vspace";
    case 8u: return "page_table";
    case 9u: return "page";
    case 10u: return "irq_control";
    case 11u: return "irq";
    case 12u: return "timer";
    case 13u: return "port";
    case 14u: return "kernel";
    default: return "?";
    }
}

const char *name_state(word_t number)
{
    switch (number) {
    case 0u: return "inactive";
    case 1u: return "ready";
    case 2u: return "running";
    case 3u: return "blocked";
    default: return "?";
    }
}

const char *name_kind(word_t number)
{
    switch (number) {
    case 0u: return "none";
    case 1u: return "free";
    case 2u: return "user";
    case 3u: return "device";
    case 4u: return "tcb";
    case 5u: return "endpoint";
    case 6u: return "notification";
    case 7u: return "reply";
    case 8u: return "cnode";
    case 9u: return "page_table";
    default: return "?";
    }
}

const char *text_error(word_t number)
{
    switch (number) {
    case 0u: return "done";
    case 1u: return "there is no such system call";
    case 2u: return "the index or capability pointer names no slot";
    case 3u: return "the slot was filled again since the handle was made";
    case 4u: return "the capability or object is of another type";
    case 5u: return "the capability lacks a right that this call needs";
    case 6u: return "the slot is empty";
    case 7u: return "the place is already taken";
    case 8u: return "a number is out of its range";
    case 9u: return "an address is not aligned";
    case 10u: return "memory is never both writable and executable";
    case 11u: return "the memory belongs to someone else";
    case 12u: return "the capability still has descendants; revoke it first";
    case 13u: return "the derivation is as deep as it may be";
    case 14u: return "the object is in a state where this makes no sense";
    case 15u: return "the partner or object was destroyed while waiting";
    case 16u: return "the operation made progress and wants to be called again";
    case 17u: return "nobody is waiting at the other end";
    case 18u: return "too many capabilities name the object";
    case 19u: return "the thread has no message buffer";
    case 20u: return "there is no page table for the address";
    case 21u: return "the thread has faulted";
    default: return "unknown";
    }
}
