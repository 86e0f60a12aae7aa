/* entry.S - system calls into the kernel (trap_entry.S: faults and interrupts), and the ways back to a program.
 * Invariant: GS is this core's struct cpu exactly while the kernel runs; interrupts are off in the kernel except in idle's hlt.
 * A thread's registers live in its object (places: asm_offsets.h); the kernel stack is empty whenever a program runs.
 * Trusted: x86-entry: registers of programs are saved and restored exactly as arch/x86_64/README.md says, and nothing else is left in them.
 * The user's GS base is zeroed at each exit: it is not saved, so it must not carry anything. */
#include <x86/save.h>

#define FLAGS_ALLOWED 0x250dd5           /* CF PF AF ZF SF TF DF OF RF AC ID; never IOPL, NT, VM */

  .text
/* System call. rcx = pc, r11 = flags (dropped), eax = method and count, rdi = capability pointer, all others: the message. */
  .balign 64
  .globl x86_syscall_entry
x86_syscall_entry:
  swapgs
  movq %rsp, %gs:CPU_USER_SP
  movq %rcx, %gs:CPU_USER_PC
  movq %gs:CPU_STACK, %rsp
  cmpq $SYS_REPLY_RECV, %rax            /* with no bit besides the method: the two that count, and the slow path knows their eax */
  jb fast_call
  je fast_reply_recv
  movq %rax, %gs:CPU_OP
  cmpb $SYS_WAIT, %al
  ja x86_syscall_slow
  je fast_wait
  cmpb $SYS_REPLY_RECV_LONG, %al
  ja fast_signal
  je fast_reply_recv_long
  cmpb $SYS_CALL_LONG, %al
  je fast_call_long
  jmp x86_syscall_slow

/* Refusals of the fast path: rdi and the message are as the program left them. */
  .globl slow_call, slow_reply_recv, slow_call_long, slow_reply_recv_long, slow_signal, slow_wait
slow_call:
  movq $SYS_CALL, %gs:CPU_OP
  jmp x86_syscall_slow
slow_reply_recv:
  movq $SYS_REPLY_RECV, %gs:CPU_OP
slow_call_long:
slow_reply_recv_long:
slow_signal:
slow_wait:

/* The slow entry, for everything else too. */
x86_syscall_slow:
  movq %gs:CPU_STACK, %rsp
  THREAD %rax, %rcx, %eax
  SAVE_COMMON
  movq %gs:CPU_USER_PC, %rcx
  movq %rcx, CTX_PC(%rax)
  movq %rcx, REG_RCX_AT(%rax)
  movq %gs:CPU_USER_SP, %rcx
  movq %rcx, CTX_SP(%rax)
  rdfsbase %rcx
  movq %rcx, CTX_TLS(%rax)
  movl $X86_FLAGS_USER, %ecx
  movq %rcx, REG_R11_AT(%rax)
  movq %rcx, REG_RFLAGS_AT(%rax)
  movq %gs:CPU_OP, %rcx
  movzbl %cl, %edi
  shrq $8, %rcx
  movq %rcx, REG_RAX_AT(%rax)
  call kernel_syscall
  jmp exit_restore

/* Fast exit: badge in rdi, pc in rcx, user stack in rsp, the message in its registers. Clears what the C may have used. */
  .balign 16
  .globl exit_user, exit_user_long
exit_user_long:
  movq %gs:CPU_OP, %rax
  xorl %r11d, %r11d
  swapgs
  wrgsbase %r11
  movl $X86_FLAGS_USER, %r11d
  sysretq
exit_user:
  xorl %eax, %eax
  movl $X86_FLAGS_USER, %r11d
  swapgs
  wrgsbase %rax
  sysretq

/* Slow exit: the whole register image of the running thread, or idle. An address that iret or wrfsbase would refuse becomes
 * X86_USER_TRAP, which is never mapped: the program faults, not the kernel. */
  .globl exit_restore
exit_restore:
  movq %gs:CPU_STACK, %rsp
  cmpl $0, %gs:CPU_CUR
  je idle
  THREAD %rax, %rcx, %eax
  movabsq $X86_USER_TRAP, %rdx
  movq CTX_VROOT(%rax), %rcx
  movq %cr3, %rbx
  cmpq %rcx, %rbx
  je 1f
  movq %rcx, %cr3
1: movq CTX_TLS(%rax), %rcx
  cmpq %rdx, %rcx
  cmovaq %rdx, %rcx
  wrfsbase %rcx
  pushq $X86_SEG_USER_DATA
  pushq CTX_SP(%rax)
  movq REG_RFLAGS_AT(%rax), %rcx
  andl $FLAGS_ALLOWED, %ecx
  orl $X86_FLAGS_USER, %ecx
  pushq %rcx
  pushq $X86_SEG_USER_CODE
  movq CTX_PC(%rax), %rcx
  cmpq %rdx, %rcx
  cmovaq %rdx, %rcx
  pushq %rcx
  swapgs
  xorl %ecx, %ecx
  wrgsbase %rcx
  movq REG_RDI_AT(%rax), %rdi
  movq REG_RSI_AT(%rax), %rsi
  movq REG_RBX_AT(%rax), %rbx
  movq REG_RBP_AT(%rax), %rbp
  movq REG_R12_AT(%rax), %r12
  movq REG_R13_AT(%rax), %r13
  movq REG_R14_AT(%rax), %r14
  movq REG_R15_AT(%rax), %r15
  movq REG_R8_AT(%rax), %r8
  movq REG_R9_AT(%rax), %r9
  movq REG_R10_AT(%rax), %r10
  movq REG_RDX_AT(%rax), %rdx
  movq REG_RCX_AT(%rax), %rcx
  movq REG_R11_AT(%rax), %r11
  movq REG_RAX_AT(%rax), %rax
  .globl x86_iret
x86_iret:
  iretq

/* No thread runs: no user part in the address space, wait for an interrupt. trap_kernel (trap_entry.S) knows the place by core_cur == 0. */
idle:
  movq %gs:CPU_IDLE_ROOT, %rax
  movq %rax, %cr3
2: sti
  hlt
  cli
  jmp 2b
