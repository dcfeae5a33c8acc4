"""Writes the sounds of the game, `assets/sounds/*.ogg`, all of them synthesised here.

    python -m assets.build.make_sounds

Needs oggenc, of the Debian package vorbis-tools. The same oggenc gives the same bytes. The loops, `drone` and
`static`, run into themselves without a seam.
"""

from __future__ import annotations

import math
import random
import subprocess
from collections.abc import Callable
from pathlib import Path

from assets.build.synthesis import (
    Sound,
    faded,
    high_passed,
    laid,
    levelled,
    looped,
    louder,
    low_passed,
    luck,
    noise,
    resonant,
    shaped,
    struck,
    swept,
    tone,
    wav,
)

SOUNDS = Path(__file__).resolve().parent.parent / "sounds"
FULL = 0.7  # of full scale: the encoder overshoots a little, and several sounds may play together


def key(frequency: float, decay: float, brightness: float, chance: random.Random) -> Sound:
    """One stroke of a type bar: a knock and a click."""
    click = louder(high_passed(noise(0.06, chance), brightness), 0.6)
    knock = tone(0.06, (frequency, 0.5))
    return struck([a + b for a, b in zip(click, knock, strict=True)], 0.0005, decay)


def carriage(chance: random.Random) -> Sound:
    """A carriage running back over its teeth and hitting its stop."""
    teeth = [(place * 0.035, louder(key(180, 0.02, 900, chance), 0.8)) for place in range(9)]
    return laid(0.5, *teeth, (0.38, louder(key(110, 0.05, 300, chance), 1.4)))


def bell(seconds: float) -> Sound:
    return faded(struck(tone(seconds, (2093, 1.0), (5230, 0.4)), 0.0005, 0.35), 0.0005, 0.2)


def teletype(chance: random.Random) -> Sound:
    """Ten strokes a second over a motor, a carriage return, and ten strokes more."""
    strokes = [
        (0.1 * place, key(chance.choice((420, 480, 540)), 0.008, 1800, chance))
        for place in (*range(14), *range(20, 28))
    ]
    motor = faded(low_passed(noise(3.0, chance), 240), 0.1, 0.3)
    return laid(3.0, (0.0, louder(motor, 0.25)), *strokes, (1.45, carriage(chance)))


def typewriter(chance: random.Random) -> Sound:
    """A person typing: uneven strokes, a bell, a carriage return."""
    strokes = []
    time = 0.02
    while time < 1.9:
        strokes.append((time, louder(key(700, 0.007, 2400, chance), chance.uniform(0.7, 1.0))))
        time += chance.choice((0.11, 0.13, 0.16, 0.16, 0.28))
    return laid(2.8, *strokes, (1.95, louder(bell(0.8), 0.3)), (2.25, louder(carriage(chance), 0.9)))


def telephone(_: random.Random) -> Sound:
    """Two gongs under one clapper, twenty strokes a second, then ringing out."""
    high = struck(tone(0.9, (1330, 0.7), (2650, 0.3)), 0.001, 0.12)
    low = struck(tone(0.9, (1050, 1.0), (2650, 0.2)), 0.001, 0.12)
    return laid(1.9, *((0.05 * place, high if place % 2 else low) for place in range(22)))


def shutter(chance: random.Random) -> Sound:
    curtain = louder(high_passed(noise(0.09, chance), 3000), 0.3)
    return laid(
        0.35, (0.0, key(900, 0.006, 2500, chance)), (0.02, curtain), (0.13, key(600, 0.01, 1500, chance))
    )


def clock(chance: random.Random) -> Sound:
    """One second of a clock: tick and tock."""
    return laid(
        1.0, (0.0, key(2400, 0.004, 3000, chance)), (0.5, louder(key(1900, 0.005, 2600, chance), 0.8))
    )


def static(chance: random.Random) -> Sound:
    hiss = high_passed(low_passed(noise(3.0, chance), 3200), 500)
    crackling = [value * (4 if chance.random() < 0.0004 else 1) for value in hiss]
    return looped(crackling, 0.5)


def drone(chance: random.Random) -> Sound:
    """A dark room: two low tones that beat against each other, and air. Eight seconds."""
    air = looped(louder(low_passed(noise(8.5, chance), 120), 2.0), 0.5)
    # Whole numbers of waves in eight seconds, so that the end meets the start.
    hum = shaped(
        tone(8.0, (55.0, 1.0), (55.375, 0.6), (82.5, 0.3)),
        lambda time: 0.8 + 0.2 * math.sin(2 * math.pi * time / 8),
    )
    return [a + b for a, b in zip(hum, air, strict=True)]


def siren(_: random.Random) -> Sound:
    rising = swept(6.0, lambda time: 320 - 140 * math.cos(2 * math.pi * time / 6), (1.0, 0.5, 0.33, 0.2))
    return faded(low_passed(rising, 2400), 1.0, 1.0)


def stamp(chance: random.Random) -> Sound:
    return struck(low_passed(noise(0.25, chance), 400), 0.001, 0.04)


def paper(chance: random.Random) -> Sound:
    rustle = high_passed(noise(0.5, chance), 2500)
    return shaped(rustle, lambda time: abs(math.sin(9 * time)) * math.exp(-time / 0.2))


def speech(seconds: float, pitch: float, chance: random.Random) -> Sound:
    """A voice without words: a buzz through two formants, in syllables of uneven length and with pauses."""
    overtones = [0.9**number for number in range(16)]
    buzz = swept(seconds, lambda time: pitch * (1 + 0.08 * math.sin(5 * time)), overtones)
    open_vowel = resonant(buzz, chance.uniform(450, 700), 110)
    front_vowel = resonant(buzz, chance.uniform(1100, 1700), 160)
    rhythm, offset = chance.uniform(3.2, 4.8), chance.uniform(0, 6)

    def syllable(time: float) -> float:
        phrase = min(1.0, max(0.0, 3 * math.sin(2.2 * time + offset) + 2))
        return phrase * max(0.0, math.sin(2 * math.pi * rhythm * time + math.sin(2.3 * time + offset)))

    return shaped([a + 1.5 * b for a, b in zip(open_vowel, front_vowel, strict=True)], syllable)


