"""The transcript: a game as text in the one form that play, replay and tests print (section 17)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.session.session import Session, as_it_stood
from game.view.composition import page as page_of
from game.view.debrief import EndingCard
from game.view.line import Line
from game.view.page import Choice, Page, Question, Told
from game.view.printing import plain
from game.view.sheet import Cue, Sheet
from game.view.words import ENGLISH, Words

INDENT = "    "


def transcript(session: Session, words: Words = ENGLISH) -> str:
    """Return the whole game up to the present halt, each line ended."""
    lines: list[str] = []
    for halt in range(session.position + 1):
        page = page_of(as_it_stood(session, halt), words=words)
        lines += heading_lines(page, words) if not halt else ()
        lines += page_lines(page, words)
    return "".join(f"{line}\n" for line in lines)


def heading_lines(page: Page, words: Words = ENGLISH) -> tuple[str, ...]:
    """Return the line above a game: scenario, setup and seed."""
    seed = words["line.seed"].format(seed=page.seed)
    return (f"{page.title} | {page.setup} | {seed}",)


def opening_lines(page: Page) -> tuple[str, ...]:
    """Return what a new game is about, which is read before it and is no part of the transcript."""
    opening = (each for each in page.sheets if each.kind == "opening")
    return tuple(line for sheet in opening for line in _texts(sheet.paragraphs))


def page_lines(page: Page, words: Words = ENGLISH) -> tuple[str, ...]:
    """Return one turn: the last choice and what was told since, then the questions or the ending."""
    lines = [line for thing in page.told for line in told_lines(thing, words)]
    if page.ending is not None:
        return (*lines, *ending_lines(page.ending, words))
    return (*lines, *(line for line in question_lines(page, words)))


def question_lines(page: Page, words: Words, *, is_whole: bool = False) -> Iterator[str]:
    """Yield the open questions with all choices.

    The texts of a question stand only where it is new, unless the whole of it is wanted.
    """
    for question in page.questions:
        yield _decision(question, words)
        is_told = is_whole or question.is_new
        if is_told:
            yield from _texts(question.sheet.paragraphs)
        for choice in question.choices:
            yield from choice_lines(choice, words, is_whole=is_told)
    if page.wait is not None:
        yield f"  {page.wait.key} {plain(page.wait.label)}"


def choice_lines(choice: Choice, words: Words, *, is_whole: bool) -> Iterator[str]:
    """Yield a choice: its number and label, or in grey with the reason; then what it is and what it risks."""
    label = plain(choice.label)
    if choice.command is None:
        yield f"  - {label}"
        yield from _texts((choice.reason,))
        return
    yield f"  {choice.key} {label}"
    if is_whole:
        yield from _texts((choice.about,))
        if choice.warning:
            yield INDENT + words["line.warning"].format(warning=plain(choice.warning))


def told_lines(thing: Told, words: Words) -> Iterator[str]:
    """Yield a thing that was told, as it stands in the transcript."""
    heading = plain(thing.heading or ())
    match thing.kind:
        case "moment":
            yield from moment_lines(thing.moment, heading)
        case "choice":
            yield f"> {heading}"
        case "late":
            yield "> " + words["line.late"].format(label=heading)
        case "change":
            yield INDENT + heading
        case "sound" | "picture":
            if thing.cue is not None:
                yield _cue_line(thing.cue, words)
        case "text":
            yield from _texts(thing.paragraphs)
        case "question":
            pass  # it stands with its choices at the end of the turn
        case "event" | "phase" | "report" | "letter":
            yield f"{words[f'heading.{thing.kind}']}: {heading}"
            yield from _paper_lines(thing, words)


def _cue_line(cue: Cue, words: Words) -> str:
    return INDENT + words["line.cue"].format(kind=words[f"cue.{cue.kind}"], caption=cue.caption)


def moment_lines(moment: str, status: str) -> tuple[str, str]:
    return "", f"[{moment}] {status}".rstrip()


def ending_lines(ending: EndingCard, words: Words) -> Iterator[str]:
    """Yield the ending with its facts, under a moment line of its own."""
    sheet = ending.sheet
    title = f"{words['heading.ending']}: {plain(sheet.title)} ({ending.id})"
    yield from moment_lines(sheet.moment, title)
    yield from _texts(sheet.paragraphs)
    for cue in (ending.sound, sheet.cue):
        if cue is not None:
            yield _cue_line(cue, words)
    for label, value, history in ending.facts:
        line = words["line.fact"].format(label=label, value=plain(value), history=plain(history))
        yield INDENT + line


def sheet_lines(sheet: Sheet, words: Words) -> Iterator[str]:
    """Yield a paper with all that stands on it, for reading it again."""
    yield f"[{sheet.moment}] {plain(sheet.title)}"
    yield from _sheet_texts(sheet, sheet.paragraphs, words)


def _paper_lines(thing: Told, words: Words) -> Iterator[str]:
    if thing.sheet is not None:
        yield from _sheet_texts(thing.sheet, thing.paragraphs, words)


def _sheet_texts(sheet: Sheet, paragraphs: Iterable[Line], words: Words) -> Iterator[str]:
    if sheet.from_ and sheet.from_ not in plain(sheet.title):
        yield INDENT + words["line.from"].format(from_=sheet.from_)
    yield from _texts(paragraphs)
    for label, text in sheet.points:
        yield f"{INDENT}{label}: {plain(text)}"
    if sheet.confidence:
        yield INDENT + words["line.confidence"].format(confidence=sheet.confidence)
    for each in sheet.unknown:
        yield INDENT + words["line.unknown"].format(what=plain(each))


def _decision(question: Question, words: Words) -> str:
    line = f"{words['heading.decision']}: {plain(question.sheet.title)}"
    if question.deadline is None:
        return line
    return f"{line} {words['heading.until'].format(moment=question.deadline)}"


def _texts(lines: Iterable[Line]) -> Iterator[str]:
    return (INDENT + plain(each) for each in lines if each)
