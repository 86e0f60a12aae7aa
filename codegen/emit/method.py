"""method - per object: every check as a predicate, one check function and one wrapper per method, and the dispatch by number."""
import ast

from load.expr import Printer

from .text import render


def slot(arg, acsl):
    """the slot that a caller's word names, as an expression"""
    if arg.resolves == "cptr":
        text = f"cptr_name({arg.raw}, core_cur)" if acsl else f"cptr_find({arg.raw})"
        if arg.optional:
            return f"({arg.raw} == 0 ? 0 : {text})" if acsl else f"{arg.raw} == 0u ? 0u : {text}"
        return text
    if arg.resolves.endswith("self"):
        return f"cnode_name(self, {arg.raw})" if acsl else f"cnode_slot(self, {arg.raw})"
    return f"cspace_name({arg.raw})" if acsl else f"cspace_slot({arg.raw})"


def bound(arg, acsl):
    if arg.resolves.endswith("self"):
        return f"{arg.raw} < {'cap_window[self].badge' if acsl else 'CAP(self).badge'}"
    return f"{arg.raw} < {'cn_window[core_cur].limit' if acsl else 'CN(core_cur).limit'}"


def call_text(printer, tree):
    return f"{ast.unparse(tree.func)}({', '.join(printer(a) for a in tree.args)})"


def lookup_view(arg):
    """code and predicates of a lookup; the second rule of a cptr is only for the manual"""
    if arg.resolves != "cptr":
        return dict(kind="index", c=bound(arg, False).replace(" < ", " >= "), acsl=bound(arg, True), slot=slot(arg, False), let=slot(arg, True))
    return dict(kind="cptr", raw=arg.raw, optional=arg.optional, slot=slot(arg, False), let=slot(arg, True),
                acsl=(f"{arg.raw} == 0 || " if arg.optional else "") + f"cptr_answer({arg.raw}, core_cur) == ERR_NONE")


def loop_view(m, check, c, acsl):
    """all(p for i in range(a, b)) as a function of its own: a loop with its invariant"""
    generator = check.tree.args[0].generators[0]
    low, high = m.scope.span(generator)
    v, body = generator.target.id, check.tree.args[0].elt
    m.scope.bound[v] = (0, 0)
    used = m.scope.used(check.tree)
    return dict(var=v, low=c(low), high=c(high), body=c(body), alow=acsl(low), ahigh=acsl(high), abody=acsl(body).replace(f"[{v}]", "[k]"),
                params=", ".join(f"word_t {a}" for a in used), args=", ".join(used))


def check_view(m, check, c, acsl):
    base = dict(n=check.number, name=check.name, says=check.says, text=check.text, errors=[f"ERR_{e.upper()}" for e in check.errors],
                kind="rule", loop=None, arg=check.resolve)
    if check.resolve:
        return dict(base, **lookup_view(check.resolve))
    if check.call is not None:
        return dict(base, kind="try", c=call_text(c, check.call), acsl=check.acsl,
                    answers=check.answers or "(" + " || ".join(f"e == {x}" for x in base["errors"]) + ")")
    if check.tree is None:
        return base
    used = m.scope.used(check.tree)
    pred = f"{m.c}_{check.name}"
    view = dict(base, kind="must", pred=pred, params=", ".join(f"integer {a}" for a in used), body=acsl(check.tree),
                use=pred + (f"({', '.join(used)})" if used else ""), c=c.negation(check.tree))
    if isinstance(check.tree, ast.Call) and ast.unparse(check.tree.func) == "all":
        view["loop"] = loop_view(m, check, c, acsl)
        view["c"] = f"{pred}_each({view['loop']['args']}) == 0u"
    return view


