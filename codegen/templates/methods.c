/* {{ noun }}.c - methods of {{ noun }} capabilities as functions. Generated from {{ file }}. */
#include <{{ noun }}.h>
#include <syscall_registers.h>
{% for v in methods %}

err_t {{ v.c }}({{ v.params }})
{
{% if v.again %}
    err_t err;

    do {
        ABI_REGISTERS(SYS_{{ v.c | upper }}, {{ v.words }});
        ABI_SYSCALL(SYS_{{ v.c | upper }});
        err = abi_error(r_badge);
    } while (err == ERR_AGAIN);
    return err;
{% else %}
    ABI_REGISTERS(SYS_{{ v.c | upper }}, {{ v.words }});

    ABI_SYSCALL(SYS_{{ v.c | upper }});
{% if v.results %}
    if (abi_error(r_badge) == ERR_NONE) {
{% for name, doc in v.results %}
        {{ "out->" ~ name if v.struct else "*" ~ name }} = r_w{{ loop.index0 }};
{% endfor %}
    }
{% endif %}
    return abi_error(r_badge);
{% endif %}
}
{% endfor %}
