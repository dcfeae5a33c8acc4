"""What an editor may propose in a scenario: its ids with the words that tell of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from game.frozen import Frozen
from game.scenario.blocks import chances
from game.scenario.consistency.sites import sites
from game.scenario.expressions.types import ChoiceType
from game.scenario.model import Scenario
from game.scenario.names import MAP_GROUPS, SHARED, Names
from game.scenario.text import Text

_COUNTDOWNS = {"deadline": "The nearest deadline.", "ends": "The end of the game."}
_WORDS = ("title", "label", "name", "text")


class Project(Frozen):
    """The ids of each section with a few words, and what goes with them.

    Beside the sections `sections` has `answers` (`decision.option`), `outcomes` (`site.outcome`) and
    `readings` of the status bar. `choices` are the values of variables that are choices, `results`
    those of each site.
    """

    sections: Mapping[str, Mapping[str, str]] = {}
    options: Mapping[str, tuple[str, ...]] = {}
    choices: Mapping[str, tuple[str, ...]] = {}
    results: Mapping[str, tuple[str, ...]] = {}

    def words(self, *sections: str) -> Mapping[str, str]:
        """Return the ids of some sections, each with its words."""
        return {name: words for each in sections for name, words in self.sections.get(each, {}).items()}


NO_PROJECT = Project()


def project(names: Names, draft: Scenario | None) -> Project:
    """Return what a scenario offers; a draft, what could be read of it, gives the words."""
    told = _words(draft) if draft is not None else {}
    sections = {
        name: {each: told.get((name, each), "") for each in names.of(name)}
        for name in (*SHARED, "setups", "sources")
    }
    types = {name: names.scope.type_of(name) for name in names.variables}
    sections["variables"] |= dict.fromkeys(sorted(names.beliefs), "")
    shown = {name: words for name, words in sections["variables"].items() if name not in names.hidden}
    sections["readings"] = {**shown, **_COUNTDOWNS}
    sections["answers"] = {
        f"{decision}.{option}": "" for decision, options in names.options.items() for option in options
    }
    if draft is not None:
        found = (f"{chance.site}.{each.id}" for chance in chances(draft) for each in chance.outcomes)
        sections["outcomes"] = dict.fromkeys(found, "")
    return Project(
        sections,
        names.options,
        {name: of.values for name, of in types.items() if isinstance(of, ChoiceType)},
        sites(draft) if draft is not None else {},
    )


def _words(draft: Scenario) -> Mapping[tuple[str, str], str]:
    found = {}
    for section in (*SHARED, "setups", "sources"):
        holder = draft.map if section in MAP_GROUPS else draft
        for name, entry in _entries(getattr(holder, section, None)):
            found[section, name] = _told(entry)
    return found


def _entries(group: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(group, Mapping):
        yield from group.items()


def _told(entry: Any) -> str:
    for name in _WORDS:
        words = getattr(entry, name, None)
        if isinstance(words, Text):
            return words.written.strip()
        if isinstance(words, str):
            return words
    return ""
