"""The situation room: what is asked and reported, the map, the people, and what can be done."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from game.frozen import replace
from game.screen.acts import Play, Show
from game.screen.desk import Desk, Layout
from game.screen.press import Press
from game.screen.screens.confirm import Confirm
from game.screen.screens.room_tabbed import tabbed_layout
from game.screen.screens.room_view import CARD, PEOPLE, QUESTION, Showing, papers, room_uses, speakers
from game.screen.screens.room_wide import wide_layout
from game.screen.screens.screen import Act, Become, Open, Screen
from game.screen.uses import LOOKS, Uses
from game.view.page import Choice, Page


class Room(Screen):
    """The room at one turn. `at` says what lies open: question, paper, speaker, tab."""

    page: Page
    at: Showing
    picked: str = ""

    help_key = "help.screen.room"

    @property
    def uses(self) -> Uses:
        return room_uses(self.page)

    def layout(self, desk: Desk) -> Layout:
        if not desk.is_tabbed:
            wide = wide_layout(desk, self.page, self.at, self.focus, self.offset)
            if wide is not None:
                return wide
        return tabbed_layout(desk, self.page, self.at, self.focus, self.offset)

    def focused(self, id: str) -> Room:  # noqa: A002  an id is an id
        """Return the room with another focus; a person in focus speaks."""
        kind, _, name = id.partition(" ")
        at = self.at._replace(speaker=name) if kind == PEOPLE else self.at
        return replace(self, focus=id, at=at, picked=id if kind == CARD else self.picked)

    def is_picked(self, id: str) -> bool:  # noqa: A002  an id is an id
        return self.picked == id

    def activated(self, id: str) -> Act | None:  # noqa: A002  an id is an id
        kind, _, name = id.partition(" ")
        if kind == CARD:
            return self._given(next(each for each in self.page.choices if each.id == name))
        if kind == QUESTION:
            return Become(self.asked(int(name)))
        if kind == "tab":
            return Become(self.opened(name))
        acts: Mapping[str, Act] = {
            "map": Show("map"),
            PEOPLE: Show("advisers"),
            "sheet": Become(self.turned(1)),
        }
        return acts.get(kind)

    def answer(self, press: Press) -> Act | None:
        if press.has_control or press.has_alt:
            return None
        if press.key in LOOKS:
            return Show(LOOKS[press.key])
        if press.key == "b":
            return Become(self.opened("briefing"))
        if press.key == "space" and not self.focus.startswith((QUESTION, PEOPLE, "map", "tab")):
            return Become(self.turned(1))
        if press.key == "q" and len(self.page.questions) > 1:
            return Become(self.asked((self.at.question + 1) % len(self.page.questions)))
        return self._picked(press.key)

    def back(self) -> Act:
        return Show("pause")

    def presented(self, by: int) -> Act | None:
        """Return the next thing to show: paper after paper, the map, who speaks, then card after card."""
        steps = _steps(self.page, self.at)
        at = next((i for i, step in enumerate(steps) if step == _step(self)), 0)
        if not 0 <= at + by < len(steps):
            return None
        tab, name = steps[at + by]
        shown = self.opened(tab)
        match tab:
            case "briefing":
                return Become(replace(shown, offset=0.0, at=shown.at._replace(paper=int(name))))
            case "map":
                return Become(shown)
            case _:
                return Become(shown.focused(name))

    def asked(self, question: int) -> Room:
        """Return the room with another open question on the table."""
        return replace(room(self.page, question), focus=f"{QUESTION} {question}")

    def opened(self, tab: str) -> Room:
        """Return the room with another tab open; the sheet comes with the focus."""
        focus = {"briefing": "sheet", "map": "map", "advisers": f"{PEOPLE} {self.at.speaker}"}.get(tab)
        first = next((f"{CARD} {each.id}" for each in self.page.choices), "")
        return replace(self, focus=focus or first, at=self.at._replace(tab=tab))

    def turned(self, by: int) -> Room:
        """Return the room with the next paper on the table."""
        count = max(1, len(papers(self.page)))
        return replace(self, offset=0.0, at=self.at._replace(paper=(self.at.paper + by) % count))

    def _picked(self, key: str) -> Act | None:
        """Bring the focus to the card of a number, and its question to the table."""
        for choice in self.page.choices:
            if choice.key and choice.key == key:
                names = [question.id for question in self.page.questions]
                here = names.index(choice.decision) if choice.decision in names else self.at.question
                there = self if here == self.at.question else room(self.page, here)
                at = there.at._replace(tab=self.at.tab)
                return Become(replace(there, at=at).focused(f"{CARD} {choice.id}"))
        return None

    def _given(self, choice: Choice) -> Act | None:
        if choice.command is None:
            return None
        order = partial(Play, choice.command)
        return (
            Open(Confirm(label=choice.label, warning=choice.warning, act=order()))
            if choice.warning
            else order()
        )


Step = tuple[str, str]
"""A tab, and what of it is shown: a paper by its number, or the stop that has the focus."""


def _steps(page: Page, at: Showing) -> tuple[Step, ...]:
    """Return what is shown of a turn before a class, in order."""
    asked_now = page.questions[at.question] if page.questions else None
    listed = asked_now.choices if asked_now else page.choices
    return (
        *(("briefing", str(i)) for i in range(len(papers(page)))),
        *((("map", "map"),) if page.map.views else ()),
        *(("advisers", f"{PEOPLE} {each.id}") for each in speakers(asked_now)),
        *(("decide", f"{CARD} {each.id}") for each in listed),
    )


def _step(room: Room) -> Step:
    """Return the step that a room stands at."""
    if room.at.tab == "briefing":
        return "briefing", str(room.at.paper)
    return room.at.tab, "map" if room.at.tab == "map" else room.focus


def room(page: Page, question: int | None = None) -> Room:
    """Return the room as it is entered: with the newest question and its paper on the table."""
    new = [i for i, each in enumerate(page.questions) if each.is_new]
    chosen = question if question is not None else (new or [0])[0]
    asked = page.questions[chosen] if page.questions else None
    sheets = papers(page)
    own = next((i for i, each in enumerate(sheets) if asked and each.id == asked.id), len(sheets) - 1)
    speaking = speakers(asked)
    at = Showing(chosen, max(0, own), speaking[0].id if speaking else "", "briefing")
    choices = asked.choices if asked else page.choices
    first = next((each.id for each in (*choices, *page.choices) if each.command is not None), "")
    return Room(page=page, at=at, focus=f"{CARD} {first}")


def from_the_first_paper(entered: Room) -> Room:
    """Return the room as a class is led into it."""
    return replace(entered, focus="sheet", at=entered.at._replace(paper=0, tab="briefing"))
