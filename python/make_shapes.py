#!/usr/bin/env python3
"""Makes crosscheck/shapes.py, the types of the JSON shapes, from docs/schema: make_shapes.py FILE. The build of the wheel does it."""
import json
import keyword
import sys
from pathlib import Path

SCHEMAS = Path(__file__).resolve().parents[1] / "docs" / "schema"
HEAD = '''"""The shapes of what the program gives, field by field. Made by make_shapes.py from docs/schema."""
from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict
'''
PLAIN = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}


class Shapes:
    def __init__(self):
        self.bodies = {}  # by name, in the order in which they can be read: parts first

    def kind(self, node, name, parent):
        """The type of a node of a schema; `name`: of the field that it is."""
        if "$ref" in node:
            return "Document"
        if "const" in node:
            return f"Literal[{node['const']!r}]".replace("'", '"')
        if "anyOf" in node:
            return f"{self.kind(node['anyOf'][0], name, parent)} | None"
        if "enum" in node:
            names = ", ".join(json.dumps(value) for value in node["enum"] if value is not None)
            return f"Literal[{names}]" + " | None" * (None in node["enum"])
        if isinstance(node["type"], list):
            return f"{PLAIN[node['type'][0]]} | None"
        if node["type"] == "array":
            return f"list[{self.kind(node['items'], singular(name), parent) if 'items' in node else 'Any'}]"
        if node["type"] == "object":
            return self.shape(node, "".join(part.capitalize() for part in name.split("_")), parent) if "properties" in node else "dict[str, Any]"
        return PLAIN[node["type"]]

    def shape(self, node, name, parent):
        lines = []
        is_word = any(map(keyword.iskeyword, node["properties"]))  # only the other way of writing a type can name it
        for field, below in node["properties"].items():
            kind = self.kind(below, field, name)
            if field not in node.get("required", []):
                kind = f"NotRequired[{kind}]"
            if "description" in below:
                lines.append(f"    #: {below['description']}")
            lines.append(f'    "{field}": {kind},' if is_word else f"    {field}: {kind}")
        body = "\n".join(lines)
        if self.bodies.get(name, body) != body:
            name = parent + name
        self.bodies[name] = body
        return name


def singular(name):
    return name[:-3] + "y" if name.endswith("ies") else name[:-1] if name.endswith("s") else name


def text():
    shapes = Shapes()
    for name in ("document", "worksheet", "reuse"):
        schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
        shapes.shape(schema, name.capitalize() if name != "reuse" else "ReuseReport", "")
    parts = [HEAD]
    for name, body in shapes.bodies.items():
        parts.append(f'{name} = TypedDict("{name}", {{\n{body}\n}})\n' if body.endswith(",") else f"class {name}(TypedDict):\n{body}\n")
    return "\n\n".join(parts)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(text(), encoding="utf-8")
