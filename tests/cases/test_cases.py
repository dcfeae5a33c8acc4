"""Every code has a file with its fault at a marked place, and one that is silent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from game.analysis.odds import BUDGET
from game.commands.manual import page, rules
from game.diagnostics.diagnostic import Diagnostic
from game.diagnostics.ignores import DEEP
from game.lint.advice import advised
from game.lint.subject import Subject
from game.proofs.deep import proved
from game.scenario.loading import loaded
from tests.commands.test_rules_of_folders import CASES as FOLDERS

CASES = Path(__file__).parent
ELSEWHERE = frozenset({"E116", "E119", "E121", "E122", "E123", "E124", "E801", "I901", "W713", "W802"})
"""Codes whose fault lies beside a scenario, so that one file cannot show it.

`tests/commands/test_rules_of_folders.py` has a bad and a good case of each.
"""

LISTED = re.findall(r"^\| ([EWI]\d{3}) \|", (CASES / "rules.md").read_text(encoding="utf-8"), re.MULTILINE)
PLACES = (CASES / "places.txt").read_text(encoding="utf-8").splitlines()

_AT_THE_END = re.compile(r"# expect: ([EWI]\d{3}(?: [EWI]\d{3})*)\s*$")
_IN_THE_HEAD = re.compile(r"# expect: ([EWI]\d{3}) at (\d+):(\d+)\s*$")
_WHOLE = re.compile(r"# expect: ([EWI]\d{3}) of (\S+)\s*$")
_FOLDER = re.compile(r"^# folder: (\w+)$", re.MULTILINE)
_ASSET = re.compile(r"^# asset: (\S+) (\d+)$", re.MULTILINE)
_DEEP = re.compile(r"^# deep(?:: (\d+) states)?$", re.MULTILINE)
_MORE = re.compile(r"^# file: (\S+)$\n", re.MULTILINE)


class Expected(NamedTuple):
    """A diagnostic as a file announces it; column 0 is any."""

    code: str
    file: str
    line: int
    column: int


class Case(NamedTuple):
    """The files of a case by name, as bytes, with sizes of assets and what is expected.

    With a `budget` of states, deep rules run too: the file says `# deep`, or `# deep: 100 states`.
    """

    files: dict[str, bytes]
    assets: dict[str, int]
    expected: list[Expected]
    budget: int | None = None


def case(path: Path) -> Case:
    """Return what a file says; `# file: NAME` on a line of its own begins a second file of the scenario."""
    text = path.read_bytes().decode("utf-8", errors="surrogateescape")
    folder = found[1] if (found := _FOLDER.search(text)) else "river"
    first, *others = _MORE.split(text)
    parts = {"scenario.yaml": first, **dict(zip(others[::2], others[1::2], strict=True))}
    files = {f"{folder}/{name}": part for name, part in parts.items()}
    expected = [each for name, part in files.items() for each in _expected(name, part)]
    assets = {f"{folder}/{name}": int(size) for name, size in _ASSET.findall(text)}
    deep = _DEEP.search(text)
    return Case(
        {name: part.encode("utf-8", "surrogateescape") for name, part in files.items()},
        assets,
        expected,
        int(deep[1] or BUDGET) if deep else None,
    )


def _expected(file: str, text: str) -> Iterator[Expected]:
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        if found := _IN_THE_HEAD.match(line):
            yield Expected(found[1], file, int(found[2]), int(found[3]))
        elif found := _WHOLE.match(line):
            yield Expected(found[1], f"{file.partition('/')[0]}/{found[2]}", 0, 0)
        elif found := _AT_THE_END.search(line):
            yield from (Expected(code, file, number, 0) for code in found[1].split())


def diagnostics(case: Case) -> tuple[Diagnostic, ...]:
    read = loaded(case.files)
    every = (*read.diagnostics, *advised(read, case.assets))
    if case.budget is None:
        return every
    assert read.scenario is not None
    assert read.decoder is not None
    subject = Subject(read.scenario, read.decoder, read.documents, (), case.assets)
    return (*every, *proved(subject, every, case.budget).diagnostics)


def told(diagnostics: tuple[Diagnostic, ...], expected: list[Expected]) -> list[Expected]:
    """Return diagnostics in the form of the expected ones, without columns where none was announced."""
    exact = {(each.code, each.file, each.line) for each in expected if each.column}
    return [
        Expected(
            each.code,
            each.span.file,
            each.span.line,
            each.span.column if (each.code, each.span.file, each.span.line) in exact else 0,
        )
        for each in diagnostics
    ]


BAD = sorted(CASES.glob("*/bad*.yaml"))
GOOD = sorted(CASES.glob("*/good*.yaml"))


@pytest.mark.parametrize("path", BAD, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_bad_file_is_told_its_faults_and_no_others(path: Path) -> None:
    wanted = case(path)
    found = diagnostics(wanted)
    assert sorted(told(found, wanted.expected)) == sorted(wanted.expected), "\n".join(map(str, found))
    assert path.parent.name[:4] in {each.code for each in wanted.expected}


@pytest.mark.parametrize("path", GOOD, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_good_file_is_silent(path: Path) -> None:
    assert diagnostics(case(path)) == ()


@pytest.mark.parametrize("code", LISTED)
def test_a_rule_of_the_specification_is_declared_with_its_page(code: str) -> None:
    assert page(rules()[code]).startswith(f"{code}, ")


@pytest.mark.parametrize("code", sorted({*LISTED, *rules()}))
def test_a_rule_has_a_bad_and_a_good_file(code: str) -> None:
    if code in ELSEWHERE:
        return
    names = {path.name for folder in CASES.glob(f"{code}-*") for path in folder.iterdir()}
    assert {"bad.yaml", "good.yaml"} <= names


def test_the_rules_shown_elsewhere_have_their_cases_there() -> None:
    assert {case.code for case in FOLDERS.values()} == ELSEWHERE


def test_the_places_that_are_marked_are_those_that_were_read() -> None:
    """Each line of `places.txt` is a fault: its file, code and place, and the words that are marked.

    Where a place is meant to change, the line of it that is printed here is written there instead.
    """
    found = [line for path in BAD for line in marked(path)]
    assert found == PLACES, "\n".join(found)


def marked(path: Path) -> Iterator[str]:
    """Yield the faults of a file with the words that carets would be under."""
    wanted = case(path)
    for each in diagnostics(wanted):
        span = each.span
        written = wanted.files.get(span.file, b"").decode("utf-8", "replace").replace("\r\n", "\n")
        line = written.split("\n")[span.line - 1] if span.line else ""
        words = (
            line[span.column - 1 : span.end_column - 1 if span.end_line == span.line else None]
            if line
            else ""
        )
        place = f"{span.line}:{span.column} to {span.end_line}:{span.end_column}" if span.line else "the file"
        yield f"{path.parent.name}/{path.stem}: {each.code} at {place} | {words}".rstrip()


@pytest.mark.parametrize("path", BAD, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_place_lies_in_its_file(path: Path) -> None:
    wanted = case(path)
    for each in diagnostics(wanted):
        if each.span.line:
            lines = wanted.files[each.span.file].decode("utf-8", "replace").split("\n")
            assert 1 <= each.span.line <= each.span.end_line <= len(lines)
            assert 1 <= each.span.column <= len(lines[each.span.line - 1]) + 1


@pytest.mark.parametrize("code", sorted(DEEP))
def test_a_code_that_only_deep_rules_decide_is_declared_and_has_a_deep_case(code: str) -> None:
    assert code in rules()
    files = [path for folder in CASES.glob(f"{code}-*") for path in folder.iterdir()]
    assert [path for path in files if case(path).budget is not None]


@pytest.mark.parametrize("code", sorted({path.parent.name[:4] for path in BAD}))
def test_every_case_belongs_to_a_rule(code: str) -> None:
    assert code in rules()
