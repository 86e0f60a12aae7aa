/* csr.h - supervisor registers and the bits of them that this port uses (RISC-V privileged specification 1.12), for C and assembly. */
#ifndef RISCV_CSR_H
#define RISCV_CSR_H
#define CSR_STIMECMP     0x14d

#define SSTATUS_SIE      0x2
#define SSTATUS_SPIE     0x20
#define SSTATUS_SPP      0x100
#define SSTATUS_VS       0x600
#define SSTATUS_FS       0x6000
#define SSTATUS_SUM      0x40000
#define SSTATUS_MXR      0x80000
#define SSTATUS_OFF      (SSTATUS_SIE | SSTATUS_SPIE | SSTATUS_SPP | SSTATUS_VS | SSTATUS_FS | SSTATUS_SUM | SSTATUS_MXR)

#define SIE_TIMER        0x20
#define SIE_EXTERNAL     0x200

#define COUNTER_TIME     2                    /* scounteren: programs may read time */
#define COUNTER_ALL      7                    /* and cycle and instret */

#define SATP_SV48        0x9000000000000000   /* mode 9; asid in bits 44..59, root frame in bits 0..43 */
#define SATP_ASID        0x100000000000       /* one unit of the asid field */

#define CAUSE_INTERRUPT      0x8000000000000000
#define CAUSE_FETCH_ALIGN    0
#define CAUSE_FETCH_ACCESS   1
#define CAUSE_ILLEGAL        2
#define CAUSE_BREAKPOINT     3
#define CAUSE_LOAD_ALIGN     4
#define CAUSE_LOAD_ACCESS    5
#define CAUSE_STORE_ALIGN    6
#define CAUSE_STORE_ACCESS   7
#define CAUSE_USER_ECALL     8
#define CAUSE_FETCH_PAGE     12
#define CAUSE_LOAD_PAGE      13
#define CAUSE_STORE_PAGE     15

#ifndef __ASSEMBLER__
/* Trusted: csr: these read and write exactly the named register. */
#define csr_read(name)         ({ unsigned long v_; __asm__ volatile("csrr %0, " #name : "=r"(v_) : : "memory"); v_; })
#define csr_write(name, value) __asm__ volatile("csrw " #name ", %0" : : "rK"((unsigned long)(value)) : "memory")
#define csr_set(name, bits)    __asm__ volatile("csrs " #name ", %0" : : "rK"((unsigned long)(bits)) : "memory")
#define csr_clear(name, bits)  __asm__ volatile("csrc " #name ", %0" : : "rK"((unsigned long)(bits)) : "memory")
#endif
#endif
