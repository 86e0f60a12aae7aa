"""vector - the test vectors as one table of C: data for two interpreters, one on the host, one in place of init (tests/vector)."""
from .text import render
from .window import variable


def number(n):
    return hex(n) + "u" if n > 65535 else f"{n}u"


def value(v):
    if (v.base, v.walk, v.cptr, v.gen) == ("NUMBER", 0, False, 0):
        return f"NUM({number(v.n)})"
    if (v.walk, v.gen) == (0, 0):
        return f"{'HANDLE' if v.cptr else 'PLAIN'}({v.base}, {number(v.n)})"
    return f"VALUE({v.base}, {int(v.cptr)}, {v.walk}, {number(v.gen)}, {number(v.n)})"


def method(step):
    if step.name == "buffer":
        return "VECTOR_BUFFER"
    if step.name.startswith("number "):
        return str(step.method)
    return "SYS_" + step.name.removeprefix("ipc.").replace(".", "_").upper()


def emit(spec):
    steps, vectors = [], []
    for v in spec.vectors:
        first = len(steps)
        steps += [dict(method=method(s), repeat=s.repeat, count=value(s.count), args=", ".join(map(value, s.args))) for s in v.steps]
        vectors.append(dict(name=v.name, error=f"ERR_{v.error.upper()}", when=f"WHEN_{v.when.upper()}", first=first, count=len(v.steps), twin=int(v.twin)))
    numbers = sorted({s.method for v in spec.vectors for s in v.steps if s.method < 256})
    text = render("vector_table.c", steps=steps, vectors=vectors)
    return {"tests/vector/gen/table.c": text, "tests/vector/gen/numbers.h": render("vector_numbers.h", numbers=numbers),
            "tests/vector/gen/state.h": render("vector_state.h", names=[variable(w) for w in spec.state.windows])}
