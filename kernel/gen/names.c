/* names.c - what numbers are called in the spec. Generated from spec/abi and spec/object. */
#include <names.h>

word_t name_call(word_t number)
{
    switch (number) {
    case 0u: return TEXT_CALL_CALL;
    case 1u: return TEXT_CALL_REPLY_RECV;
    case 3u: return TEXT_CALL_CALL_LONG;
    case 4u: return TEXT_CALL_REPLY_RECV_LONG;
    case 5u: return TEXT_CALL_SIGNAL;
    case 6u: return TEXT_CALL_WAIT;
    case 7u: return TEXT_CALL_SEND;
    case 8u: return TEXT_CALL_RECV;
    case 9u: return TEXT_CALL_REPLY;
    case 10u: return TEXT_CALL_SEND_NB;
    case 11u: return TEXT_CALL_RECV_NB;
    case 12u: return TEXT_CALL_WAIT_NB;
    case 13u: return TEXT_CALL_YIELD;
    case 14u: return TEXT_CALL_SEND_LONG;
    case 15u: return TEXT_CALL_RECV_LONG;
    case 16u: return TEXT_CALL_UNTYPED_SPLIT;
    case 17u: return TEXT_CALL_UNTYPED_RETYPE;
    case 18u: return TEXT_CALL_UNTYPED_INSPECT;
    case 32u: return TEXT_CALL_CNODE_COPY;
    case 33u: return TEXT_CALL_CNODE_MINT;
    case 34u: return TEXT_CALL_CNODE_MOVE;
    case 35u: return TEXT_CALL_CNODE_DELETE;
    case 36u: return TEXT_CALL_CNODE_REVOKE;
    case 37u: return TEXT_CALL_CNODE_INSPECT;
    case 48u: return TEXT_CALL_THREAD_CONFIGURE;
    case 49u: return TEXT_CALL_THREAD_SET_PRIORITY;
    case 50u: return TEXT_CALL_THREAD_WRITE;
    case 51u: return TEXT_CALL_THREAD_RESUME;
    case 52u: return TEXT_CALL_THREAD_SUSPEND;
    case 53u: return TEXT_CALL_THREAD_INSPECT;
    case 54u: return TEXT_CALL_THREAD_SET_FLAGS;
    case 55u: return TEXT_CALL_THREAD_READ;
    case 64u: return TEXT_CALL_REPLY_SAVE;
    case 65u: return TEXT_CALL_REPLY_SEND;
    case 80u: return TEXT_CALL_VSPACE_MAP;
    case 81u: return TEXT_CALL_VSPACE_LINK;
    case 82u: return TEXT_CALL_VSPACE_QUERY;
    case 96u: return TEXT_CALL_PAGE_TABLE_UNLINK;
    case 112u: return TEXT_CALL_PAGE_UNMAP;
    case 113u: return TEXT_CALL_PAGE_PROTECT;
    case 114u: return TEXT_CALL_PAGE_INSPECT;
    case 128u: return TEXT_CALL_IRQ_CONTROL_GET;
    case 129u: return TEXT_CALL_IRQ_CONTROL_TIMER;
    case 130u: return TEXT_CALL_IRQ_CONTROL_PORT;
    case 144u: return TEXT_CALL_IRQ_BIND;
    case 145u: return TEXT_CALL_IRQ_ACK;
    case 160u: return TEXT_CALL_TIMER_SET;
    case 161u: return TEXT_CALL_TIMER_CANCEL;
    case 162u: return TEXT_CALL_TIMER_NOW;
    case 176u: return TEXT_CALL_PORT_READ;
    case 177u: return TEXT_CALL_PORT_WRITE;
    case 192u: return TEXT_CALL_KERNEL_FRAME;
    case 193u: return TEXT_CALL_KERNEL_TRACE;
    case 194u: return TEXT_CALL_KERNEL_STAT;
    case 195u: return TEXT_CALL_KERNEL_POWER_OFF;
    case 196u: return TEXT_CALL_KERNEL_INFO;
    case 197u: return TEXT_CALL_KERNEL_PUT;
    default: return TEXT_UNKNOWN;
    }
}

word_t name_fault(word_t number)
{
    switch (number) {
    case 0u: return TEXT_FAULT_NONE;
    case 1u: return TEXT_FAULT_READ;
    case 2u: return TEXT_FAULT_WRITE;
    case 3u: return TEXT_FAULT_EXECUTE;
    case 4u: return TEXT_FAULT_INSTRUCTION;
    case 5u: return TEXT_FAULT_ARITHMETIC;
    case 6u: return TEXT_FAULT_ALIGNMENT;
    case 7u: return TEXT_FAULT_BREAKPOINT;
    case 8u: return TEXT_FAULT_SYSCALL;
    case 9u: return TEXT_FAULT_OTHER;
    default: return TEXT_UNKNOWN;
    }
}

word_t name_arch(word_t number)
{
    switch (number) {
    case 1u: return TEXT_ARCH_X86_64;
    case 2u: return TEXT_ARCH_AARCH64;
    case 3u: return TEXT_ARCH_RISCV64;
    default: return TEXT_UNKNOWN;
    }
}
