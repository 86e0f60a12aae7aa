"""image - the table that init enacts."""
from .text import render


def which(g):
    prefix = {"call": "ENDPOINT", "serve": "ENDPOINT", "signal": "NOTIFICATION", "wait": "NOTIFICATION", "interrupt": "NOTIFICATION", "ring": "RING"}.get(g.kind)
    return f"{prefix}_{g.which.upper()}" if prefix else "0"


def emit(spec):
    if spec.image is None:
        return {}
    names = dict(i=spec.image, which=which)
    return {"userland/lib/abi/gen/system_image.h": render("system_image.h", **names), "userland/lib/abi/gen/system_image.c": render("system_image.c", **names)}
