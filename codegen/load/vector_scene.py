"""vector_scene - one vector in the making: set-up steps as system calls, in the order in which they will be made."""
from dataclasses import dataclass

from .vector_value import FIXED, Names, Unknown, Value

BUFFER = 256                         # step that writes a word of the caller's message buffer instead of a call
STACK_BYTES = 4096                   # of one helper thread


@dataclass
class Step:
    method: int
    name: str
    args: list
    repeat: int = 1
    count: Value = Value()


@dataclass
class Call:
    """a system call as vectors see it"""
    path: str
    number: int
    kinds: list                      # of each argument: cptr, index or word


class Scene:
    """`calls`: path -> Call; `objects`: how to make each kind of object"""
    def __init__(self, abi, calls, objects):
        self.calls, self.objects = calls, objects
        self.names, self.steps = Names(abi), []

    def call(self, path, values, repeat=1, count=0):
        if path not in self.calls:
            raise Unknown(f"there is no system call {path}")
        c = self.calls[path]
        if len(values) > len(c.kinds):
            raise Unknown(f"{path} takes {len(c.kinds)} arguments")
        args = [self.names.read(v, kind) for v, kind in zip(values, c.kinds)]
        self.steps.append(Step(c.number, path, args, repeat, self.names.read(count, "word")))

    def make(self, name, kind):
        """the object of that kind in the slot of that name; what exists once keeps its own name"""
        if kind in FIXED:
            return kind
        if kind == "untyped":
            return "ram"
        if kind not in self.objects:
            raise Unknown(f"spec/vector says not how to make a {kind}")
        path, *values = self.objects[kind]
        self.call(path, [name if v == "new" else v for v in values])
        return name

    def caller(self, name, endpoint, number):
        """helper thread `number` calls the endpoint, and its call is received"""
        self.make(name, "thread")
        self.call("thread.configure", [name, "own_cnode", "own_vspace", 0, 0, 1])
        self.call("thread.write", [name, "helper_pc", f"helper_sp + {STACK_BYTES * number}", f"handle({endpoint})", 0])
        self.call("thread.resume", [name])
        self.call("ipc.recv", [endpoint])

    def buffer(self, index, value):
        self.steps.append(Step(BUFFER, "buffer", [self.names.read(index, "word"), self.names.read(value, "word")]))

    def repeat(self, times, path, *values):
        self.call(path, values, times)

    def step(self, words):
        head, *rest = words
        special = {"make": self.make, "caller": self.caller, "buffer": self.buffer, "repeat": self.repeat}
        if head in special:
            special[head](*rest)
        else:
            self.call(head, rest)

    def run(self, steps):
        for words in steps:
            self.step(words)
