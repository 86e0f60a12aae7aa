/* {{ i.name }}_serve.c - the server's side of {{ i.name }}: unmarshal, check, dispatch, marshal. Generated from {{ i.file }}. */
#include <proto/{{ i.name }}.h>
#include <string.h>
{% for v in methods if v.m.returns %}

void {{ i.name }}_answer_{{ v.m.name }}({{ v.answer }})
{
{% for r in v.m.returns %}
{% if r.kind == "word" %}
    reply->word[{{ r.word }}] = {{ r.name }};
{% elif r.kind == "bytes" %}
    reply->word[{{ r.word }}] = {{ r.name }}_bytes;
    message_put_bytes(reply, {{ r.name }}, (uint32_t){{ r.name }}_bytes);
{% elif r.kind == "records" %}
    reply->word[{{ r.word }}] = {{ r.name }}_count;
    message_put_bytes(reply, {{ r.name }}, (uint32_t)({{ r.name }}_count * sizeof *{{ r.name }}));
{% elif r.kind == "fixed" %}
    message_put_bytes(reply, {{ r.name }}, {{ r.size }});
{% elif r.kind == "words" %}
    memcpy(&reply->word[{{ r.word }}], {{ r.name }}, {{ r.size }} * sizeof *{{ r.name }});
{% endif %}
{% endfor %}
}
{% endfor %}
{% for v in methods %}

static word_t serve_{{ v.m.name }}(const struct {{ i.name }}_server *server, void *state, const struct message *m, struct message *reply)
{
{% for a in v.m.args if a.kind == "text" %}
    char {{ a.name }}[{{ a.size }}];
    memcpy({{ a.name }}, &m->word[{{ a.word }}], {{ a.size }});
{% endfor %}
{% for a in v.m.args if a.kind in ("bytes", "fixed") %}
{% set n = "m->word[" ~ a.word ~ "]" if a.kind == "bytes" else a.size | string %}
    const uint8_t *{{ a.name }} = message_bytes(m, {{ n }});
    if ({{ a.name }} == 0) return STATUS_ARGUMENT;
{% endfor %}
{% for a in v.m.args if a.kind == "text" %}
    if ({{ a.name }}[{{ a.size - 1 }}] != 0) return STATUS_ARGUMENT;
{% endfor %}
{% for a in v.m.args if a.kind == "cap" %}
    if (m->count < MESSAGE_CAP) return STATUS_ARGUMENT;
{% endfor %}
    return server->{{ v.m.name }}(state, m->badge{% for a in v.m.args %}{% if a.kind == "word" %}, m->word[{{ a.word }}]{% elif a.kind == "bytes" %}, {{ a.name }}, m->word[{{ a.word }}]{% elif a.kind == "text" %}, {{ a.name }}{% elif a.kind == "fixed" %}, (const char *){{ a.name }}{% elif a.kind == "words" %}, &m->word[{{ a.word }}]{% endif %}{% endfor %}, reply);
}
{% endfor %}

word_t {{ i.name }}_serve(const struct {{ i.name }}_server *server, void *state, const struct message *m, struct message *reply)
{
    memset(reply, 0, sizeof *reply);
    switch (m->label) {
{% for v in methods %}
    case {{ v.N }}: return server->{{ v.m.name }} ? serve_{{ v.m.name }}(server, state, m, reply) : STATUS_METHOD;
{% endfor %}
    default: return STATUS_METHOD;
    }
}
