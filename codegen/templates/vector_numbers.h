/* numbers.h - every system call number that the test vectors use. Generated from spec/object and spec/vector. */
#ifndef VECTOR_NUMBERS_H
#define VECTOR_NUMBERS_H
#define VECTOR_NUMBERS(X) \
{% for n in numbers %}
    X({{ n }}){{ "" if loop.last else " \\" }}
{% endfor %}
#endif
