"""The after-action report as one page of HTML, from the same values as in the window."""

from __future__ import annotations

from collections.abc import Iterator

from game import __version__
from game.frozen import NamedTuple
from game.report.branchchart import Strip, strips
from game.report.classpath import ClassVote
from game.report.riskchart import risk_chart
from game.report.sheet import sheet
from game.session.session import Session
from game.view.review import Review, RiskCurve, Spot
from game.view.words import Words


class Imprint(NamedTuple):
    """What is needed to play the game again."""

    scenario: str
    version: str
    hash: str
    seed: int


def imprint_of(session: Session) -> Imprint:
    scenario = session.scenario
    return Imprint(scenario.id, scenario.version, session.hash, session.seed)


def report_page(
    review: Review, imprint: Imprint, words: Words, language: str = "en", votes: tuple[ClassVote, ...] = ()
) -> str:
    """Return the page: the votes of a class, then every part of the report in its order."""
    reckoned = review.reckoned
    curve = None if reckoned is None else reckoned.curve
    drawn = strips(review.branches)
    values = {
        "review": review,
        "votes": votes,
        "words": words,
        "numbers": dict(review.numbers),
        "rows": {} if reckoned is None else {row.step: row for row in reckoned.ledger.rows if row.step},
        "chart": None if curve is None else risk_chart(curve),
        "about": "" if curve is None else " ".join(_lines(curve, words)),
        "strips": [(each, _strip_name(each, words)) for each in drawn],
        "imprint": tuple(_imprint(imprint, words)),
    }
    return sheet("afteraction.html", values, language=language)


def _lines(curve: RiskCurve, words: Words) -> Iterator[str]:
    """Yield what the lines of the risk say, for who does not see them."""
    named: tuple[tuple[str, tuple[Spot, ...]], ...] = (
        (curve.own_words, curve.own),
        (curve.record_words, curve.record),
    )
    for name, line in named:
        if line:
            highest = max(spot.risk for spot in line)
            yield words["risk.line"].format(
                name=name, start=f"{line[0].risk:.0f}", highest=f"{highest:.0f}", end=f"{line[-1].risk:.0f}"
            )


def _strip_name(strip: Strip, words: Words) -> str:
    numbers = [each.number for each in strip.columns if each.number is not None]
    if not numbers:
        return words["print.strip.end"]
    key = "print.strip" if len(numbers) > 1 else "print.strip.one"
    return words[key].format(first=numbers[0], last=numbers[-1])


def _imprint(imprint: Imprint, words: Words) -> Iterator[str]:
    rules = words["print.rules"].format(scenario=imprint.scenario, version=imprint.version, hash=imprint.hash)
    yield f"{rules}. {words['print.seed'].format(seed=imprint.seed)}."
    yield words["print.made"].format(version=__version__)
