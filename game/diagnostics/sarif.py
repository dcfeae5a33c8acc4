"""Faults in the Static Analysis Results Interchange Format 2.1.0 (OASIS), which forges and editors read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never
from urllib.parse import quote

from game.diagnostics.diagnostic import Diagnostic, Note, Rule, Severity, Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

Part = dict[str, object]


def sarif_form(diagnostics: Sequence[Diagnostic], version: str) -> Part:
    """Return a log with one run of the program in a version; columns count characters, as spans do.

    Files are named from the folder that holds the scenario's folder.
    """
    rules = {each.code: each.rule for each in sorted(diagnostics, key=lambda each: each.code)}
    places = {code: index for index, code in enumerate(rules)}
    driver = {
        "name": "ExComm",
        "semanticVersion": version,
        "rules": [_rule(each) for each in rules.values()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, places[each.code]) for each in diagnostics],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule) -> Part:
    return {
        "id": rule.code,
        "shortDescription": _message(rule.title),
        "fullDescription": _message(rule.cause),
        "help": _message(rule.cure),
        "defaultConfiguration": {"level": _level(rule.severity)},
    }


def _result(diagnostic: Diagnostic, index: int) -> Part:
    meant = f"; {diagnostic.help}" if diagnostic.help is not None else ""
    result: Part = {
        "ruleId": diagnostic.code,
        "ruleIndex": index,
        "level": _level(diagnostic.severity),
        "message": _message(f"{diagnostic.message}{meant}"),
        "locations": [{"physicalLocation": _place(diagnostic.span)}],
    }
    if diagnostic.notes:
        result["relatedLocations"] = [_note(at, each) for at, each in enumerate(diagnostic.notes)]
    if diagnostic.witness is not None:
        result["properties"] = {"witness": list(diagnostic.witness)}
    return result


def _note(index: int, note: Note) -> Part:
    return {"id": index, "message": _message(note.message), "physicalLocation": _place(note.span)}


def _message(text: str) -> Part:
    return {"text": text}


def _place(span: Span) -> Part:
    place: Part = {"artifactLocation": {"uri": quote(span.file, errors="replace")}}
    if span.line:
        place["region"] = {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        }
    return place


def _level(severity: Severity) -> str:
    match severity:
        case Severity.ERROR:
            return "error"
        case Severity.WARNING:
            return "warning"
        case Severity.INFORMATION:
            return "note"
        case _:
            assert_never(severity)
