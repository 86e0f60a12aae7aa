"""plot - the same results as bars: docs/bench/lfsx.svg by matplotlib, or a bar chart of letters where it is missing."""
import page

WIDTH = 40


def bars(data):
    """(title, {name: value}) of each picture; lower is better in all"""
    pictures = []
    if data.get("keys"):
        pictures += [(f"{p}: processor ns per key", {n: page.middle(r, p, 1) for n, r in data["keys"].items()}) for p in page.PHASES]
    if data.get("instructions"):
        pictures.append(("instructions per key, all phases", {n: page.total(c) for n, c in data["instructions"].items()}))
    if data.get("durable"):
        pictures.append(("durable commit, 1 client: us", {n: page.median(r["ns"]) / 1000 for n, r in data["durable"]["1"].items()}))
    if data.get("mounts"):
        pictures += [(f"{p}: seconds", {n: page.middle(r, p, 0) for n, r in data["mounts"].items()}) for p in ("untar", "create", "rm -r", "sync")]
    return pictures


def text(pictures):
    lines = []
    for title, values in pictures:
        most = max(values.values())
        lines += [title, *(f"  {n:<14} {'#' * max(1, round(WIDTH * v / most))} {v:.4g}" for n, v in values.items()), ""]
    return "```\n" + "\n".join(lines) + "```\n"


def drawn(pictures, path):
    import matplotlib
    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "lfsx"
    from matplotlib import pyplot
    columns = 3
    figure, axes = pyplot.subplots(-(-len(pictures) // columns), columns, figsize=(12, 2.4 * -(-len(pictures) // columns)), squeeze=False)
    for axis in axes.flat[len(pictures):]:
        axis.set_visible(False)
    for axis, (title, values) in zip(axes.flat, pictures):
        names = list(values)[::-1]
        axis.barh(names, [values[n] for n in names], color=["#c05020" if n.startswith("lfsx") else "#8090a0" for n in names])
        axis.set_title(title, fontsize=9)
        axis.tick_params(labelsize=7)
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})


def plot(data, out):
    """what the page says to show it"""
    pictures = bars(data)
    try:
        drawn(pictures, out / "lfsx.svg")
    except ImportError:
        return text(pictures)
    return "![shorter bars are better](lfsx.svg)\n"
