/* abi.h - what kernel and programs agree on: limits, errors, enumerations, call numbers. Generated from spec/abi and spec/object. */
#ifndef ABI_H
#define ABI_H
#include <stdint.h>
#include <limit.h>
typedef uint64_t word_t;
typedef uint64_t cptr_t;  /* index << 32 | generation; generation 0 asks for no check */
typedef uint64_t vaddr_t;
typedef uint64_t paddr_t;
typedef uint32_t err_t;   /* ERR_* */

enum {
    LIMIT_PRIORITIES = 256, /* scheduling priorities */
    LIMIT_CORES = 1024, /* processor cores */
    LIMIT_IRQS = 1024, /* interrupt lines */
    LIMIT_TIMERS = 64, /* timers */
    LIMIT_ASIDS = 65536, /* address-space ids */
    LIMIT_DEPTH = 255, /* greatest derivation depth */
    LIMIT_MESSAGE_WORDS = 10, /* message words in registers */
    LIMIT_BUFFER_WORDS = 120, /* message words a buffer carries */
    LIMIT_CNODE_FRAMES = 64, /* frames of the largest cnode */
    LIMIT_REGISTERS = 36, /* words of a thread's register image */
    LIMIT_ENTRIES = 512, /* entries of a page table */
    LIMIT_LEVELS = 4, /* levels of page tables; the root has this one */
    LIMIT_BUDGET = 64, /* steps of a purge or drain before it answers ERR_AGAIN */
    LIMIT_TRACE = 256, /* records of the trace ring */
    LIMIT_PORTS = 65536, /* I/O ports (x86) */
    LIMIT_REGIONS = 48, /* untypeds that bootinfo can name */
};
#define LIMIT_USER_END 0x7ffffffff000 /* first address a program cannot map (the last user page stays empty) */

enum {
    ERR_NONE = 0, /* done */
    ERR_METHOD = 1, /* there is no such system call */
    ERR_SLOT = 2, /* the index or capability pointer names no slot */
    ERR_STALE = 3, /* the slot was filled again since the handle was made */
    ERR_TYPE = 4, /* the capability or object is of another type */
    ERR_RIGHTS = 5, /* the capability lacks a right that this call needs */
    ERR_EMPTY = 6, /* the slot is empty */
    ERR_OCCUPIED = 7, /* the place is already taken */
    ERR_RANGE = 8, /* a number is out of its range */
    ERR_ALIGN = 9, /* an address is not aligned */
    ERR_WX = 10, /* memory is never both writable and executable */
    ERR_OWNER = 11, /* the memory belongs to someone else */
    ERR_CHILD = 12, /* the capability still has descendants; revoke it first */
    ERR_DEPTH = 13, /* the derivation is as deep as it may be */
    ERR_STATE = 14, /* the object is in a state where this makes no sense */
    ERR_GONE = 15, /* the partner or object was destroyed while waiting */
    ERR_AGAIN = 16, /* the operation made progress and wants to be called again */
    ERR_WOULD_BLOCK = 17, /* nobody is waiting at the other end */
    ERR_REFS = 18, /* too many capabilities name the object */
    ERR_BUFFER = 19, /* the thread has no message buffer */
    ERR_UNMAPPED = 20, /* there is no page table for the address */
    ERR_FAULT = 21, /* the thread has faulted */
};

/* rights of a capability (bits) */
enum {
    RIGHT_READ = 1, /* receive; map readable; look */
    RIGHT_WRITE = 2, /* send; map writable; change */
    RIGHT_GRANT = 4, /* send capabilities along */
    RIGHT_GRANT_REPLY = 8, /* call: let the receiver answer */
    RIGHT_ALL = 15, /* every right */
};

/* what type and rights of a capability allow together (bits); the fast path tests one */
enum {
    OPS_CALL = 1, /* endpoint with write and grant_reply */
    OPS_RECV = 2, /* endpoint with read */
    OPS_SIGNAL = 4, /* notification with write */
    OPS_WAIT = 8, /* notification with read */
};

/* capability types */
enum {
    CAP_NULL = 0, /* empty slot */
    CAP_UNTYPED = 1, /* memory without a purpose yet */
    CAP_CNODE = 2, /* table of capability slots */
    CAP_THREAD = 3, /* thread */
    CAP_REPLY = 4, /* keeps an owed reply */
    CAP_ENDPOINT = 5, /* rendezvous for messages */
    CAP_NOTIFICATION = 6, /* word of signal bits */
    CAP_VSPACE = 7, /* address space (root page table) */
    CAP_PAGE_TABLE = 8, /* page table of a lower level */
    CAP_PAGE = 9, /* one frame of memory for programs */
    CAP_IRQ_CONTROL = 10, /* authority over interrupts, timers and ports */
    CAP_IRQ = 11, /* one interrupt line */
    CAP_TIMER = 12, /* one timer */
    CAP_PORT = 13, /* range of I/O ports (x86) */
    CAP_KERNEL = 14, /* introspection and power */
};

/* what lives in a frame */
enum {
    KIND_NONE = 0, /* reserved; not memory for anybody */
    KIND_FREE = 1, /* free */
    KIND_USER = 2, /* memory of programs */
    KIND_DEVICE = 3, /* device registers and firmware memory; becomes pages only */
    KIND_TCB = 4, /* threads */
    KIND_ENDPOINT = 5, /* endpoints */
    KIND_NOTIFICATION = 6, /* notifications */
    KIND_REPLY = 7, /* reply objects */
    KIND_CNODE = 8, /* capability slots */
    KIND_PAGE_TABLE = 9, /* one page table */
};

