"""Comments that silence rules."""

from __future__ import annotations

from typing import NamedTuple

from game.diagnostics.diagnostic import Diagnostic, Span
from game.diagnostics.ignores import kept
from tests.diagnostics.faults import fault

FILE = "river/scenario.yaml"


class Comment(NamedTuple):
    line: int
    codes: tuple[str, ...]
    span: Span
    last_line: int = 0


def comment(line: int, *codes: str, file: str = FILE) -> Comment:
    return Comment(line, codes, Span(file, line, 20, line, 42))


def at(line: int, code: str) -> Diagnostic:
    return fault(code, Span(FILE, line, 3, line, 8))


def codes(faults: tuple[Diagnostic, ...]) -> list[tuple[str, int]]:
    return [(each.code, each.span.line) for each in faults]


def test_a_comment_silences_its_codes_on_its_line() -> None:
    faults = [at(1, "W501"), at(2, "W501"), at(2, "I505"), at(3, "W501")]
    assert codes(kept(faults, [comment(2, "W501", "I505")])) == [("W501", 1), ("W501", 3)]


def test_a_comment_in_another_file_silences_nothing_here() -> None:
    left = kept([at(2, "W501")], [comment(2, "W501", file="river/a.yaml")])
    assert [each.code for each in left] == ["I901", "W501"]


def test_a_comment_that_is_not_needed_is_reported_at_the_comment() -> None:
    (needless,) = kept([], [comment(4, "W501")])
    assert (needless.code, needless.span) == ("I901", Span(FILE, 4, 20, 4, 42))
    assert needless.message == "there is no W501 on line 4"


def test_of_a_comment_with_several_codes_the_needless_ones_are_named() -> None:
    (needless,) = kept([at(4, "W501")], [comment(4, "W501", "W502", "I505")])
    assert needless.message == "there is no W502 and no I505 on line 4"


def test_a_comment_without_a_code_silences_nothing_and_is_reported() -> None:
    assert codes(kept([at(4, "W501")], [comment(4)])) == [("W501", 4), ("I901", 4)]


def test_a_comment_on_an_entry_speaks_of_all_its_lines() -> None:
    entry = comment(2, "W713")._replace(last_line=4)
    assert codes(kept([at(1, "W713"), at(4, "W713")], [entry])) == [("W713", 1)]
    (needless,) = kept([], [entry])
    assert needless.message == "there is no W713 on lines 2 to 4"


def test_two_comments_for_one_fault_are_both_needed() -> None:
    assert kept([at(4, "W501")], [comment(4, "W501"), comment(4, "W501")]) == ()


def test_errors_are_not_silenced() -> None:
    assert codes(kept([at(4, "E301")], [comment(4, "E301")])) == [("E301", 4)]


def test_while_there_are_errors_no_comment_is_called_needless() -> None:
    assert codes(kept([at(1, "E301")], [comment(4, "W501")])) == [("E301", 1)]


def test_a_comment_for_a_rule_that_did_not_run_is_left_alone() -> None:
    assert kept([], [comment(4, "W550")]) == ()
    assert codes(kept([], [comment(4, "W550")], undecided=())) == [("I901", 4)]


def test_faults_stay_in_the_order_of_the_files() -> None:
    assert codes(kept([at(1, "W501"), at(9, "W501")], [comment(4, "W502")])) == [
        ("W501", 1),
        ("I901", 4),
        ("W501", 9),
    ]
