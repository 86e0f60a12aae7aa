"""crc32c - the tables of the checksum of LFSX, from its polynomial: eight for slicing, and for each stream length four that move a register past so many zeros."""
from .text import render

POLYNOMIAL = 0x82f63b78
STREAMS = (1360, 168)                # bytes of one of three streams: 3 * 1360 is just less than a block


def step(crc, count=1):
    """the register after `count` zero bytes"""
    for _ in range(8 * count):
        crc = crc >> 1 ^ (POLYNOMIAL if crc & 1 else 0)
    return crc


def slices():
    tables = [[step(n) for n in range(256)]]
    for _ in range(7):
        tables.append([t >> 8 ^ tables[0][t & 255] for t in tables[-1]])
    return tables


def shifts(count):
    """the register is linear over bits: move each bit, add up for each byte"""
    bit = [step(1 << n, count) for n in range(32)]
    return [[_xor(bit[8 * k + j] for j in range(8) if n >> j & 1) for n in range(256)] for k in range(4)]


def _xor(values):
    out = 0
    for v in values:
        out ^= v
    return out


def emit(spec):
    return {"userland/servers/fs/gen/disk/crc32c_table.c": render("crc32c_table.c", slices=slices(), shifts=[shifts(n) for n in STREAMS], streams=STREAMS),
            "userland/servers/fs/gen/disk/crc32c_table.h": render("crc32c_table.h", streams=STREAMS)}
