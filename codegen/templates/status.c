/* status.c - the sentences of enum status. Generated from spec/idl/status.yaml. */
#include <proto/status.h>

static const char *const TEXT[STATUS_COUNT] = {
{% for name, (number, says) in statuses.items() %}
    [STATUS_{{ name | upper }}] = "{{ says }}",
{% endfor %}
};

const char *status_text(word_t status) { return status < STATUS_COUNT ? TEXT[status] : "unknown status"; }
