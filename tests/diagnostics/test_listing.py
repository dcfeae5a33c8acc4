"""The JSON form."""

from __future__ import annotations

import json

from game.diagnostics.diagnostic import Note, Span
from game.diagnostics.listing import check_form, diagnostic_row
from tests.diagnostics.faults import fault


def test_the_form_is_that_of_the_language() -> None:
    first = Note("first here", Span("nine_days/scenario.yaml", 3, 1, 3, 6))
    later = Span("nine_days/more.yaml", 1, 1, 1, 6)
    twice = fault("E109", later, "`title` is given twice", "remove one", notes=(first,))
    assert json.loads(json.dumps(check_form([twice], is_complete=True))) == {
        "check": 1,
        "errors": 1,
        "warnings": 0,
        "informations": 0,
        "complete": True,
        "diagnostics": [
            {
                "code": "E109",
                "severity": "error",
                "message": "`title` is given twice",
                "help": "remove one",
                "file": "nine_days/more.yaml",
                "line": 1,
                "column": 1,
                "end_line": 1,
                "end_column": 6,
                "notes": [
                    {"message": "first here", "file": "nine_days/scenario.yaml", "line": 3, "column": 1}
                ],
                "witness": None,
            }
        ],
    }


def test_the_first_field_names_the_form() -> None:
    assert next(iter(check_form([], is_complete=False))) == "check"
    assert check_form([], is_complete=False)["complete"] is False


def test_what_a_fault_has_not_is_null() -> None:
    row = diagnostic_row(fault("E122", Span.whole("river.zip")))
    absent = {name for name, value in row.items() if value is None}
    assert absent == {"help", "line", "column", "end_line", "end_column", "witness"}
    assert row["file"] == "river.zip"


def test_a_witness_is_a_list() -> None:
    assert diagnostic_row(fault(witness=("patrol.fire",)))["witness"] == ["patrol.fire"]


def test_totals_count_what_is_not_shown() -> None:
    form = check_form([fault("W501")] * 150 + [fault("I901")] * 2 + [fault()], is_complete=True)
    assert (form["errors"], form["warnings"], form["informations"]) == (1, 150, 2)
    shown = form["diagnostics"]
    assert isinstance(shown, list)
    assert len(shown) == 100
    assert shown[-1]["severity"] == "error"
