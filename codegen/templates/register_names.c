/* register_names.c - what the registers of a thread's image are called on {{ arch.name }}. Generated from {{ arch.file }}. */
#include <names.h>

const char *name_register(word_t number)
{
    switch (number) {
{% for r in arch.image %}
    case {{ loop.index0 }}u: return "{{ r }}";
{% endfor %}
    default: return "?";
    }
}

word_t name_registers(void)
{
    return {{ arch.image | length }}u;
}
