/* names.c - what numbers are called in the spec. Generated from spec/abi and spec/object. */
#include <names.h>
{% for noun, doc, values in tables %}

word_t name_{{ noun }}(word_t number)
{
    switch (number) {
{% for n, text in values %}
    case {{ n }}u: return {{ text }};
{% endfor %}
    default: return TEXT_UNKNOWN;
    }
}
{% endfor %}
