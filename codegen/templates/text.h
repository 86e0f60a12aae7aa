/* text.h - everything the kernel says, by number: 0 says nothing. A number is an index into text_start; a text ends where the next one begins.
 * Generated from spec/abi/text.yaml and the names of calls, faults, machines and registers. */
#ifndef TEXT_H
#define TEXT_H
#include <abi.h>

enum {
{% for name in texts %}
    {{ name }},
{% endfor %}
    TEXTS,
    TEXT_BYTES = {{ size }}
};
extern const uint8_t text_bytes[TEXT_BYTES];   /* all texts, one behind the other */
extern const uint16_t text_start[TEXTS + 1];   /* where each begins */
#endif