def radio(chance: random.Random) -> Sound:
    """A distant station on short wave: a voice, a whistle that drifts, hiss."""
    voice = high_passed(levelled(speech(3.2, 120, chance), 0.6), 400)
    whistle = swept(3.2, lambda time: 1100 + 500 * math.sin(1.9 * time) * math.exp(-time))
    hiss = high_passed(low_passed(noise(3.2, chance), 2800), 600)
    fading = shaped(voice, lambda time: 0.7 + 0.3 * math.sin(2.1 * time))
    return faded(laid(3.2, (0, fading), (0, louder(whistle, 0.08)), (0, louder(hiss, 0.25))), 0.1, 0.4)


def radar(_: random.Random) -> Sound:
    """A set's hum and two soft echoes, one a turn."""
    blip = struck(tone(0.6, (980, 1.0), (1960, 0.15)), 0.01, 0.12)
    hum = faded(tone(3.0, (60, 0.16), (120, 0.1), (180, 0.04)), 0.2, 0.4)
    return laid(3.0, (0, hum), (0.25, louder(blip, 0.6)), (1.75, louder(blip, 0.6)))


def jet(chance: random.Random) -> Sound:
    """An aircraft passing low: air that brightens and darkens, a whine that falls as it goes by."""
    seconds, passing = 4.5, 1.9
    near = [1 / (1 + ((i / 100 - passing) / 0.55) ** 2) for i in range(round(seconds * 100) + 2)]
    air = noise(seconds, chance)
    bright, dark = high_passed(low_passed(air, 3500), 300), low_passed(air, 350)
    whine = swept(seconds, lambda time: 1500 - 350 * math.tanh((time - passing) / 0.35), (1.0, 0.4))
    parts = (
        (0, shaped(bright, lambda time: 0.8 * near[int(time * 100)])),
        (0, shaped(dark, lambda time: 2.2 * near[int(time * 100)] ** 0.5)),
        (0, shaped(whine, lambda time: 0.10 * near[int(time * 100)])),
    )
    return faded(laid(seconds, *parts), 0.4, 1.2)


def ship_horn(chance: random.Random) -> Sound:
    """One long blast, low, with air in it."""
    reed = tone(3.0, *((131 * n, 0.78**n) for n in range(1, 10)), *((131.7 * n, 0.7**n) for n in range(1, 6)))
    air = louder(low_passed(noise(3.0, chance), 900), 0.25)
    return faded(low_passed([a + b for a, b in zip(reed, air, strict=True)], 1400), 0.12, 0.5)


def sonar(chance: random.Random) -> Sound:
    """A ping in deep water and its echo."""
    ping = struck(swept(2.4, lambda time: 1480 - 25 * min(time, 1)), 0.01, 0.35)
    water = faded(low_passed(noise(3.4, chance), 300), 0.2, 0.8)
    echo = louder(low_passed(ping, 1100), 0.3)
    return faded(laid(3.4, (0.1, ping), (1.5, echo), (0, louder(water, 0.12))), 0.05, 0.6)


def crowd(chance: random.Random) -> Sound:
    """Many voices in a hall, none of them to be understood."""
    voices = [(0.0, speech(4.5, chance.uniform(95, 230), chance)) for _ in range(11)]
    room = louder(low_passed(noise(4.5, chance), 500), 0.03)
    return faded(low_passed(laid(4.5, *voices, (0, room)), 1800), 0.6, 0.9)


def silence(_: random.Random) -> Sound:
    return laid(1.0)


# Each sound with its loudest sample as a share of full scale: what is to be background is quiet already.
RECIPES: dict[str, tuple[Callable[[random.Random], Sound], float]] = {
    "clock": (clock, 0.4),
    "crowd": (crowd, 0.5),
    "drone": (drone, 0.35),
    "jet": (jet, 0.6),
    "paper": (paper, 0.4),
    "radar": (radar, 0.5),
    "radio": (radio, 0.6),
    "ship_horn": (ship_horn, FULL),
    "shutter": (shutter, FULL),
    "silence": (silence, 0.0),
    "siren": (siren, 0.6),
    "sonar": (sonar, 0.6),
    "stamp": (stamp, FULL),
    "static": (static, 0.4),
    "telephone": (telephone, FULL),
    "teletype": (teletype, 0.6),
    "tty_bell": (lambda _: bell(1.2), 0.5),
    "tty_key1": (lambda chance: key(420, 0.008, 1800, chance), 0.6),
    "tty_key2": (lambda chance: key(480, 0.008, 1800, chance), 0.6),
    "tty_key3": (lambda chance: key(540, 0.008, 1800, chance), 0.6),
    "tty_return": (carriage, 0.6),
    "typewriter": (typewriter, 0.6),
}


def write_sound(name: str) -> None:
    recipe, peak = RECIPES[name]
    path = SOUNDS / f"{name}.ogg"
    command = ["oggenc", "--quiet", "--quality", "1", "--serial", "1962", "--output", str(path), "-"]
    subprocess.run(command, input=wav(levelled(recipe(luck(name)), peak)), check=True)
    print(f"{path.stat().st_size:8} {path.name}")


def main() -> None:
    SOUNDS.mkdir(exist_ok=True)
    for name in RECIPES:
        write_sound(name)


if __name__ == "__main__":
    main()
