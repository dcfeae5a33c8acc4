"""The scenarios on the shelves, read while the title is seen, and what their folders show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from threading import Thread

from game.classroom.plan import USUAL, lesson_lengths
from game.frozen import NamedTuple
from game.scenario.model import Scenario
from game.screen.errands import labour
from game.screen.mapview import Sight
from game.session.session import Session, started
from game.store.keeping import KeptScenarios
from game.store.library import Volume, volumes
from game.store.places import Places
from game.store.scenarios import Stored, stored_scenarios
from game.view.citing import cue_name
from game.view.composition import page
from game.view.line import Line
from game.view.page import Page
from game.view.printing import literal
from game.view.words import ENGLISH, Words


class Way(NamedTuple):
    """A way to begin a scenario."""

    id: str
    label: str
    about: str
    is_historical: bool


class File(NamedTuple):
    """What the folder of a scenario shows. One with a `fault`, or not read yet, has no ways to begin.

    `lengths` are those of a lesson in minutes; `cover` is the picture that the author gave, by name.
    """

    id: str
    title: str
    summary: Line = ()
    first: str = ""
    ways: tuple[Way, ...] = ()
    sight: Sight | None = None
    fault: str | None = None
    lengths: tuple[int, ...] = USUAL
    cover: str = ""


class Bookcase:
    """Reads all scenarios in a thread of its own; `files` are all, `read` so many of them already.

    Their texts are in `language` where it is given and they have it, dates are in `words`.
    """

    def __init__(self, places: Places, language: str | None = None, words: Words = ENGLISH) -> None:
        self._places = places
        self._language = language
        self._words = words
        self._thread = Thread(target=self._read, name="bookcase", daemon=True)
        self.files: tuple[File, ...] = ()
        self.scenarios: Mapping[str, Scenario] = {}
        self.read = 0
        self.is_read = False

    @property
    def is_open(self) -> bool:
        """Whether the reading has begun."""
        return self._thread.ident is not None

    def open(self) -> None:
        self._thread.start()

    def wait(self) -> None:
        """Wait until everything is read."""
        self._thread.join()

    def _read(self) -> None:
        self.files = tuple(
            File(each, each) for each in dict.fromkeys(map(_name, stored_scenarios(self._places)))
        )
        fault: tuple[File, ...] = ()
        kept = KeptScenarios(self._places)
        found = volumes(self._places, self._language, kept.note)
        try:
            while self._put(found):
                pass
        except OSError as error:
            fault = (File("", "", fault=error.strerror or str(error)),)
        self.files = (*(each for each in self.files if each.ways or each.fault), *fault)
        self.is_read = True
        with labour:
            kept.keep()

    def _put(self, found: Iterator[Volume]) -> bool:
        """Read the next one and show its folder; return whether there was one."""
        with labour:
            volume = next(found, None)
            if volume is not None:
                self._show(volume)
        return volume is not None

    def _show(self, volume: Volume) -> None:
        scenario = volume.scenario
        if scenario is None:
            file = File(volume.name, volume.name, fault=volume.refusal)
        else:
            self.scenarios = {**self.scenarios, volume.name: scenario}
            file = _file(volume.name, scenario, self._words)
            if volume.mod is not None:
                mod = volume.mod
                file = file._replace(title=mod.title.written, summary=literal(mod.summary.written))
        self.files = tuple(file if each.id == volume.stored.name else each for each in self.files)
        self.read += 1


def _name(stored: Stored) -> str:
    return stored.name


def _file(name: str, scenario: Scenario, words: Words) -> File:
    """Return what the folder of a scenario shows: the first Page of its first setup."""
    shown: Page = page(_first_game(scenario), words=words)
    views = shown.map.views
    has_map = bool(views and (shown.map.marks or shown.map.rings))
    ways = tuple(
        Way(each.id, each.label.written, each.about.written, each.historical)
        for each in scenario.setups.values()
    ) or tuple(Way(each, each, "", is_historical=False) for each in scenario.setup_ids)
    summary = next((sheet.paragraphs[:1] for sheet in shown.sheets if sheet.kind == "opening"), ())
    return File(
        name,
        shown.title,
        summary[0] if summary else (),
        _first_day(shown, words),
        ways,
        Sight(shown.map, views[0]) if has_map else None,
        lengths=lesson_lengths(scenario),
        cover=cue_name(scenario, scenario.picture) if scenario.picture is not None else "",
    )


def _first_game(scenario: Scenario) -> Session:
    return started(scenario, scenario.setup_ids[0], 0)


def _first_day(shown: Page, words: Words) -> str:
    return shown.date_words.partition(" ")[2] if shown.date_words else words["value.none"]
