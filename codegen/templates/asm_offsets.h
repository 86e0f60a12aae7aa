/* asm_offsets.h - places in kernel objects and numbers of system calls, for assembly. Generated from spec/object and {{ arch.file }}. */
#ifndef ASM_OFFSETS_H
#define ASM_OFFSETS_H
#define WINDOW_BASE 0xffff800000000000
{% for name, at in offsets %}
#define {{ name | upper }} {{ at }}
{% endfor %}

/* Registers in a thread's image: byte offset from the thread. */
{% for r in arch.image %}
#define TCB_REG_{{ r | upper }} {{ reg + 8 * loop.index0 }}
{% endfor %}
{% set first = {"BADGE": 0, "COUNT": 1, "LABEL": 2, "WORD": 3} %}
{% for name, i in first.items() %}
#define TCB_REG_{{ name }} {{ reg + 8 * i }} /* {{ arch.image[i] }} */
{% endfor %}

{% for i in abi.ipc %}
#define ASM_{{ i.name | upper }} {{ i.number }}
{% endfor %}
#endif
