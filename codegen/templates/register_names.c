/* register_names.c - what the registers of a thread's image are called on {{ arch.name }}. Generated from {{ arch.file }}. */
#include <names.h>

word_t name_register(word_t number)
{
    switch (number) {
{% for text in rows %}
    case {{ loop.index0 }}u: return {{ text }};
{% endfor %}
    default: return TEXT_UNKNOWN;
    }
}

word_t name_registers(void)
{
    return {{ arch.image | length }}u;
}
