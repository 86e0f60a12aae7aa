"""page - the results as docs/bench/lfsx.md, and the figures that are to be reached, with what stands between where they are not."""
from statistics import median

PHASES = ["insert", "lookup", "scan", "delete"]
STEPS = ["untar", "create", "stat", "unlink", "rm -r", "read", "sync"]


def middle(rounds, *path):
    """the median over the rounds of one number"""
    values = []
    for r in rounds:
        for p in path:
            r = r[p]
        values.append(r)
    return median(values)


def ratio(one, other, *path):
    """the median over the rounds of one/other: each ratio is of two neighbours in time"""
    return median(middle([a], *path) / max(middle([b], *path), 1e-9) for a, b in zip(one, other))


def total(counts):
    return sum(counts[p] for p in PHASES)


def per_flush(data, name):
    d = data["durable"]["8"][name]
    return d["commits"] / max(d["flushes"], 1)


def raw_share(data, clients, name):
    """throughput beside raw writes by one client"""
    d = data["durable"][clients]
    return median(raw / own for raw, own in zip(d["raw"]["ns"], d[name]["ns"]))


def figures(data):
    """(what, value, limit, is it reached, what stands between); only those that were measured"""
    rows = []

    def figure(what, value, least=None, most=None, between=""):
        limit = f"at least {least:g}" if least is not None else f"at most {most:g}"
        rows.append((what, value, limit, value >= least if least is not None else value <= most, between))

    if data.get("keys"):
        k = data["keys"]
        figure("lookup, speed beside LMDB", ratio(k["lmdb"], k["lfsx"], "lookup", 1), least=2,
            between="a lookup waits for memory that is not in the processor's caches, one after the other: the head of the leaf, the entries around the guess, the value; with many keys also the table that "
            "leads to the leaf. Fewer would need the value beside its key, another layout of a node. What the transaction does around it (lock, cell, copy) is in the instructions")
        figure("insert, speed beside LMDB", ratio(k["lmdb"], k["lfsx"], "insert", 1), least=4,
            between="a key that is inserted moves half of its leaf's entries, some 1,400 bytes, and most of what is touched is in no near cache: the leaf's head, the entries around the guess, those that move, the place of "
            "the value; then come the transaction's cell and write, which LMDB with its one writer does not have")
        figure("scan, speed beside LMDB", ratio(k["lmdb"], k["lfsx"], "scan", 1), least=1)
    if data.get("instructions"):
        figure("instructions per key, all four phases", total(data["instructions"]["lfsx"]), most=3000,
            between="`make bench-fs-core` counts the storage core alone; what comes on top is the transactions: lock, cell, write, and that a deletion must know whether its key is there")
    if data.get("durable"):
        figure("durable commits of one key, one client, beside raw 4 KiB write + fdatasync", raw_share(data, "1", "lfsx"), least=0.95,
            between="about four microseconds of a commit beside a flush of some fifty: the transaction, the frame with its checksum, the clock that is read for others who may come; it has been on both sides of the figure")
        figure("durable commits, 8 clients: commits per flush", per_flush(data, "lfsx"), least=6,
            between="who is served late by a busy machine comes late, and the leader waits for others half a flush, one whole if some came meanwhile")
    m = data.get("mounts") or {}
    if "ntfs-3g" in m and "lfsx-fuse" in m:
        figure("untar, time beside ntfs-3g", ratio(m["lfsx-fuse"], m["ntfs-3g"], "untar", 0), most=0.5,
            between="the way of a request through the kernel, which is the same for both: of the processor time of lfsx-fuse two thirds are the kernel's (switching threads, copying). 3,654 files and 522 folders are "
            "39,200 requests here and 45,000 with ntfs-3g. What this kernel asks for each file and nobody can refuse: the folder's attributes, the name, mknod, security.capability twice, the bytes, times, times, "
            "owner, mode. With server and client in the real-time class, which takes other work's noise away, it was 0.60")
        figure("create, median beside ntfs-3g", ratio(m["lfsx-fuse"], m["ntfs-3g"], "create", 2), most=0.7,
            between="three requests for each name (the folder's attributes, because lfsx-fuse has the kernel check permissions; is there such a name; mknod), where ntfs-3g, which by default checks none, "
            "gets two and a release. The library's part of a create is 2.5 us of about 22")
        figure("rm -r, time beside ntfs-3g", ratio(m["lfsx-fuse"], m["ntfs-3g"], "rm -r", 0), most=1,
            between="four requests for each file (the folder's attributes, unlink, the times of what was unlinked, forget), where ntfs-3g gets two: the first because the kernel checks permissions, the third because it "
            "keeps changed pages")
        figure("4 KiB read, median beside ntfs-3g", ratio(m["lfsx-fuse"], m["ntfs-3g"], "read", 2), most=1,
            between="one round trip through the kernel each, which passthrough shows is most of it; what LFSX does in it is a search for the extent, pread of the image and a checksum, which ntfs-3g does not have")
    return rows


def verdicts(data):
    return "\n".join(f"{'reached' if f[3] else 'MISSED ':<8} {f[0]}: {f[1]:.3f} ({f[2]})" for f in figures(data))


def table(head, rows):
    return "\n".join(["| " + " | ".join(head) + " |", "|" + "---|" * len(head), *("| " + " | ".join(r) + " |" for r in rows)]) + "\n"


