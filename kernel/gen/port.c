/* port.c - the ordered checks of every port method, and the wrappers that check, then act. Generated from spec/object/port.yaml. */
#include <port.h>

/* port.read */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: port_read_checked(\result, self_cptr, port, bytes);
    ensures ok: \result == ERR_NONE <==> port_read_ok(self_cptr, port, bytes); */
static err_t port_read_check(word_t self_cptr, word_t port, word_t bytes)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* port.read/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* port.read/3 self is an empty slot */
    if (CAP(self).type != CAP_PORT) return ERR_TYPE; /* port.read/4 self is no port capability */
    if (!(CAP(self).rights / RIGHT_READ % 2u == 1u)) return ERR_RIGHTS; /* port.read/5 self lacks the read right */
    if (port >= LIMIT_PORTS) return ERR_RANGE; /* port.read/6 port is no I/O port */
    if (!(bytes == 1u || bytes == 2u || bytes == 4u)) return ERR_RANGE; /* port.read/7 bytes is not 1, 2 or 4 */
    if (!(CAP(self).obj <= port && (port + bytes) <= (((word_t)CAP(self).badge % 65536u) + 1u))) return ERR_RANGE; /* port.read/8 the port is not in the range of this capability */
    return ERR_NONE;
}

err_t port_read_enter(word_t self_cptr, word_t port, word_t bytes)
{
    err_t e = port_read_check(self_cptr, port, bytes);

    if (e != ERR_NONE) return e;
    cspace_known();
    word_t word = port_read(port, bytes);
    word_t out_value = word;
    regs_answer(core_cur, 0u);
    REG(core_cur, REG_WORD + 0u) = out_value;
    return ERR_NONE;
}

/* port.write */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: port_write_checked(\result, self_cptr, port, bytes);
    ensures ok: \result == ERR_NONE <==> port_write_ok(self_cptr, port, bytes); */
static err_t port_write_check(word_t self_cptr, word_t port, word_t bytes)
{
    err_t e;

    cspace_known();
    e = cptr_check(self_cptr); /* port.write/1 self names no slot */
    if (e != ERR_NONE) return e;
    word_t self = cptr_find(self_cptr);
    if (CAP(self).type == CAP_NULL) return ERR_EMPTY; /* port.write/3 self is an empty slot */
    if (CAP(self).type != CAP_PORT) return ERR_TYPE; /* port.write/4 self is no port capability */
    if (!(CAP(self).rights / RIGHT_WRITE % 2u == 1u)) return ERR_RIGHTS; /* port.write/5 self lacks the write right */
    if (port >= LIMIT_PORTS) return ERR_RANGE; /* port.write/6 port is no I/O port */
    if (!(bytes == 1u || bytes == 2u || bytes == 4u)) return ERR_RANGE; /* port.write/7 bytes is not 1, 2 or 4 */
    if (!(CAP(self).obj <= port && (port + bytes) <= (((word_t)CAP(self).badge % 65536u) + 1u))) return ERR_RANGE; /* port.write/8 the port is not in the range of this capability */
    return ERR_NONE;
}

err_t port_write_enter(word_t self_cptr, word_t port, word_t bytes, word_t value)
{
    err_t e = port_write_check(self_cptr, port, bytes);

    if (e != ERR_NONE) return e;
    cspace_known();
    port_write(port, bytes, value);
    return ERR_NONE;
}

void port_call(word_t t, word_t method)
{
    err_t e = ERR_METHOD;

    switch (method) {
    case SYS_PORT_READ:
        e = port_read_enter(REG(t, REG_BADGE), REG(t, REG_WORD), REG(t, REG_WORD + 1u));
        if (e == ERR_NONE) return;
        break;
    case SYS_PORT_WRITE:
        e = port_write_enter(REG(t, REG_BADGE), REG(t, REG_WORD), REG(t, REG_WORD + 1u), REG(t, REG_WORD + 2u));
        break;
    default:
        break;
    }
    method_finish(t, e);
}
