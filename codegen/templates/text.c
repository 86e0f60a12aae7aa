/* text.c - everything the kernel says, in one table. Generated from spec/abi/text.yaml and the names of calls, faults, machines and registers. */
#include <text.h>

const uint8_t text_bytes[TEXT_BYTES] =
{% for name, literal in texts.items() %}
    {{ literal }}{{ ";" if loop.last else "" }}
{% endfor %}

const uint16_t text_start[TEXTS + 1] = {
{% for line in starts %}
    {{ line | join(", ") }},
{% endfor %}
};
