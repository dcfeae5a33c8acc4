"""What can be looked at without choosing: status, map, advisers, papers, sources. Each gives lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from game.terminal.mapped import map_lines
from game.terminal.sourced import mark_lines, source_lines
from game.terminal.transcript import INDENT, ending_lines, question_lines, sheet_lines
from game.view.counting import figured
from game.view.page import Adviser, JournalEntry, Page
from game.view.printing import plain
from game.view.words import Words

Look = Callable[[Page, str, Words], Iterator[str]]
"""Gives the lines of a look; the text is what was written after its name."""


def _look(page: Page, _given: str, words: Words) -> Iterator[str]:
    if page.ending is not None:
        yield from ending_lines(page.ending, words)
    yield from question_lines(page, words, is_whole=True)
    on_a_course = [each for each in page.choices if each.course_words]
    if on_a_course:
        yield words["choice.courses"]
    for each in on_a_course:
        yield INDENT + words["reading"].format(label=plain(each.label), value=each.course_words)


def _status(page: Page, _given: str, words: Words) -> Iterator[str]:
    yield words["status.date"].format(date=page.date_words, time=page.time_words)
    if page.zone:
        yield words["status.zone"].format(zone=page.zone)
    yield words["status.day"].format(day=page.day[0], days=page.day[1])
    if page.phase:
        yield words["status.phase"].format(phase=plain(page.phase))
    for each in page.status:
        value = each.words
        if each.style == "meter" and each.value is not None and value != str(each.value):
            value = words["reading.of"].format(words=value, value=each.value, high=each.high)
        yield words["reading"].format(label=each.label, value=value)
    for question in page.questions:
        if question.deadline is not None:
            title = plain(question.sheet.title)
            yield words["status.until"].format(moment=question.deadline, title=title)


def _advisers(page: Page, given: str, words: Words) -> Iterator[str]:
    if given:
        yield from _adviser(page, given, words)
        return
    for question in page.questions:
        yield plain(question.sheet.title)
        for each in question.advisers:
            if each.speaks:
                yield INDENT + _stance(each, words)


def _adviser(page: Page, given: str, words: Words) -> Iterator[str]:
    """Yield what one adviser says; part of his name is enough."""
    everyone = [each for question in page.questions for each in question.advisers]
    found = [each for each in everyone if given in {each.id, each.name.lower()}]
    found = found or [each for each in everyone if given in each.name.lower()]
    if not found:
        yield words["terminal.no_one"].format(given=given)
    for each in found:
        if each.speaks:
            yield from _speech(each, words)
        else:
            yield words["adviser.silent"].format(name=each.name)


def _stance(adviser: Adviser, words: Words) -> str:
    key = "adviser.line" if adviser.role else "adviser.line.no_role"
    return words[key].format(name=adviser.name, role=adviser.role, stance=adviser.stance_words)


def _speech(adviser: Adviser, words: Words) -> Iterator[str]:
    yield _stance(adviser, words)
    yield INDENT + plain(adviser.says)
    if adviser.supports:
        yield INDENT + words["adviser.supports"].format(label=adviser.supports)
    if adviser.opposes:
        yield INDENT + words["adviser.opposes"].format(label=adviser.opposes)
    for reason in adviser.for_:
        yield INDENT + words["adviser.for"].format(reason=plain(reason))
    for reason in adviser.against:
        yield INDENT + words["adviser.against"].format(reason=plain(reason))
    if adviser.likelihood:
        yield INDENT + words["adviser.likelihood"].format(likelihood=adviser.likelihood)


def _letters(page: Page, given: str, words: Words) -> Iterator[str]:
    yield from _entries([each for each in page.journal if each.told.kind == "letter"], given, words)


def _journal(page: Page, given: str, words: Words) -> Iterator[str]:
    yield from _entries(list(page.journal), given, words)


def _entries(entries: list[JournalEntry], given: str, words: Words) -> Iterator[str]:
    """Yield all entries with their numbers, or the one of a number."""
    if given.isascii() and given.isdigit() and 0 < int(given) <= len(entries):
        yield from _entry(entries[int(given) - 1], words)
    elif given:
        yield words["terminal.no_entry"].format(given=given)
    else:
        for number, each in enumerate(entries, 1):
            is_choice = each.told.kind == "choice"
            text = _choice_words(each, words) if is_choice else each.words
            yield words["journal.line"].format(number=number, moment=each.moment, words=text)


def _choice_words(entry: JournalEntry, words: Words) -> str:
    return words["journal.choice"].format(number=entry.choices + 1, words=entry.words)


def _entry(entry: JournalEntry, words: Words) -> Iterator[str]:
    if entry.told.sheet is not None:
        yield from sheet_lines(entry.told.sheet, words)
    else:
        yield f"[{entry.moment}]"
        yield from (INDENT + plain(each) for each in entry.told.paragraphs)


def _codex(page: Page, given: str, words: Words) -> Iterator[str]:
    if not given:
        for each in page.codex:
            if each.paragraphs:
                yield words["codex.line"].format(title=plain(each.title), kind=each.kind)
        return
    found = [each for each in page.codex if given in {each.id, plain(each.title).lower()}]
    found = found or [each for each in page.codex if given in plain(each.title).lower()]
    if not found:
        yield words["terminal.no_entry"].format(given=given)
    for each in found:
        yield words["codex.line"].format(title=plain(each.title), kind=each.kind)
        yield from (INDENT + plain(paragraph) for paragraph in each.paragraphs)
        yield from mark_lines("", each.mark, page, words)


def _odds(page: Page, _given: str, words: Words) -> Iterator[str]:
    yield page.odds_words
    labels = {each.key: plain(each.label) for each in page.choices}
    for key, likelihood, worlds in page.odds or ():
        line = words["odds.line" if worlds else "odds.line.word"]
        told = figured(words, "odds.worlds", worlds) if worlds else ""
        yield line.format(words=labels[key], worlds=told, likelihood=likelihood)


def _record(page: Page, _given: str, words: Words) -> Iterator[str]:
    for row in page.debrief.record if page.debrief else ():
        yield words["record.line"].format(moment=row.moment, words=plain(row.words))
        if row.verdict is not None:
            key = "record.verdict.here" if row.here else "record.verdict"
            yield INDENT + words[key].format(verdict=row.verdict_words, here=row.here)
        if row.is_departure:
            yield INDENT + words["record.departure"]


def _notes(page: Page, _given: str, words: Words) -> Iterator[str]:
    for note in page.debrief.notes if page.debrief else ():
        yield from (plain(each) for each in note.paragraphs)
        yield from mark_lines("", note.mark, page, words)


LOOKS: Mapping[str, Look] = {
    "look": _look,
    "status": _status,
    "map": map_lines,
    "advisers": _advisers,
    "adviser": _advisers,
    "letters": _letters,
    "letter": _letters,
    "journal": _journal,
    "codex": _codex,
    "source": source_lines,
    "sources": source_lines,
    "odds": _odds,
    "record": _record,
    "notes": _notes,
}
"""All looks by the words that a player types."""
