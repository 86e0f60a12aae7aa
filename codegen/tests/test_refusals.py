"""Each rule of the grammar refuses what it should, in the right file and line, with a way out. One row: file, what is replaced, by what, and
a piece of the message that must appear."""
import re

import pytest

REFUSED = {
    # the form of a file
    "syntax": ("abi/limit.yaml", "limits:", "limits: [", "yaml.syntax"),
    "duplicate key": ("abi/limit.yaml", "  irqs: ", "  cores: ", "yaml.duplicate: 'cores' is given twice"),
    "yaml 1.1 truth": ("abi/ipc.yaml", "sends: true", "sends: yes", "schema.type"),
    "unknown key": ("abi/error.yaml", "{number: 1,", "{numbr: 1,", "did you mean 'number'?"),
    "missing key": ("abi/error.yaml", "number: 1,", "", "lacks 'number'"),
    "bad name": ("abi/limit.yaml", "  cores: ", "  Cores: ", "schema.pattern"),
    "unknown enum value": ("object/slot.yaml", "gen:    {type: u32", "gen:    {type: u33", "did you mean 'u32'?"),
    # numbers are for ever
    "error number twice": ("abi/error.yaml", "{number: 2,", "{number: 1,", "number.reused: slot: 1 is already method"),
    "error number changed": ("abi/error.yaml", "{number: 21,", "{number: 22,", "number.changed: error fault is 21 for ever"),
    "method number taken": ("object/cnode.yaml", "number: 33", "number: 32", "is already cnode.copy"),
    "method number changed": ("object/cnode.yaml", "number: 37", "number: 38", "call cnode.inspect is 37 for ever"),
    "removed number reused": ("numbers.txt", "call cnode.inspect 37", "call cnode.look 37", "belongs to 'call cnode.look' for ever"),
    "message number twice": ("idl/fs.yaml", "number: 2", "number: 1", "is already open"),
    # types, structures, machines
    "type error name": ("abi/type.yaml", "else: range", "else: rang", "did you mean 'range'?"),
    "type limit": ("abi/type.yaml", "limit.frames", "limit.frame", "did you mean 'limit.frames'?"),
    "structure too large": ("abi/bootinfo.yaml", "size: 4096", "size: 128", "struct.size"),
    "structure misaligned": ("abi/bootinfo.yaml", "count: 64,", "count: 63,", "struct.align"),
    "structure type": ("abi/bootinfo.yaml", "type: region", "type: regoin", "did you mean 'region'?"),
    "register twice": ("arch/x86_64/abi.yaml", "label: rsi", "label: rdi", "arch.twice: rdi"),
    "register unknown": ("arch/x86_64/abi.yaml", "lost: [rcx,", "lost: [ecx,", "arch.lost: 'ecx'"),
    "too few words": ("arch/riscv64/abi.yaml", "s9, s10]", "s9]", "schema.minItems"),
    "bits overlap": ("arch/x86_64/pte.yaml", "bits: 12..51", "bits: 8..51", "layout.overlap: 'frame'"),
    "contract not kept": ("arch/riscv64/pte.yaml", "device: device}", "devise: device}", "layout.missing: reads lacks 'device'"),
    "unknown field made": ("arch/aarch64/pte.yaml", "not_global: 1", "global: 1", "layout.field"),
    "term operator": ("arch/aarch64/pte.yaml", "1 - read_only", "1 << read_only", "term.operator"),
    "term name": ("arch/aarch64/pte.yaml", "1 - no_execute, device", "1 - noexecute, device", "did you mean 'no_execute'?"),
    "text beyond ASCII": ("abi/text.yaml", "device tree is damaged", "device tree is dämaged", "schema.pattern"),
    # windows
    "windows overlap": ("object/thread.yaml", "at: 84,", "at: 80,", "storage.overlap"),
    "window misaligned": ("object/thread.yaml", "at: 96", "at: 100", "window.align"),
    "storage too small": ("object/thread.yaml", "bytes: 1024", "bytes: 256", "storage.size"),
    "unknown storage": ("object/thread.yaml", "storage: tcb\n    at: 4", "storage: tbc\n    at: 4", "did you mean 'tcb'?"),
    "unknown ref": ("object/slot.yaml", "ref: slot", "ref: slto", "window.ref"),
    "unknown array limit": ("object/frame.yaml", "array: objects", "array: objcts", "did you mean 'objects'?"),
    # methods
    "argument type": ("object/cnode.yaml", "type: rights,", "type: rihgts,", "did you mean 'rights'?"),
    "argument name is a C word": ("object/thread.yaml", "      index: {type", "      register: {type", "arg.name"),
    "argument capability": ("object/vspace.yaml", "cap: page,", "cap: pgae,", "did you mean 'page'?"),
    "too many arguments": ("object/untyped.yaml", "      first: {type: word,  doc: first frame of",
                           "".join(f"      a{i}: {{type: word, doc: more}}\n" for i in range(7)) + "      first: {type: word,  doc: first frame of", "arg.count"),
    "no act": ("object/page_table.yaml", "    act: page_table_unlink(self)\n", "", "method.act"),
    "check without must": ("object/untyped.yaml", "        must: cap[dst].type == cap.null\n", "", "check.form"),
    "try without acsl": ("object/irq_control.yaml", "acsl: irq_line(irq), ", "", "'acsl' is a dependency of 'try'"),
    "check error": ("object/cnode.yaml", "else: rights, says: rights asks", "else: right, says: rights asks", "did you mean 'rights'?"),
    # conditions
    "condition syntax": ("object/cnode.yaml", "'badge < 9223372036854775808'", "'badge < '", "expr.syntax"),
    "unknown argument": ("object/cnode.yaml", "'badge < 9223372036854775808'", "'bagde < 1'", "did you mean 'badge'?"),
    "unknown window": ("object/cnode.yaml", "'cap[src].badge == 0'", "'cpa[src].badge == 0'", "did you mean 'cap'?"),
    "unknown window field": ("object/cnode.yaml", "'cap[src].badge == 0'", "'cap[src].bagde == 0'", "did you mean 'badge'?"),
    "unknown constant": ("object/cnode.yaml", "cap.endpoint, ", "cap.endpiont, ", "did you mean 'endpoint'?"),
    "bit operator": ("object/cnode.yaml", "'cap[src].badge == 0'", "'cap[src].badge & 1 == 0'", "expr.operator"),
    "may wrap above": ("object/cnode.yaml", "'cap[src].badge == 0'", "'badge + cap[src].badge == 0'", "may pass 2^64"),
    "may wrap below": ("object/cnode.yaml", "'cap[src].badge == 0'", "'badge - rights == 0'", "may fall below 0"),
    "may divide by 0": ("object/cnode.yaml", "'cap[src].badge == 0'", "'rights // badge == 0'", "may divide by 0"),
    "index past an array": ("object/kernel.yaml", "'frame_kind[frame]'", "'frame_kind[frame + 1]'", "has 0x100000 entries"),
    "no condition": ("object/cnode.yaml", "'cap[src].badge == 0'", "'cap[src].badge'", "is no condition"),
    "no number": ("object/cnode.yaml", "'cap[src].badge == 0'", "'(badge == 0) == 1'", "is no number"),
    "predicate arity": ("object/cnode.yaml", "subset(rights, cap[src].rights)", "subset(rights)", "expr.arity"),
    "unknown predicate": ("object/cnode.yaml", "subset(rights, cap[src].rights)", "subst(rights, 1)", "did you mean 'subset'?"),
    "unbounded loop": ("object/cnode.yaml", "'cap[src].badge == 0'", "'all(frame_kind[f] == kind.free for f in range(0, limit.frames))'", "check.bound"),
    "loop inside a condition": ("object/cnode.yaml", "'cap[src].badge == 0'", "'badge == 0 or all(frame_kind[f] == 1 for f in range(0, 9))'", "check.loop"),
    "two indices": ("object/kernel.yaml", "'frame_kind[frame]'", "'reg[frame]'", "two indices"),
    # services, devices, image
    "message too long": ("idl/process.yaml", "{words: 10,", "{words: 11,", "schema.maximum"),
    "words used up": ("idl/process.yaml", "next: {doc: position for the next call}, name: {fixed: 24,", "next: {text: 24, doc: more}, name: {fixed: 24,", "message.words"),
    "buffer twice": ("idl/process.yaml", "args: {line: {bytes: true,", "args: {more: {bytes: true, doc: more}, line: {bytes: true,", "message.buffer"),
    "status gap": ("idl/status.yaml", "{number: 12,", "{number: 13,", "status.numbers"),
    "register place": ("device/uart_16550.yaml", "at: 5", "at: 3", "device.place"),
    "register misaligned": ("device/uart_pl011.yaml", "at: 0x18", "at: 0x19", "device.align"),
    "disk size": ("disk/node.yaml", "count: 15, doc: zero", "count: 14, doc: zero", "disk.size: node says 96 bytes, its fields have 95"),
    "disk type": ("disk/node.yaml", "low:        {type: key", "low:        {type: kye", "did you mean 'key'?"),
    "disk structure in itself": ("disk/map.yaml", "block:      {type: u64", "block:      {type: reference", "disk.type: 'reference' is no type here"),
    "disk structure twice": ("disk/bitmap.yaml", "  bitmap_head:", "  map_head:", "disk.twice: structure map_head"),
    "disk limit of bytes": ("disk/node.yaml", "count: 16, doc: of the volume", "count: 16, max: 3, doc: of the volume", "disk.limit: node.uuid is no number"),
    "disk limit too wide": ("disk/node.yaml", "max: 12, doc: 0 is a leaf", "max: 256, doc: 0 is a leaf", "does not fit into u8"),
    "disk number twice": ("disk/log.yaml", "give:   {number: 4", "give:   {number: 3", "disk.number: log_type give: 3 is already take"),
    "disk error number twice": ("disk/error.yaml", "lost:       {number: 6", "lost:       {number: 5", "disk.number: error lost: 5 is already version"),
    "disk number changed": ("disk/key.yaml", "orphan:  {number: 5", "orphan:  {number: 6", "number.changed: key_type orphan is 5 for ever"),
    "disk unknown key": ("disk/key.yaml", "order: big", "ordre: big", "did you mean 'order'?"),
    "image target": ("image/default.yaml", "serve: console", "serve: consol", "did you mean 'console'?"),
    "image bit": ("image/default.yaml", "signal: uart.kick", "signal: uart.kik", "did you mean 'kick'?"),
    "image authority": ("image/default.yaml", "may: [interrupt]", "may: [interupt]", "did you mean 'interrupt'?"),
    "image names": ("image/default.yaml", "{name: output, ring: output}", "{name: input, ring: output}", "image.twice"),
    "image unserved": ("image/default.yaml", "{name: endpoint, serve: fs}", "{name: console2, call: console}", "which nobody serves"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(broken, name):
    path, old, new, message = REFUSED[name]
    said = broken.edit(path, old, new).refused()
    assert message in said
    assert re.match(r"spec/[a-z0-9_/]+\.(yaml|txt):\d+: [a-z0-9A-Z]+\.[a-zA-Z]+: ", said), said


def test_line_is_right(broken):
    said = broken.edit("object/cnode.yaml", "'cap[src].badge == 0'", "'cap[src].bagde == 0'").refused()
    line = int(said.split(":")[1])
    assert "bagde" in (broken.root / "object/cnode.yaml").read_text().splitlines()[line - 1]


def test_all_errors_of_a_file_are_reported(broken):
    broken.edit("object/cnode.yaml", "cap.endpoint, ", "cap.endpiont, ")
    said = broken.edit("object/cnode.yaml", "subset(rights, cap[src].rights)", "subst(rights, 1)").refused()
    assert "endpiont" in said and "subst" in said
