/* status.h - what a service answers: the label of its reply; the same numbers for all services. Generated from spec/idl/status.yaml. */
#ifndef PROTO_STATUS_H
#define PROTO_STATUS_H
#include <abi.h>

enum status {
{% for name, (number, says) in statuses.items() %}
    STATUS_{{ name | upper }} = {{ number }}, /* {{ says }} */
{% endfor %}
    STATUS_COUNT
};

/* status_text - one sentence without a full stop. */
const char *status_text(word_t status);
#endif