/* thread states */
enum {
    TS_INACTIVE = 0, /* stopped, never started or faulted without a handler */
    TS_READY = 1, /* in the run queue */
    TS_RUNNING = 2, /* running on its core */
    TS_BLOCKED = 3, /* waits: in a queue or for a reply */
};

/* the four slots inside a thread; slot id = thread * 32 + number */
enum {
    TCB_CSPACE = 28, /* its cnode */
    TCB_VSPACE = 29, /* its address space */
    TCB_HANDLER = 30, /* endpoint that gets its faults */
    TCB_BUFFER = 31, /* page of its message buffer */
};

/* why a thread stopped; label of the message to its handler */
enum {
    FAULT_NONE = 0, /* no fault */
    FAULT_READ = 1, /* load from an address that is not mapped for it */
    FAULT_WRITE = 2, /* store to an address that is not mapped for it */
    FAULT_EXECUTE = 3, /* instruction fetch from an address that is not mapped for it */
    FAULT_INSTRUCTION = 4, /* undefined or privileged instruction */
    FAULT_ARITHMETIC = 5, /* division or floating-point exception */
    FAULT_ALIGNMENT = 6, /* misaligned access */
    FAULT_BREAKPOINT = 7, /* breakpoint or single step */
    FAULT_SYSCALL = 8, /* system call of a foreign thread */
    FAULT_OTHER = 9, /* anything else the processor reports */
};

/* thread flags (bits) */
enum {
    THREAD_FOREIGN = 1, /* every system call is a fault */
};

/* attributes of a mapping (bits) */
enum {
    ATTR_EXECUTE = 1, /* instructions may be fetched */
    ATTR_DEVICE = 2, /* device memory: uncached, in order */
};

/* which machine bootinfo describes */
enum {
    ARCH_X86_64 = 1, /* x86_64 */
    ARCH_AARCH64 = 2, /* aarch64 */
    ARCH_RISCV64 = 3, /* riscv64 */
};

/* kind of the boot console */
enum {
    CONSOLE_NONE = 0, /* no console */
    CONSOLE_16550_PORT = 1, /* 16550 behind I/O ports */
    CONSOLE_16550_MMIO = 2, /* 16550 in memory */
    CONSOLE_PL011 = 3, /* PL011 */
};

/* the priority word of a thread (kernel.md section 1) */
enum {
    PRIO_FAST = 0x40000000, /* may be resumed fast: PRIO_FAST + core * 65536 + priority */
};

/* the floor of a core */
enum {
    FLOOR_SLOW = 0x7fffff00, /* no priority word passes it */
};

/* Numbers of the system calls. */
enum {
    SYS_CALL = 0,
    SYS_REPLY_RECV = 1,
    SYS_CALL_LONG = 3,
    SYS_REPLY_RECV_LONG = 4,
    SYS_SIGNAL = 5,
    SYS_WAIT = 6,
    SYS_SEND = 7,
    SYS_RECV = 8,
    SYS_REPLY = 9,
    SYS_SEND_NB = 10,
    SYS_RECV_NB = 11,
    SYS_WAIT_NB = 12,
    SYS_YIELD = 13,
    SYS_SEND_LONG = 14,
    SYS_RECV_LONG = 15,
    SYS_UNTYPED_SPLIT = 16,
    SYS_UNTYPED_RETYPE = 17,
    SYS_UNTYPED_INSPECT = 18,
    SYS_CNODE_COPY = 32,
    SYS_CNODE_MINT = 33,
    SYS_CNODE_MOVE = 34,
    SYS_CNODE_DELETE = 35,
    SYS_CNODE_REVOKE = 36,
    SYS_CNODE_INSPECT = 37,
    SYS_THREAD_CONFIGURE = 48,
    SYS_THREAD_SET_PRIORITY = 49,
    SYS_THREAD_WRITE = 50,
    SYS_THREAD_RESUME = 51,
    SYS_THREAD_SUSPEND = 52,
    SYS_THREAD_INSPECT = 53,
    SYS_THREAD_SET_FLAGS = 54,
    SYS_THREAD_READ = 55,
    SYS_REPLY_SAVE = 64,
    SYS_REPLY_SEND = 65,
    SYS_VSPACE_MAP = 80,
    SYS_VSPACE_LINK = 81,
    SYS_VSPACE_QUERY = 82,
    SYS_PAGE_TABLE_UNLINK = 96,
    SYS_PAGE_UNMAP = 112,
    SYS_PAGE_PROTECT = 113,
    SYS_PAGE_INSPECT = 114,
    SYS_IRQ_CONTROL_GET = 128,
    SYS_IRQ_CONTROL_TIMER = 129,
    SYS_IRQ_CONTROL_PORT = 130,
    SYS_IRQ_BIND = 144,
    SYS_IRQ_ACK = 145,
    SYS_TIMER_SET = 160,
    SYS_TIMER_CANCEL = 161,
    SYS_TIMER_NOW = 162,
    SYS_PORT_READ = 176,
    SYS_PORT_WRITE = 177,
    SYS_KERNEL_FRAME = 192,
    SYS_KERNEL_TRACE = 193,
    SYS_KERNEL_STAT = 194,
    SYS_KERNEL_POWER_OFF = 195,
    SYS_KERNEL_INFO = 196,
    SYS_KERNEL_PUT = 197,
};
#endif
