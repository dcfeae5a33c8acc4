"""One fault of a writer causes one diagnostic, wherever its consequences would be seen as well."""

from __future__ import annotations

import pytest

from game.lint.advice import advised
from game.scenario.loading import loaded
from tests.samples.shelf import NIGHT_PATROL

TEXT = (NIGHT_PATROL / "scenario.yaml").read_text(encoding="utf-8")


def codes(text: str) -> list[str]:
    read = loaded({"night_patrol/scenario.yaml": text.encode()})
    return [each.code for each in (*read.diagnostics, *advised(read))]


def test_the_sample_has_no_fault() -> None:
    assert codes(TEXT) == []


@pytest.mark.parametrize(
    ("written", "meant", "code"),
    [
        ("fiction: maybe", "fiction: yes", "E204"),
        ("ficton: yes", "fiction: yes", "E202"),
        ("weight: their_fear", "odds: their_fear", "E202"),
        ("dedline: 8 h", "deadline: 8 h", "E202"),
        ("until: 8 h", "deadline: 8 h", "E202"),
        ("default: hold", "if_late: hold", "E202"),
        ("time is over and the fear", "time is over", "E300"),
        ("time > over", "time is over", "E303"),
        ("over and time", "time is over", "E303"),
        ("time is over + tension", "time is over", "E303"),
        ("label: #Fire", "label: Fire a warning shot", "E205"),
    ],
)
def test_a_fault_is_told_once(written: str, meant: str, code: str) -> None:
    assert meant in TEXT
    assert codes(TEXT.replace(meant, written, 1)) == [code]


def test_a_name_like_no_other_is_taken_for_the_one_field_that_is_missing() -> None:
    read = loaded({"night_patrol/scenario.yaml": TEXT.replace("odds: their_fear", "weight: 3", 1).encode()})
    assert [each.help for each in read.diagnostics] == ["did you mean `odds:`?"]


def test_two_names_that_nobody_knows_leave_a_missing_field_missing() -> None:
    text = TEXT.replace("odds: their_fear", "weight: 3\n            colour: red", 1)
    assert sorted(codes(text)) == ["E201", "E202", "E202"]
