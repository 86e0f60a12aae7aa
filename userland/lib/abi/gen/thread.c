/* thread.c - methods of thread capabilities as functions. Generated from spec/object/thread.yaml. */
#include <thread.h>
#include <syscall_registers.h>

err_t thread_configure(cptr_t self, cptr_t cspace, cptr_t vspace, cptr_t handler, cptr_t buffer, word_t priority)
{
    ABI_REGISTERS(SYS_THREAD_CONFIGURE, self, 0u, 0u, cspace, vspace, handler, buffer, priority, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_THREAD_CONFIGURE);
    return abi_error(r_badge);
}

err_t thread_set_priority(cptr_t self, word_t priority)
{
    ABI_REGISTERS(SYS_THREAD_SET_PRIORITY, self, 0u, 0u, priority, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_THREAD_SET_PRIORITY);
    return abi_error(r_badge);
}

err_t thread_write(cptr_t self, word_t pc, word_t sp, word_t arg, word_t tls)
{
    ABI_REGISTERS(SYS_THREAD_WRITE, self, 0u, 0u, pc, sp, arg, tls, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_THREAD_WRITE);
    return abi_error(r_badge);
}

err_t thread_resume(cptr_t self)
{
    ABI_REGISTERS(SYS_THREAD_RESUME, self, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_THREAD_RESUME);
    return abi_error(r_badge);
}

err_t thread_suspend(cptr_t self)
{
    ABI_REGISTERS(SYS_THREAD_SUSPEND, self, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_THREAD_SUSPEND);
    return abi_error(r_badge);
}

err_t thread_inspect(cptr_t self, struct thread_inspect_answer *out)
{
    ABI_REGISTERS(SYS_THREAD_INSPECT, self, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_THREAD_INSPECT);
    if (abi_error(r_badge) == ERR_NONE) {
        out->state = r_w0;
        out->priority = r_w1;
        out->fault = r_w2;
        out->pc = r_w3;
        out->sp = r_w4;
        out->ticks = r_w5;
        out->address = r_w6;
        out->flags = r_w7;
    }
    return abi_error(r_badge);
}

err_t thread_set_flags(cptr_t self, word_t flags)
{
    ABI_REGISTERS(SYS_THREAD_SET_FLAGS, self, 0u, 0u, flags, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_THREAD_SET_FLAGS);
    return abi_error(r_badge);
}

err_t thread_read(cptr_t self, word_t index, word_t *value)
{
    ABI_REGISTERS(SYS_THREAD_READ, self, 0u, 0u, index, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);

    ABI_SYSCALL(SYS_THREAD_READ);
    if (abi_error(r_badge) == ERR_NONE) {
        *value = r_w0;
    }
    return abi_error(r_badge);
}
