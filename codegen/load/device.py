"""device - spec/device: register maps. Two registers may share a place only if one is read and the other written."""
from dataclasses import dataclass

from .layout import parts_of


@dataclass
class Register:
    name: str
    at: int
    access: str
    doc: str
    parts: list                      # named parts only


@dataclass
class Device:
    name: str
    doc: str
    source: str
    file: str
    width: int
    registers: list


def load(reader):
    devices = {}
    for data in reader.read_all("device/*.yaml", "device"):
        registers = []
        for name, d in data["registers"].items():
            line = data["registers"].at[name]
            for other in registers:
                if other.at == d["at"] and set(other.access) & set(d["access"]):
                    reader.report.add(data.file, line, "device.place", f"{name} and {other.name} are both {d['access']} at {d['at']:#x}; move one")
            if d["at"] % (data["width"] // 8):
                reader.report.add(data.file, line, "device.align", f"{name}: {d['at']:#x} is no multiple of {data['width'] // 8}; move it")
            parts = []
            if "fields" in d:
                d.file = data.file
                parts = [p for p in parts_of(reader.report, d, data["width"]) if not p.gap]
            registers.append(Register(name, d["at"], d["access"], d["doc"], parts))
        devices[data["device"]] = Device(data["device"], data["doc"], data["source"], data.file, data["width"], registers)
    return devices
