"""The schema of `patch:`: what a scenario may have, none of it required, or `remove` in its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.scenario.patching import FIXED, REMOVE

Schema = dict[str, Any]
_PATCH = "patch"
_REFERENCE = "#/definitions/"
_PREFIX = "patched_"
_SHOWN = ("description", "markdownDescription")
_ABOUT = "Takes it away."
_REMOVAL = {"label": REMOVE, "body": REMOVE, "description": _ABOUT}


def with_patch(schema: Schema) -> Schema:
    """Return the schema of the files of a scenario with one for `patch:` in it.

    What stands below `patch:` refers to definitions of its own, so that completion works there as it
    does elsewhere.
    """
    sections = {name: each for name, each in schema["properties"].items() if name not in FIXED}
    shown = {name: schema["properties"][_PATCH][name] for name in _SHOWN}
    patch = {"type": "object", "additionalProperties": False, "properties": _properties(sections)}
    definitions = schema["definitions"]
    return {
        **schema,
        "properties": {**schema["properties"], _PATCH: {**shown, **patch}},
        "definitions": definitions | {_PREFIX + name: _removable(each) for name, each in definitions.items()},
    }


def _properties(properties: Mapping[str, Schema]) -> dict[str, Schema]:
    return {name: _removable(each) for name, each in properties.items()}


def _removable(schema: Schema) -> Schema:
    """Return the schema of a value that may also be the word `remove`."""
    patched: Schema = _patched(schema)
    types = schema.get("type", ())
    if "enum" in schema:
        return _with_word(patched)
    if "pattern" in schema:
        return {**patched, "pattern": f"{schema['pattern']}|^{REMOVE}$"}
    if schema.get("if") == {"type": "string"}:
        return {**patched, "then": _with_word(patched["then"])}
    if types == "object":
        words = {"if": {"type": "string"}, "then": {"enum": [REMOVE]}}
        snippets = [*schema.get("defaultSnippets", ()), _REMOVAL]
        return {**patched, "type": ["object", "string"], "defaultSnippets": snippets, **words}
    if "$ref" in schema or "string" in types:
        return patched
    shown = {name: schema[name] for name in _SHOWN if name in schema}
    return {**shown, "if": {"const": REMOVE}, "else": patched}


def _with_word(enumeration: Schema) -> Schema:
    """Return an enumeration with the word `remove` at its end."""
    about = enumeration.get("markdownEnumDescriptions")
    return {
        **enumeration,
        "enum": [*enumeration["enum"], REMOVE],
        **({"markdownEnumDescriptions": [*about, _ABOUT]} if about else {}),
    }


def _patched(part: Any) -> Any:
    """Return a part of a schema as it is below `patch:`."""
    if isinstance(part, list):
        return [_patched(each) for each in part]
    if not isinstance(part, dict):
        return part
    made: Schema = {}
    for name, each in part.items():
        match name:
            case "required":
                continue
            case "$ref":
                made[name] = _REFERENCE + _PREFIX + each.removeprefix(_REFERENCE)
            case "properties":
                made[name] = _properties(each)
            case "additionalProperties" if isinstance(each, dict):
                made[name] = _removable(each)
            case "if" | "then" | "else" | "items":
                made[name] = _patched(each)
            case _:
                made[name] = each
    return made
