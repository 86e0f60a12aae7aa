"""abi - abi.h and limit.h (with the small variant for host tests), for kernel and programs alike."""
from .text import render

MEMORY = ("frames", "objects", "slots")


def emit(spec):
    sized = [spec.abi.limits[n] for n in MEMORY]
    fixed = [limit for n, limit in spec.abi.limits.items() if n not in MEMORY]
    text = render("abi.h", spec=spec, limits=fixed)
    large, small = (render("limit.h", limits=sized, small=s) for s in (False, True))
    struct = {f"userland/lib/abi/gen/{n}.h": render("struct.h", s=s) for n, s in spec.abi.structs.items()}
    struct.update({f"kernel/gen/{n}.h": render("struct.h", s=s) for n, s in spec.abi.structs.items()})
    return {"kernel/gen/abi.h": text, "kernel/gen/limit.h": large, "tests/unit/gen/limit.h": small,
            "userland/lib/abi/gen/abi.h": text, "userland/lib/abi/gen/limit.h": large, **struct}
