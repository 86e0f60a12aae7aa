"""source - one YAML file as values that remember their lines, checked against the JSON Schema of its kind.

Only true and false are truth values (YAML 1.1 would take on, yes, no); a key given twice is refused, not overwritten.
"""
import json
import re
from pathlib import Path

import jsonschema
import yaml

from .report import near


class Map(dict):
    """a mapping that knows its line and the line of each key"""
    line = 0

    def __init__(self, *args):
        super().__init__(*args)
        self.at = {}
        self.file = ""


class Text(str):
    line = 0


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """SafeLoader with lines"""


BOOL = "tag:yaml.org,2002:bool"
Loader.yaml_implicit_resolvers = {
    key: [r for r in rules if r[0] != BOOL] for key, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()}
Loader.add_implicit_resolver(BOOL, re.compile("^(true|false)$"), list("tf"))


def construct_map(loader, node):
    out = Map()
    out.line = node.start_mark.line + 1
    for key_node, value_node in node.value:
        key, line = loader.construct_object(key_node, True), key_node.start_mark.line + 1
        if key in out:
            loader.report.add(loader.file, line, "yaml.duplicate",
                              f"'{key}' is given twice (first in line {out.at[key]}); remove one")
        out[key] = loader.construct_object(value_node, True)
        out.at[key] = line
    return out


def construct_text(loader, node):
    out = Text(node.value)
    out.line = node.start_mark.line + 1
    return out


Loader.add_constructor("tag:yaml.org,2002:map", construct_map)
Loader.add_constructor("tag:yaml.org,2002:str", construct_text)


def line_of(data, path):
    """the line of the value that a schema error points at"""
    node, line = data, getattr(data, "line", 1)
    for step in path:
        line = getattr(node, "at", {}).get(step, line)
        node = node[step]
        line = getattr(node, "line", line)
    return node, line


def explain(error, data):
    """(line, text) of a schema error, in the words of a spec author"""
    node, line = line_of(data, error.absolute_path)
    where = "/".join(map(str, error.absolute_path)) or "this file"
    if error.validator == "additionalProperties":
        known = error.schema.get("properties", {})
        bad = [key for key in node if key not in known]
        return node.at[bad[0]], f"'{bad[0]}' means nothing in {where}; {near(bad[0], known)}"
    if error.validator == "required":
        missing = [key for key in error.validator_value if key not in node]
        return line, f"{where} lacks '{missing[0]}'; add it"
    if error.validator == "enum":
        return line, f"{where}: '{error.instance}' is not allowed; {near(error.instance, error.validator_value)}"
    if error.validator == "pattern" and error.schema.get("pattern", "").startswith("^[a-z]"):
        return line, f"{where}: '{error.instance}' is no name; use lower case letters, digits and _"
    return line, f"{where}: {error.message}; see spec/schema"


class Reader:
    """reads the files below one spec folder; what is wrong goes to the report"""
    def __init__(self, root, report):
        self.root, self.report, self.schemas = Path(root), report, {}

    def validator(self, kind):
        if kind not in self.schemas:
            schema = json.loads((self.root / "schema" / f"{kind}.json").read_text())
            self.schemas[kind] = jsonschema.Draft7Validator(schema)
        return self.schemas[kind]

    def read(self, path, kind):
        """the file as a Map, or None if its form is wrong"""
        file = "spec/" + str(path.relative_to(self.root))
        before = len(self.report.lines)
        loader = Loader(path.read_text())
        loader.file, loader.report = file, self.report
        try:
            data = loader.get_single_data()
        except yaml.MarkedYAMLError as e:
            self.report.add(file, e.problem_mark.line + 1, "yaml.syntax",
                            f"{e.problem}; quote a text that contains ': ' or ' #'")
            return None
        for error in sorted(self.validator(kind).iter_errors(data), key=lambda e: str(list(e.absolute_path))):
            line, text = explain(error, data)
            self.report.add(file, line, f"schema.{error.validator}", text)
        if len(self.report.lines) > before:
            return None
        data.file = file
        return data

    def read_all(self, pattern, kind):
        found = [self.read(path, kind) for path in sorted(self.root.glob(pattern))]
        return [data for data in found if data is not None]
