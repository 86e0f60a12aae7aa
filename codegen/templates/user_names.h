/* names.h - what numbers are called in the spec, for programs that print them; "?" for a number that has no name.
 * Generated from spec/abi and spec/object. */
#ifndef NAMES_H
#define NAMES_H
#include <abi.h>
{% for noun, doc, values in tables %}

/* name_{{ noun }} - the name of {{ doc }}. */
const char *name_{{ noun }}(word_t number);
{% endfor %}
{% for noun, doc, values in texts %}

/* text_{{ noun }} - what {{ doc }} means, one sentence without a full stop. */
const char *text_{{ noun }}(word_t number);
{% endfor %}
#endif
