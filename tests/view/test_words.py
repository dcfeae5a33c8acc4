from __future__ import annotations

import re
from pathlib import Path

import game
from game.view.words import ENGLISH

_KEY = re.compile(r"""words\[f?["']([^"']+)["']""")


def code() -> str:
    """Return the code of the rooms that speak to players, without the table."""
    folder = Path(game.__file__).parent
    rooms = ("view", "terminal", "store", "session")
    files = [path for room in rooms for path in folder.glob(f"{room}/*.py")]
    return "".join(file.read_text(encoding="utf-8") for file in files if not file.name.endswith("words.py"))


def keys_in_code() -> set[str]:
    """Return the keys that the code looks up, a part put in being shown as `*`."""
    return {re.sub(r"\{[^}]*\}", "*", key) for key in _KEY.findall(code())}


def test_every_word_that_the_code_asks_for_is_in_the_table() -> None:
    missing = {
        key
        for key in keys_in_code()
        if not any(re.fullmatch(re.escape(key).replace(r"\*", ".+"), each) for each in ENGLISH)
    }
    assert missing == set()


def test_every_word_of_the_table_is_asked_for() -> None:
    written = code()
    groups = set(re.findall(r"""f["']([a-z_.]+)\.\{""", written))
    counted = set(re.findall(r'\("(minute|hour|day)", |(?:counted|figured)\([\w.]+, "([a-z_.]+)"', written))
    unused = {
        key
        for key in ENGLISH
        if not re.search(f"""["']{re.escape(key)}["']""", written)
        and key.rpartition(".")[0] not in groups | {each for pair in counted for each in pair} | {"help"}
    }
    assert unused == set()


def test_every_sound_and_picture_of_the_language_has_a_caption() -> None:
    sounds = "telephone teletype radio radar jet ship_horn sonar crowd typewriter siren silence"
    pictures = (
        "cabinet_room oval_office kremlin television newspaper photo_analyst u2 destroyer submarine"
        " missile_site un_council embassy night_city"
    )
    assert {f"cue.{each}" for each in f"{sounds} {pictures}".split()} <= set(ENGLISH)
