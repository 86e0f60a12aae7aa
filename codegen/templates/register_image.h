/* register_image.h - index of each {{ arch.name }} register in the image of a thread. Generated from {{ arch.file }}. */
#ifndef REGISTER_IMAGE_H
#define REGISTER_IMAGE_H
#include <registers.h>
enum {
{% for r in arch.image %}
    REG_{{ r | upper }} = {{ loop.index0 }},
{% endfor %}
    REG_USED = {{ arch.image | length }}
};
#endif
