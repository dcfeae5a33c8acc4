"""Rules whose fault stands beside a scenario: in tests, runs, policies, translations, mods and packs.

Each has a bad case, with the place where it must be told, and a good one. `tests/cases` holds those
of all other rules.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from game.commands.main import main
from game.commands.manual import rules
from tests.samples.night import NIGHT

Captured = pytest.CaptureFixture[str]
Place = tuple[str, int | None, int | None]

TEST = "tests:\n  a call: { choose: { patrol: call }, ending: quiet }\n"
RUN = "run: 1\nseed: 1\nchoices:\n  - patrol.call\n"
MOD = """\
format: 1
id: flood
title: Flood
summary: A flood.
license: CC-BY-4.0
extends: ../night
needs: 0.1
patch:
  variables:
    tension: { start: 5 }
"""
LOUD = MOD.partition("  variables")[0] + "  endings:\n    quiet: { title: A Loud Morning }\n"
STORM = MOD.replace("flood", "storm").replace("start: 5", "start: 6")
HEAD = 'msgid ""\nmsgstr "Language: es\\n"\n\n'
TRANSLATED = HEAD + "".join(
    f'msgctxt "{path}"\nmsgid "{text}"\nmsgstr "{text}"\n\n'
    for path, text in {
        "title": "A Night",
        "summary": "One night.",
        "variables.tension.label": "Tension",
        "decisions.patrol.title": "The boat is still out there.",
        "decisions.patrol.options.hold.label": "Do nothing",
        "decisions.patrol.options.call.label": "Telephone",
        "endings.quiet.title": "A Quiet Morning",
        "endings.quiet.text": "The boat is towed home.",
    }.items()
)
BROKEN_LINE = TRANSLATED.replace('msgstr "One night."', "mgstr One night.")
UNTRANSLATED = TRANSLATED.replace('msgstr "One night."', 'msgstr ""')
IGNORED = NIGHT.replace("title: A Night\n", "title: A Night  # excomm: ignore W501\n")
NEEDED = NIGHT.replace("fiction: yes", "todo: look at the moon  # excomm: ignore I910\nfiction: yes")


class Case(NamedTuple):
    """Files in which one rule has a fault at a place, and the same files mended.

    `checked` is what is named to `check`, and `mods` what is laid over it; `place` is a file with line
    and column, none for a whole file.
    """

    code: str
    bad: Mapping[str, str]
    good: Mapping[str, str]
    place: Place
    checked: str = "night"
    mods: tuple[str, ...] = ()


def beside(code: str, name: str, bad: str, good: str, line: int | None, column: int | None) -> Case:
    """Return the case of a file in the folder of the scenario."""
    night = {"night/scenario.yaml": NIGHT}
    place = (f"night/{name}", line, column)
    return Case(code, night | {f"night/{name}": bad}, night | {f"night/{name}": good}, place)


def of_mod(code: str, bad: str, good: str, line: int, column: int) -> Case:
    night = {"night/scenario.yaml": NIGHT}
    files = night | {"flood/mod.yaml": bad}, night | {"flood/mod.yaml": good}
    return Case(code, *files, ("flood/mod.yaml", line, column), checked="flood")


def packed(code: str, name: str) -> Case:
    """Return the case of a pack that holds a file of a bad name beside the scenario."""
    good = {"night.zip/night/scenario.yaml": NIGHT}
    return Case(code, good | {f"night.zip/{name}": "x"}, good, ("night.zip", None, None), "night.zip")


CASES = {
    "a name in a test": beside("E116", "a.test.yaml", TEST.replace("patrol", "patrl"), TEST, 2, 23),
    "a test that is no YAML": beside("E116", "a.test.yaml", TEST.replace("quiet }", "quiet"), TEST, 2, 11),
    "a choice of a run": beside("E116", "a.run.yaml", RUN.replace("patrol", "patrl"), RUN, 4, 5),
    "a line of a translation": beside("E116", "lang/es.po", BROKEN_LINE, TRANSLATED, 10, 1),
    "a text without translation": beside("W713", "lang/es.po", UNTRANSLATED, TRANSLATED, 10, 1),
    "a mod of nothing": of_mod("E119", MOD.replace("../night", "../nigt"), MOD, 6, 10),
    "a mod of another version": of_mod("E119", MOD.replace("needs: 0.1", "needs: 7.0"), MOD, 7, 8),
    "a patch of nothing": of_mod("E801", LOUD.replace("quiet", "quite"), LOUD, 10, 5),
    "two mods": Case(
        "W802",
        {"night/scenario.yaml": NIGHT, "flood/mod.yaml": MOD, "storm/mod.yaml": STORM},
        {
            "night/scenario.yaml": NIGHT,
            "flood/mod.yaml": MOD,
            "storm/mod.yaml": STORM.replace("start: 6", "label: Fear"),
        },
        ("storm/mod.yaml", 10, 16),
        mods=("flood", "storm"),
    ),
    "a path that leaves the pack": packed("E121", "../outside.yaml"),
    "a device in a pack": packed("E123", "night/con.yaml"),
    "a program in a pack": packed("E124", "night/run.exe"),
    "a text for a pack": Case(
        "E122",
        {"night.zip": "no zip"},
        {"night.zip/night/scenario.yaml": NIGHT},
        ("night.zip", None, None),
        "night.zip",
    ),
    "a comment that silences nothing": Case(
        "I901",
        {"night/scenario.yaml": IGNORED},
        {"night/scenario.yaml": NEEDED},
        ("night/scenario.yaml", 3, 17),
    ),
}


def found(folder: Path, case: Case, files: Mapping[str, str], capsys: Captured) -> list[tuple[str, Place]]:
    """Return what `check` tells of the files, each with its place."""
    for name, text in files.items():
        archive, _, member = name.partition(".zip/")
        path = folder / (f"{archive}.zip" if member else name)
        path.parent.mkdir(parents=True, exist_ok=True)
        if member:
            with zipfile.ZipFile(path, "a") as pack:
                pack.writestr(member, text)
        else:
            path.write_text(text, encoding="utf-8")
    words = [word for each in case.mods for word in ("--mod", str(folder / each))]
    main(["check", str(folder / case.checked), *words, "--format", "json"])
    told = json.loads(capsys.readouterr().out)["diagnostics"]
    return [(each["code"], (each["file"], each["line"], each["column"])) for each in told]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_bad_files_are_told_this_fault_at_its_place_and_no_other(
    case: Case, tmp_path: Path, capsys: Captured
) -> None:
    assert found(tmp_path, case, case.bad, capsys) == [(case.code, case.place)]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_good_files_are_told_nothing(case: Case, tmp_path: Path, capsys: Captured) -> None:
    assert found(tmp_path, case, case.good, capsys) == []


@pytest.mark.parametrize("code", sorted({case.code for case in CASES.values()}))
def test_every_case_belongs_to_a_rule(code: str) -> None:
    assert code in rules()


SILENCED = {
    "a scenario": ("night/scenario.yaml", NEEDED),
    "a test": (
        "night/a.test.yaml",
        "# excomm: ignore W106\nscenario: night #1\n" + TEST,
    ),
    "a policy": (
        "night/a.policy.yaml",
        "# excomm: ignore W106\nscenario: night #1\npolicy:\n  patrol: hold\n",
    ),
    "a mod": (
        "flood/mod.yaml",
        MOD.replace("tension: { start: 5 }", "rain: { start: 5 }  # excomm: ignore W501"),
    ),
    "an entry of a translation": (
        "night/lang/es.po",
        UNTRANSLATED.replace('msgctxt "summary"', '# excomm: ignore W713\nmsgctxt "summary"'),
    ),
    "a whole translation": ("night/lang/es.po", "# excomm: ignore W713\n" + HEAD),
}


@pytest.mark.parametrize(("name", "text"), SILENCED.values(), ids=SILENCED)
def test_a_comment_silences_a_rule_in_files_of_every_kind(
    name: str, text: str, tmp_path: Path, capsys: Captured
) -> None:
    files = {"night/scenario.yaml": NIGHT, name: text}
    folder = name.partition("/")[0]
    case = Case("", {}, {}, (name, None, None), checked=folder)
    assert found(tmp_path / "silent", case, files, capsys) == []
    loud = files | {name: text.replace("excomm: ignore", "said:")}
    assert len(found(tmp_path / "loud", case, loud, capsys)) == 1


@pytest.mark.parametrize(
    ("name", "text", "column"),
    [
        ("a.test.yaml", "# excomm: ignore W106\n" + TEST, 1),
        ("a.run.yaml", "run: 1  # excomm: ignore W106\nseed: 1\nchoices:\n  - patrol.call\n", 9),
        ("lang/es.po", "# excomm: ignore W713\n" + TRANSLATED, 1),
    ],
)
def test_a_comment_that_silences_nothing_is_told_in_files_of_every_kind(
    name: str, text: str, column: int, tmp_path: Path, capsys: Captured
) -> None:
    case = beside("I901", name, text, "", 1, column)
    assert found(tmp_path, case, case.bad, capsys) == [("I901", case.place)]
