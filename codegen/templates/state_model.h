/* state.h - the kernel's state as proofs and host tests see it: one array per aspect, so that two aspects can never alias.
 * An accessor is an identity function whose precondition says that the thing lives: touching a dead object is a proof failure.
 * Generated from spec/object. */
#ifndef STATE_H
#define STATE_H
#include <abi.h>
#include <registers.h>
#define INLINE static inline

{% for w in state.windows if w.fields and w.first %}
struct {{ w.struct }} { {{ body(w) }} };
{% endfor %}

{% for w, row in rows %}
{{ row }} /* {{ w.doc }} */
{% endfor %}

{% for w in state.windows %}
extern {{ declaration(w) }}; /* {{ w.doc }} */
{% endfor %}

/*@
{% for head, acsl in state.live.items() %}
    predicate {{ head }} = {{ acsl }};
{% endfor %}
*/

{% for name, (index, live) in state.refs.items() %}
/*@ requires at: {{ live }}({{ index }}); assigns \nothing; ensures same: \result == {{ index }}; */
INLINE word_t {{ name }}_ref(word_t {{ index }}) { return {{ index }}; }
{% endfor %}
{% for w in state.windows if w.macro %}
{% set i = state.refs[w.ref][0] %}
#define {{ w.macro }}({{ i }}{{ ", i" if w.count }}) {{ variable(w) }}[{{ w.ref }}_ref({{ i }})]{{ ".at[i]" if w.count }}
{% endfor %}
#endif
