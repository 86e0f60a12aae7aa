"""spec - everything below spec/, checked together: one Spec, or Refused with every reason."""
from dataclasses import dataclass, field

from . import abi, arch, device, disk, image, interface, ledger, method, vector, window
from .report import Report
from .source import Reader


@dataclass
class Spec:
    abi: abi.Abi
    arches: dict = field(default_factory=dict)
    state: window.State = None
    objects: dict = field(default_factory=dict)
    methods: list = field(default_factory=list)
    statuses: dict = field(default_factory=dict)
    interfaces: dict = field(default_factory=dict)
    devices: dict = field(default_factory=dict)
    disks: dict = field(default_factory=dict)
    image: object = None
    vectors: list = field(default_factory=list)
    ledger: str = ""


def load(root):
    report = Report()
    reader = Reader(root, report)
    spec = Spec(abi.load(reader))
    report.stop_if_bad()
    spec.arches = arch.load(reader, spec.abi.limits["registers"].value)
    objects = reader.read_all("object/*.yaml", "object")
    report.stop_if_bad()
    spec.state = window.load(report, objects, spec.abi)
    spec.objects = {data["object"]: data for data in objects}
    report.stop_if_bad()
    reads = [read.name for read in next(iter(spec.arches.values())).pte.reads]
    spec.methods = method.load(report, objects, spec.abi, spec.state, reads)
    spec.statuses, spec.interfaces = interface.load(reader)
    report.stop_if_bad()
    spec.devices = device.load(reader)
    spec.disks = disk.load(reader)
    spec.image = image.load(reader, spec.interfaces)
    spec.vectors = vector.load(spec, reader)
    ledger.check(spec, reader.root / "numbers.txt", report)
    report.stop_if_bad()
    return spec
