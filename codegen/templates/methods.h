/* {{ noun }}.h - {{ doc }} Generated from {{ file }}.
 * Every function is one system call and answers the ERR_* of the first rule that fails (docs/reference/{{ noun }}.md); out parameters are set on ERR_NONE only. */
#ifndef ABI_{{ noun | upper }}_H
#define ABI_{{ noun | upper }}_H
#include <abi.h>
{% if uses_message %}
#include <ipc.h>
{% endif %}
{% for v in methods %}

{% if v.struct %}
struct {{ v.c }}_answer {
{% for name, doc in v.results %}
    word_t {{ name }}; /* {{ doc }} */
{% endfor %}
};
{% endif %}
/* {{ v.doc }}{% for name, doc in v.args %}

 * {{ name }}: {{ doc }}{% endfor %}{% if not v.struct %}{% for name, doc in v.results %}

 * {{ name }}: out: {{ doc }}{% endfor %}{% endif %}{% for line in v.rules %}

 * {{ line }}{% endfor %}{{ "\n * Repeats itself until the kernel is done with it." if v.again }} */
err_t {{ v.c }}({{ v.params }});
{% endfor %}
#endif
