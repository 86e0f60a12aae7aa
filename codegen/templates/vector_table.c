/* table.c - the test vectors: what each makes first, its call, and the error that the call must answer. Generated from spec/object and spec/vector. */
#include "../vector.h"

#define NUM(number) {.n = (number)}
#define PLAIN(from, number) {.n = (number), .base = VECTOR_##from}
#define HANDLE(from, number) {.n = (number), .base = VECTOR_##from, .handle = 1}
#define VALUE(from, is_handle, step, generation, number) {.n = (number), .base = VECTOR_##from, .handle = (is_handle), .walk = (step), .gen = (generation)}

const struct vector_step vector_steps[] = {
{% for s in steps %}
    {{ "{" }}{{ s.method }}, {{ s.repeat }}, {{ s.count }}, {{ "{" }}{{ s.args }}{{ "}}" }},
{% endfor %}
};

const struct vector vectors[] = {
{% for v in vectors %}
    {"{{ v.name }}", {{ v.error }}, {{ v.when }}, {{ v.first }}, {{ v.count }}, {{ v.twin }}},
{% endfor %}
};
const uint32_t vectors_count = sizeof vectors / sizeof vectors[0];
