/* system_image.c - the default system. Generated from {{ i.file }}. */
#include <system_image.h>
#include <proto/process.h>

{% for p in i.programs %}
static const struct image_grant GRANTS_{{ "OTHERS" if p.name == "*" else p.name | upper }}[] = {
{% for g in p.grants %}
    {GRANT_{{ g.kind | upper }}, {{ which(g) }}, {{ g.bit }}, "{{ g.name }}"},
{% endfor %}
};
{% endfor %}

const struct image_program image[] = {
{% for p in i.programs %}
    {"{{ p.name }}", WHEN_{{ p.when | upper }}, {{ p.priority }}, {{ p.restarts }}, {% for m in p.may %}PROCESS_MAY_{{ m | upper }}{{ " | " if not loop.last }}{% else %}0{% endfor %}, {{ p.stack_pages }}, {{ p.extra_frames }}, GRANTS_{{ "OTHERS" if p.name == "*" else p.name | upper }}, {{ p.grants | length }}},
{% endfor %}
};
const uint32_t image_count = sizeof image / sizeof image[0];
