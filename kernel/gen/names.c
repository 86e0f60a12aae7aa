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