def chain(checks, answer):
    """(text that opens the nested answer, closing brackets): the first rule that fails says e"""
    lines, closing = [], ""
    for k in checks:
        if k["kind"] == "cptr":
            guard = f"{k['raw']} != 0 && " if k["optional"] else ""
            lines.append(f"{guard}cptr_answer({k['raw']}, core_cur) != ERR_NONE ? e == cptr_answer({k['raw']}, core_cur) : (\\let {k['arg'].name} = {k['let']};")
        elif k["kind"] == "index":
            lines.append(f"!({k['acsl']}) ? e == {k['errors'][0]} : (\\let {k['arg'].name} = {k['let']};")
        elif k["kind"] == "must":
            lines.append(f"!{k['use']} ? e == {k['errors'][0]} : (")
        elif k["kind"] == "try":
            lines.append(f"!({k['acsl']}) ? {k['answers']} : (")
        closing += ")" if k["kind"] != "rule" else ""
    return lines + [answer + closing]


def holds(checks, end="\\true"):
    """the conjunction of everything that was checked, slots bound by \\let"""
    lines, closing = [], ""
    for k in checks:
        if k["kind"] in ("cptr", "index"):
            lines.append(f"({k['acsl']}) && (\\let {k['arg'].name} = {k['let']};")
            closing += ")"
        elif k["kind"] == "must":
            lines.append(f"{k['use']} &&")
        elif k["kind"] == "try":
            lines.append(f"({k['acsl']}) &&")
    return lines + [end + closing]


STAGE = 20  # a method with more checks has one function per capability argument: no proof sees all its paths at once


def known(k):
    """what a check that was passed says of the slot that it named, for the stages behind it"""
    if k["kind"] in ("cptr", "index"):
        return f"{k['arg'].name} == 0 || cslot_at({k['arg'].name})" if k["kind"] == "cptr" and k["optional"] else f"cslot_at({k['arg'].name})"
    return k["use"] if k["kind"] == "must" else k["acsl"]


def cut(checks):
    """the checks, stage by stage"""
    if sum(k["kind"] != "rule" for k in checks) <= STAGE:
        return [checks]
    first = [i for i, k in enumerate(checks) if k["kind"] in ("cptr", "index")][1:]
    return [checks[a:b] for a, b in zip([0, *first], [*first, len(checks)])]


def stages(m, checks, seen):
    """the check functions of a method, the last first: each makes its own checks and leaves the rest to the next"""
    parts, out, tail = cut(checks), [], None
    for i in reversed(range(len(parts))):
        before = [k for part in parts[:i] for k in part if k["kind"] != "rule"]
        named = {k["arg"].name for k in before if k["kind"] in ("cptr", "index")}
        args = [a.name if a.name in named else a.raw for a in seen]
        suffix = f"_{i + 1}" if i else ""
        part, raws = parts[i], ", ".join(args)
        tail = dict(
            suffix=suffix, checks=part, next=tail, raws=raws, params=", ".join(f"word_t {a}" for a in args), ints=", ".join(f"integer {a}" for a in args),
            known=[known(k) for k in before], holds=holds(part, f"{m.c}_ok{tail['suffix']}({tail['raws']})" if tail else "\\true"),
            checked=chain(part, f"{m.c}_checked{tail['suffix']}(e, {tail['raws']})" if tail else "e == ERR_NONE"))
        out.append(tail)
    return out


def mentioned(m, trees, texts=()):
    """resolved arguments that code after the check needs, with what they themselves need"""
    names = {n.id for t in trees if isinstance(t, ast.AST) for n in ast.walk(t) if isinstance(n, ast.Name)}
    need = [a for a in m.args if a.resolves and (a.name in names or any(a.name in t for t in texts))]
    if any(a.resolves.endswith("self") for a in need) and m.args[0] not in need:
        need.insert(0, m.args[0])
    return need


def old_slots(m, text):
    """the slots that arguments named before the call, for a text about the state after it"""
    return "".join(f"\\let {a.name} = \\old({slot(a, True)}); " for a in mentioned(m, [], [text]))


