/* ipc.c - messages, each form one system call. Generated from spec/abi/ipc.yaml. */
#include <ipc.h>
#include <syscall_registers.h>
{% for f in ipc %}

err_t ipc_{{ f.name }}({{ f.parameters }})
{
{% if f.sends %}
    ABI_REGISTERS(SYS_{{ f.name | upper }}, {{ f.self_arg }}, m->label, {{ "m->count" if f.long else "0u" }}, {% for i in range(10) %}m->word[{{ i }}]{{ ", " if not loop.last }}{% endfor %});
{% else %}
    ABI_REGISTERS(SYS_{{ f.name | upper }}, {{ f.self_arg }}, 0u, {{ "m->count" if f.long else "0u" }}, {% for i in range(10) %}0u{{ ", " if not loop.last }}{% endfor %});
{% endif %}

    ABI_SYSCALL(SYS_{{ f.name | upper }});
{% if f.receives and f.self == "notification" %}
    *bits = r_badge;
{% elif f.receives %}
    m->badge = r_badge;
    m->label = r_label;
    m->count = {{ "r_count" if f.long else "0u" }};
{% for i in range(10) %}
    m->word[{{ i }}] = r_w{{ i }};
{% endfor %}
{% endif %}
    return abi_error(r_badge);
}
{% endfor %}
