"""expr - one condition text, read as C and as ACSL, and the interval check that keeps the two equal.

ACSL counts in integers, C wraps at 2^64. So each subexpression gets an interval; a condition whose C value could wrap, divide by zero
or index past an array is refused here, with the earlier checks of the method taken into account. Whether an object lives where an
index points is no question for this file: the accessors ask it, and the proof answers.
"""
import ast

from .report import Bad, near

MAX = 2**64 - 1
RANGE = {"u8": 2**8 - 1, "u32": 2**32 - 1, "u64": MAX}
CALLS = {"has": 2, "subset": 2, "implies": 2, "all": 1}
COMPARE = {ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}
ARITHMETIC = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.FloorDiv: "/", ast.Mod: "%"}


class Scope:
    """what names mean: the spec's tables, a method's arguments (each with its largest value), abbreviations, bound variables"""
    def __init__(self, abi, state, args=None, let=None, layout=()):
        self.abi, self.windows, self.layout = abi, {w.name: w for w in state.windows}, layout
        self.args, self.bound, self.facts, self.let = dict(args or {}), {}, [], {}
        for name, text in (let or {}).items():
            self.let[name] = self.parse(text)

    def parse(self, text):
        try:
            tree = ast.parse(str(text).strip(), mode="eval").body
        except SyntaxError as e:
            raise Bad("expr.syntax", f"cannot read '{text}' (column {e.offset}); write e.g. cap[dst].type == cap_type.null") from None
        let = self.let

        class Expand(ast.NodeTransformer):
            def visit_Name(self, node):
                return let.get(node.id, node)
        return Expand().visit(tree)

    def constant(self, node):
        """(value, C name) of a number, limit.x or enum.x; None if the node is no constant"""
        if isinstance(node, ast.Constant) and type(node.value) is int:
            return node.value, str(node.value)
        if not (isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)):
            return None
        group, name = node.value.id, node.attr
        if group == "limit":
            pool, prefix = {k: v.value for k, v in self.abi.limits.items()}, "LIMIT"
        elif group in self.abi.enums:
            pool, prefix = self.abi.enums[group].values, self.abi.enums[group].prefix
        else:
            return None
        if name not in pool:
            raise Bad("expr.name", f"there is no {group}.{name}; {near(name, pool)}")
        return pool[name], f"{prefix}_{name.upper()}"

    def place(self, node):
        """(window, index, field, second index) of cap[s].type, frame_kind[f], pt[f][i] or core_cur; None if the node is no place"""
        field = second = None
        if isinstance(node, ast.Name) and node.id in self.windows and not self.windows[node.id].array:
            return self.windows[node.id], None, None, None
        if isinstance(node, ast.Attribute):
            field, node = node.attr, node.value
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Subscript):
            second, node = node.slice, node.value
        if not (isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name)):
            return None
        name = node.value.id
        if name not in self.windows:
            raise Bad("expr.name", f"there is no window '{name}'; {near(name, self.windows)}")
        window, fields = self.windows[name], [f.name for f in self.windows[name].fields]
        if field not in fields if fields else field:
            raise Bad("expr.name", f"{name} has no field '{field}'; {near(field, fields)}")
        if bool(window.count) != (second is not None):
            raise Bad("expr.type", f"{name} takes {'two indices' if window.count else 'one index'}")
        return window, node.slice, field, second

    def width(self, window, field):
        if not field:
            return RANGE[window.type]
        found = next(f for f in window.fields if f.name == field)
        return self.abi.limits[found.below].value - 1 if found.below else RANGE[found.type]

    def number(self, node):
        """[low, high] of a numeric expression; Bad if C and ACSL could disagree on it"""
        constant = self.constant(node)
        if constant:
            return constant[0], constant[0]
        if isinstance(node, ast.Name) and node.id in self.bound:
            return self.bound[node.id]
        if isinstance(node, ast.Name) and node.id in self.args:
            return self.narrow(node, (0, self.args[node.id]))
        place = self.place(node)
        if place:
            return self.number_at(node, *place)
        if isinstance(node, ast.Name):
            raise Bad("expr.name", f"unknown name '{node.id}'; {near(node.id, [*self.args, *self.let, *self.bound])}")
        if isinstance(node, ast.BinOp) and type(node.op) in ARITHMETIC:
            return self.narrow(node, self.arithmetic(node))
        if isinstance(node, ast.BinOp):
            raise Bad("expr.operator", f"'{ast.unparse(node)}': no & | ^ << >> in conditions (provers lose them); for low bits write x % 4096, "
                      "for high bits x // 4096, for a right has(r, right.x)")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            return self.read(node)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "own" and len(node.args) == 2:
            return 0, 32 * self.number(node.args[0])[1] + self.number(node.args[1])[1]
        raise Bad("expr.type", f"'{ast.unparse(node)}' is no number; allowed: + - * // %, windows, arguments, constants")

    def number_at(self, node, window, index, field, second):
        if index is not None:
            low, high = self.number(index)
            size = self.abi.limits[window.array].value if window.array in self.abi.limits else int(window.array)
            if not window.ref and high >= size:
                raise Bad("expr.index", f"'{ast.unparse(index)}' may be {high:#x}, but {window.name} has {size:#x} entries; "
                          "give the argument a type that is bounded, or check it first")
        if second is not None and self.number(second)[1] >= window.count:
            raise Bad("expr.index", f"'{ast.unparse(second)}' may be {self.number(second)[1]:#x}, but {window.name} has {window.count} entries a row")
        return self.narrow(node, (0, self.width(window, field)))

    def read(self, node):
        """pte.frame(word): what a layout's contract reads"""
        layout, name = ast.unparse(node.func.value), node.func.attr
        if layout != "pte" or name not in self.layout:
            raise Bad("expr.name", f"no {layout}.{name}; {near(name, ['pte.' + n for n in self.layout])}")
        self.number(node.args[0])
        return 0, MAX

    def arithmetic(self, node):
        (a, b), (c, d), op = self.number(node.left), self.number(node.right), ARITHMETIC[type(node.op)]
        text = ast.unparse(node)
        if op in "/%" and c == 0:
            raise Bad("expr.zero", f"'{text}' may divide by 0; check the divisor first")
        low, high = {"+": (a + c, b + d), "-": (a - d, b - c), "*": (a * c, b * d), "/": (a // max(d, 1), b // max(c, 1)),
                     "%": (0, min(b, d - 1))}[op]
        if low < 0 and not self.known_le(node.right, node.left):
            raise Bad("expr.wrap", f"'{text}' may fall below 0, where C wraps and ACSL does not; "
                      f"put a check '{ast.unparse(node.right)} <= {ast.unparse(node.left)}' before it")
        if high > MAX:
            raise Bad("expr.wrap", f"'{text}' may pass 2^64, where C wraps and ACSL does not; bound the operands in an earlier check, or compare 'a <= limit - b'")
        return max(low, 0), high

    def narrow(self, node, interval):
        """what earlier checks say of this very expression"""
        low, high = interval
        for left, op, right in self.facts:
            if ast.dump(left) != ast.dump(node):
                continue
            constant = self.constant(right)
            if constant and op == "<":
                high = min(high, constant[0] - 1)
            elif constant and op == "<=":
                high = min(high, constant[0])
            elif constant and op == ">=":
                low = max(low, constant[0])
        return low, high

    def known_le(self, a, b):
        return any(op in ("<", "<=") and ast.dump(x) == ast.dump(a) and ast.dump(y) == ast.dump(b) for x, op, y in self.facts)

    def learn(self, node):
        """after a check has passed, its comparisons are facts for the later ones"""
        if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And):
            for value in node.values:
                self.learn(value)
        elif isinstance(node, ast.Compare):
            ends = [node.left] + node.comparators
            for left, op, right in zip(ends, node.ops, ends[1:]):
                sign = COMPARE.get(type(op), "")
                if sign in ("<", "<="):
                    self.facts += [(left, sign, right), (right, ">=", left)]
                elif sign in (">", ">="):
                    self.facts += [(right, sign.replace(">", "<"), left), (left, ">=", right)]
                elif isinstance(op, ast.In) and all(self.constant(e) for e in right.elts):
                    values = [self.constant(e)[0] for e in right.elts]
                    self.facts += [(left, "<=", ast.Constant(max(values))), (left, ">=", ast.Constant(min(values)))]
                elif sign == "==":
                    self.facts += [(left, "<=", right), (left, ">=", right)]

    def truth(self, node):
        """a well-formed condition; the left side of and/implies guards the right"""
        if isinstance(node, ast.BoolOp):
            keep = list(self.facts)
            for value in node.values:
                self.truth(value)
                if isinstance(node.op, ast.And):
                    self.learn(value)
            self.facts = keep
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            self.truth(node.operand)
        elif isinstance(node, ast.Compare):
            for end in [node.left] + [e for c in node.comparators for e in (c.elts if isinstance(c, ast.Tuple) else [c])]:
                self.number(end)
            if any(type(op) not in COMPARE and not isinstance(op, ast.In) for op in node.ops):
                raise Bad("expr.operator", f"'{ast.unparse(node)}': compare with == != < <= > >= or 'in (a, b)'")
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            self.call(node, node.func.id)
        else:
            raise Bad("expr.type", f"'{ast.unparse(node)}' is no condition; compare it with something")

    def call(self, node, name):
        if name not in CALLS:
            raise Bad("expr.name", f"unknown predicate '{name}'; {near(name, CALLS)}")
        if len(node.args) != CALLS[name]:
            raise Bad("expr.arity", f"{name} takes {CALLS[name]} arguments, not {len(node.args)}")
        if name == "all":
            self.quantified(node)
        elif name == "implies":
            keep = list(self.facts)
            self.truth(node.args[0])
            self.learn(node.args[0])
            self.truth(node.args[1])
            self.facts = keep
        else:
            for argument in node.args:
                self.number(argument)

    def quantified(self, node):
        if not isinstance(node.args[0], ast.GeneratorExp):
            raise Bad("expr.type", "write all(condition for i in range(a, b))")
        generator = node.args[0].generators[0]
        low, high = self.span(generator)
        length = high.right if isinstance(high, ast.BinOp) and isinstance(high.op, ast.Add) and ast.dump(high.left) == ast.dump(low) else high
        if self.number(length)[1] > 4096:
            raise Bad("check.bound", f"the loop may run {self.number(length)[1]:#x} times; bound '{ast.unparse(length)}' in an earlier check (4096)")
        self.bound[generator.target.id] = (self.number(low)[0], max(self.number(high)[1] - 1, 0))
        self.truth(node.args[0].elt)
        del self.bound[generator.target.id]

    @staticmethod
    def span(generator):
        args = generator.iter.args
        return (ast.Constant(0), args[0]) if len(args) == 1 else (args[0], args[1])

    def used(self, node):
        """arguments a tree mentions, in their order"""
        names = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
        return [a for a in self.args if a in names]


