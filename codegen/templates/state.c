{% if where == "plain" %}
/* state.c - the kernel's plain variables; all zero at boot. Generated from spec/object. */
{% else %}
/* state.c - the objects of host tests: one array per aspect. Generated from spec/object. */
{% endif %}
#include <state.h>
{% for w in windows %}
{{ declaration(w) }};
{% endfor %}
