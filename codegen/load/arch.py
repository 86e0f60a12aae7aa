"""arch - spec/arch: the machines, their register assignment, their page-table entries."""
from dataclasses import dataclass

from . import layout


@dataclass
class Arch:
    name: str
    prefix: str
    doc: str
    file: str
    registers: dict                  # badge count label words rest
    call: dict
    pte: layout.Layout = None

    @property
    def image(self):
        """every register of the image, in order of its index; generic code relies on the first thirteen"""
        r = self.registers
        return [r["badge"], r["count"], r["label"], *r["words"], *r["rest"]]


def load(reader, limit):
    report, arches = reader.report, {}
    contracts = {c["contract"]: c for c in reader.read_all("arch/*.yaml", "contract")}
    for data in reader.read_all("arch/*/abi.yaml", "arch"):
        arch = Arch(data["arch"], data["prefix"], data["doc"], data.file, data["registers"], data["call"])
        arches[arch.name] = arch
        check_registers(report, data, arch, limit)
    for data in reader.read_all("arch/*/pte.yaml", "layout"):
        if data["layout"] in contracts and data["arch"] in arches:
            arches[data["arch"]].pte = layout.load_layout(report, data, contracts[data["layout"]])
        else:
            report.add(data.file, data.line, "layout.arch", f"no contract '{data['layout']}' or no arch '{data['arch']}'; name ones below spec/arch")
    return arches


def check_registers(report, data, arch, limit):
    image = arch.image
    if len(image) > limit:
        report.add(data.file, data.at["registers"], "arch.registers", f"{len(image)} registers, but limit.registers is {limit}; raise it")
    twice = sorted({r for r in image if image.count(r) > 1})
    if twice:
        report.add(data.file, data.at["registers"], "arch.twice", f"{', '.join(twice)} has two roles; give each register one")
    known = set(image)
    for part in ("lost", "zeroed"):
        for register in data["call"].get(part, []):
            if register not in known:
                report.add(data.file, data["call"].at[part], "arch.lost", f"'{register}' is no register of the image; spell it as in registers")
