/* state.h - the kernel's state in the image: every object is memory at WINDOW_BASE + its physical address, aspects are nested structs.
 * Trusted: window: frame kinds keep two objects apart, as the proof's separate arrays assume (proofs/TRUSTED.md).
 * Generated from spec/object. */
#ifndef STATE_H
#define STATE_H
#include <abi.h>
#include <registers.h>
#include <arch/cpu.h> /* core_cur, core_floor, core_id */
#define INLINE static inline __attribute__((always_inline))
#define WINDOW_BASE 0xffff800000000000u

{% for w in state.windows if w.fields and w.first and (not w.storage or not state.storages[w.storage].flat) %}
struct {{ w.struct }} { {{ body(w) }} };
{% endfor %}

{% for s in state.storages.values() %}
struct {{ s.name }}_object {
{% for at, text in image_struct(s) %}
    {{ text }} /* {{ at }} */
{% endfor %}
};
{% for at, end, w, f in pieces(s) %}
_Static_assert(__builtin_offsetof(struct {{ s.name }}_object, {{ f.name if f else w.name }}) == {{ at }}, "{{ s.name }}.{{ f.name if f else w.name }}");
{% endfor %}
_Static_assert(sizeof(struct {{ s.name }}_object) == {{ s.bytes }}, "{{ s.name }}");
{% endfor %}
{% for w in state.windows if not w.storage and not w.core %}
extern {{ declaration(w) }}; /* {{ w.doc }} */
{% endfor %}

{% for w in state.windows if w.macro %}
{% set i = state.refs[w.ref][0] %}
{% if w.storage %}
#define {{ w.macro }}({{ i }}{{ ", i" if w.count }}) (((struct {{ w.storage }}_object *)WINDOW_BASE)[{{ i }}]{{ "" if state.storages[w.storage].flat else "." ~ w.name }}{{ "[i]" if w.count }})
{% else %}
#define {{ w.macro }}({{ i }}) {{ variable(w) }}[{{ i }}]
{% endif %}
{% endfor %}
#endif
