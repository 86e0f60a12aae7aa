/* {{ i.name }}_ask.c - the client's side of {{ i.name }}: marshal, call, unmarshal. Generated from {{ i.file }}. */
#include <proto/{{ i.name }}.h>
#include <string.h>
{% for v in methods if not v.m.sent %}

word_t {{ i.name }}_ask_{{ v.m.name }}({{ v.client }})
{
    struct message m = {.label = {{ v.N }}{{ v.words }}};

{% for a in v.m.args %}
{% if a.kind == "bytes" %}
    if ({{ a.name }}_bytes > MESSAGE_BYTES) return STATUS_ARGUMENT;
    message_put_bytes(&m, {{ a.name }}, (uint32_t){{ a.name }}_bytes);
{% elif a.kind == "fixed" %}
    message_put_bytes(&m, {{ a.name }}, {{ a.size }});
{% elif a.kind == "text" %}
    if (strlen({{ a.name }}) >= {{ a.size }}) return STATUS_ARGUMENT;
    memcpy(&m.word[{{ a.word }}], {{ a.name }}, strlen({{ a.name }}));
{% elif a.kind == "words" %}
    memcpy(&m.word[{{ a.word }}], {{ a.name }}, {{ a.size }} * sizeof *{{ a.name }});
{% endif %}
{% endfor %}
{% for a in v.m.args if a.kind == "cap" %}
    m.count += MESSAGE_CAP;
    message_buffer()[MESSAGE_CAP_SENT] = {{ a.name }};
{% endfor %}
    err_t error = {{ "ipc_call_long" if v.long else "ipc_call" }}(server, &m);
    if (error != ERR_NONE) return error == ERR_GONE ? STATUS_GONE : STATUS_DENIED;
{% for r in v.m.returns if r.kind == "word" %}
    {{ v.out_name(r) }} = m.word[{{ r.word }}];
{% endfor %}
{% for r in v.m.returns if r.kind not in ("word", "cap") %}
{% if loop.first %}
    if (m.label != STATUS_OK) return m.label;
{% endif %}
{% if r.kind == "bytes" %}
    if (m.word[{{ r.word }}] > {{ r.name }}_room || message_bytes(&m, m.word[{{ r.word }}]) == 0) return STATUS_ARGUMENT;
    *{{ r.name }}_bytes = m.word[{{ r.word }}];
    memcpy({{ r.name }}, message_bytes(&m, m.word[{{ r.word }}]), m.word[{{ r.word }}]);
{% elif r.kind == "records" %}
    if (m.word[{{ r.word }}] > {{ r.name }}_room || message_bytes(&m, m.word[{{ r.word }}] * sizeof *{{ r.name }}) == 0) return STATUS_ARGUMENT;
    *{{ r.name }}_count = m.word[{{ r.word }}];
    memcpy({{ r.name }}, message_bytes(&m, 0), m.word[{{ r.word }}] * sizeof *{{ r.name }});
{% elif r.kind == "fixed" %}
    if (message_bytes(&m, {{ r.size }}) == 0) return STATUS_ARGUMENT;
    memcpy({{ r.name }}, message_bytes(&m, {{ r.size }}), {{ r.size }});
    {{ r.name }}[{{ r.size - 1 }}] = 0;
{% elif r.kind == "words" %}
    memcpy({{ r.name }}, &m.word[{{ r.word }}], {{ r.size }} * sizeof *{{ r.name }});
{% endif %}
{% endfor %}
    return m.label;
}
{% endfor %}
