"""The lesson pack: what is in it, what must not be in it, and what is missing."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, pairwise
from pathlib import Path

import pytest

from game.commands.beginning import beginning
from game.commands.lesson import pack_of
from game.report.lesson import LessonPack
from game.scenario.model import Block, Scenario
from game.scenario.text import Text
from game.view.lexicon import lexicon
from game.view.line import Line
from game.view.printing import line, paragraphs, plain
from game.view.words import ENGLISH
from tests.engine.test_agreement import ROOT, scenario_in

SHIPPED = ("bay_of_pigs_1961", "berlin_1961", "black_saturday", "cuba_1962", "river_incident")
PLANNED = re.compile(r"^\| (\d+) \| [^|]* \| (\d+) \|", re.MULTILINE)
LETTERS = re.compile(r"\W+")
SHORT = 12
"""A text of fewer letters says nothing that could not stand elsewhere by chance."""

HOSTILE = """\
format: 1
id: hostile
title: "<<script>alert(1)<</script> & Co"
summary: "<<b>bold<</b> | a pipe, [[a](x) `code` __x__"
fiction: yes
clock: { starts: 1962-10-16 00:00, ends: 1962-10-17 00:00, step: 12 h }
actors:
  nobody: { name: "<img src=x onerror=alert(1)>", role: "<<i>role", adviser: yes }
  me: { name: Me, player: yes }
decisions:
  one:
    title: "1. <<script>alert(2)<</script>"
    advice:
      nobody: { supports: a, says: "<</p><<script>alert(3)<</script>" }
    options:
      a: { label: "a | b <<td>", about: "# heading", warning: "- list" }
      b: { label: B }
endings:
  done: { when: time is over, title: Over and done with, text: The hostile end. }
"""


@cache
def shipped(name: str) -> Scenario:
    return scenario_in(ROOT / "scenarios" / name)


@cache
def pack(name: str, minutes: int = 45) -> LessonPack:
    scenario = shipped(name)
    setups = scenario.setups.values()
    setup = next((each.id for each in setups if each.historical), scenario.setup_ids[0])
    return pack_of(scenario, setup, minutes, "en")


def written(folder: Path, text: str) -> Scenario:
    folder.mkdir()
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    return scenario_in(folder)


def letters(text: str) -> str:
    return LETTERS.sub("", text).lower()


def pupils(made: LessonPack) -> dict[str, str]:
    """Return the letters of every file for pupils, by its path."""
    files = [each for each in made.files if each.path.startswith("pupils/")]
    assert files
    return {each.path: letters(_words(each.path, each.text)) for each in files}


def _words(path: str, text: str) -> str:
    if path.endswith(".md"):
        return text.replace("\\", "")
    return html.unescape(re.sub(r"<[^>]+>", " ", text[text.index("<body") :]))


def secrets(scenario: Scenario) -> Iterator[str]:
    """Yield everything that the author wrote and that is told only after a choice or after the end."""
    printed = lexicon(scenario, ENGLISH)
    for text in chain(_after_the_end(scenario), _after_a_choice(scenario)):
        yield from (_longest(each) for each in paragraphs(printed, text, lambda _: 0))
    for variable in chain(scenario.variables.values(), scenario.beliefs.values()):
        if variable.hidden and variable.about:
            yield variable.about


def _after_the_end(scenario: Scenario) -> Iterator[Text]:
    for ending in scenario.endings.values():
        yield from (ending.title, ending.text)
        yield from chain.from_iterable((fact.value, fact.history) for fact in ending.facts)
    yield from (each.text for each in scenario.debrief.values())
    yield from (each.text for each in scenario.timeline.values())
    yield from (each.short for each in scenario.decisions.values() if each.short is not None)


def _after_a_choice(scenario: Scenario) -> Iterator[Text]:
    for decision in scenario.decisions.values():
        yield from chain.from_iterable(_told(each.block) for each in decision.options.values())
    yield from chain.from_iterable(_told(each.block) for each in scenario.events.values())
    yield from chain.from_iterable(_told(each.block) for each in scenario.responses.values())
    for report in scenario.intelligence.values():
        outcomes = report.block.chance.outcomes if report.block.chance else ()
        yield from chain.from_iterable(_told(each.block) for each in outcomes)


def _told(block: Block) -> Iterator[Text]:
    if block.text is not None:
        yield block.text
    for outcome in block.chance.outcomes if block.chance else ():
        yield from _told(outcome.block)


def _longest(runs: Line) -> str:
    """Return the longest stretch of a paragraph that prints no value and no citation."""
    parts, part = [], ""
    for run in runs:
        if run.style.value in ("value", "cite"):
            parts.append(part)
            part = ""
        else:
            part += run.words
    return max([*parts, part], key=len)


def open_words(scenario: Scenario) -> str:
    """Return the letters of what a player may read before the end, where a secret's words may stand too."""
    printed = lexicon(scenario, ENGLISH)
    texts = [scenario.title, scenario.summary]
    texts += [each.title for each in scenario.decisions.values()]
    texts += [each.label for one in scenario.decisions.values() for each in one.options.values()]
    texts += [each for one in scenario.decisions.values() for each in one.questions]
    texts += [text for each in scenario.codex.values() for text in (each.title, each.text)]
    return letters(" ".join(plain(line(printed, each, lambda _: 0)) for each in texts))


