"""bench_data - made-up results for the tests of the page."""
import page


def made_up(insert_ns):
    """LMDB inserts in 2000 ns; everything else is 10 for everybody"""
    def phases(insert):
        return {p: [10.0, 10.0] for p in page.PHASES} | {"insert": [insert, insert]}
    settings = {"keys": 1000, "rounds": 1, "count": 0, "turns": 1, "commits": 1, "files": 1, "mount_rounds": 1}
    durable = {n: {"ns": [1000.0], "flushes": 1, "commits": 1} for n in ("raw", "lfsx")}
    return {"settings": settings, "machine": "a machine", "about": {"lfsx": "ours"}, "keys": {"lfsx": [phases(insert_ns)], "lmdb": [phases(2000.0)]},
        "instructions": {}, "durable": {"1": durable, "8": durable}, "mounts": {}, "left_out": {"fuse2fs": "it is not here"}}
