"""
The page on the file format tells what the schema tells, field by field.

After a change of the records: ``python tests/test_jsonio_docs.py > table.md`` and put it into the page.
"""

import json
from pathlib import Path
from typing import Any

from civicpledge.jsonio import dumps, json_schema, loads
from civicpledge.jsonio.schema import record_kinds
from civicpledge.jsonio.texts import FORMAT, VERSION

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "file-format.md"


def takes(schema: dict[str, Any]) -> str:
    """Say in words what a field takes."""
    match schema:
        case {"oneOf": _}:
            return "attribution"
        case {"anyOf": options}:
            return " or ".join(takes(option) for option in options)
        case {"const": value}:
            return f"`{json.dumps(value)}`"
        case {"enum": words}:
            return "one of " + ", ".join(f"`{word}`" for word in words)
        case {"$ref": ref}:
            return f"{ref.rpartition('/')[2]}"
        case {"type": "array", "items": items}:
            return f"list of: {takes(items)}" + (", none twice" if "uniqueItems" in schema else "")
        case {"format": "date"}:
            return "day"
        case {"pattern": r"\S"}:
            return "text that says something"
        case {"pattern": pattern}:
            return "identifier" if "a-z" in pattern else "exact number"
    names = {
        "string": "text",
        "integer": "whole number",
        "boolean": "truth value",
        "null": "`null`",
    }
    return names[schema["type"]]


def table() -> str:
    definitions = json_schema()["$defs"]
    lines = []
    for kind in record_kinds():
        held = definitions[kind.__name__]
        lines += [f"#### {kind.__name__}", "", held["description"], ""]
        lines += ["| field | takes | default |", "|---|---|---|"]
        for name, schema in held["properties"].items():
            star = "*" if name in held["required"] else ""
            default = f"`{json.dumps(schema['default'])}`" if "default" in schema else ""
            lines.append(f"| `{name}`{star} | {takes(schema)} | {default} |")
        lines.append("")
    return "\n".join(lines)


def test_the_page_tells_what_each_field_takes():
    assert table() in PAGE.read_text(encoding="utf-8")


def test_the_pages_example_is_a_file_as_this_library_writes_it():
    example = PAGE.read_text(encoding="utf-8").split("```json\n")[1].split("```")[0]
    assert dumps(loads(example)) == example
    assert json.loads(example)["format"] == FORMAT
    assert json.loads(example)["version"] == VERSION


if __name__ == "__main__":
    print(table())  # noqa: T201
