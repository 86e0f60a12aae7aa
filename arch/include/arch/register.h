/* register.h - what the machine keeps of the running user program across a system call: PC, SP, TLS base, address space.
 * The fast path moves exactly these four; one instruction each in the image. */
#ifndef ARCH_REGISTER_H
#define ARCH_REGISTER_H
#include <arch/hook.h>

/* Ghost hardware state: what user mode will resume with. */
extern word_t hw_pc, hw_sp, hw_tls, hw_vroot;

/*@ assigns \nothing; ensures pc: \result == hw_pc; */
HOOK_INLINE word_t arch_user_pc(void);
/*@ assigns \nothing; ensures sp: \result == hw_sp; */
HOOK_INLINE word_t arch_user_sp(void);
/*@ assigns \nothing; ensures tls: \result == hw_tls; */
HOOK_INLINE word_t arch_user_tls(void);
/*@ assigns hw_pc; ensures pc: hw_pc == v; */
HOOK_INLINE void arch_set_user_pc(word_t v);
/*@ assigns hw_sp; ensures sp: hw_sp == v; */
HOOK_INLINE void arch_set_user_sp(word_t v);
/*@ assigns hw_tls; ensures tls: hw_tls == v; */
HOOK_INLINE void arch_set_user_tls(word_t v);
/* v: root and address-space id as the machine's register takes them (arch_vroot_make). */
/*@ assigns hw_vroot; ensures space: hw_vroot == v; */
HOOK_INLINE void arch_set_vroot(word_t v);
#endif
