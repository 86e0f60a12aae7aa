/* entry.S - system calls, faults and interrupts into the kernel, and the ways back to a program.
 * Invariant: GS is this core's struct cpu exactly while the kernel runs; interrupts are off in the kernel except in idle's hlt.
 * A thread's registers live in its object (places: asm_offsets.h); the kernel stack is empty whenever a program runs.
 * Trusted: x86-entry: registers of programs are saved and restored exactly as arch/x86_64/README.md says, and nothing else is left in them.
 * The user's GS base is zeroed at each exit: it is not saved, so it must not carry anything. */
#include <asm_offsets.h>
#include <x86/cpu_offset.h>
#include <x86/layout.h>

#define FLAGS_ALLOWED 0x250dd5           /* CF PF AF ZF SF TF DF OF RF AC ID; never IOPL, NT, VM */

/* tcb <- address of the running thread's object */
.macro THREAD tcb, scratch, low
  movl %gs:CPU_CUR, \low
  shlq $10, \tcb
  movabsq $WINDOW_BASE, \scratch
  addq \scratch, \tcb
.endm

/* Every general register except rax, rcx and r11 into the object at rax */
.macro SAVE_COMMON
  movq %rdi, REG_RDI_AT(%rax)
  movq %rsi, REG_RSI_AT(%rax)
  movq %rbx, REG_RBX_AT(%rax)
  movq %rbp, REG_RBP_AT(%rax)
  movq %r12, REG_R12_AT(%rax)
  movq %r13, REG_R13_AT(%rax)
  movq %r14, REG_R14_AT(%rax)
  movq %r15, REG_R15_AT(%rax)
  movq %r8, REG_R8_AT(%rax)
  movq %r9, REG_R9_AT(%rax)
  movq %r10, REG_R10_AT(%rax)
  movq %rdx, REG_RDX_AT(%rax)
.endm

  .text
/* System call. rcx = pc, r11 = flags (dropped), eax = method and count, rdi = capability pointer, all others: the message. */
  .balign 64
  .globl x86_syscall_entry
x86_syscall_entry:
  swapgs
  movq %rsp, %gs:CPU_USER_SP
  movq %rcx, %gs:CPU_USER_PC
  movq %rax, %gs:CPU_OP
  movq %gs:CPU_STACK, %rsp
  cmpb $1, %al
  jb fast_call
  je fast_reply_recv
  cmpb $6, %al
  ja x86_syscall_slow
  je fast_wait
  cmpb $4, %al
  ja fast_signal
  je fast_reply_recv_long
  cmpb $3, %al
  je fast_call_long

/* Everything else, and what the fast path handed back: rdi and the message are as the program left them. */
  .globl x86_syscall_slow
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

/* No thread runs: no user part in the address space, wait for an interrupt. trap_kernel knows the place by core_cur == 0. */
idle:
  movq %gs:CPU_IDLE_ROOT, %rax
  movq %rax, %cr3
2: sti
  hlt
  cli
  jmp 2b

/* Faults and interrupts: one stub per vector, 16 bytes apart (cpu.c fills the IDT by that). The processor pushes an error code for
 * 8, 10-14, 17, 21, 29, 30; the others get 0. Stack: vector, error, rip, cs, rflags, rsp, ss. */
  .balign 16
  .globl x86_trap_stubs
x86_trap_stubs:
  .set vector, 0
  .rept 256
  .balign 16
  .if vector == 8 || (vector >= 10 && vector <= 14) || vector == 17 || vector == 21 || vector == 29 || vector == 30
  .else
  pushq $0
  .endif
  pushq $vector
  jmp trap
  .set vector, vector + 1
  .endr

  .balign 16
trap:
  testb $3, 24(%rsp)
  jz trap_kernel
  swapgs
  pushq %rax
  pushq %rcx
  THREAD %rax, %rcx, %eax
  SAVE_COMMON
  movq %r11, REG_R11_AT(%rax)
  popq %rcx
  movq %rcx, REG_RCX_AT(%rax)
  popq %rcx
  movq %rcx, REG_RAX_AT(%rax)
  rdfsbase %rcx
  movq %rcx, CTX_TLS(%rax)
  popq %rdi                             /* vector */
  popq %rsi                             /* error code */
  popq %rcx
  movq %rcx, CTX_PC(%rax)
  popq %rcx                             /* cs */
  popq %rcx
  movq %rcx, REG_RFLAGS_AT(%rax)
  popq %rcx
  movq %rcx, CTX_SP(%rax)
  movq %gs:CPU_STACK, %rsp
  pushq $2
  popfq                                 /* the user's DF and AC end here */
  call x86_trap
  jmp exit_restore

/* From the kernel: an interrupt in idle, or the end. On the stacks of NMI, double fault and machine check GS may be the user's. */
trap_kernel:
  cmpq $X86_VECTOR_FIRST, (%rsp)
  jb x86_trap_fatal
  cmpl $0, %gs:CPU_CUR
  jne x86_trap_fatal
  popq %rdi
  popq %rsi
  movq %gs:CPU_STACK, %rsp
  pushq $2
  popfq
  call x86_trap
  jmp exit_restore

/* The epitaph: struct x86_frame (x86/trap.h) on this stack. Never returns. */
  .globl x86_trap_fatal
x86_trap_fatal:
  pushq %r15
  pushq %r14
  pushq %r13
  pushq %r12
  pushq %r11
  pushq %r10
  pushq %r9
  pushq %r8
  pushq %rbp
  pushq %rdi
  pushq %rsi
  pushq %rdx
  pushq %rcx
  pushq %rbx
  pushq %rax
  movq $x86_cpu0, %rax
  wrgsbase %rax
  pushq $2
  popfq
  movq %rsp, %rdi
  andq $-16, %rsp
  call x86_fatal
1: hlt
  jmp 1b
