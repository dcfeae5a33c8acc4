"""The after-action report at the terminal: a fact a line, part by part."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from game.terminal.transcript import INDENT
from game.view.debrief import Note
from game.view.printing import plain
from game.view.review import LedgerRow, Review, Step, TrackRecord
from game.view.sheet import Mark
from game.view.words import Words

Part = Callable[[Review, Words], Iterator[str]]


def review_lines(review: Review, given: str, words: Words) -> Iterator[str]:
    """Yield the part that is named, or all parts, each under its title."""
    parts = [each for each in PARTS if each.startswith(given)] if given else [*PARTS]
    if not parts:
        yield words["terminal.no_part"].format(given=given, parts=", ".join(PARTS))
    titles = {each.id: each.title for each in review.parts}
    for each in parts:
        yield ""
        yield titles[each]
        yield from (INDENT + line for line in PARTS[each](review, words))


def _overview(review: Review, words: Words) -> Iterator[str]:
    yield f"{review.scenario}. {review.setup}. {review.date}."
    if review.terms:
        yield review.terms
    yield words["reading"].format(label=words["heading.ending"], value=plain(review.ending))
    yield from (plain(each) for each in review.ending_text)
    for each in review.facts:
        yield words["line.fact"].format(
            label=each.label, value=plain(each.value), history=plain(each.history)
        )
    if review.code:
        yield words["review.code"].format(code=review.code)
    if review.reckoned is None:
        yield review.pending
        return
    curve = review.reckoned.curve
    yield from review.reckoned.ledger.told
    yield f"{curve.title}. {curve.note}."
    for name, line in ((curve.own_words, curve.own), (curve.record_words, curve.record)):
        if line:
            highest = max(line, key=lambda spot: spot.risk)
            yield words["risk.line"].format(
                name=name,
                start=f"{line[0].risk:.0f}",
                highest=f"{highest.risk:.0f}",
                end=f"{line[-1].risk:.0f}",
            )


def _causes(review: Review, words: Words) -> Iterator[str]:
    for each in review.causes:
        line = words["cause.line"].format(moment=each.moment, kind=each.kind_words, words=each.words)
        yield f"{line} ({each.odds})" if each.odds else line
        yield from (INDENT + moved for moved in each.moved)
        yield INDENT + each.place
    if review.further:
        yield review.further


def _decisions(review: Review, words: Words) -> Iterator[str]:
    if not review.branches.steps:
        yield words["review.no_steps"]
    for step in review.branches.steps:
        yield from _step(step, review, words)


def _step(step: Step, review: Review, words: Words) -> Iterator[str]:
    yield words["step.line"].format(number=step.number, moment=step.moment, title=step.title)
    yield INDENT + step.chosen
    if step.verdict:
        yield INDENT + step.verdict
    others = [each.label for each in step.options if not each.is_own and not each.is_record]
    if others:
        yield INDENT + words["step.others"].format(labels="; ".join(others))
    for said in step.record:
        yield INDENT + words["record.line"].format(moment=said.moment, words=plain(said.words))
        yield from (INDENT + INDENT + line for line in _sources(said.mark, review, words))


def _record(review: Review, words: Words) -> Iterator[str]:
    if not review.record:
        yield words["review.no_record"]
    for row in review.record:
        yield words["record.line"].format(moment=row.moment, words=plain(row.words))
        if row.verdict is not None:
            key = "record.verdict.here" if row.here else "record.verdict"
            yield INDENT + words[key].format(verdict=row.verdict_words, here=row.here)
        if row.is_departure:
            yield INDENT + words["record.departure"]


def _ledger(review: Review, words: Words) -> Iterator[str]:
    if review.reckoned is None:
        yield review.pending
        return
    ledger = review.reckoned.ledger
    yield from (*ledger.told, ledger.sum, *ledger.notes)
    for row in ledger.rows:
        yield words["record.line"].format(moment=row.moment, words=row.words)
        yield from (INDENT + line for line in _row(row))
    for note in review.estimates:
        yield words["review.estimates"]
        yield from (INDENT + line for line in _note(note, review, words))


def _row(row: LedgerRow) -> Iterator[str]:
    yield from (each for each in (row.sentence, *row.rolls, row.unknown_sentence) if each)


def _unknown(review: Review, words: Words) -> Iterator[str]:
    for each in review.truths:
        yield words["reading"].format(label=each.label, value=each.course)
        yield from (INDENT + line for line in (each.about, each.odds) if line)
    if not review.truths:
        yield words["review.no_truths"]
    for note in review.notes:
        yield from _note(note, review, words)


def _advisers(review: Review, words: Words) -> Iterator[str]:
    if review.reckoned is None:
        yield review.pending
        return
    if not review.reckoned.advisers:
        yield words["review.no_advisers"]
    for each in review.reckoned.advisers:
        yield from _track(each, words)


def _track(track: TrackRecord, words: Words) -> Iterator[str]:
    yield f"{track.name}: {track.summary}"
    for each in track.lines:
        yield INDENT + words["record.line"].format(moment=each.moment, words=each.question)
        said = words["track.line"].format(
            stance=each.stance, likelihood=each.likelihood, known=each.known, worlds=each.worlds
        )
        yield INDENT + INDENT + f"{said} ({each.verdict_words})"


def _cited(review: Review, words: Words) -> Iterator[str]:
    if not review.sources:
        yield words["review.no_sources"]
    for each in review.sources:
        yield words["source.line"].format(number=each.number, title=each.title)
        yield from (INDENT + line for line in (*each.lines, "; ".join(each.locators)) if line)


def _note(note: Note, review: Review, words: Words) -> Iterator[str]:
    yield from (plain(each) for each in note.paragraphs)
    yield from (INDENT + each for each in _sources(note.mark, review, words))


def _sources(mark: Mark | None, review: Review, words: Words) -> Iterator[str]:
    """Yield who stands behind a statement, in one line."""
    if mark is None:
        return
    numbers = dict(review.numbers)
    cited = [
        words["card.number"].format(number=numbers[each.partition(" ")[0]])
        for each in mark.cards
        if each.partition(" ")[0] in numbers
    ]
    yield " ".join((mark.words, *dict.fromkeys(cited)))


PARTS: Mapping[str, Part] = {
    "overview": _overview,
    "causes": _causes,
    "decisions": _decisions,
    "record": _record,
    "ledger": _ledger,
    "unknown": _unknown,
    "advisers": _advisers,
    "sources": _cited,
}
