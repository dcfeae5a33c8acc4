"""The Page in the words and parts of the window: strip, sheets, cards, tiles."""

from __future__ import annotations

from datetime import date
from typing import cast, get_args

from game.screen.likeness import Build, Dress, Hair, HairColour, Likeness, generated
from game.screen.parts import gauge as part
from game.screen.parts.adviser import AdviserTile
from game.screen.parts.body import Section
from game.screen.parts.card import Card, State
from game.screen.parts.face import Person
from game.screen.parts.sheet import RuleTone, Sheet
from game.screen.parts.strip import Strip
from game.screen.parts.tone import Tone
from game.view.line import Line
from game.view.page import Adviser, Choice, Gauge, Page
from game.view.sheet import CodexCard
from game.view.sheet import Sheet as Paper
from game.view.words import Words

WEEK = range(20, 27)  # days with two digits, one of each weekday
FEW_WORDS = 4  # headings of so many words are set in capitals
_RULES: dict[str, RuleTone] = {
    "opening": "danger",
    "report": "danger",
    "letter": "danger",
    "decision": "own",
    "event": "neutral",
    "phase": "neutral",
    "result": "own",
    "ending": "neutral",
}
_FEATURES = {"hair": Hair, "hair_colour": HairColour, "build": Build, "dress": Dress}


def plain(line: Line) -> str:
    return "".join(run.words for run in line)


def headed(words: str) -> str:
    """Return a heading, in capitals if it is short.

    >>> headed("Two papers"), headed("What do the Chiefs prepare while we talk?")
    ('TWO PAPERS', 'What do the Chiefs prepare while we talk?')
    """
    return words.upper() if len(words.split()) <= FEW_WORDS else words


def short_date(moment: str, words: Words, form: str = "date.short") -> str:
    """Return the day of a moment of the Page, such as `FRI 26 OCT 1962`."""
    day = date.fromisoformat(moment[:10])
    weekday, month = words[f"weekday.{day.weekday()}"][:3], words[f"month.{day.month}"][:3]
    return words[form].format(weekday=weekday, day=day.day, month=month, year=day.year).upper()


def moment_words(moment: str, words: Words) -> str:
    """Return a moment of the Page in words, such as `Friday 26 October, 18:40`; a day alone with its year."""
    day = date.fromisoformat(moment[:10])
    names = {"weekday": words[f"weekday.{day.weekday()}"], "month": words[f"month.{day.month}"]}
    if moment[11:]:
        return words["date.moment"].format(day=day.day, time=moment[11:], **names)
    return words["date"].format(day=day.day, year=day.year, **names)


def strip_of(page: Page, words: Words, *, is_compact: bool = False) -> Strip:
    day, days = page.day
    meters = [gauge.id for gauge in page.status if gauge.style == "meter"]
    return Strip(
        date=short_date(page.moment, words),
        hour=page.time_words,
        day=day,
        days=days,
        day_words=words["room.day"].format(day=day, days=days),
        gauges=tuple(_gauge(gauge, is_first_meter=gauge.id in meters[:1]) for gauge in page.status),
        is_compact=is_compact,
        dates=tuple(short_date(f"{page.moment[:8]}{day:02}", words) for day in WEEK),
        short_date=short_date(page.moment, words, "date.shortest"),
    )


def _gauge(gauge: Gauge, *, is_first_meter: bool) -> part.Gauge:
    """The part for a reading. The first meter of a scenario is the one that warns."""
    name, value = gauge.label.upper(), gauge.value or 0
    match gauge.style:
        case "ladder":
            return part.Ladder(name, gauge.steps, value)
        case "meter":
            change = f"{gauge.change:+}" if gauge.change else ""
            return part.Meter(
                name,
                gauge.words,
                value,
                gauge.low,
                gauge.high,
                change,
                is_danger=is_first_meter,
                forms=gauge.forms,
            )
        case "countdown":
            running = gauge.words if gauge.value is not None else ""
            return part.Reading(name, running, is_countdown=True, forms=gauge.forms)
        case "words" | "number":
            return part.Reading(name, gauge.words, forms=gauge.forms)


def source_line(paper: Paper, words: Words) -> str:
    when = moment_words(paper.moment, words)
    return words["told.from"].format(from_=paper.from_, moment=when) if paper.from_ else when


def mark_words(paper: Paper, words: Words) -> str:
    if paper.confidence:
        return words["room.confidence"].format(confidence=paper.confidence)
    return paper.mark.words.capitalize() if paper.mark is not None else ""


def sheet_of(paper: Paper, words: Words, size: float = 23) -> Sheet:
    """Return a paper of the Page as a sheet without its footer."""
    points = tuple(f"{name}: {plain(text)}" for name, text in paper.points)
    return Sheet(
        title=headed(plain(paper.title)),
        source=source_line(paper, words),
        paragraphs=paper.paragraphs,
        unknowns_title=words["room.unknown"],
        unknowns=paper.unknown,
        sections=(Section(notes=points),) if points else (),
        mark=mark_words(paper, words),
        stamp=words["room.stamp"] if paper.kind == "report" else "",
        rule=_RULES[paper.kind],
        size=size,
    )


def card_of(choice: Choice, words: Words, state: State, note: str = "") -> Card:
    """Return the card of a choice; where it is not on offer the card says why."""
    is_off = choice.command is None
    return Card(
        key=choice.key.upper(),
        title=plain(choice.label),
        about=plain(choice.reason if is_off else choice.about),
        course=words["room.wait"] if choice.id == "wait" else choice.course_words.upper(),
        tone="water" if choice.id == "wait" else choice.course or "plain",
        note=note,
        state="disabled" if is_off and state == "rest" else state,
    )


def entry_named(name: str, page: Page) -> CodexCard | None:
    """Return the entry of somebody or something by its title, None where there is none."""
    return next((each for each in page.codex if plain(each.title) == name), None)


def person_named(name: str, page: Page) -> Person:
    """Return a person of the scenario by name, with the looks that the author gave."""
    card = entry_named(name, page)
    return Person(name or "?", likeness(card.id, card.portrait) if card else generated(name))


def person_of(adviser: Adviser) -> Person:
    return Person(adviser.name, likeness(adviser.id, adviser.portrait))


def likeness(id: str, features: tuple[tuple[str, str], ...]) -> Likeness:  # noqa: A002  an id is an id
    """Return the looks that the author gave, or where there are none, looks that follow the id."""
    if not features:
        return generated(id)
    given = dict(features)
    if "asset" in given:
        return generated(id)._replace(asset=given["asset"])
    known = {name: given[name] for name, kind in _FEATURES.items() if given.get(name) in get_args(kind)}
    return Likeness(
        id=id,
        hair=cast("Hair", known.get("hair", "short")),
        hair_colour=cast("HairColour", known.get("hair_colour", "brown")),
        has_glasses=given.get("glasses") in ("yes", "true"),
        has_moustache=given.get("moustache") in ("yes", "true"),
        build=cast("Build", known.get("build", "medium")),
        dress=cast("Dress", known.get("dress", "suit")),
    )


def tile_of(adviser: Adviser, words: Words, *, is_speaking: bool, has_focus: bool) -> AdviserTile:
    tone: Tone = adviser.stance or "plain"
    stance = adviser.stance_words if adviser.stance else words["room.undecided"]
    return AdviserTile(
        person=person_of(adviser),
        stance=stance.upper(),
        tone=tone,
        likelihood=adviser.likelihood or "",
        is_speaking=is_speaking,
        has_focus=has_focus,
    )
