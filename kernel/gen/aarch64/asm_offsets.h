/* asm_offsets.h - places in kernel objects and numbers of system calls, for assembly. Generated from spec/object and spec/arch/aarch64/abi.yaml. */
#ifndef ASM_OFFSETS_H
#define ASM_OFFSETS_H
#define WINDOW_BASE 0xffff800000000000
#define QUEUE_BYTES 1024
#define QUEUE_EPR_TAIL 0
#define QUEUE_EPR_HEAD 4
#define QUEUE_EPS_TAIL 8
#define QUEUE_EPS_HEAD 12
#define QUEUE_NTFN_WORD 16
#define TABLE_BYTES 4096
#define TABLE_PT 0
#define SLOT_BYTES 32
#define SLOT_NEXT 0
#define SLOT_PREV 4
#define SLOT_GEN 8
#define SLOT_TYPE 12
#define SLOT_RIGHTS 13
#define SLOT_OPS 14
#define SLOT_DEPTH 15
#define SLOT_BADGE 16
#define SLOT_OBJ 24
#define SLOT_MAP 28
#define TCB_BYTES 1024
#define TCB_IPCB_PREV 0
#define TCB_RUN_CORE 4
#define TCB_RUN_PRIO 8
#define TCB_RUN_NEXT 12
#define TCB_RUN_PREV 16
#define TCB_THR_FLAGS 24
#define TCB_THR_FAULT 28
#define TCB_THR_BUF 32
#define TCB_THR_OP 36
#define TCB_THR_XFER 40
#define TCB_THR_TICKS 48
#define TCB_IPC_NEXT 64
#define TCB_IPC_EP 68
#define TCB_SCHED_STATE 72
#define TCB_REPLY_SERVER 76
#define TCB_REPLY_CALLER 80
#define TCB_PRIO_WORD 84
#define TCB_CN_BASE 88
#define TCB_CN_LIMIT 92
#define TCB_CTX_PC 96
#define TCB_CTX_SP 104
#define TCB_CTX_TLS 112
#define TCB_CTX_VROOT 120
#define TCB_REG 128

/* Registers in a thread's image: byte offset from the thread. */
#define TCB_REG_X0 128
#define TCB_REG_X1 136
#define TCB_REG_X9 144
#define TCB_REG_X19 152
#define TCB_REG_X20 160
#define TCB_REG_X21 168
#define TCB_REG_X22 176
#define TCB_REG_X23 184
#define TCB_REG_X24 192
#define TCB_REG_X25 200
#define TCB_REG_X26 208
#define TCB_REG_X27 216
#define TCB_REG_X28 224
#define TCB_REG_X2 232
#define TCB_REG_X3 240
#define TCB_REG_X4 248
#define TCB_REG_X5 256
#define TCB_REG_X6 264
#define TCB_REG_X7 272
#define TCB_REG_X8 280
#define TCB_REG_X10 288
#define TCB_REG_X11 296
#define TCB_REG_X12 304
#define TCB_REG_X13 312
#define TCB_REG_X14 320
#define TCB_REG_X15 328
#define TCB_REG_X16 336
#define TCB_REG_X17 344
#define TCB_REG_X18 352
#define TCB_REG_X29 360
#define TCB_REG_X30 368
#define TCB_REG_SPSR 376
#define TCB_REG_BADGE 128 /* x0 */
#define TCB_REG_COUNT 136 /* x1 */
#define TCB_REG_LABEL 144 /* x9 */
#define TCB_REG_WORD 152 /* x19 */

#define ASM_CALL 0
#define ASM_REPLY_RECV 1
#define ASM_CALL_LONG 3
#define ASM_REPLY_RECV_LONG 4
#define ASM_SIGNAL 5
#define ASM_WAIT 6
#define ASM_SEND 7
#define ASM_RECV 8
#define ASM_REPLY 9
#define ASM_SEND_NB 10
#define ASM_RECV_NB 11
#define ASM_WAIT_NB 12
#define ASM_YIELD 13
#define ASM_SEND_LONG 14
#define ASM_RECV_LONG 15
#endif
