"""interface - spec/idl: messages between programs. Each argument or result has a place: words of the message, or bytes of the buffer.

Kinds: a word; bytes (their count in a word, themselves in the buffer); text N (N bytes in N/8 words); fixed N (N bytes of the buffer, no
count); records T (their count in a word, themselves in the buffer); words N; cap (one capability, in no word). Only one item of a direction can use the buffer.
"""
from dataclasses import dataclass

WORDS = 10


@dataclass
class Item:
    name: str
    doc: str
    kind: str                        # word bytes text fixed words cap
    size: object                     # of text, fixed, words; name of a record
    word: int                        # first word, -1 = none


@dataclass
class Message:
    name: str
    number: int
    doc: str
    sent: bool                       # sent, not called: nobody answers
    args: list
    returns: list
    line: int


@dataclass
class Interface:
    name: str
    doc: str
    file: str
    enums: dict
    records: dict
    methods: list


def items(report, data, where, line, source):
    out, word, buffered = [], 0, 0
    for name, d in source.items():
        kind = next((k for k in ("bytes", "text", "fixed", "words", "records", "cap") if k in d), "word")
        size = d.get(kind, 0) if kind in ("text", "fixed", "words", "records") else 0
        wide = {"word": 1, "bytes": 1, "records": 1, "text": size // 8 if kind == "text" else 0, "words": size}.get(kind, 0)
        out.append(Item(name, d["doc"], kind, size, word if wide else -1))
        word += wide
        buffered += kind in ("bytes", "fixed", "records")
    if word > WORDS:
        report.add(data.file, line, "message.words", f"{where} takes {word} words, a message has {WORDS}; send bytes through the buffer")
    if buffered > 1:
        report.add(data.file, line, "message.buffer", f"{where} wants the buffer for {buffered} things; join them or use another message")
    return out


def load(reader):
    report, statuses, interfaces = reader.report, {}, {}
    for data in reader.read_all("idl/status.yaml", "status"):
        statuses = {n: (d["number"], d["says"]) for n, d in data["statuses"].items()}
        if sorted(n for n, _ in statuses.values()) != list(range(len(statuses))):
            report.add(data.file, data.at["statuses"], "status.numbers", "the numbers must be 0, 1, 2 ... without a gap; they index a table")
    for path in sorted(reader.root.glob("idl/*.yaml")):
        if path.name == "status.yaml":
            continue
        data = reader.read(path, "interface")
        if data is None:
            continue
        methods, numbers = [], {}
        for name, m in data["methods"].items():
            if m["number"] in numbers:
                report.add(data.file, m.at["number"], "number.reused", f"{name}: {m['number']} is already {numbers[m['number']]}; take a free one")
            numbers[m["number"]] = name
            line = data["methods"].at[name]
            methods.append(Message(name, m["number"], m["doc"], m.get("sent", False), items(report, data, f"{name}: args", line, m.get("args", {})),
                                   items(report, data, f"{name}: returns", line, m.get("returns", {})), line))
        interfaces[data["interface"]] = Interface(data["interface"], data["doc"], data.file, data.get("enums", {}), data.get("records", {}), methods)
    return statuses, interfaces