class Printer:
    """an expression as C or ACSL text; the tree has passed Scope"""
    def __init__(self, scope, acsl):
        self.scope, self.acsl = scope, acsl

    def __call__(self, node):
        constant = self.scope.constant(node)
        if constant:
            return constant[1] + ("u" if not self.acsl and constant[1].isdigit() else "")
        place = None if isinstance(node, ast.Call) else self.scope.place(node)
        if place:
            return self.place(*place)
        if isinstance(node, ast.Name):
            return node.id
        if isinstance(node, ast.BinOp):
            wide = "" if self.acsl or isinstance(node.left, (ast.BinOp, ast.Constant)) or self.is_word(node.left) else "(word_t)"
            return f"({wide}{self(node.left)} {ARITHMETIC[type(node.op)]} {self(node.right)})"
        if isinstance(node, ast.BoolOp):
            return "(" + (" && " if isinstance(node.op, ast.And) else " || ").join(map(self, node.values)) + ")"
        if isinstance(node, ast.UnaryOp):
            return f"!({self(node.operand)})"
        if isinstance(node, ast.Compare):
            return self.compare(node)
        return self.call(node)

    def negation(self, node):
        """the opposite of a condition, as a person would write it"""
        opposite = {"==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
        if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in COMPARE:
            return f"{self(node.left)} {opposite[COMPARE[type(node.ops[0])]]} {self(node.comparators[0])}"
        text = self(node)
        return f"!{text}" if text.startswith("(") and isinstance(node, (ast.BoolOp, ast.Compare)) else f"!({text})"

    def is_word(self, node):
        return isinstance(node, ast.Name) and node.id in self.scope.args

    def place(self, window, index, field, second):
        tail = (f".at[{self(second)}]" if second is not None and self.acsl else "") + (f".{field}" if field else "")
        if index is None:
            return window.name
        plain = not window.fields and not window.macro
        if self.acsl or not window.macro:
            return f"{window.name}{'' if plain else '_window'}[{self(index)}]{tail}"
        inner = f", {self(second)}" if second is not None else ""
        return f"{window.macro}({self(index)}{inner}){tail}"

    def compare(self, node):
        ends, out = [node.left] + node.comparators, []
        for left, op, right in zip(ends, node.ops, ends[1:]):
            if isinstance(op, ast.In):
                out.append("(" + " || ".join(f"{self(left)} == {self(e)}" for e in right.elts) + ")")
            else:
                out.append(f"{self(left)} {COMPARE[type(op)]} {self(right)}")
        return out[0] if len(out) == 1 else "(" + " && ".join(out) + ")"

    def call(self, node):
        if isinstance(node.func, ast.Attribute):
            return f"{ast.unparse(node.func).replace('.', '_')}({self(node.args[0])})"
        name = node.func.id
        if name == "all":
            generator = node.args[0].generators[0]
            low, high = map(self, self.scope.span(generator))
            v = generator.target.id
            return f"(\\forall integer {v}; {low} <= {v} < {high} ==> {self(node.args[0].elt)})"
        args = list(map(self, node.args))
        if name == "implies":
            return f"({args[0]} ==> {args[1]})" if self.acsl else f"(!({args[0]}) || {args[1]})"
        if name == "has":
            return f"{args[0]} / {args[1]} % 2{'' if self.acsl else 'u'} == 1{'' if self.acsl else 'u'}"
        if name == "own":
            return f"(32 * {args[0]} + {args[1]})" if self.acsl else f"thread_slot({', '.join(args)})"
        if name == "subset":
            return f"rights_sub({', '.join(args)})" if self.acsl else f"rights_within({', '.join(args)}) != 0u"
        return f"{name}({', '.join(args)})"
