"""The file's JSON Schema, made from the records."""

from typing import Any


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of a dataset file."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object"}
