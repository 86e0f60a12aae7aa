/* state.h - every variable of the kernel's state, by name. Generated from spec/object. */
#ifndef VECTOR_STATE_H
#define VECTOR_STATE_H
#define VECTOR_STATE(X) \
{% for n in names %}
    X({{ n }}){{ "" if loop.last else " \\" }}
{% endfor %}
#endif
