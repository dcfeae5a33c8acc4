"""Sheets: what is read as a paper, from the opening to an ending."""

from __future__ import annotations

from game.engine.happenings import DecisionOpened, LetterArrived, ReportGiven, Told
from game.scenario.model import Ending, Letter
from game.view.citing import cue, mark
from game.view.lexicon import Lexicon
from game.view.line import Line
from game.view.moments import moment
from game.view.printing import Reading, line, literal, paragraphs, plain, told
from game.view.sheet import Sheet


def report_sheet(lexicon: Lexicon, given: ReportGiven, at: str) -> Sheet:
    """Return a report without its text, which is told after it."""
    report = lexicon.scenario.intelligence[given.report]
    reading = told(given.values)
    confidence = lexicon.words[f"confidence.{report.confidence}"] if report.confidence else None
    return Sheet(
        report.id,
        "report",
        line(lexicon, report.title, reading),
        at,
        from_=plain(line(lexicon, report.from_, reading)) or None,
        unknown=tuple(line(lexicon, each, reading) for each in report.unknown),
        confidence=confidence,
        mark=mark(lexicon, report.statement),
    )


def letter_sheet(lexicon: Lexicon, arrived: LetterArrived, at: str) -> Sheet:
    letter = lexicon.scenario.letters[arrived.letter]
    reading = told(arrived.values)
    return Sheet(
        letter.id,
        "letter",
        line(lexicon, letter.subject, reading) or _untitled(lexicon, letter),
        at,
        from_=lexicon.scenario.actors[letter.from_].name,
        paragraphs=paragraphs(lexicon, letter.text, reading),
        points=tuple(
            (plain(line(lexicon, name, reading)), line(lexicon, text, reading))
            for name, text in letter.points
        ),
        cue=cue(lexicon, "picture", letter.picture),
        mark=mark(lexicon, letter.statement),
    )


def _untitled(lexicon: Lexicon, letter: Letter) -> Line:
    name = lexicon.scenario.actors[letter.from_].name
    return literal(lexicon.words["letter.untitled"].format(name=name))


def decision_sheet(lexicon: Lexicon, opened: DecisionOpened, at: str) -> Sheet:
    decision = lexicon.scenario.decisions[opened.decision]
    reading = told(opened.values)
    return Sheet(
        decision.id,
        "decision",
        line(lexicon, decision.title, reading),
        at,
        paragraphs=paragraphs(lexicon, decision.text, reading) if decision.text else (),
    )


def told_paragraphs(lexicon: Lexicon, happening: Told) -> tuple[Line, ...]:
    """Return the text of the block at an address with the values that were told."""
    text = lexicon.passages[happening.address].text
    return paragraphs(lexicon, text, told(happening.values)) if text else ()


def opening_sheet(lexicon: Lexicon, setup: str, reading: Reading) -> Sheet:
    """Return what is read before the game: what it is about, and how it begins."""
    scenario = lexicon.scenario
    given = scenario.setups.get(setup)
    phase = next(iter(scenario.phases.values()), None)
    about = paragraphs(lexicon, given.about, reading) if given else ()
    chapter = paragraphs(lexicon, phase.text, reading) if phase and phase.text else ()
    return Sheet(
        scenario.id,
        "opening",
        line(lexicon, scenario.title, reading),
        moment(scenario.clock.starts),
        paragraphs=(*paragraphs(lexicon, scenario.summary, reading), *about, *chapter),
        cue=cue(lexicon, "picture", scenario.picture),
    )


def ending_sheet(lexicon: Lexicon, ending: Ending, at: str, reading: Reading) -> Sheet:
    return Sheet(
        ending.id,
        "ending",
        line(lexicon, ending.title, reading),
        at,
        paragraphs=paragraphs(lexicon, ending.text, reading),
        cue=cue(lexicon, "picture", ending.picture),
        mark=mark(lexicon, ending.statement),
    )
