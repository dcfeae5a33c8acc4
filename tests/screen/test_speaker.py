"""Sounds without a device, with one, at the volumes that are set."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.screen.speaker import Heard, Speaker, level
from game.session.session import Session, after, started
from game.store.library import volume
from game.store.places import places
from game.store.scenarios import found
from game.store.settings import Settings
from game.view.composition import page

SOUNDS = Path(__file__).parents[2] / "assets" / "sounds"


@pytest.fixture(autouse=True)
def _silence() -> Iterator[None]:
    yield
    pygame.mixer.quit()


@pytest.mark.parametrize("name", sorted(path.stem for path in SOUNDS.glob("*.ogg")))
def test_every_sound_can_be_heard(name: str) -> None:
    assert Speaker(SOUNDS, Settings()).play(Heard(name, "story"))


def test_nothing_is_heard_where_sound_is_off_or_its_volume_is_nought() -> None:
    assert not Speaker(SOUNDS, Settings(sound=False)).play(Heard("stamp"))
    assert not Speaker(SOUNDS, Settings(desk=0)).play(Heard("stamp"))
    assert Speaker(SOUNDS, Settings(desk=0)).play(Heard("stamp", "story"))
    assert not Speaker(SOUNDS, Settings(effects=0)).play(Heard("siren", "story"))


def test_a_sound_that_is_not_there_or_is_none_is_silent(tmp_path: Path) -> None:
    (tmp_path / "stamp.ogg").write_bytes(b"no sound")
    speaker = Speaker(tmp_path, Settings())
    assert not speaker.play(Heard("stamp"))
    assert not speaker.play(Heard("paper"))
    speaker.hum(0.5)
    speaker.hum(None)


def test_without_a_device_everything_is_silent_and_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "no such driver")
    speaker = Speaker(SOUNDS, Settings())
    assert not speaker.play(Heard("stamp"))
    speaker.hum(1.0)
    speaker.adopt(Settings(ambience=100))
    speaker.close()


def test_the_room_hums_louder_as_the_first_meter_rises_and_stops_at_the_end() -> None:
    speaker = Speaker(SOUNDS, Settings(ambience=100))
    speaker.hum(0.0)
    hum = speaker._sound("drone")
    assert hum is not None
    calm = hum.get_volume()
    speaker.hum(1.0)
    assert hum.get_volume() > calm
    assert hum.get_num_channels() == 1
    speaker.adopt(Settings(ambience=20))
    assert hum.get_volume() < 0.2


def _session() -> Session:
    stored = found("cuba_1962", places())
    assert stored is not None
    scenario = volume(stored).scenario
    assert scenario is not None
    return started(scenario, "hard_room", 1)


def test_the_hum_follows_the_first_meter_of_the_status() -> None:
    session = _session()
    shown = page(session)
    meter = next(each for each in shown.status if each.style == "meter")
    assert meter.value is not None
    assert level(shown) == (meter.value - meter.low) / (meter.high - meter.low)
    assert level(None) is None
    while not session.is_over:
        session = after(session, session.legal_commands[0])
    assert level(page(session)) is None


def test_a_sound_that_a_scenario_brings_is_heard_and_one_that_cannot_be_read_is_silent() -> None:
    horn = (SOUNDS / "ship_horn.ogg").read_bytes()
    speaker = Speaker(SOUNDS, Settings(), {"river/horn.ogg": horn, "river/noise.ogg": b"none"}.get)
    assert speaker.play(Heard("river/horn.ogg", "story", is_asset=True))
    assert not speaker.play(Heard("river/noise.ogg", "story", is_asset=True))
    assert not speaker.play(Heard("river/gone.ogg", "story", is_asset=True))
    assert not speaker.play(Heard("river/horn", "story"))
