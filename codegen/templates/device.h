/* {{ d.name }}.h - registers of a {{ d.doc }} Generated from {{ d.file }}.
 * {{ d.source }}. Offsets in bytes; a register is {{ d.width }} bits wide. */
#ifndef DEVICE_{{ N }}_H
#define DEVICE_{{ N }}_H
#include <stdint.h>

enum {{ d.name }}_register {
{% for r in d.registers %}
    {{ N }}_{{ r.name | upper }} = {{ "0x%02x" | format(r.at) }}, /* {{ r.access }}: {{ r.doc }} */
{% endfor %}
};
{% for r in d.registers if r.parts %}

/* {{ r.name }}: {{ r.doc }} */
enum {
{% for p in r.parts %}
    {{ N }}_{{ r.name | upper }}_{{ p.name | upper }} = {{ "0x%x" | format((2**p.width - 1) * 2**p.low) }}, /* {{ p.doc }} */
{% endfor %}
};
{% for p in r.parts %}
{% if "r" in r.access %}
static inline uint{{ d.width }}_t {{ d.name }}_{{ r.name }}_{{ p.name }}(uint{{ d.width }}_t v) { return (uint{{ d.width }}_t)(v >> {{ p.low }} & {{ "0x%x" | format(2**p.width - 1) }}u); }
{% endif %}
{% if "w" in r.access %}
static inline uint{{ d.width }}_t {{ d.name }}_{{ r.name }}_set_{{ p.name }}(uint{{ d.width }}_t v, uint{{ d.width }}_t x) { return (uint{{ d.width }}_t)((v & ~(uint{{ d.width }}_t){{ "0x%x" | format((2**p.width - 1) * 2**p.low) }}u) | (x & {{ "0x%x" | format(2**p.width - 1) }}u) << {{ p.low }}); }
{% endif %}
{% endfor %}
{% endfor %}
#endif
