"""What a pack has to do without because its authors have not written it."""

from __future__ import annotations

from collections.abc import Iterator

from game.report.lesson_layout import Pack
from game.scenario.model import Decision
from game.view.printing import plain

_FIELDS = ("level", "aims", "vocabulary", "standards", "exit_ticket")


def missing_parts(pack: Pack) -> tuple[str, ...]:
    """Return what is missing, each as a phrase that names the field."""
    return tuple(_missing(pack))


def _missing(pack: Pack) -> Iterator[str]:
    if pack.scenario.lesson is None:
        yield pack.word("missing.lesson")
    else:
        yield from (pack.word(f"missing.{each}") for each in _FIELDS if not getattr(pack.lesson, each))
        if pack.road.timetable.minutes not in {each.minutes for each in pack.lesson.lengths}:
            yield pack.word("missing.lengths", minutes=pack.road.timetable.minutes)
    yield from _missing_of_questions(pack)
    if not pack.scenario.timeline:
        yield pack.word("missing.timeline")
    if not pack.scenario.debrief:
        yield pack.word("missing.debrief")
    if not pack.scenario.sources:
        yield pack.word("missing.references")


def _missing_of_questions(pack: Pack) -> Iterator[str]:
    decisions = [each.decision for each in pack.road.stops]
    met = [each.decision for each in pack.road.stops if each.minute is not None]
    if not any(each.advice for each in pack.road.stops):
        yield pack.word("missing.roles")
    if not any(each.papers for each in pack.road.stops):
        yield pack.word("missing.sources")
    for key, found in (
        ("questions", [each for each in decisions if not each.questions]),
        ("historical", [each for each in met if each.historical is None]),
        ("short", [each for each in pack.road.passed if each.short is None]),
    ):
        if found:
            yield pack.word(f"missing.{key}", titles=_titles(pack, found))


def _titles(pack: Pack, decisions: list[Decision]) -> str:
    titles = (plain(pack.anywhere.line(each.title)) for each in decisions)
    return ", ".join(pack.word("missing.title", title=each) for each in titles)
