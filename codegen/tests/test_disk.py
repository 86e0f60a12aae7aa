"""The codecs of spec/disk against bytes that this file lays out by itself, with struct."""
import struct
import subprocess

import pytest
from conftest import HERE, REPOSITORY

FS = REPOSITORY / "userland/servers/fs"


@pytest.fixture(scope="module")
def said(tmp_path_factory):
    program = tmp_path_factory.mktemp("disk") / "disk"
    subprocess.run(["gcc", "-std=c11", "-Wall", "-Wextra", "-Werror", "-fsanitize=address,undefined", "-g", "-I", FS, "-I", FS / "gen",
                    HERE / "host/disk.c", FS / "gen/disk/error.c", "-o", program], check=True)
    return dict(line.split(" ", 1) for line in subprocess.run([program], capture_output=True, text=True, check=True).stdout.splitlines())


def test_keys_are_big_endian_and_sort_as_bytes(said):
    assert said["key"] == struct.pack(">QBQ", 255, 3, 2**64 - 1).hex()
    assert said["order"] == "1"


def test_node(said):
    low, high = struct.pack(">QBQ", 1, 2, 3), struct.pack(">QBQ", 4, 5, 6)
    head = struct.pack("<II16sQIIHHHB", 0x444f4e4c, 0x01020304, bytes(range(0xa0, 0xb0)), 0x1122334455667788, 7, 9, 3, 4000, 96, 2)
    assert said["node"] == (head + low + high + bytes(15)).hex()
    assert said["back"] == "1 1122334455667788 3 6"


def test_limits_are_checked(said):
    assert said["good"] == "1 level 12 1 level 13 0 magic 0"


def test_arrays_and_structures_inside(said):
    assert said["zones"] == struct.pack("<QQ", 0x10, 0x20).hex()
    assert said["reference"] == struct.pack("<QQI", 0x31, 4, 0xdeadbeef).hex()


def test_errors_have_sentences(said):
    assert said["error"] == "the volume is full / no such error"


def test_explain_leads_to_the_field():
    from load import spec as loader
    from load.where import explain
    text, status = explain(loader.load(REPOSITORY / "spec"), "node_set_heap")
    assert status == 0 and text.startswith("spec/disk/node.yaml:") and "node.heap" in text
