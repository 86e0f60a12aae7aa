/* {{ s.name }}.h - {{ s.doc }}. Generated from spec/abi. */
#ifndef {{ s.name | upper }}_H
#define {{ s.name | upper }}_H
#include <abi.h>
{% set c = {"word": "uint64_t", "half": "uint32_t", "byte": "uint8_t"} %}
{% for name, (value, doc) in s.constants.items() %}
#define {{ s.name | upper }}_{{ name | upper }} {{ value | hexa }} /* {{ doc }} */
{% endfor %}

{% for name, fields in s.types.items() %}
struct {{ s.name }}_{{ name }} { {% for f, t in fields.items() %}{{ c[t] }} {{ f }}; {% endfor %}};
{% endfor %}
struct {{ s.name }} {
{% for name, type, count, offset, doc in s.fields %}
    {{ c[type] if type in c else "struct " ~ s.name ~ "_" ~ type }} {{ name }}{% if count > 1 %}[{{ count }}]{% endif %}; /* {{ offset }}: {{ doc }} */
{% endfor %}
};
{% for name, type, count, offset, doc in s.fields %}
_Static_assert(__builtin_offsetof(struct {{ s.name }}, {{ name }}) == {{ offset }}, "{{ s.name }}.{{ name }}");
{% endfor %}
_Static_assert(sizeof(struct {{ s.name }}) <= {{ s.size }}, "{{ s.name }}");
#endif
