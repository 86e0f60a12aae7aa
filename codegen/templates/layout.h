/* {{ layout.name }}.h - page-table entries by arithmetic: gcc emits shifts and masks, WP sees division. Generated from {{ layout.file }}.
 * {{ layout.source }}.{{ note }} */
#ifndef {{ layout.name | upper }}_H
#define {{ layout.name | upper }}_H
#include <abi.h>
{% set p = prefix ~ "_" ~ layout.name %}

/* The bits. */
/*@
{% for part in layout.parts if not part.gap %}
    logic integer {{ p }}_{{ part.name }}(integer e) = (e / {{ 2**part.low }}) % {{ 2**part.width }}; // {{ part.doc }}
{% endfor %}
*/
{% for part in layout.parts if not part.gap %}
/*@ assigns \nothing; ensures value: \result == {{ p }}_{{ part.name }}(e); ensures range: \result < {{ 2**part.width }}; */
static inline word_t {{ p }}_{{ part.name }}(word_t e) { return e / {{ 2**part.low }}u % {{ 2**part.width }}u; }
{% endfor %}

/* What generic code reads. */
/*@
{% for r in reads %}
    logic integer {{ layout.name }}_{{ r.name }}(integer e) = {{ r.acsl }};
{% endfor %}
*/
{% for r in reads %}
/* {{ layout.name }}_{{ r.name }} - {{ r.doc }}. */
/*@ assigns \nothing; ensures value: \result == {{ layout.name }}_{{ r.name }}(e); ensures range: \result < {{ r.below }}; */
static inline word_t {{ layout.name }}_{{ r.name }}(word_t e) { return {{ r.c }}; }
{% endfor %}
{% for m in makes %}

/* {{ layout.name }}_{{ m.name }}_make - {{ m.doc }} */
/*@ requires range: {% for a, b in m.args.items() %}{{ a }} < {{ b }}{{ " && " if not loop.last }}{% endfor %};
{% for k, t in m.requires.items() %}
    requires {{ k }}: {{ t }};
{% endfor %}
    assigns \nothing;
{% for k, t in m.ensures.items() %}
    ensures {{ k }}: {{ layout.name }}_{{ k }}(\result) == {{ t }};
{% endfor %} */
static inline word_t {{ layout.name }}_{{ m.name }}_make({% for a in m.args %}word_t {{ a }}{{ ", " if not loop.last }}{% endfor %})
{
{% for s in m.steps %}
{% if loop.first %}
    word_t e{{ s.part.low }} = {{ s.value }};
{% else %}
    word_t e{{ s.part.low }} = e{{ loop.previtem.part.low }} * {{ 2**s.part.width }}u + {{ s.value }}; /* {{ s.part.name }} */
    /*@ assert e{{ s.part.low }} / {{ 2**s.part.width }} == e{{ loop.previtem.part.low }} && e{{ s.part.low }} % {{ 2**s.part.width }} == {{ s.acsl }}; */
{% endif %}
{% endfor %}
{% for s in m.steps | reverse if s.part.low %}
    /*@ assert e0 / {{ 2**s.part.low }} == e{{ s.part.low }}; */
{% endfor %}
    return e0;
}
{% endfor %}
#endif
