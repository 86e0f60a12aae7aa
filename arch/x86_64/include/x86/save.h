/* save.h - assembly: where the running thread's object is, and its registers into it. Used by entry.S and trap_entry.S. */
#ifndef X86_SAVE_H
#define X86_SAVE_H
#include <asm_offsets.h>
#include <x86/cpu_offset.h>
#include <x86/layout.h>

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
#endif
