/* asm_offsets.h - places in kernel objects and numbers of system calls, for assembly. Generated from spec/object and {{ arch.file }}. */
#ifndef ASM_OFFSETS_H
#define ASM_OFFSETS_H
#define WINDOW_BASE 0xffff800000000000
{% for name, at in offsets %}
#define {{ name | upper }} {{ at }}
{% endfor %}

/* Registers in a thread's image: byte offset from the thread. */
{% for r in arch.image %}
#define REG_{{ r | upper }}_AT {{ reg + 8 * loop.index0 }}
{% endfor %}
{% for name, i in {"BADGE": 0, "COUNT": 1, "LABEL": 2, "WORD": 3, "FLAGS": arch.image.index(arch.registers.flags)}.items() %}
#define REG_{{ name }}_AT {{ reg + 8 * i }} /* {{ arch.image[i] }} */
{% endfor %}
#define REG_USED {{ arch.image | length }}

{% for i in abi.ipc %}
#define SYS_{{ i.name | upper }} {{ i.number }}
{% endfor %}
#endif
