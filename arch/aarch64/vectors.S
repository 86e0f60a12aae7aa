/* vectors.S - the two exception vector tables. a64_vectors tries the fast paths; a64_vectors_full saves every register first and is in
 * force while a thread without fast slots runs (CN(cur).limit == 0: foreign programs), whose registers all mean something.
 * Invariant: SP_EL1 is struct cpu on every entry from EL0. An exception inside the kernel is a bug: it ends in the panic.
 * Trusted: a64-entry: this file and entry.S keep the user's registers as arch/README.md says. */
#include <a64/cpu_offset.h>

.macro vector target
    .balign 128
    b       \target
.endm

.macro kernel_vector number
    .balign 128
    mov     x16, #\number
    b       a64_kernel_trap
.endm

.macro kernel_vectors                       /* from EL1: with SP_EL0 (never used), with SP_EL1 */
    kernel_vector 0
    kernel_vector 1
    kernel_vector 2
    kernel_vector 3
    .balign 128
    b       a64_kernel_sync
    kernel_vector 5
    kernel_vector 6
    kernel_vector 7
.endm

.macro user_vectors_rest                    /* from EL0 behind the synchronous one; 32-bit EL0 cannot be entered (PSTATE is sanitized) */
    vector  a64_user_irq
    vector  a64_user_irq                    /* FIQ: the controller's groups all arrive as IRQ; harmless if one does not */
    vector  a64_user_serror
    kernel_vector 12
    kernel_vector 13
    kernel_vector 14
    kernel_vector 15
.endm

    .text
    .balign 2048
    .globl a64_vectors, a64_vectors_full
a64_vectors:
    kernel_vectors
    .balign 128                             /* SVC: the immediate is the method. At most 32 instructions */
    stp     x2, x3, [sp, #CPU_PARK]
    mrs     x2, esr_el1
    mov     x3, #0x56000000                 /* class SVC64, 32-bit instruction */
    subs    w3, w2, w3
    b.ne    1f
    ldp     w1, w2, [sp]                    /* cur, floor */
    b       fast_call
1:  cmp     w3, #1
    b.ne    2f
    ldp     w1, w2, [sp]
    b       fast_reply_recv
2:  str     x1, [sp, #CPU_COUNT]
    cmp     w3, #3
    b.lo    a64_syscall_slow
    b.hi    3f
    mov     x3, x1
    ldp     w1, w2, [sp]
    b       fast_call_long
3:  cmp     w3, #5
    b.lo    4f
    ldp     w1, w2, [sp]
    b.eq    fast_signal
    cmp     w3, #6
    b.eq    fast_wait
    b       a64_user_sync_other
4:  mov     x3, x1
    ldp     w1, w2, [sp]
    b       fast_reply_recv_long
    user_vectors_rest

    .balign 2048
a64_vectors_full:
    kernel_vectors
    vector  a64_user_sync_full
    user_vectors_rest
