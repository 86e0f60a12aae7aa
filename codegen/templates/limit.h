/* limit.h - how much memory the kernel's arrays cover{{ " (small variant for host tests)" if small }}. Generated from spec/abi/limit.yaml. */
#ifndef LIMIT_H
#define LIMIT_H
enum {
{% for l in limits %}
    LIMIT_{{ l.name | upper }} = {{ l.small if small else l.value }}, /* {{ l.doc }} */
{% endfor %}
};
#endif
