/* asm_offsets.h - places in kernel objects and numbers of system calls, for assembly. Generated from spec/object and spec/arch/riscv64/abi.yaml. */
#ifndef ASM_OFFSETS_H
#define ASM_OFFSETS_H
#define WINDOW_BASE 0xffff800000000000
#define QUEUE_BYTES 1024
#define EPR_TAIL 0
#define EPR_HEAD 4
#define EPS_TAIL 8
#define EPS_HEAD 12
#define NTFN_WORD 16
#define TABLE_BYTES 4096
#define PT_AT 0
#define SLOT_BYTES 32
#define MDB_NEXT 0
#define MDB_PREV 4
#define CAP_GEN 8
#define CAP_TYPE 12
#define CAP_RIGHTS 13
#define CAP_OPS 14
#define MDB_DEPTH 15
#define CAP_BADGE 16
#define CAP_OBJ 24
#define CAP_MAP 28
#define TCB_BYTES 1024
#define IPCB_PREV 0
#define RUN_CORE 4
#define RUN_PRIO 8
#define RUN_NEXT 12
#define RUN_PREV 16
#define THR_FLAGS 24
#define THR_FAULT 28
#define THR_BUF 32
#define THR_OP 36
#define THR_XFER 40
#define THR_CODE 44
#define THR_TICKS 48
#define THR_ADDRESS 56
#define IPC_NEXT 64
#define IPC_EP 68
#define SCHED_STATE 72
#define REPLY_SERVER 76
#define REPLY_CALLER 80
#define PRIO_WORD 84
#define CN_BASE 88
#define CN_LIMIT 92
#define CTX_PC 96
#define CTX_SP 104
#define CTX_TLS 112
#define CTX_VROOT 120
#define REG_AT 128

/* Registers in a thread's image: byte offset from the thread. */
#define REG_A0_AT 128
#define REG_A3_AT 136
#define REG_S11_AT 144
#define REG_S1_AT 152
#define REG_S2_AT 160
#define REG_S3_AT 168
#define REG_S4_AT 176
#define REG_S5_AT 184
#define REG_S6_AT 192
#define REG_S7_AT 200
#define REG_S8_AT 208
#define REG_S9_AT 216
#define REG_S10_AT 224
#define REG_A7_AT 232
#define REG_RA_AT 240
#define REG_GP_AT 248
#define REG_T0_AT 256
#define REG_T1_AT 264
#define REG_T2_AT 272
#define REG_S0_AT 280
#define REG_A1_AT 288
#define REG_A2_AT 296
#define REG_A4_AT 304
#define REG_A5_AT 312
#define REG_A6_AT 320
#define REG_T3_AT 328
#define REG_T4_AT 336
#define REG_T5_AT 344
#define REG_T6_AT 352
#define REG_SSTATUS_AT 360
#define REG_BADGE_AT 128 /* a0 */
#define REG_COUNT_AT 136 /* a3 */
#define REG_LABEL_AT 144 /* s11 */
#define REG_WORD_AT 152 /* s1 */
#define REG_FLAGS_AT 360 /* sstatus */
#define REG_USED 30

#define SYS_CALL 0
#define SYS_REPLY_RECV 1
#define SYS_CALL_LONG 3
#define SYS_REPLY_RECV_LONG 4
#define SYS_SIGNAL 5
#define SYS_WAIT 6
#define SYS_SEND 7
#define SYS_RECV 8
#define SYS_REPLY 9
#define SYS_SEND_NB 10
#define SYS_RECV_NB 11
#define SYS_WAIT_NB 12
#define SYS_YIELD 13
#define SYS_SEND_LONG 14
#define SYS_RECV_LONG 15
#endif
