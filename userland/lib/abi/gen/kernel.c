/* kernel.c - methods of kernel capabilities as functions. Generated from spec/object/kernel.yaml. */
#include <kernel.h>
#include <syscall_registers.h>

err_t kernel_frame(cptr_t self, word_t frame, word_t *kind, word_t *owner, word_t *live, word_t *info)
{
    ABI_REGISTERS(SYS_KERNEL_FRAME, self, 0u, 0u, frame, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_KERNEL_FRAME);
    if (abi_error(r_badge) == ERR_NONE) {
        *kind = r_w0;
        *owner = r_w1;
        *live = r_w2;
        *info = r_w3;
    }
    return abi_error(r_badge);
}

err_t kernel_trace(cptr_t self, word_t index, struct kernel_trace_answer *out)
{
    ABI_REGISTERS(SYS_KERNEL_TRACE, self, 0u, 0u, index, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_KERNEL_TRACE);
    if (abi_error(r_badge) == ERR_NONE) {
        out->what = r_w0;
        out->code = r_w1;
        out->thread = r_w2;
        out->number = r_w3;
        out->argument = r_w4;
    }
    return abi_error(r_badge);
}

err_t kernel_stat(cptr_t self, word_t first, word_t what, word_t owner, word_t *frames)
{
    ABI_REGISTERS(SYS_KERNEL_STAT, self, 0u, 0u, first, what, owner, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_KERNEL_STAT);
    if (abi_error(r_badge) == ERR_NONE) {
        *frames = r_w0;
    }
    return abi_error(r_badge);
}

err_t kernel_power_off(cptr_t self, word_t status)
{
    ABI_REGISTERS(SYS_KERNEL_POWER_OFF, self, 0u, 0u, status, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_KERNEL_POWER_OFF);
    return abi_error(r_badge);
}

err_t kernel_info(cptr_t self, struct kernel_info_answer *out)
{
    ABI_REGISTERS(SYS_KERNEL_INFO, self, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_KERNEL_INFO);
    if (abi_error(r_badge) == ERR_NONE) {
        out->frames = r_w0;
        out->time = r_w1;
        out->generation = r_w2;
        out->events = r_w3;
        out->caller = r_w4;
        out->core = r_w5;
    }
    return abi_error(r_badge);
}

err_t kernel_put(cptr_t self, word_t byte)
{
    ABI_REGISTERS(SYS_KERNEL_PUT, self, 0u, 0u, byte, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_KERNEL_PUT);
    return abi_error(r_badge);
}
