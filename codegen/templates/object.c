/* {{ noun }}.c - the ordered checks of every {{ noun }} method, and the wrappers that check, then act. Generated from {{ file }}. */
#include <{{ noun }}.h>
{% for v in methods %}
{% for k in v.checks if k.loop %}

/*@ requires state: kernel_ok;
    assigns \nothing;
    ensures each: \result != 0 <==> {{ k.use }}; */
static word_t {{ k.pred }}_each({{ k.loop.params }})
{
    /*@ loop invariant range: {{ k.loop.alow }} <= {{ k.loop.var }} <= {{ k.loop.ahigh }};
        loop invariant all: \forall integer k; {{ k.loop.alow }} <= k < {{ k.loop.var }} ==> {{ k.loop.abody }};
        loop assigns {{ k.loop.var }};
        loop variant {{ k.loop.ahigh }} - {{ k.loop.var }}; */
    for (word_t {{ k.loop.var }} = {{ k.loop.low }}; {{ k.loop.var }} < {{ k.loop.high }}; {{ k.loop.var }}++) {
        if (!({{ k.loop.body }})) return 0u;
    }
    return 1u;
}
{% endfor %}

{% for s in v.stages %}
/* {{ v.path }}{{ ", from its rule %d on" % s.checks[0].n if s.suffix }} */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
{% for k in s.known %}
    requires {{ k }};
{% endfor %}
    assigns \nothing;
    ensures answer: {{ v.c }}_checked{{ s.suffix }}(\result, {{ s.raws }});
    ensures ok: \result == ERR_NONE <==> {{ v.c }}_ok{{ s.suffix }}({{ s.raws }}); */
static err_t {{ v.c }}_check{{ s.suffix }}({{ s.params }})
{
    err_t e;

    cspace_known();
{% for k in s.checks %}
{% if k.kind == "cptr" %}
    e = {{ k.raw ~ " == 0u ? ERR_NONE : " if k.optional }}cptr_check({{ k.raw }}); /* {{ v.path }}/{{ k.n }} {{ k.says }} */
    if (e != ERR_NONE) return e;
{% if k.arg.name in v.later %}
    word_t {{ k.arg.name }} = {{ k.slot }};
{% endif %}
{% elif k.kind == "index" %}
    if ({{ k.c }}) return {{ k.errors[0] }}; /* {{ v.path }}/{{ k.n }} {{ k.says }} */
{% if k.arg.name in v.later %}
    word_t {{ k.arg.name }} = {{ k.slot }};
{% endif %}
{% elif k.kind == "must" %}
    if ({{ k.c }}) return {{ k.errors[0] }}; /* {{ v.path }}/{{ k.n }} {{ k.says }} */
{% elif k.kind == "try" %}
    e = {{ k.c }}; /* {{ v.path }}/{{ k.n }} {{ k.says }} */
    if (e != ERR_NONE) return e;
{% endif %}
{% endfor %}
{% if s.next %}
    return {{ v.c }}_check{{ s.next.suffix }}({{ s.next.raws }});
{% else %}
    return ERR_NONE;
{% endif %}
}

{% endfor %}
err_t {{ v.c }}_enter({{ v.params }})
{
    err_t e = {{ v.c }}_check({{ v.raws }});

    if (e != ERR_NONE) return e;
    cspace_known();
{% for name, text in v.need %}
    word_t {{ name }} = {{ text }};
{% endfor %}
{% for name, text in v.fetch.items() %}
    word_t {{ name }} = {{ text }};
{% endfor %}
{% if v.query %}
{% for name, doc, text in v.computed %}
    word_t out_{{ name }} = {{ text }};
{% endfor %}
    regs_answer(core_cur, 0u);
{% if v.act %}
    {{ v.act }};
{% endif %}
{% for name, doc, text in v.computed %}
    REG(core_cur, REG_WORD + {{ loop.index0 }}u) = out_{{ name }};
{% endfor %}
    return ERR_NONE;
{% elif v.answers %}
    return {{ v.act }};
{% else %}
    {{ v.act }};
    return ERR_NONE;
{% endif %}
}
{% endfor %}

void {{ noun }}_call(word_t t, word_t method)
{
    err_t e = ERR_METHOD;

    switch (method) {
{% for v in methods %}
    case {{ v.SYS }}:
        e = {{ v.c }}_enter({{ v.call }});
{% if v.query %}
        if (e == ERR_NONE) return;
{% endif %}
        break;
{% endfor %}
    default:
        break;
    }
    method_finish(t, e);
}
