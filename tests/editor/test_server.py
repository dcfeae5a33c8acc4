"""What somebody sees who writes a scenario in an editor with the language server for YAML."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.commands.schema import write_schemas
from game.scenario.project import NO_PROJECT
from game.store.places import shipped
from tests.editor.client import CURSOR
from tests.editor.conftest import Open
from tests.manual.blocks import MANUAL, sections

SCENARIOS = sorted(path.parent.name for path in shipped("scenarios").glob("*/scenario.yaml"))
Shelf = Callable[[str], Path]


@pytest.mark.parametrize("name", SCENARIOS)
def test_nothing_is_said_against_shipped_scenarios(name: str, opened: Open, shelf: Shelf) -> None:
    folder = shelf(name)
    client = opened(folder)
    files = [*sorted(folder.glob("*.yaml"))]
    assert files
    assert {path.name: told for path in files if (told := client.diagnostics(path))} == {}


def test_nothing_is_said_against_a_new_scenario(opened: Open, dyke: Path) -> None:
    client = opened(dyke)
    for name in ("scenario.yaml", "dyke.test.yaml"):
        assert client.diagnostics(dyke / name) == ()


BROKEN = [
    ("    if_late: keep_quiet", "    if_late: keep_quite", 0),
    ("        course: talk", "        course: talks", 0),
    ("    hidden: yes", "    hidden: perhaps", 0),
    ("    deadline: 6 h", "    dead_line: 6 h", 0),
    ("    deadline: 6 h", "    deadline: six hours", 0),
    ("        supports: open", "        supports: opened", 0),
    ("    adviser: yes", "    advisor: yes", 0),
    ("  trust: words", "  trust: wordy", 0),
    ("    title: The crest of the flood\n", "    about: The crest\n", 0),
    ("        remember: broken", "        remember: brocken", 0),
    ("        odds: 3\n", "        sound: radar\n", -1),
    ("decisions:", "decision:", 0),
]


@pytest.mark.parametrize(("before", "after", "shift"), BROKEN, ids=[each[1].strip() for each in BROKEN])
def test_a_fault_is_shown_on_its_line(before: str, after: str, shift: int, opened: Open, dyke: Path) -> None:
    path = dyke / "scenario.yaml"
    whole = path.read_text(encoding="utf-8")
    assert before in whole
    line = whole[: whole.index(before)].count("\n") + 1
    told = opened(dyke).diagnostics(path, whole.replace(before, after, 1))
    assert {each.line for each in told} & {line, line + shift}, told
    assert {each.line for each in told} <= {line - 1, line, line + shift}, told


HEAD = "format: 1\nid: dyke\n"
PROPOSED = [
    ("events:\n  rain:\n    ‸\n", {"title", "every", "quiet", "change", "send", "chance", "because"}),
    ("decisions:\n  bells:\n    options:\n      ring:\n        ‸\n", {"label", "course", "change"}),
    ("decisions:\n  bells:\n    if_late: ‸\n", {"ring", "keep_quiet"}),
    ("decisions:\n  gates:\n    advice:\n      engineer:\n        supports: ‸\n", {"open", "keep_shut"}),
    ("decisions:\n  gates:\n    advice:\n      ‸\n", {"engineer", "mayor"}),
    ("events:\n  rain:\n    change:\n      ‸\n", {"water", "trust", "dyke"}),
    ("events:\n  rain:\n    remember: ‸\n", {"warned", "broken"}),
    ("events:\n  rain:\n    event: ‸\n", {"crest", "rain"}),
    ("events:\n  rain:\n    quiet: ‸\n", {"yes", "no"}),
    ("status:\n  trust: ‸\n", {"words", "meter", "number", "ladder", "countdown"}),
    ("endings:\n  drowned:\n    when: ‸\n", {"water >= …", "warned", "chosen.bells is …", "time is over"}),
    ("decisions:\n  bells:\n    deadline: ‸\n", {"6 h"}),
    ("‸\n", {"decisions", "events", "letters", "map", "lesson"}),
]


@pytest.mark.parametrize(("text", "expected"), PROPOSED, ids=[each[0] for each in PROPOSED])
def test_keys_ids_and_values_are_proposed(text: str, expected: set[str], opened: Open, dyke: Path) -> None:
    proposed = opened(dyke).completions(dyke / "scenario.yaml", HEAD + text)
    assert expected <= set(proposed), sorted(proposed)


def test_proposals_say_what_they_are(opened: Open, dyke: Path) -> None:
    path = dyke / "scenario.yaml"
    keys = opened(dyke).completions(path, HEAD + "decisions:\n  bells:\n    ‸\n")
    assert "without it the clock stands still" in keys["deadline"]
    ids = opened(dyke).completions(path, HEAD + "events:\n  rain:\n    change:\n      ‸\n")
    assert "The water" in ids["water"]


HOVERED = [
    ("    dead‸line: 6 h", "How long it may stay open"),
    ("  wa‸ter: meter", "The water"),
    ("    esti‸mates: { dyke: within 1 }", "Variables that it estimates"),
    ("    catas‸trophe: yes", "The odds and the ledger"),
    ("      ri‸ng:", "One answer to a decision"),
    ("        remember: war‸ned", "The town has been warned."),
]


@pytest.mark.parametrize(("marked", "expected"), HOVERED, ids=[each[0] for each in HOVERED])
def test_what_the_mouse_rests_on_is_explained(marked: str, expected: str, opened: Open, dyke: Path) -> None:
    path = dyke / "scenario.yaml"
    whole = path.read_text(encoding="utf-8")
    plain = marked.replace(CURSOR, "")
    assert plain in whole
    assert expected in opened(dyke).hover(path, whole.replace(plain, marked, 1))


PATCH = "format: 1\nid: ankara_watches\npatch:\n"
PATCHED = [
    ("  ‸\n", {"variables", "decisions", "events", "endings"}),
    ("  events:\n    ‸\n", {"letter_night"}),
    ("  decisions:\n    ‸\n", {"first_course"}),
    ("  decisions:\n    first_course:\n      options:\n        ‸\n", {"quarantine"}),
    (
        "  decisions:\n    first_course:\n      options:\n        quarantine:\n          ‸\n",
        {"change", "set"},
    ),
    ("  variables:\n    tension:\n      ‸\n", {"start", "words", "range"}),
    ("  variables:\n    tension: ‸\n", {"remove"}),
]


@pytest.mark.parametrize(("text", "expected"), PATCHED, ids=[each[0] for each in PATCHED])
def test_a_mod_is_told_what_there_is_to_change(
    text: str, expected: set[str], opened: Open, shelf: Shelf
) -> None:
    folder = shelf("ankara_watches")
    proposed = opened(folder).completions(folder / "scenario.yaml", PATCH + text)
    assert expected <= set(proposed), sorted(proposed)


def test_a_patch_may_remove_anything_and_need_not_be_complete(opened: Open, shelf: Shelf) -> None:
    folder = shelf("ankara_watches")
    text = (
        "  events:\n    letter_night: remove\n  status: { tension: remove }\n  endings:\n    nuclear_war:\n"
        "      priority: remove\n  decisions:\n    first_course:\n      deadline: remove\n"
    )
    assert opened(folder).diagnostics(folder / "scenario.yaml", PATCH + text) == ()


def test_a_fault_in_a_patch_is_shown_on_its_line(opened: Open, shelf: Shelf) -> None:
    folder = shelf("ankara_watches")
    text = "  events:\n    letter_night:\n      tilte: Lost\n"
    told = opened(folder).diagnostics(folder / "scenario.yaml", PATCH + text)
    assert [each.line for each in told] == [6]


def test_tests_are_proposed_decisions_and_their_options(opened: Open, dyke: Path) -> None:
    path, head = dyke / "dyke.test.yaml", "tests:\n  it holds:\n    "
    client = opened(dyke)
    assert {"bells", "gates", "morning"} <= set(client.completions(path, head + "choose:\n      ‸\n"))
    assert {"ring", "wait"} <= set(client.completions(path, head + "choose:\n      bells: ‸\n"))
    assert {"drowned"} <= set(client.completions(path, head + "ending: ‸\n"))


POLICY = "scenario: dyke\npolicy:\n  bells: { ring: 3, wait: 1 }\n  gates: open\n"


def test_policies_are_completed_and_checked(opened: Open, dyke: Path) -> None:
    client, path = opened(dyke), dyke / "hawks.policy.yaml"
    assert client.diagnostics(path, POLICY) == ()
    assert [
        each.line for each in client.diagnostics(path, POLICY.replace("gates: open", "gates: opened"))
    ] == [4]
    assert [each.line for each in client.diagnostics(path, POLICY.replace("ring: 3", "ringing: 3"))] == [3]
    assert {"bells", "gates", "morning"} <= set(client.completions(path, "policy:\n  ‸\n"))
    assert {"ring", "wait"} <= set(client.completions(path, "policy:\n  bells: ‸\n"))


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the schema of the language as `excomm schema` prints it, without ids."""
    folder = tmp_path_factory.mktemp("plain")
    write_schemas(folder, NO_PROJECT)
    return folder


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_schema_without_ids_takes_shipped_scenarios_too(name: str, opened: Open, plain: Path) -> None:
    client = opened(plain)
    files = sorted((shipped("scenarios") / name).glob("*.yaml"))
    told = {
        path.name: client.diagnostics(plain / path.name, path.read_text(encoding="utf-8")) for path in files
    }
    assert {name: each for name, each in told.items() if each} == {}


def test_nothing_is_said_against_the_samples_of_the_manual(opened: Open, plain: Path) -> None:
    client = opened(plain)
    text = MANUAL.read_text(encoding="utf-8")
    parts = [part for part in sections(text, 2) if part.title in {"The language", "Cookbook"}]
    samples = [each for part in parts for each in part.blocks if each.file == "pattern/snippet.yaml"]
    assert samples
    told = {
        each.text: client.diagnostics(plain / f"sample_{number}.yaml", each.text)
        for number, each in enumerate(samples)
    }
    assert {name: each for name, each in told.items() if each} == {}
