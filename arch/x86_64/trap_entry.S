/* trap_entry.S - faults and interrupts into the kernel: from a program all registers go into its thread, from idle there are none to keep,
 * from anywhere else in the kernel it is the end. Invariant: as in entry.S. Knows vectors only by X86_VECTOR_FIRST; trap.c gives them meaning. */
#include <x86/save.h>

  .text
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
