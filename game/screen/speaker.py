"""Sounds: effects of the story, of the machine and of the desk, and the hum of the room behind them.

Where there is no device, or nothing to be read, everything is silent and goes on. The mixer is
opened when the first sound is asked for, never for the first picture.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Literal

import pygame

from game.frozen import NamedTuple
from game.store.assets import Content, nothing
from game.store.settings import Settings
from game.view.page import Page

HUM = "drone"
SWELL = 1600  # milliseconds in which the hum comes and goes
LEAST_HUM, MOST_HUM = 0.12, 0.7
Channel = Literal["story", "desk"]


class Heard(NamedTuple):
    """A sound by its name, of the closed list or of the desk, and whose volume holds for it.

    An asset is named by its path after the id of its scenario.
    """

    name: str
    channel: Channel = "desk"
    is_asset: bool = False


class Speaker:
    """Plays the sounds of a folder, and those that scenarios bring, at the volumes of the settings."""

    def __init__(self, folder: Path, settings: Settings, content: Content = nothing) -> None:
        self._folder = folder
        self._content = content
        self._settings = settings
        self._sounds: dict[str, pygame.mixer.Sound | None] = {}
        self._is_open: bool | None = None
        self._hum: float | None = None

    def adopt(self, settings: Settings) -> None:
        """Let other volumes hold at once."""
        self._settings = settings
        if self._hum is not None:
            self.hum(self._hum)

    def play(self, heard: Heard) -> bool:
        """Let a sound be heard; return whether it is."""
        volume = self._volume(heard.channel)
        sound = self._sound(heard.name, is_asset=heard.is_asset) if volume else None
        if sound is None:
            return False
        sound.set_volume(volume)
        sound.play()
        return True

    def hum(self, share: float | None) -> None:
        """Let the room hum, louder as a share from 0 to 1 rises; None lets it fade away."""
        begins = self._hum is None
        self._hum = share
        volume = self._settings.ambience / 100 if self._settings.sound else 0.0
        sound = self._sound(HUM) if volume or not begins else None
        if sound is None:
            return
        if share is None or not volume:
            sound.fadeout(SWELL)
            return
        sound.set_volume(volume * (LEAST_HUM + (MOST_HUM - LEAST_HUM) * share))
        if not sound.get_num_channels():
            sound.play(loops=-1, fade_ms=SWELL)

    def close(self) -> None:
        """Be silent and give the device back."""
        if self._is_open:
            pygame.mixer.quit()

    def _volume(self, channel: Channel) -> float:
        settings = self._settings
        percent = {"story": settings.effects, "desk": settings.desk}[channel]
        return percent / 100 if settings.sound else 0.0

    def _sound(self, name: str, *, is_asset: bool = False) -> pygame.mixer.Sound | None:
        if name not in self._sounds:
            self._sounds[name] = self._read(name, is_asset=is_asset)
        return self._sounds[name]

    def _read(self, name: str, *, is_asset: bool) -> pygame.mixer.Sound | None:
        if self._is_open is None:
            self._is_open = _opened()
        if not self._is_open:
            return None
        try:
            content = self._content(name) if is_asset else (self._folder / f"{name}.ogg").read_bytes()
            return None if content is None else pygame.mixer.Sound(BytesIO(content))
        except (OSError, pygame.error):
            return None


def level(page: Page | None) -> float | None:
    """Return how high the first meter of the status stands, 0 to 1; None where nothing hums.

    It is the ambience of a game: a scenario without a meter is quiet, and so is what has ended.
    """
    if page is None or page.ending is not None:
        return None
    meter = next((each for each in page.status if each.style == "meter" and each.value is not None), None)
    if meter is None or meter.value is None or meter.high <= meter.low:
        return None
    return (meter.value - meter.low) / (meter.high - meter.low)


def _opened() -> bool:
    """Open the device, in silence; return whether there is one."""
    with _quiet():
        try:
            pygame.mixer.init(frequency=44_100, channels=2, buffer=1024)
        except pygame.error:
            return False
    return True


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what the system's library of sound writes about missing devices off the error stream."""
    try:
        kept = os.dup(2)
    except OSError:
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
