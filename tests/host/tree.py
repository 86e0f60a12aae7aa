"""tree - what a directory contains, in a form that two of them can be compared by: type, mode, owner, link groups, bytes, holes, times, attributes."""
import hashlib
import os
import stat


def digest(path):
    h = hashlib.sha256()
    with open(path, "rb") as f:
        while chunk := f.read(1 << 20):
            h.update(chunk)
    return h.hexdigest()


def holes(path, size):
    """[(start, end) of data], to blocks of 4096."""
    out, at = [], 0
    with open(path, "rb") as f:
        while at < size:
            try:
                data = os.lseek(f.fileno(), at, os.SEEK_DATA)
            except OSError:
                break
            at = os.lseek(f.fileno(), data, os.SEEK_HOLE)
            out.append((data // 4096, -(-at // 4096)))
    return out


def xattrs(path):
    try:
        return {n: os.getxattr(path, n, follow_symlinks=False) for n in os.listxattr(path, follow_symlinks=False)}
    except OSError:
        return {}


def describe(path, times=True, with_holes=False, owners=True):
    """Everything of one inode but its number."""
    st = os.lstat(path)
    d = {"mode": oct(st.st_mode), "xattrs": xattrs(path)}
    if owners:
        d["owner"] = (st.st_uid, st.st_gid)
    if times:
        d["mtime"] = st.st_mtime_ns
    if stat.S_ISREG(st.st_mode):
        d.update(size=st.st_size, bytes=digest(path), links=st.st_nlink)
        if with_holes:
            d["data"] = holes(path, st.st_size)
    elif stat.S_ISLNK(st.st_mode):
        d["target"] = os.readlink(path)
    elif stat.S_ISDIR(st.st_mode):
        d["links"] = st.st_nlink
    else:
        d["device"] = st.st_rdev
    return d


def snapshot(top, **options):
    """{path: description}; names of one inode all name the first of them as "same"."""
    top, out, seen = os.fsencode(top), {}, {}
    for at, folders, files in os.walk(top):
        folders.sort()
        for name in [b"."] * (at == top) + sorted(folders + files):
            path = os.path.join(at, name)
            st = os.lstat(path)
            d = describe(path, **options)
            if not stat.S_ISDIR(st.st_mode):
                d["same"] = seen.setdefault(st.st_ino, os.path.relpath(path, top))
            out[os.path.relpath(path, top)] = d
    return out


def differences(a, b, limit=5):
    """The first differences in words; [] if there are none."""
    out = [f"only in the first: {p}" for p in sorted(a.keys() - b.keys())] + [f"only in the second: {p}" for p in sorted(b.keys() - a.keys())]
    for p in sorted(a.keys() & b.keys()):
        out += [f"{p}: {k}: {a[p].get(k)!r} and {b[p].get(k)!r}" for k in a[p].keys() | b[p].keys() if a[p].get(k) != b[p].get(k)]
    return out[:limit]
