/* abi.h - what kernel and programs agree on: limits, errors, enumerations, call numbers. Generated from spec/abi and spec/object. */
#ifndef ABI_H
#define ABI_H
#include <stdint.h>
#include <limit.h>
typedef uint64_t word_t;
typedef uint64_t cptr_t;  /* index << 32 | generation; generation 0 asks for no check */
typedef uint64_t vaddr_t;
typedef uint64_t paddr_t;
typedef uint32_t err_t;   /* ERR_* */

enum {
{% for l in limits if l.value < 2**31 %}
    LIMIT_{{ l.name | upper }} = {{ l.value }}, /* {{ l.doc }} */
{% endfor %}
};
{% for l in limits if l.value >= 2**31 %}
#define LIMIT_{{ l.name | upper }} {{ l.value | hexa }} /* {{ l.doc }} */
{% endfor %}

enum {
{% for name, (number, says) in spec.abi.errors.items() %}
    ERR_{{ name | upper }} = {{ number }}, /* {{ says }} */
{% endfor %}
};

{% for e in spec.abi.enums.values() %}
/* {{ e.doc }} */
enum {
{% for name, value in e.values.items() %}
    {{ e.prefix }}_{{ name | upper }} = {{ value | hexa }}, /* {{ e.docs[name] }} */
{% endfor %}
};

{% endfor %}
/* Numbers of the system calls. */
enum {
{% for i in spec.abi.ipc %}
    SYS_{{ i.name | upper }} = {{ i.number }},
{% endfor %}
{% for m in spec.methods %}
    SYS_{{ m.c | upper }} = {{ m.number }},
{% endfor %}
};
#endif
