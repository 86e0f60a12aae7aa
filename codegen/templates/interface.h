/* {{ i.name }}.h - {{ i.doc }} Generated from {{ i.file }}.
 * A client calls {{ i.name }}_ask_*; a server fills struct {{ i.name }}_server and hands every message to {{ i.name }}_serve. Bytes travel in the
 * message buffer (ipc/message.h), at most MESSAGE_BYTES. Every function answers STATUS_*:
 * STATUS_GONE if the server ended before it answered, STATUS_DENIED if `server` is no endpoint that may be called. */
#ifndef PROTO_{{ i.name | upper }}_H
#define PROTO_{{ i.name | upper }}_H
#include <ipc/message.h>
#include <proto/status.h>

enum {{ i.name }}_method {
{% for v in methods %}
    {{ v.N }} = {{ v.m.number }},
{% endfor %}
};
{% for name, e in i.enums.items() %}
/* {{ e.doc }} */
enum {{ i.name }}_{{ name }} {
{% for n, d in e["values"].items() %}
    {{ e.get("prefix", (i.name ~ "_" ~ name) | upper) }}_{{ n | upper }} = {{ d.value }}, /* {{ d.doc }} */
{% endfor %}
};
{% endfor %}
{% for name, fields in i.records.items() %}
struct {{ name }} {
{% for f, doc in fields.items() %}
    word_t {{ f }}; /* {{ doc }} */
{% endfor %}
};
enum { {{ name | upper }}S = LIMIT_BUFFER_WORDS / {{ fields | length }} }; /* so many fit into a buffer */
{% endfor %}
{% for v in methods %}

/* {{ v.m.name }} - {{ v.m.doc }} */
{% if v.struct %}
struct {{ v.c }}_answer {
{% for r in v.m.returns if r.kind == "word" %}
    word_t {{ r.name }}; /* {{ r.doc }} */
{% endfor %}
};
{% endif %}
{% if not v.m.sent %}
word_t {{ i.name }}_ask_{{ v.m.name }}({{ v.client }});
{% endif %}
{% if v.m.returns %}
void {{ i.name }}_answer_{{ v.m.name }}({{ v.answer }});
{% endif %}
{% endfor %}

/* What a server does with each message; a function left 0 is answered STATUS_METHOD. The reply is empty when it is called. A capability that
 * came along lies where the server's own buffer said. */
struct {{ i.name }}_server {
{% for v in methods %}
    word_t (*{{ v.m.name }})({{ v.server }});
{% endfor %}
};
/* {{ i.name }}_serve - decode and check one message, let the server act, answer its status. */
word_t {{ i.name }}_serve(const struct {{ i.name }}_server *server, void *state, const struct message *m, struct message *reply);
#endif
