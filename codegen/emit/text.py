"""text - templates to text. Every template sees the same few filters; an undefined name is an error, not an empty string."""
from pathlib import Path

import jinja2

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"


def hexa(value):
    return hex(value) if value > 65535 else str(value)


def make_env():
    env = jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATES), undefined=jinja2.StrictUndefined,
                             trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    env.filters["hexa"] = hexa
    return env


ENV = make_env()


def render(template, **names):
    return ENV.get_template(template).render(**names)