def done_view(m, acsl):
    """what a method's contract promises after ERR_NONE: the spec's words, and the answers of a query that are told from the state before"""
    promises = [("done", m.done)] if m.done else []
    if m.body == "query":
        promises.append(("ok", "reg_window[\\old(core_cur)].at[REG_BADGE] == 0"))
    for i, (_, t) in enumerate(r for r in m.returns.values() if r[1]):
        if isinstance(t, ast.AST) and not {n.id for n in ast.walk(t) if isinstance(n, ast.Name)} & set(m.fetch):
            promises.append((f"word{i}", f"reg_window[\\old(core_cur)].at[REG_WORD + {i}] == \\old({acsl(t)})"))
    return [(name, old_slots(m, text) + text) for name, text in promises]


def view(m):
    c, acsl = Printer(m.scope, False), Printer(m.scope, True)
    checks = [check_view(m, k, c, acsl) for k in m.checks]
    done = ["ERR_NONE"] + (["ERR_AGAIN"] if m.body == "preempt" else []) + [f"ERR_{e.upper()}" for e in m.fails]
    trees = [m.act, *m.fetch.values(), *[t for _, t in m.returns.values() if isinstance(t, ast.AST)]]
    names = {n.id for k in m.checks for t in (k.tree, k.call) if t is not None for n in ast.walk(t) if isinstance(n, ast.Name)}
    seen = [a for a in m.args if a.resolves or a.name in names]
    later = {a.name for a in mentioned(m, [k.tree for k in m.checks] + [k.call for k in m.checks])}
    returns = [(n, doc, c(t) if isinstance(t, ast.AST) else t) for n, (doc, t) in m.returns.items()]
    words = [f"REG(t, REG_WORD + {i}u)" if i else "REG(t, REG_WORD)" for i in range(len(m.args) - 1)]
    return dict(
        m=m, c=m.c, path=m.path, SYS=f"SYS_{m.c.upper()}", doc=m.doc, checks=checks, query=m.body == "query", act=m.act and call_text(c, m.act),
        returns=returns, computed=[r for r in returns if r[2]], fetch={n: call_text(c, t) for n, t in m.fetch.items()},
        raws=", ".join(a.raw for a in seen), params=", ".join(f"word_t {a.raw}" for a in m.args),
        ints=", ".join(f"integer {a.raw}" for a in seen), need=[(a.name, slot(a, False)) for a in mentioned(m, trees)],
        stages=stages(m, checks, seen), answer=chain(checks, "(" + " || ".join(f"e == {e}" for e in done) + ")"),
        answers=m.body in ("preempt", "try"), later=later, assigns=", ".join(m.changes + (["reg_window[0 .. LIMIT_OBJECTS - 1]"] if m.body == "query" else [])) or "\\nothing",
        call=", ".join(["REG(t, REG_BADGE)", *words]), done=done_view(m, acsl),
        called=", ".join(f"\\old(reg_window[t].at[{'REG_WORD + %d' % (i - 1) if i else 'REG_BADGE'}])" for i, a in enumerate(m.args) if a in seen))


def emit(spec):
    files, views = {}, [view(m) for m in spec.methods]
    nouns = list(dict.fromkeys(m.noun for m in spec.methods))
    for noun in nouns:
        names = dict(noun=noun, methods=[v for v in views if v["m"].noun == noun], file=f"spec/object/{noun}.yaml", doc=spec.objects[noun]["doc"],
                     headers=spec.objects[noun].get("header", []))
        files[f"kernel/gen/{noun}.h"] = render("object.h", **names)
        files[f"kernel/gen/{noun}.c"] = render("object.c", **names)
    by_number = sorted((min(m.number for m in spec.methods if m.noun == n) // 16, n) for n in nouns)
    files["kernel/gen/dispatch.h"] = render("dispatch.h", methods=views, nouns=by_number)
    files["kernel/gen/dispatch.c"] = render("dispatch.c", methods=views, nouns=by_number)
    files["kernel/gen/method_check.h"] = render("method_check.h")
    return files
