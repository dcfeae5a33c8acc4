"""The house style: one tree, fields in order, comments kept; styled text is styled to itself."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.commands.main import main
from game.scenario.hashing import content_hash
from game.scenario.loading import loaded
from game.scenario.model import Scenario
from game.scenario.mods import extended
from game.scenario.records.scenario import SCENARIO
from game.scenario.records.tests import TEST_FILE
from game.scenario.text import Text
from game.scenario.tidy.style import styled
from game.source.reader import document

SCENARIOS = Path(__file__).parents[2] / "scenarios"
SAMPLE = Path(__file__).parents[1] / "lint" / "nine_days.yaml"
RIVER = SCENARIOS / "river_incident" / "scenario.yaml"
NAMES = sorted(path.name for path in SCENARIOS.iterdir() if (path / "scenario.yaml").is_file())
Captured = pytest.CaptureFixture[str]


def tidy(text: str) -> str:
    made = styled(text.encode(), "a/scenario.yaml", SCENARIO)
    assert made is not None
    assert styled(made.encode(), "a/scenario.yaml", SCENARIO) == made
    return made


def meaning(value: Any) -> Any:
    """Return all that a scenario says; how the lines of a text are broken is not part of it."""
    match value:
        case Text():
            return value.paragraphs
        case Mapping():
            return [(key, meaning(each)) for key, each in value.items()]
        case tuple() | list():
            return [meaning(each) for each in value]
        case _ if is_dataclass(value) and not isinstance(value, type):
            return [(each.name, meaning(getattr(value, each.name))) for each in fields(value) if each.compare]
        case _:
            return value


def read(files: Mapping[str, bytes]) -> Scenario:
    named = extended(files)
    result = loaded(files) if named is None else loaded(documents(named.value), [files])
    assert result.scenario is not None, result.diagnostics
    return result.scenario


def documents(name: str) -> dict[str, bytes]:
    return {
        f"{name}/{path.relative_to(SCENARIOS / name).as_posix()}": path.read_bytes()
        for path in sorted((SCENARIOS / name).rglob("*.yaml"))
        if not path.name.endswith((".test.yaml", ".run.yaml"))
    }


def restyled(files: Mapping[str, bytes]) -> dict[str, bytes]:
    made = {name: styled(content, name, SCENARIO) for name, content in files.items()}
    assert [name for name, text in made.items() if text is None] == []
    return {name: (text or "").encode() for name, text in made.items()}


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_scenario_is_in_the_house_style(name: str) -> None:
    before = documents(name)
    assert restyled(before) == before


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_scenario_written_otherwise_means_the_same_in_the_house_style(name: str) -> None:
    before = {each: mutated(text.decode(), Random(each)).encode() for each, text in documents(name).items()}
    after = restyled(before)
    assert after != before
    assert content_hash(read(after)) == content_hash(read(before))
    assert meaning(read(after)) == meaning(read(before))
    for each, text in before.items():
        assert sorted(comments(after[each].decode())) == sorted(comments(text.decode()))


def comments(text: str) -> list[str]:
    return re.findall(r"(?m)(?:^|\s)(# .*?)\s*$", text)


@pytest.mark.parametrize("path", sorted(SCENARIOS.glob("*/*.test.yaml")), ids=lambda path: path.name)
def test_shipped_tests_are_in_the_house_style_too(path: Path) -> None:
    assert styled(path.read_bytes(), path.name, TEST_FILE) == path.read_text(encoding="utf-8")


def mutated(text: str, random: Random) -> str:
    """Return a text with comments, blank lines, quotes and deeper indents where none of them change it."""
    lines: list[str] = []
    in_block = -1
    for line in text.split("\n"):
        indent = len(line) - len(line.lstrip())
        if line.strip() and indent <= in_block:
            in_block = -1
        if in_block < 0 and random.random() < 0.15:
            lines.append(random.choice(["", "# a remark", "    # a deep remark", f"{' ' * indent}# beside"]))
        changed = line
        if in_block < 0 and line.strip():
            found = re.fullmatch(r"( *(?:- )?[a-z_0-9]+: )([A-Za-z][A-Za-z0-9 ,.]*)", line)
            if found and random.random() < 0.3:
                changed = f'{found[1]}"{found[2]}"' if random.random() < 0.5 else f"{found[1]}'{found[2]}'"
            if not line.rstrip().endswith(("|", ">")) and random.random() < 0.15:
                changed += random.choice([" # behind", "   # further behind"])
            if re.search(r": [|>]-?$", line):
                in_block = indent
        lines.append(changed)
    wide = random.random() < 0.3
    return "\n".join(re.sub(r"^ +", lambda found: found[0] * 2, line) if wide else line for line in lines)


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("path", [RIVER, SAMPLE], ids=["river", "sample"])
def test_a_scenario_that_is_written_otherwise_means_the_same(seed: int, path: Path) -> None:
    random = Random(seed)
    name = "river_incident" if path == RIVER else "nine_days"
    text = mutated(path.read_text(encoding="utf-8"), random)
    before = loaded({f"{name}/scenario.yaml": text.encode()}).scenario
    if before is None:
        return
    made = tidy(text)
    after = read({f"{name}/scenario.yaml": made.encode()})
    assert content_hash(after) == content_hash(before)
    assert meaning(after) == meaning(before)
    assert sorted(comments(made)) == sorted(comments(text))


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab:-#|>'\"{}[], \n", max_size=60))
def test_any_text_is_styled_to_the_same_tree_or_left_alone(text: str) -> None:
    made = styled(text.encode(), "a/scenario.yaml", SCENARIO)
    if made is not None:
        again = styled(made.encode(), "a/scenario.yaml", SCENARIO)
        assert again is not None
        assert styled(again.encode(), "a/scenario.yaml", SCENARIO) == again
        assert document(made.encode(), "a/scenario.yaml")[0].root is not None


CASES = {
    "fields stand in the order of the table": (
        "endings:\n  war:\n    text: It begins.\n    when: tension > 8\n    title: War\n",
        "endings:\n  war:\n    when: tension > 8\n    title: War\n    text: It begins.\n",
    ),
    "entries keep their order": (
        "flags:\n  b: One.\n  a: Two.\n",
        "flags:\n  b: One.\n  a: Two.\n",
    ),
    "a comment goes with the field below it": (
        "title: A\n# the name\nid: a\nformat: 1\n",
        "format: 1\n# the name\nid: a\ntitle: A\n",
    ),
    "a comment behind a value stays behind it": (
        "title: A   # short\nid: a\n",
        "id: a\ntitle: A   # short\n",
    ),
    "the head of a file stays on top": (
        "# yaml-language-server: $schema=.excomm/schema.json\ntitle: A\nformat: 1\n",
        "# yaml-language-server: $schema=.excomm/schema.json\nformat: 1\ntitle: A\n",
    ),
    "a comment on top of a file stays on top when its first section does not": (
        "# The landing.\nevents:\n  a: { title: A }\nflags:\n  b: One.\n",
        "# The landing.\nflags:\n  b: One.\nevents:\n  a: { title: A }\n",
    ),
    "a comment above the first section stays above it": (
        "# The landing.\nevents:\n  a: { title: A }\nletters:\n  b: { text: One. }\n",
        "# The landing.\nevents:\n  a: { title: A }\nletters:\n  b: { text: One. }\n",
    ),
    "a blank line stands before each section, if it does before any": (
        "title: A\n\n\nflags:\n\n  a: One.\nclock:\n  starts: 1962-10-16 09:00\n",
        "title: A\n\nclock:\n  starts: 1962-10-16 09:00\n\nflags:\n  a: One.\n",
    ),
    "numbers under change have a sign": (
        "events:\n  a:\n    change: { x: 2, y: -1, z: fear / 2, u: +3 }\n    set: { x: 2 }\n",
        "events:\n  a:\n    set: { x: 2 }\n    change: { x: +2, y: -1, z: fear / 2, u: +3 }\n",
    ),
    "quotes stand only where they are needed": (
        "flags:\n  a: 'A storm'\n  b: \"*Vega*\"\n  c: 'one, two'\nrenamed: { a: 'b', c: 'd, e' }\n",
        "renamed: { a: b, c: 'd, e' }\nflags:\n  a: A storm\n  b: \"*Vega*\"\n  c: one, two\n",
    ),
    "indents are two spaces": (
        "events:\n    a:\n        title: A\n        send:\n        - b\n        - c\n",
        "events:\n  a:\n    title: A\n    send:\n      - b\n      - c\n",
    ),
    "long texts stand in blocks": (
        f"summary: {'word ' * 30}\n",
        f"summary: |\n  {('word ' * 21).strip()}\n  {('word ' * 9).strip()}\n",
    ),
    "a comment that is deeper than the next field stays where it was": (
        "events:\n  a:\n    title: A\n    # nothing more\n  b:\n    title: B\n",
        "events:\n  a:\n    title: A\n    # nothing more\n  b:\n    title: B\n",
    ),
    "markup is never broken": (
        f"summary: {'word ' * 19}{{ships:one ship|# ships}} and more\n",
        f"summary: |\n  {('word ' * 19).strip()}\n  {{ships:one ship|# ships}} and more\n",
    ),
    "a block text keeps its lines and its comment": (
        "events:\n  a:\n    text: |   # as it was said\n         One.\n\n           Two.\n    title: A\n",
        "events:\n  a:\n    title: A\n    text: |   # as it was said\n      One.\n\n        Two.\n",
    ),
    "a long group in braces stands on lines": (
        f"events:\n  a: {{ text: {'word ' * 12}, title: {'name ' * 10} }}\n",
        f"events:\n  a:\n    title: {('name ' * 10).strip()}\n    text: {('word ' * 12).strip()}\n",
    ),
    "blank lines are one at most": ("format: 1\n\n\n\nid: a\n\n\n", "format: 1\n\nid: a\n"),
    "line ends are those of everybody": ("format: 1\r\nid: a\r\n", "format: 1\nid: a\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_the_house_style(name: str) -> None:
    before, after = CASES[name]
    assert tidy(before) == after


def test_what_cannot_be_read_is_left_alone(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("title: [A\n", encoding="utf-8")
    assert main(["fmt", str(path)]) == 1
    assert "`excomm check` says why" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == "title: [A\n"


def test_check_and_diff_write_nothing(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "scenario.yaml"
    path.write_text("id: a\nformat: 1\n", encoding="utf-8")
    assert main(["fmt", "--check", str(path)]) == 1
    assert "is in another style" in capsys.readouterr().out
    assert main(["fmt", "--diff", str(path)]) == 1
    assert "+format: 1\n id: a\n-format: 1\n" in capsys.readouterr().out
    assert path.read_text(encoding="utf-8") == "id: a\nformat: 1\n"
    assert main(["fmt", str(path)]) == 0
    assert path.read_text(encoding="utf-8") == "format: 1\nid: a\n"
    assert main(["fmt", "--check", str(path)]) == 0


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_is_no_file_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "scenario.yaml").write_text("format: 1\nid: a\n", encoding="utf-8")
    (tmp_path / "folder.yaml").mkdir()
    os.mkfifo(tmp_path / "pipe.yaml")
    assert main(["fmt", "--check", str(tmp_path)]) == 0
