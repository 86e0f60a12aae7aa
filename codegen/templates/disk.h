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
{% set long = v.fields | length > 13 %}{# many stores: all loads first, so that no proof must carry the bytes over them #}

/* {{ n }}: {{ v.s.doc }} (line {{ v.s.line }}) */
enum { {{ v.N }}_BYTES = {{ v.s.bytes }} };
struct {{ n }} {
{% for f in v.fields %}
    {{ f.c }} {{ f.f.name }}{% if f.f.count > 1 %}[{{ f.f.count }}]{% endif %}; /* {{ f.f.at }}: {{ f.f.doc }} */
{% endfor %}
};
{% for f in v.fields %}
{% if f.kind == "number" %}
/*@ requires room: \valid_read(b + (0 .. {{ v.s.bytes - 1 }}));
    assigns \nothing;
    ensures value: \result == {{ f.means }}; */
static inline {{ f.c }} {{ n }}_{{ f.f.name }}(const uint8_t *b) { return {{ f.load }}; }
/*@ requires room: \valid(b + (0 .. {{ v.s.bytes - 1 }}));
    assigns b[{{ f.f.at }} .. {{ f.last }}];
    ensures value: {{ f.means }} == v; */
static inline void {{ n }}_set_{{ f.f.name }}(uint8_t *b, {{ f.c }} v) { {{ f.store }}; }
{% else %}
enum { {{ v.N }}_{{ f.f.name | upper }}_AT = {{ f.f.at }} };
{% endif %}
{% endfor %}
/*@ requires room: \valid_read(b + (0 .. {{ v.s.bytes - 1 }})) && \valid(out);
    requires apart: \separated(b + (0 .. {{ v.s.bytes - 1 }}), out);
    assigns *out;
{% for f in v.fields if f.kind == "number" %}
    ensures {{ f.f.name }}: out->{{ f.f.name }} == {% if long %}\old({{ f.means }}){% else %}{{ f.means }}{% endif %};
{% endfor %}
*/
static inline void {{ n }}_decode(const uint8_t *b, struct {{ n }} *out)
{
{% for f in v.fields if f.kind == "number" and long %}
    {{ f.c }} {{ f.f.name }} = {{ f.load }};
{% endfor %}
{% for f in v.fields if f.kind == "bytes" %}
    bytes_copy(out->{{ f.f.name }}, b + {{ f.f.at }}, {{ f.f.count }});
{% endfor %}
{% for f in v.fields if f.kind == "array" %}
    /*@ loop invariant inside: 0 <= i <= {{ f.f.count }};
        loop assigns i, out->{{ f.f.name }}[0 .. {{ f.f.count - 1 }}];
        loop variant {{ f.f.count }} - i; */
    for (int i = 0; i < {{ f.f.count }}; i++) out->{{ f.f.name }}[i] = {{ f.getter }}(b + {{ f.f.at }} + i * {{ f.f.bytes }});
{% endfor %}
{% for f in v.fields if f.kind == "struct" %}
    {{ f.f.type }}_decode(b + {{ f.f.at }}, &out->{{ f.f.name }});
{% endfor %}
{% for f in v.fields if f.kind == "number" %}
    out->{{ f.f.name }} = {% if long %}{{ f.f.name }}{% else %}{{ f.load }}{% endif %};
{% endfor %}
}
/*@ requires room: \valid(b + (0 .. {{ v.s.bytes - 1 }})) && \valid_read(in);
    requires apart: \separated(b + (0 .. {{ v.s.bytes - 1 }}), in);
    assigns b[0 .. {{ v.s.bytes - 1 }}];
{% for f in v.fields if f.kind == "number" and v.fields | length <= 4 %}
    ensures {{ f.f.name }}: {{ f.means }} == in->{{ f.f.name }};
{% endfor %}
*/
static inline void {{ n }}_encode(const struct {{ n }} *in, uint8_t *b)
{
{% for f in v.fields if f.kind == "bytes" %}
    bytes_copy(b + {{ f.f.at }}, in->{{ f.f.name }}, {{ f.f.count }});
{% endfor %}
{% for f in v.fields if f.kind == "array" %}
    /*@ loop invariant inside: 0 <= i <= {{ f.f.count }};
        loop assigns i, b[{{ f.f.at }} .. {{ f.end - 1 }}];
        loop variant {{ f.f.count }} - i; */
    for (int i = 0; i < {{ f.f.count }}; i++) {{ f.putter }}(b + {{ f.f.at }} + i * {{ f.f.bytes }}, in->{{ f.f.name }}[i]);
{% endfor %}
{% for f in v.fields if f.kind == "struct" %}
    {{ f.f.type }}_encode(&in->{{ f.f.name }}, b + {{ f.f.at }});
{% endfor %}
{% for f in v.fields if f.kind == "number" %}
    {{ n }}_set_{{ f.f.name }}(b, in->{{ f.f.name }});
{% endfor %}
}
{% if v.tests %}
/*@ requires room: \valid_read(b + (0 .. {{ v.s.bytes - 1 }}));
    assigns \nothing;
{% for f in v.tests %}
    ensures {{ f.f.name }}: \result != 0 ==> {{ f.ensured }};
{% endfor %}
*/
static inline int {{ n }}_form_ok(const uint8_t *b)
{
    return {% for f in v.tests %}{{ f.test }}{% if not loop.last %}

        && {% endif %}{% endfor %};
}
{% endif %}
{% endfor %}
#endif