@pytest.mark.parametrize("minutes", [20, 45, 90])
@pytest.mark.parametrize("name", SHIPPED)
def test_no_file_for_pupils_says_what_comes_of_a_choice_or_how_it_ends(name: str, minutes: int) -> None:
    scenario = shipped(name)
    known = open_words(scenario)
    kept = {each for each in map(letters, secrets(scenario)) if len(each) >= SHORT and each not in known}
    assert len(kept) >= 5
    for path, text in pupils(pack(name, minutes)).items():
        assert [each for each in kept if each in text] == [], path


@pytest.mark.parametrize("name", SHIPPED)
def test_the_teacher_reads_every_ending_and_the_whole_record(name: str) -> None:
    scenario, made = shipped(name), pack(name)
    printed = lexicon(scenario, ENGLISH)
    answers = next(each for each in made.files if each.path == "teacher/answers.html")
    text = letters(_words(answers.path, answers.text))
    told = [each.text for each in scenario.endings.values()]
    told += [each.text for each in scenario.timeline.values()]
    told += [each.text for each in scenario.debrief.values()]
    for one in told:
        for each in paragraphs(printed, one, lambda _: 0):
            assert letters(_longest(each)) in text


@pytest.mark.parametrize("name", SHIPPED)
def test_every_sheet_is_there_in_both_forms_and_once_in_the_whole(name: str) -> None:
    files = {each.path: each.text for each in pack(name).files}
    assert len(files) == len(pack(name).files)
    for path in files:
        assert path.rpartition(".")[0] + (".md" if path.endswith(".html") else ".html") in files
    for edition in ("pupils", "teacher"):
        leaves = [path for path in files if path.startswith(edition) and path.endswith(".html")]
        whole = files[f"{edition}/all.html"]
        assert whole.count('<section class="leaf">') == len(leaves) - 1


@pytest.mark.parametrize("name", SHIPPED)
def test_the_questions_are_numbered_as_the_lesson_asks_them(name: str) -> None:
    whole = next(each.text for each in pack(name).files if each.path == "pupils/all.html")
    numbers = re.findall(r"<h1>(\d+)\. ", whole)
    assert numbers == [str(each) for each in range(1, len(numbers) + 1)]
    assert numbers


def test_a_scenario_to_begin_with_yields_a_pack_and_is_told_what_it_lacks(tmp_path: Path) -> None:
    scenario = written(tmp_path / "mine", beginning("mine")["scenario.yaml"])
    made = pack_of(scenario, scenario.setup_ids[0], 45, "en")
    assert {"pupils/question_1.html", "teacher/guide.html"} <= {each.path for each in made.files}
    guide = next(each for each in made.files if each.path == "teacher/guide.html")
    told = html.unescape(guide.text)
    assert made.missing
    assert all(each in told for each in made.missing)


def test_nothing_stands_for_what_is_missing(tmp_path: Path) -> None:
    made = pack_of(written(tmp_path / "hostile", HOSTILE), "standard", 45, "en")
    names = {each.path for each in made.files}
    for name in ("glossary", "exit_ticket", "rubric", "exam"):
        assert f"pupils/{name}.html" not in names
    assert "teacher/standards.html" not in names
    told = " ".join(made.missing)
    assert all(each in told for each in ("lesson:", "questions:", "historical:", "timeline:", "debrief:"))


def test_texts_are_printed_as_they_are_and_never_as_markup(tmp_path: Path) -> None:
    made = pack_of(written(tmp_path / "hostile", HOSTILE), "standard", 45, "en")
    for each in made.files:
        if each.path.endswith(".html"):
            assert "<script>alert" not in each.text
            assert "<img" not in each.text
            assert "<td> b" not in each.text
            assert "default-src 'none'" in each.text
        else:
            assert re.search(r"(?<!\\)<", each.text) is None
            assert "[a](x)" not in each.text
    sheet = next(each.text for each in made.files if each.path == "pupils/question_1.md")
    assert r"a \| b" in sheet
    assert r"# 1. 1. \<script\>" in sheet


def test_values_that_a_game_decides_are_left_blank() -> None:
    files = {each.path: each.text for each in pack("cuba_1962").files}
    assert re.search(r'counts <span class="blank">', files["pupils/all.html"])
    river = {each.path: each.text for each in pack("river_incident").files}
    assert "The river is uneasy." in river["pupils/question_1.md"], "it begins so in every game"


def test_the_pack_speaks_spanish_where_the_program_does() -> None:
    english = pack("river_incident")
    spanish = pack_of(shipped("river_incident"), "standard", 45, "es")
    assert [each.path for each in spanish.files] == [each.path for each in english.files]
    guide = next(each.text for each in spanish.files if each.path == "teacher/guide.html")
    assert '<html lang="es">' in guide
    assert "Guía del profesorado" in guide
    assert spanish.missing != english.missing


def test_the_same_lesson_makes_the_same_files() -> None:
    scenario = shipped("bay_of_pigs_1961")
    setup = next(each.id for each in scenario.setups.values() if each.historical)
    assert pack_of(scenario, setup, 45, "en") == pack("bay_of_pigs_1961")


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("minutes", [20, 45, 90])
def test_the_minutes_of_the_plan_leave_no_gap(name: str, minutes: int) -> None:
    (guide,) = (each.text for each in pack(name, minutes).files if each.path == "teacher/guide.md")
    timed = [(int(begins), int(takes)) for begins, takes in PLANNED.findall(guide)]
    assert timed
    for (begins, takes), (follows, _) in pairwise(timed):
        assert begins + takes == follows
