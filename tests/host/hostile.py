"""hostile - an image's structures from Python, to damage one on purpose: find nodes through the node map, change bytes, and make every checksum above right again, so that
a tool that trusts checksums would believe it. Places of fields: docs/reference/disk.md."""
import struct

BLOCK, FANOUT = 4096, 200
TABLE = []
for n in range(256):
    for _ in range(8):
        n = n >> 1 ^ (0x82F63B78 if n & 1 else 0)
    TABLE.append(n)


def crc32c(data, crc=0):
    crc ^= 0xFFFFFFFF
    for byte in data:
        crc = TABLE[(crc ^ byte) & 255] ^ crc >> 8
    return crc ^ 0xFFFFFFFF


def sealed(block, at=4):
    """The checksum of a block whose crc field counts as zero."""
    return crc32c(block[:at] + bytes(4) + block[at + 4:])


class Image:
    def __init__(self, path):
        self.path = path
        self.data = bytearray(path.read_bytes())
        places = [0, 1, len(self.data) // BLOCK - 2, len(self.data) // BLOCK - 1]
        good = [p for p in places if self.data[p * BLOCK:p * BLOCK + 8] == b"TESSLFSX"]
        self.super = max(good, key=lambda p: struct.unpack_from("<Q", self.data, p * BLOCK + 32)[0])
        self.blocks, = struct.unpack_from("<Q", self.data, self.super * BLOCK + 40)
        self.map_levels = self.data[self.super * BLOCK + 116]
        self.root, self.nodes, self.nodes_high = struct.unpack_from("<III", self.data, self.super * BLOCK + 148)
        self.zone = struct.unpack_from("<QQ", self.data, self.super * BLOCK + 120)[self.data[self.super * BLOCK + 117]]
        self.log = struct.unpack_from("<QQQQ", self.data, self.super * BLOCK + 80)

    def block(self, n):
        return self.data[n * BLOCK:(n + 1) * BLOCK]

    def chain(self, node):
        """Where the references on the way to a node lie, from the superblock down: [(block that has it, offset in it)]."""
        way, at = [(self.super, 168)], self.super * BLOCK + 168
        for level in reversed(range(self.map_levels)):
            page, = struct.unpack_from("<Q", self.data, at)
            if not 0 < page < self.blocks:
                return None
            slot = node // FANOUT ** level % FANOUT
            way.append((page, 64 + 20 * slot))
            at = page * BLOCK + 64 + 20 * slot
        return way

    def node_block(self, node):
        way = self.chain(node)
        block = way and struct.unpack_from("<Q", self.data, way[-1][0] * BLOCK + way[-1][1])[0]
        return block if block and block < self.blocks else None

    def all_nodes(self):
        return [n for n in range(1, self.nodes_high) if self.node_block(n)]

    def reseal_super(self):
        at = self.super * BLOCK
        struct.pack_into("<I", self.data, at + 8, crc32c(self.data[at:at + 8] + bytes(4) + self.data[at + 12:at + 512]))
        slot = self.super % 2 if self.super < 2 else self.super - (self.blocks - 2)
        for place in (slot, self.blocks - 2 + slot):
            self.data[place * BLOCK:place * BLOCK + 512] = self.data[at:at + 512]

    def reseal(self, node):
        """After a change of a node's block."""
        below = self.node_block(node)
        for block, offset in reversed(self.chain(node)):
            crc = sealed(self.block(below))
            struct.pack_into("<I", self.data, below * BLOCK + 4, crc)
            struct.pack_into("<I", self.data, block * BLOCK + offset + 16, crc)
            below = block
        self.reseal_super()

    def save(self):
        self.path.write_bytes(self.data)