def figures_part(data):
    rows = [[f[0], f"{f[1]:.3f}" if f[1] < 100 else f"{f[1]:.0f}", f[2], "yes" if f[3] else "**no**"] for f in figures(data)]
    words = "".join(f"- *{f[0]}*: {f[4]}.\n" for f in figures(data) if not f[3])
    return "## The figures that are to be reached\n" + table(["figure", "measured", "wanted", "reached"], rows) + ("\nWhat stands between:\n" + words if words else "")


def keys_part(data):
    k, s = data["keys"], data["settings"]
    rows = [[n, *(f"{middle(k[n], p, 1):.0f} ({middle(k[n], p, 0):.0f})" for p in PHASES), *(f"{ratio(k[n], k['lfsx'], p, 1):.2f}" for p in PHASES)] for n in k]
    head = ["engine", *(f"{p} ns" for p in PHASES), *(f"{p} x" for p in PHASES)]
    return (f"## In memory: {s['keys']:,} random 8-byte keys, 8-byte values, 1000 per transaction, tmpfs, nothing flushed\n"
        f"Nanoseconds of processor time per key (in brackets of a clock), medians of {s['rounds']} rounds; `x`: the engine's processor time divided by LFSX's of the same round, above 1 LFSX is faster.\n\n"
        + table(head, rows))


def instructions_part(data):
    c = data["instructions"]
    rows = [[n, *(f"{c[n][p]:,.0f}" for p in PHASES), f"{total(c[n]):,.0f}", f"{total(c[n]) / total(c['lfsx']):.2f}"] for n in c]
    return (f"## Instructions per key (callgrind, user mode, {data['settings']['count']:,} keys)\n" + table(["engine", *PHASES, "all", "beside lfsx"], rows))


def durable_part(data):
    d, s = data["durable"], data["settings"]
    rows = [[n, f"{median(d['1'][n]['ns']) / 1000:.0f}", f"{raw_share(data, '1', n):.2f}", f"{median(d['8'][n]['ns']) / 1000:.0f}", f"{raw_share(data, '8', n):.2f}", f"{per_flush(data, n):.1f}"]
        for n in d["1"]]
    return ("## Durable: commits of one key, on a file on disk\n"
        f"Median of {s['turns']} turns of {s['commits']} commits, the engines in turn. `beside raw`: commits per second divided by those of the raw write in the neighbouring turn, with as many clients. "
        "LMDB's second write goes through a file opened with O_DSYNC, which is not counted as a flush.\n\n"
        + table(["engine", "us, 1 client", "beside raw", "us, 8 clients", "beside raw", "commits per flush, 8 clients"], rows))


def mounts_part(data):
    m, s, out = data["mounts"], data["settings"], "".join(f"\nLeft out: {k}, because {why}.\n" for k, why in data["left_out"].items())
    if not m:
        return "## Over FUSE\n" + out
    rows = [[k, *(f"{middle(m[k], p, 0):.2f} ({middle(m[k], p, 1):.2f})" for p in STEPS)] for k in m]
    singles = [p for p in STEPS if len(m["lfsx-fuse"][0][p]) > 2]
    more = [[k, *(f"{middle(m[k], p, 2) / 1000:.1f}" for p in singles)] for k in m]
    beside = [[k, *(f"{ratio(m['lfsx-fuse'], m[k], p, 0):.2f}" for p in STEPS), *(f"{ratio(m['lfsx-fuse'], m[k], p, 1):.2f}" for p in ("untar", "create", "rm -r"))] for k in m if k != "lfsx-fuse"]
    return (f"## Over FUSE: {s['files']:,} files, images of 1 GiB on the same disk\n"
        f"Seconds of a clock (in brackets processor seconds of server and client, which the noise of the machine touches less), medians of {s['mount_rounds']} rounds; untar, create, unlink, rm -r end with syncfs and an "
        "fsync of the root folder. read: 4 KiB at random places, none in the mount's page cache, the image in the host's. sync: 1 KiB files, each created, written and fsynced.\n\n"
        + table(["mount", *STEPS], rows) + "\nSingle operations, median in microseconds:\n\n" + table(["mount", *singles], more)
        + "\nLFSX's time divided by the other's, median of the rounds, below 1 LFSX is faster (last three: processor time):\n\n" + table(["beside", *STEPS, *(f"{p}, cpu" for p in ("untar", "create", "rm -r"))], beside)
        + "\npassthrough_ll (cache=always, writeback) hands everything to ext4: it is what FUSE itself costs. lfsx-fuse and it let the kernel keep names and attributes; ntfs-3g and fuse2fs are asked again after a second. "
        "After each round `fsck.lfsx -n` found the LFSX image clean.\n" + out)


def page(data, plot):
    about = "\n".join(f"- `{n}`: {t}" for n, t in data["about"].items())
    parts = [f"# LFSX beside others\nWritten by `make bench-fs` (tests/bench/fs); do not edit. {data['machine']}. The machine is shared and noisy: only ratios within the run mean anything.\n", plot]
    parts += [figures_part(data)]
    parts += [part(data) for key, part in (("keys", keys_part), ("instructions", instructions_part), ("durable", durable_part), ("mounts", mounts_part)) if data.get(key) or key == "mounts" and "mounts" in data]
    if data.get("notes"):
        parts += ["## Noted once\n" + "".join(f"- {n}\n" for n in data["notes"])]
    return "\n".join(p for p in [*parts, "## The engines\n" + about + "\n"] if p)
