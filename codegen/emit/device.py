"""device - register maps for drivers: offsets, fields as masks and as numbers."""
from .text import render


def emit(spec):
    return {f"userland/lib/abi/gen/device/{d.name}.h": render("device.h", d=d, N=d.name.upper()) for d in spec.devices.values()}
