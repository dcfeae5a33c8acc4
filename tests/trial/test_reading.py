"""Faults of test files have their codes, their places and what was meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.scenario.cases import CasePolicy, PolicyName
from game.trial.reading import ReadCases, scenario_named

Cases = Callable[[str], ReadCases]

FAULTY = {
    "an unknown field": ("endng: port", "E202", "endng"),
    "an unknown setup": ("setup: opn", "E116", "opn"),
    "an unknown decision": ("choose: { sale: go }", "E116", "sale"),
    "an unknown option": ("choose: { sail: goo }", "E116", "goo"),
    "no option at all": ("choose: { sail: [] }", "E204", "[]"),
    "a word that is no choice": ("choose: history", "E204", "history"),
    "no such policy": ("policy: sensible", "E204", "sensible"),
    "a policy for an unknown ending": ("policy: { careful: wrek }", "E116", "wrek"),
    "a seed that is none": ("seed: -1", "E208", "-1"),
    "a seed beyond the greatest": ("seed: 18446744073709551616", "E208", "18446744073709551616"),
    "an unknown site": ("pin: { sail.goo: rough }", "E301", "sail.goo"),
    "an unknown result": ("pin: { sail.go: ruff }", "E302", "ruff"),
    "an unknown variable at the start": ("start: { wnd: 2 }", "E116", "wnd"),
    "a value outside the range": ("start: { wind: 12 }", "E401", "12"),
    "a flag with a number": ("start: { called: 2 }", "E204", "2"),
    "no moment": ("at: tomorrow", "E208", "tomorrow"),
    "a moment before the start": ("at: 1969-03-02 12:00", "E208", "1969-03-02 12:00"),
    "a moment at the end": ("at: 1969-03-03 20:00", "E208", "1969-03-03 20:00"),
    "an unknown ending": ("ending: harbour", "E116", "harbour"),
    "a chance of an unknown ending": ("odds: { prt: 5% }", "E116", "prt"),
    "a chance without a sign": ("odds: { port: 0.5 }", "E208", "0.5"),
    "a chance above certainty": ("odds: { port: 101% }", "E208", "101%"),
    "a reversed pair of chances": ("odds: { port: 20 to 10% }", "E208", "20 to 10%"),
    "no games at all": ("plays: 0", "E208", "0"),
    "a condition with an unknown name": ("expect: tensoin > 6", "E116", "tensoin"),
    "a condition with an unknown value": ("expect: mood is cros", "E302", "cros"),
    "a condition that is a number": ("expect: tension", "E303", "tension"),
    "an id of nothing": ("never: [gst]", "E116", "gst"),
    "an outcome of nothing": ("never: [sail.go.ruff]", "E116", "sail.go.ruff"),
    "no duration": ("within: soon", "E208", "soon"),
    "a transcript outside the folder": ("transcript: ../road.txt", "E116", "../road.txt"),
    "a transcript that is no text file": ("transcript: scenario.yaml", "E116", "scenario.yaml"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTY)
def test_a_fault_stands_at_its_word(name: str, cases: Cases) -> None:
    field, code, word = FAULTY[name]
    text = f"tests:\n  one:\n    {field}\n"
    read = cases(text)
    assert read.file is not None
    assert read.file.cases == ()
    (fault,) = read.diagnostics
    line = text.split("\n")[fault.span.line - 1]
    assert (fault.code, fault.span.file) == (code, "ferry/ferry.test.yaml")
    assert line[fault.span.column - 1 : fault.span.end_column - 1] == word


def test_all_faults_of_a_file_are_told_at_once(cases: Cases) -> None:
    text = "tests:\n  one: { ending: prt }\n  two: { setup: opn, pin: { reply: 4 h } }\n"
    found = [(each.code, each.span.line) for each in cases(text).diagnostics]
    assert found == [("E116", 2), ("E116", 3), ("E301", 3)]


def test_a_fault_in_one_test_leaves_the_others_as_they_are(cases: Cases) -> None:
    text = """\
    tests:
      one: { choose: { sale: go }, ending: prt }
      two: { choose: { sail: go } }
      three: { choose: { sale: go } }
      four: { expect: tensoin > 6 }
      five: { expect: tensoin > 6 }
      six: { expect: tension > 6 }
    odd: 1
    """
    read = cases(text)
    assert read.file is not None
    assert [each.id for each in read.file.cases] == ["two", "six"]
    assert [(each.id, each.line, len(each.faults)) for each in read.faulty] == [
        ("one", 2, 2),
        ("three", 4, 1),
        ("four", 5, 1),
        ("five", 6, 1),
    ]
    assert [each.code for each in read.faults_of_the_file] == ["E202"]


def test_broken_yaml_is_a_test_file_that_cannot_be_read(cases: Cases) -> None:
    read = cases("tests:\n  one: { ending: port\n")
    assert [each.code for each in read.diagnostics] == ["E116"]
    assert read.diagnostics[0].span.line == 2


def test_an_empty_file_has_no_tests_and_says_so(cases: Cases) -> None:
    assert [(each.code, each.span.line) for each in cases("# nothing yet\n").diagnostics] == [("E116", 0)]


def test_a_file_without_tests_lacks_its_field(cases: Cases) -> None:
    assert [each.code for each in cases("scenario: ferry\n").diagnostics] == ["E201"]


def test_what_is_not_given_has_its_default(cases: Cases) -> None:
    file = cases("tests:\n  one: { ending: port }\n").file
    assert file is not None
    (case,) = file.cases
    assert (case.setup, case.choose, case.policy, case.seed) == (None, (), CasePolicy(), None)
    assert case.policy.name is PolicyName.UNDECIDED
    assert case.plays == 100_000


def test_a_test_file_names_its_scenario_or_none() -> None:
    named = scenario_named(b"scenario: ../other\ntests: {}\n", "a.test.yaml")
    assert named is not None
    assert (named.value, named.span.line) == ("../other", 1)
    assert scenario_named(b"tests: {}\n", "a.test.yaml") is None
    assert scenario_named(b"scenario: [broken\n", "a.test.yaml") is None
