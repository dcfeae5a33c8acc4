"""The ledger in words: how much of the result was decision and how much was luck.

It speaks of risk that was accepted, never of virtue, and always of this model.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.analysis.account import Ledger, Share
from game.engine.happenings import ChanceTaken, OptionChosen
from game.engine.moves import Answer
from game.scenario.blocks import chances
from game.view.amounts import amount, signed, whole
from game.view.chain import roll_words
from game.view.counting import counted
from game.view.retrospect import Retrospect
from game.view.review import LedgerRow, LedgerTable, Step
from game.view.words import Words

_PARTS = ("start", "choices", "luck", "result")
_HEADS = ("choice", "before", "decision", "luck", "after", "unknown")
_EVEN = 1e-9
"""Shares smaller than this are nothing: columns have errors."""


def ledger_table(game: Retrospect, steps: Sequence[Step], ledger: Ledger) -> LedgerTable:
    words = game.words
    rows = tuple(_rows(game, steps, ledger))
    start, choices, luck = ledger.start, ledger.accepted - ledger.start, ledger.luck
    parts = (amount(start, words), signed(choices, words), signed(luck, words), amount(ledger.result, words))
    total = words["ledger.sum"].format(
        start=parts[0].words, choices=parts[1].words, luck=parts[2].words, result=parts[3].words
    )
    return LedgerTable(
        tuple(_told(game, ledger)),
        total,
        *parts,
        rows,
        tuple(_notes(ledger, words)),
        *_hundred_of(ledger),
        tuple(words[f"ledger.part.{each}"] for each in _PARTS),
        tuple(words[f"ledger.head.{each}"] for each in _HEADS),
    )


def _told(game: Retrospect, ledger: Ledger) -> Iterator[str]:
    """Yield what to say first: the hundred, the choice that took most of them, the start, the result."""
    words = game.words
    yield _hundred(ledger, words)
    greatest = max(ledger.shares[1:], key=lambda each: float(each.decision), default=None)
    if greatest is not None and whole(greatest.decision) > 0:
        yield _taken(game, ledger, greatest)
        yield words["ledger.choice"].format(label=_label(game, ledger.shares.index(greatest)))
    start = whole(ledger.start)
    if start and start != whole(ledger.accepted):
        yield words["ledger.start"].format(n=start)
    yield words["ledger.not_through" if ledger.result else "ledger.through"]


def _hundred(ledger: Ledger, words: Words) -> str:
    """Return how many of a hundred do not come through who decide as the player did."""
    risk = float(ledger.accepted)
    if risk < -_EVEN:
        return words["ledger.below"]
    if risk > 1 + _EVEN:
        return words["ledger.above"]
    for bound, key in ((_EVEN, "none"), (0.005, "few")):
        if risk < bound:
            return words[f"ledger.lost.{key}"]
    for bound, key in ((1 - _EVEN, "all"), (0.995, "most")):
        if risk > bound:
            return words[f"ledger.lost.{key}"]
    return counted(words, "ledger.lost", whole(risk))


def _hundred_of(ledger: Ledger) -> tuple[int, int]:
    """Return how many of a hundred do not come through, and how many of them the greatest choice took."""
    total = whole(ledger.accepted)
    greatest = max((whole(each.decision) for each in ledger.shares[1:]), default=0)
    return (total, min(max(greatest, 0), total)) if 0 <= total <= 100 else (0, 0)


def _taken(game: Retrospect, ledger: Ledger, greatest: Share) -> str:
    taken, total = whole(greatest.decision), whole(ledger.accepted)
    luck = float(greatest.luck)
    after = "even" if abs(luck) < _EVEN else "lucky" if luck < 0 else "unlucky"
    if taken > total or total > 100:
        key = f"ledger.added.{after}"
    else:
        key = f"ledger.took.{after}" if taken < total else f"ledger.most.{after}"
    return game.words[key].format(date=game.date(greatest.minute), n=taken, total=total)


def _notes(ledger: Ledger, words: Words) -> Iterator[str]:
    yield words["ledger.note.hundred"]
    yield words["ledger.note.risk"]
    if not ledger.is_whole:
        yield words["ledger.note.sample"]
    else:
        yield words["ledger.note.columns" if ledger.error else "ledger.note.exact"]
    yield words["ledger.note.model"]


def _rows(game: Retrospect, steps: Sequence[Step], ledger: Ledger) -> Iterator[LedgerRow]:
    """Yield a row for each choice; luck before the first has one if it moved the risk."""
    numbers = {each.choices: each.number for each in steps if not each.is_late}
    for halt, share in enumerate(ledger.shares):
        if halt or abs(float(share.luck)) > _EVEN:
            step = numbers.get(halt - 1) if isinstance(share.command, Answer) else None
            yield _row(game, halt, share, step)


def _row(game: Retrospect, halt: int, share: Share, step: int | None) -> LedgerRow:
    words, label = game.words, _label(game, halt)
    return LedgerRow(
        step,
        max(halt - 1, 0),
        game.moment(share.minute),
        game.date(share.minute),
        label,
        amount(share.before, words),
        amount(share.chosen, words),
        amount(share.after, words),
        signed(share.decision, words),
        signed(share.luck, words),
        signed(share.unknown, words),
        " ".join(_sentences(share, words)),
        _unknown(share, words),
        tuple(_rolls(game, halt, label)),
    )


def _label(game: Retrospect, halt: int) -> str:
    """Return what was chosen on the way to a halt."""
    words, reached = game.words, game.session.past[halt]
    if reached.command is None:
        return words["ledger.begun"]
    if isinstance(reached.command, Answer):
        option = game.scenario.decisions[reached.command.decision].options[reached.command.option]
        return game.printed(option.label, halt - 1)
    late = [
        game.printed(game.scenario.decisions[each.decision].options[each.option].label, halt - 1)
        for each in reached.happenings
        if isinstance(each, OptionChosen) and each.is_late
    ]
    return words["ledger.wait.late"].format(labels="; ".join(late)) if late else words["ledger.wait"]


def _sentences(share: Share, words: Words) -> Iterator[str]:
    if share.command is not None:
        decision = float(share.decision)
        way = "nothing" if abs(decision) < _EVEN else "added" if decision > 0 else "removed"
        yield words[f"ledger.row.{way}"].format(n=amount(abs(decision), words).words)
    luck = float(share.luck)
    if abs(luck) > _EVEN:
        way = "unlucky" if luck > 0 else "lucky"
        yield words[f"ledger.row.{way}"].format(n=amount(abs(luck), words).words)


def _unknown(share: Share, words: Words) -> str:
    """Return how far the truth lay from what could be known; empty where it did not."""
    unknown = float(share.unknown)
    if abs(unknown) < _EVEN:
        return ""
    way = "more" if unknown > 0 else "fewer"
    return words[f"ledger.row.{way}"].format(n=amount(abs(unknown), words).words)


def _rolls(game: Retrospect, halt: int, chosen: str) -> Iterator[str]:
    """Yield the draws among outcomes on the way to a halt, with their odds, beside what was chosen."""
    sites = {each.site for each in chances(game.scenario)}
    before = sum(len(each.happenings) for each in game.session.past[:halt])
    for position, each in enumerate(game.session.past[halt].happenings, before):
        if isinstance(each, ChanceTaken) and each.site in sites and not each.is_forced:
            yield roll_words(game, position, chosen)
