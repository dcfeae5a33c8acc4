"""What is heard of the house, beside the loop: a device may keep one waiting for a tenth of a second."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.screen.errands import InTurn
from game.screen.house import House
from game.screen.screens.letter import Letter
from game.screen.screens.opening import Opening
from game.screen.screens.reading import Reading
from game.screen.screens.screen import Screen
from game.screen.speaker import Heard, Speaker, level
from game.screen.text import sentence

ARRIVING = (Letter, Opening, Reading)
"""What is put away to see what came next; behind all else lies what was heard already."""


class Listening:
    """Follows a house with a speaker, which is asked in a thread of its own alone."""

    def __init__(self, house: House, speaker: Speaker) -> None:
        self._house = house
        self._speaker = speaker
        self._asked = InTurn("speaker")
        self._stack: tuple[type[Screen], ...] = ()
        self._settings = house.settings

    def listen(self) -> None:
        """Let be heard what came into sight and what was done; name it in words where that is wanted."""
        house = self._house
        self._asked.notice()
        if house.settings != self._settings:
            self._settings = house.settings
            self._ask(partial(self._speaker.adopt, house.settings))
        for name in house.heard:
            self._play(Heard(name))
        house.heard.clear()
        before, self._stack = self._stack, tuple(map(type, house.stack))
        if self._stack != before:
            self._hear_screens(before)

    def close(self) -> None:
        """Be silent and give the device back."""
        self._ask(self._speaker.close)
        self._asked.close()

    def _hear_screens(self, before: tuple[type[Screen], ...]) -> None:
        house = self._house
        self._ask(partial(self._speaker.hum, level(house.page)))
        if len(self._stack) < len(before) and not issubclass(before[-1], ARRIVING):
            return
        for cue in house.top.cues:
            self._play(Heard(cue.name, "story", is_asset=cue.is_asset))
            if house.settings.captions and cue.caption and not isinstance(house.top, Letter):
                house.caption = sentence(cue.caption)

    def _play(self, heard: Heard) -> None:
        self._ask(partial(self._speaker.play, heard))

    def _ask(self, work: Callable[[], object]) -> None:
        self._asked.send(work, _nothing)


def _nothing(_outcome: object) -> None:
    """Of a sound nothing is taken up."""
