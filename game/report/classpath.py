"""The path of a class through a game: each vote beside what was decided and what the record has."""

from __future__ import annotations

from collections.abc import Iterator

from game.analysis.account import Reckoning
from game.classroom.telling import MinorityRisk, Voted, minority_risks, votes_of
from game.frozen import NamedTuple
from game.session.session import Session
from game.view.amounts import amount
from game.view.counting import figured
from game.view.words import Words


class ClassVote(NamedTuple):
    """A question that was voted on, with its lines."""

    title: str
    lines: tuple[str, ...]


def class_path(session: Session, reckoning: Reckoning | None, words: Words) -> tuple[ClassVote, ...]:
    """Return the votes of a game in their order, none for a game that was played alone.

    What the outvoted way would have risked stands with them where the odds are known.
    """
    risks = list(minority_risks(session, reckoning, words))
    path = []
    for each in votes_of(session, words):
        is_outvoted = bool(risks) and (risks[0].title, risks[0].taken) == (each.title, each.taken)
        risk = _risk(risks.pop(0), words) if is_outvoted else ()
        path.append(ClassVote(each.title, (*_lines(each, words), *risk)))
    return tuple(path)


def _lines(row: Voted, words: Words) -> Iterator[str]:
    yield words["class.row.first"].format(votes=_votes(row.first, words))
    if row.second:
        yield words["class.row.second"].format(votes=_votes(row.second, words))
    yield words["class.row.overruled" if row.is_overruled else "class.row.taken"].format(label=row.taken)
    if row.recorded is not None:
        yield words["class.row.record"].format(label=row.recorded)
    if row.minority:
        yield words["class.row.minority"].format(sentence=row.minority)


def _votes(votes: tuple[tuple[str, int], ...], words: Words) -> str:
    return "; ".join(words["class.row.votes"].format(label=label, votes=number) for label, number in votes)


def _risk(row: MinorityRisk, words: Words) -> Iterator[str]:
    if row.risk is None or row.outvoted_risk is None:
        return
    taken, other = amount(row.risk, words), amount(row.outvoted_risk, words)
    yield words["class.risks.taken"].format(label=row.taken, worlds=figured(words, "world", taken.words))
    yield words["class.risks.outvoted"].format(
        label=row.outvoted, votes=row.votes, worlds=figured(words, "world", other.words)
    )
    verdict = "same" if taken.words == other.words else "more" if other.value > taken.value else "less"
    yield words[f"class.risks.{verdict}"]
