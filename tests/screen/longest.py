"""A page on which every place holds the longest text that any shipped scenario has for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from game.scenario.model import Actor, Decision, Ending, Event, Option, Report, Scenario
from game.scenario.text import Text
from game.view.debrief import EndingCard, FactLine
from game.view.line import Run
from game.view.page import Adviser, Change, Choice, Gauge, JournalEntry, Page, Told
from game.view.sheet import Sheet

PLACES: Mapping[type, tuple[str, ...]] = {
    Page: ("title", "setup_label", "date_words", "phase"),
    Choice: ("label", "about", "warning", "reason", "course_words"),
    Adviser: ("name", "role", "stance_words", "supports", "opposes", "likelihood", "says", "for_", "against"),
    Sheet: ("title", "from_", "paragraphs", "unknown", "confidence"),
    Gauge: ("label", "words"),
    Change: ("label", "before_words", "after_words"),
    Told: ("heading", "paragraphs"),
    JournalEntry: ("words",),
    EndingCard: ("cause",),
    FactLine: ("label", "value", "history"),
}
"""The fields of a page that hold words of an author, by what they are fields of."""

WRITTEN: Mapping[tuple[type, str], tuple[tuple[type, str], ...]] = {
    (Choice, "label"): ((Option, "label"),),
    (Choice, "about"): ((Option, "about"),),
    (Choice, "warning"): ((Option, "warning"),),
    (Choice, "reason"): ((Option, "unless_text"),),
    (Sheet, "title"): ((Decision, "title"), (Report, "title"), (Event, "title"), (Ending, "title")),
    (Adviser, "name"): ((Actor, "name"),),
    (Adviser, "role"): ((Actor, "role"),),
}
"""Where a scenario has texts for a place, so that those count which no game of the test came to."""

WITHIN = ("questions", "sheets", "told", "wait", "ending", "journal", "status")
"""The fields of a page that hold things with places."""

Longest = Mapping[tuple[type, str], Any]


def longest(scenarios: tuple[Scenario, ...], pages: tuple[Page, ...]) -> Longest:
    """Return the longest text of each place."""
    found: dict[tuple[type, str], Any] = {}
    for page in pages:
        for thing in _things(page):
            for name in PLACES.get(type(thing), ()):
                value, key = getattr(thing, name), (type(thing), name)
                if _length(value) > _length(found.get(key)):
                    found[key] = value
    written = _written(scenarios)
    for key, origins in WRITTEN.items():
        text = max((written.get(origin, "") for origin in origins), key=len)
        if len(text) > _length(found.get(key)):
            found[key] = text if isinstance(found.get(key), str) else (Run(text),)
    return found


def lengthened(page: Page, longest_of: Longest) -> Page:
    """Return a page with the longest text in each place that holds a text."""
    made = _lengthened(page, longest_of)
    assert isinstance(made, Page)
    return made


def _lengthened(value: Any, longest_of: Longest) -> Any:
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(_lengthened(each, longest_of) for each in value)
    if is_dataclass(value):
        names = [each.name for each in fields(value)]
    elif hasattr(value, "_fields") and not isinstance(value, Run):
        names = list(value._fields)
    else:
        return value
    longer: dict[str, Any] = {}
    for name in names:
        own, key = getattr(value, name), (type(value), name)
        if key in longest_of and own:
            longer[name] = longest_of[key]
        elif type(value) is not Page or name in WITHIN:
            longer[name] = _lengthened(own, longest_of)
    return replace(value, **longer) if is_dataclass(value) else value._replace(**longer)  # type: ignore[type-var]


def _length(value: Any) -> int:
    """The number of letters in a text of any form."""
    match value:
        case str():
            return len(value)
        case Run():
            return len(value.words)
        case tuple():
            return sum(map(_length, value))
        case _:
            return 0


def _things(value: Any) -> Iterator[Any]:
    """Everything of a page that has fields, however deep."""
    if is_dataclass(value):
        yield value
        for each in fields(value):
            yield from _things(getattr(value, each.name))
    elif isinstance(value, tuple) and not isinstance(value, Run):
        if hasattr(value, "_fields"):
            yield value
        for inner in value:
            yield from _things(inner)


def _written(scenarios: tuple[Scenario, ...]) -> Mapping[tuple[type, str], str]:
    """The longest text of each field of a scenario, as written without its marks."""
    found: dict[tuple[type, str], str] = {}
    waiting: list[Any] = list(scenarios)
    while waiting:
        value = waiting.pop()
        if isinstance(value, Mapping):
            waiting += value.values()
        elif isinstance(value, tuple | list | frozenset):
            waiting += value
        elif is_dataclass(value):
            for each in fields(value):
                inner, key = getattr(value, each.name), (type(value), each.name)
                if isinstance(inner, Text | str):
                    text = " ".join((inner if isinstance(inner, str) else inner.written).split())
                    if len(text) > len(found.get(key, "")):
                        found[key] = text
                else:
                    waiting.append(inner)
    return found
