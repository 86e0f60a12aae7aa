/* asm_offsets.h - places in kernel objects and numbers of system calls, for assembly. Generated from spec/object and spec/arch/aarch64/abi.yaml. */
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
#define REG_X0_AT 128
#define REG_X1_AT 136
#define REG_X9_AT 144
#define REG_X19_AT 152
#define REG_X20_AT 160
#define REG_X21_AT 168
#define REG_X22_AT 176
#define REG_X23_AT 184
#define REG_X24_AT 192
#define REG_X25_AT 200
#define REG_X26_AT 208
#define REG_X27_AT 216
#define REG_X28_AT 224
#define REG_X2_AT 232
#define REG_X3_AT 240
#define REG_X4_AT 248
#define REG_X5_AT 256
#define REG_X6_AT 264
#define REG_X7_AT 272
#define REG_X8_AT 280
#define REG_X10_AT 288
#define REG_X11_AT 296
#define REG_X12_AT 304
#define REG_X13_AT 312
#define REG_X14_AT 320
#define REG_X15_AT 328
#define REG_X16_AT 336
#define REG_X17_AT 344
#define REG_X18_AT 352
#define REG_X29_AT 360
#define REG_X30_AT 368
#define REG_SPSR_AT 376
#define REG_BADGE_AT 128 /* x0 */
#define REG_COUNT_AT 136 /* x1 */
#define REG_LABEL_AT 144 /* x9 */
#define REG_WORD_AT 152 /* x19 */
#define REG_FLAGS_AT 376 /* spsr */
#define REG_USED 32

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
