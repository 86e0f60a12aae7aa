/* {{ d.name }}.h - {{ d.doc }} Generated from {{ d.file }}.
{% if d.structs %}
 * b is the place of the structure in memory, at any alignment. Nothing here can fail; x_form_ok() says whether constants and limits hold. */
{% else %}
 * */
{% endif %}
#ifndef DISK_{{ d.name | upper }}_H
#define DISK_{{ d.name | upper }}_H
#include <base/bytes.h>
{% for u in d.uses %}
#include <disk/{{ u }}.h>
{% endfor %}
{% for n, (value, doc) in d.constants.items() %}
#define LFSX_{{ n | upper }} {{ value | hexa }}{{ "ull" if value > 4294967295 else "u" }} /* {{ doc }} */
{% endfor %}
{% for n, (doc, values) in d.enums.items() %}

/* {{ doc }} */
enum {{ n }} {
{% for v, (number, says) in values.items() %}
    {{ n | upper }}_{{ v | upper }} = {{ number }}, /* {{ says }} */
{% endfor %}
};
{% endfor %}
{% if d.errors %}

typedef int lfsx_err_t;
enum lfsx_error {
    LFSX_OK = 0,
{% for n, (number, says) in d.errors.items() %}
    LFSX_{{ n | upper }} = {{ number }}, /* {{ says }} */
{% endfor %}
};
/* lfsx_error_text - The sentence of an error. */
const char *lfsx_error_text(lfsx_err_t error);
{% endif %}
{% for v in structs %}
{% set n = v.s.name %}

/* {{ n }}: {{ v.s.doc }} (line {{ v.s.line }}) */
enum { {{ v.N }}_BYTES = {{ v.s.bytes }} };
struct {{ n }} {
{% for f in v.fields %}
    {{ f.c }} {{ f.f.name }}{% if f.f.count > 1 %}[{{ f.f.count }}]{% endif %}; /* {{ f.f.at }}: {{ f.f.doc }} */
{% endfor %}
};
{% for f in v.fields %}
{% if f.kind == "number" %}
static inline {{ f.c }} {{ n }}_{{ f.f.name }}(const uint8_t *b) { return {{ f.load }}; }
static inline void {{ n }}_set_{{ f.f.name }}(uint8_t *b, {{ f.c }} v) { {{ f.store }}; }
{% else %}
enum { {{ v.N }}_{{ f.f.name | upper }}_AT = {{ f.f.at }} };
{% endif %}
{% endfor %}
static inline void {{ n }}_decode(const uint8_t *b, struct {{ n }} *out)
{
{% for f in v.fields %}
{% if f.kind == "number" %}
    out->{{ f.f.name }} = {{ f.load }};
{% elif f.kind == "bytes" %}
    for (int i = 0; i < {{ f.f.count }}; i++) out->{{ f.f.name }}[i] = b[{{ f.f.at }} + i];
{% elif f.kind == "array" %}
    for (int i = 0; i < {{ f.f.count }}; i++) out->{{ f.f.name }}[i] = {{ f.getter }}(b + {{ f.f.at }} + i * {{ f.f.bytes }});
{% else %}
    {{ f.f.type }}_decode(b + {{ f.f.at }}, &out->{{ f.f.name }});
{% endif %}
{% endfor %}
}
static inline void {{ n }}_encode(const struct {{ n }} *in, uint8_t *b)
{
{% for f in v.fields %}
{% if f.kind == "number" %}
    {{ n }}_set_{{ f.f.name }}(b, in->{{ f.f.name }});
{% elif f.kind == "bytes" %}
    for (int i = 0; i < {{ f.f.count }}; i++) b[{{ f.f.at }} + i] = in->{{ f.f.name }}[i];
{% elif f.kind == "array" %}
    for (int i = 0; i < {{ f.f.count }}; i++) {{ f.putter }}(b + {{ f.f.at }} + i * {{ f.f.bytes }}, in->{{ f.f.name }}[i]);
{% else %}
    {{ f.f.type }}_encode(&in->{{ f.f.name }}, b + {{ f.f.at }});
{% endif %}
{% endfor %}
}
{% if v.tests %}
static inline int {{ n }}_form_ok(const uint8_t *b)
{
    return {% for f in v.tests %}{{ f.test }}{% if not loop.last %}

        && {% endif %}{% endfor %};
}
{% endif %}
{% endfor %}
#endif
