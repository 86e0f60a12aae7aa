/* {{ noun }}.h - {{ doc }} Every check as a predicate; the wrappers that check, then act. Generated from {{ file }}. */
#ifndef GEN_{{ noun | upper }}_H
#define GEN_{{ noun | upper }}_H
#include <method_check.h>
{% for h in headers %}
#include <{{ h }}>
{% endfor %}
{% for v in methods %}

/* ---- {{ v.path }} ---- */
/*@
{% for k in v.checks if k.kind == "must" %}
    predicate {{ k.pred }}{% if k.params %}({{ k.params }}){% endif %} = {{ k.body }};
{% endfor %}
{% for s in v.stages %}
    // what has been checked when the act begins{{ ", from rule %d on" % s.checks[0].n if s.suffix }}
    predicate {{ v.c }}_ok{{ s.suffix }}({{ s.ints }}) =
      {{ s.holds | join("\n      ") }};
    // the first rule that fails answers
    predicate {{ v.c }}_checked{{ s.suffix }}(integer e, {{ s.ints }}) =
      {{ s.checked | join("\n      ") }};
{% endfor %}
{% if v.answers %}
    predicate {{ v.c }}_answer(integer e, {{ v.ints }}) =
      {{ v.answer | join("\n      ") }};
{% endif %} */
/* {{ v.c }}_enter - {{ v.doc }} */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns {{ v.assigns }};
{% if v.assigns != "\\nothing" %}
    ENS_ALL
{% endif %}
    ensures answer: {{ v.c }}_{{ "answer" if v.answers else "checked" }}{Old}(\result, {{ v.raws }});
{%- for name, text in v.done %}

    ensures {{ name }}: \result == ERR_NONE ==> {{ text }};
{%- endfor %} */
err_t {{ v.c }}_enter({{ v.params }});
{% endfor %}

/* {{ noun }}_call - the method of that number of thread t, which runs; its answer is in its register image afterwards, if it still lives. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0 && t == core_cur;
    assigns {{ methods | map(attribute="m") | map(attribute="changes") | sum(start=["reg_window[0 .. LIMIT_OBJECTS - 1]"]) | unique | join(", ") }};
    ENS_ALL
    ensures unknown: {% for v in methods %}method != {{ v.SYS }} && {% endfor %}tcb_at(t) && ref_window[t] != 0 ==> answered(t, minus(ERR_METHOD));
{%- for v in methods %}

    ensures {{ v.m.name }}: method == {{ v.SYS }} && tcb_at(t) && ref_window[t] != 0 ==>
      {{ v.c }}_{{ "answer" if v.answers else "checked" }}{Old}(err_of(reg_window[t].at[REG_BADGE]), {{ v.called }});
{%- endfor %} */
void {{ noun }}_call(word_t t, word_t method);
#endif
