"""One fault of a writer causes one diagnostic, wherever its consequences would be seen as well."""

from __future__ import annotations

import pytest

from game.lint.advice import advised
from game.scenario.loading import loaded
from tests.samples.shelf import NIGHT_PATROL

FILE = "night_patrol/scenario.yaml"
TEXT = (NIGHT_PATROL / "scenario.yaml").read_text(encoding="utf-8")


def codes(text: str) -> list[str]:
    read = loaded({FILE: text.encode()})
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
        ("  Their-Fear:", "  their_fear:", "E207"),
        ("      Hold:", "      hold:", "E207"),
        ("varables:", "variables:", "E202"),
        ("start: { 2: 50%, 4: 50% }", "start: 2 to 6 by 2", "E203"),
        ("label: {tension}", "label: Tension", "E206"),
        ("when: { tension: 9 }", "when: tension >= 9", "E206"),
        ("quantities:", "variables:", "E202"),
        ("    optons:", "    options:", "E202"),
        ("  their_fear:\n  their_fear:", "  their_fear:", "E109"),
        ("        they_turn:", "          they_turn:", "E202"),
        ("            they_turn:", "          they_turn:", "E202"),
        ("    patrol:\n", "  patrol:\n", "E205"),
        ("text: The {boat:x}", "text: A tired voice", "E301"),
        ("Label: hidden", "hidden: yes", "E202"),
        (f"time is over{' or time is over' * 2_000}", "time is over", "E101"),
    ],
)
def test_a_fault_is_told_once(written: str, meant: str, code: str) -> None:
    assert meant in TEXT
    assert codes(TEXT.replace(meant, written, 1)) == [code]


def test_a_name_like_no_other_is_taken_for_the_one_field_that_is_missing() -> None:
    read = loaded({FILE: TEXT.replace("odds: their_fear", "weight: 3", 1).encode()})
    assert [each.help for each in read.diagnostics] == ["did you mean `odds:`?"]


def test_two_names_that_nobody_knows_leave_a_missing_field_missing() -> None:
    text = TEXT.replace("odds: their_fear", "weight: 3\n            colour: red", 1)
    assert sorted(codes(text)) == ["E201", "E202", "E202"]


def test_a_value_that_a_choice_has_not_is_told_once_in_a_file() -> None:
    late = "when: chosen.patrol is never"
    text = TEXT.replace("when: time is over", late).replace("when: tension >= 9", late)
    assert codes(text) == ["E302"]


def test_names_in_a_row_that_were_given_before_are_one_fault() -> None:
    again = "    priority: 10\n    catastrophe: yes\n"
    assert codes(TEXT.replace(again, again + again, 1)) == ["E109"]


def test_what_other_files_hold_is_not_judged_by_while_one_cannot_be_read() -> None:
    """An unread file may say what a decision waits for, and how likely an outcome is."""
    head, _, rest = TEXT.partition("\nvariables:")
    variables, _, rules = f"variables:{rest}".partition("\ndecisions:")
    rules = f"decisions:{rules}".replace("if_late: hold", "if_late: hold\n    historical: hold").replace(
        "    options:", "    when: their_fear > 1\n    options:", 1
    )
    files = {
        "head.yaml": f"{head}\n",
        "rules.yaml": rules,
        "values.yaml": variables.replace("start: 4", "start 4"),
    }
    read = loaded({f"night_patrol/{name}": text.encode() for name, text in files.items()})
    assert [each.code for each in (*read.diagnostics, *advised(read))] == ["E105"]


def test_a_text_in_braces_without_quotation_marks_is_told_how_to_quote_it() -> None:
    (fault,) = loaded({FILE: TEXT.replace("label: Tension", "label: {tension}", 1).encode()}).diagnostics
    assert fault.help == 'put a text that begins with a brace in quotation marks: `"{tension}"`'


@pytest.mark.parametrize("name", ["decisions", "endings", "lesson"])
@pytest.mark.parametrize("indentation", ["  ", "    "])
def test_a_section_that_is_indented_into_the_one_above_is_one_fault(name: str, indentation: str) -> None:
    read = loaded({FILE: TEXT.replace(f"\n{name}:", f"\n{indentation}{name}:", 1).encode()})
    (fault,) = (*read.diagnostics, *advised(read))
    assert fault.code in {"E105", "E205"}
    assert fault.span.line == TEXT[: TEXT.index(f"\n{name}:")].count("\n") + 2


def test_a_section_that_is_indented_as_deep_as_its_entries_is_one_fault() -> None:
    head, section, entries = TEXT.partition("endings:\n")
    entries = entries.partition("\nlesson:")[0].replace("\n  ", "\n").removeprefix("  ")
    assert codes(head + section + entries) == ["E205"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("         they_turn:", "          they_turn:"),
        ("         they_shoot:", "          they_shoot:"),
        ("            they_shoot:", "          they_shoot:"),
        ("    hold:", "      hold:"),
        ("        hold:", "      hold:"),
        ("  format: 1", "format: 1"),
    ],
)
def test_a_wrong_indentation_is_told_where_it_is(written: str, meant: str) -> None:
    read = loaded({FILE: TEXT.replace(f"\n{meant}", f"\n{written}", 1).encode()})
    (fault,) = read.diagnostics
    line = TEXT[: TEXT.index(f"\n{meant}")].count("\n") + 2
    assert line <= fault.span.line <= line + 1
