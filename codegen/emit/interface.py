"""interface - messages between programs as C: numbers, client stubs that marshal, a server skeleton that unmarshals and checks."""
from .text import render


def arg_params(item, server):
    """C parameters of an argument, as the client gives it or as the server's function gets it"""
    if item.kind == "bytes":
        return [f"const uint8_t *{item.name}" if server else f"const void *{item.name}", f"word_t {item.name}_bytes"]
    if item.kind == "records":
        return [f"const struct {item.size} *{item.name}", f"word_t {item.name}_count"]
    if item.kind in ("text", "fixed"):
        return [f"const char *{item.name}" if not server else f"const char {item.name}[{item.size}]"]
    if item.kind == "words":
        return [f"const word_t {item.name}[{item.size}]"]
    return [] if item.kind == "cap" and server else [f"{'cptr_t' if item.kind == 'cap' else 'word_t'} {item.name}"]


POINTERS = 4                         # so many words are out parameters; more are a struct


def struct(m):
    return len([r for r in m.returns if r.kind == "word"]) > POINTERS


def out_params(c, m):
    """out parameters of a client stub"""
    out = [f"struct {c}_answer *out"] if struct(m) else []
    for item in m.returns:
        if item.kind == "bytes":
            out += [f"void *{item.name}", f"word_t {item.name}_room", f"word_t *{item.name}_bytes"]
        elif item.kind == "records":
            out += [f"struct {item.size} *{item.name}", f"word_t {item.name}_room", f"word_t *{item.name}_count"]
        elif item.kind in ("text", "fixed"):
            out.append(f"char {item.name}[{item.size}]")
        elif item.kind == "words":
            out.append(f"word_t {item.name}[{item.size}]")
        elif not struct(m):
            out.append(f"word_t *{item.name}{'_out' if any(a.name == item.name for a in m.args) else ''}")
    return out


def out_name(m, item):
    return f"out->{item.name}" if struct(m) else "*" + item.name + ("_out" if any(a.name == item.name for a in m.args) and item.kind == "word" else "")


def view(interface, m):
    c = f"{interface.name}_{m.name}"
    client = ["cptr_t server"] + [p for a in m.args for p in arg_params(a, False)] + out_params(c, m)
    server = ["void *state", "word_t badge"] + [p for a in m.args for p in arg_params(a, True)] + ["struct message *reply"]
    answer = ["struct message *reply"] + [p for r in m.returns for p in arg_params(r, False)]
    words = {}
    for a in m.args:
        if a.kind in ("word", "bytes"):
            words[a.word] = a.name + ("_bytes" if a.kind == "bytes" else "")
    return dict(m=m, c=c, N=c.upper(), client=", ".join(client), server=", ".join(server), answer=", ".join(answer), out_name=lambda r: out_name(m, r),
                words="".join(f", .word[{i}] = {t}" for i, t in words.items()), struct=struct(m), long=any(i.kind in ("bytes", "fixed", "records", "cap") for i in m.args + m.returns))


def emit(spec):
    files = {"userland/lib/abi/gen/proto/status.h": render("status.h", statuses=spec.statuses),
             "userland/lib/abi/gen/proto/status.c": render("status.c", statuses=spec.statuses)}
    for i in spec.interfaces.values():
        names = dict(i=i, methods=[view(i, m) for m in i.methods])
        files[f"userland/lib/abi/gen/proto/{i.name}.h"] = render("interface.h", **names)
        files[f"userland/lib/abi/gen/proto/{i.name}_ask.c"] = render("interface_ask.c", **names)
        files[f"userland/lib/abi/gen/proto/{i.name}_serve.c"] = render("interface_serve.c", **names)
        files[f"docs/reference/service-{i.name}.md"] = render("manual_interface.md", **names)
    return files
