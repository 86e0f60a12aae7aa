/* names.c - what numbers are called in the spec. Generated from spec/abi and spec/object. */
#include <names.h>
{% for noun, doc, values in tables %}

const char *name_{{ noun }}(word_t number)
{
    switch (number) {
{% for n, name in values %}
    case {{ n }}u: return "{{ name }}";
{% endfor %}
    default: return "?";
    }
}
{% endfor %}
{% for noun, doc, values in texts %}

const char *text_{{ noun }}(word_t number)
{
    switch (number) {
{% for n, text in values %}
    case {{ n }}u: return "{{ text }}";
{% endfor %}
    default: return "unknown";
    }
}
{% endfor %}
