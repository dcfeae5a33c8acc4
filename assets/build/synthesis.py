"""Sounds out of nothing: tones, noise, filters and envelopes on lists of samples."""

from __future__ import annotations

import array
import io
import math
import random
import wave
from collections.abc import Callable, Iterable

RATE = 22050  # samples a second
Sound = list[float]


def samples(seconds: float) -> int:
    return round(seconds * RATE)


def luck(name: str) -> random.Random:
    """The luck of one sound: its own, so that a change in one leaves the others as they were."""
    return random.Random(f"1962 {name}")  # noqa: S311 -- a sound, no secret


def tone(seconds: float, *partials: tuple[float, float]) -> Sound:
    """Steady sine waves together, each of a frequency in hertz and a strength."""
    turns = [(2 * math.pi * frequency / RATE, strength) for frequency, strength in partials]
    return [sum(strength * math.sin(turn * i) for turn, strength in turns) for i in range(samples(seconds))]


def swept(seconds: float, frequency: Callable[[float], float], strengths: Iterable[float] = (1.0,)) -> Sound:
    """A tone and its overtones whose frequency depends on the time in seconds."""
    overtones = [(2 * math.pi * number, strength) for number, strength in enumerate(strengths, start=1)]
    phase = 0.0
    sound = []
    for i in range(samples(seconds)):
        phase += frequency(i / RATE) / RATE
        sound.append(sum(strength * math.sin(turn * phase) for turn, strength in overtones))
    return sound


def noise(seconds: float, chance: random.Random) -> Sound:
    return [chance.uniform(-1, 1) for _ in range(samples(seconds))]


def low_passed(sound: Sound, cutoff: float) -> Sound:
    """The sound without what lies above the cutoff in hertz, by a filter of the first order."""
    share = 1 - math.exp(-2 * math.pi * cutoff / RATE)
    level = 0.0
    passed = []
    for value in sound:
        level += share * (value - level)
        passed.append(level)
    return passed


def high_passed(sound: Sound, cutoff: float) -> Sound:
    return [value - low for value, low in zip(sound, low_passed(sound, cutoff), strict=True)]


def resonant(sound: Sound, frequency: float, width: float) -> Sound:
    """What a resonator of the frequency and width in hertz answers to the sound, about as loud as it."""
    radius = math.exp(-math.pi * width / RATE)
    back = 2 * radius * math.cos(2 * math.pi * frequency / RATE)
    before = last = 0.0
    answer = []
    for value in sound:
        before, last = last, (1 - radius) * value + back * last - radius * radius * before
        answer.append(last)
    return answer


def shaped(sound: Sound, strength: Callable[[float], float]) -> Sound:
    """The sound with a strength that depends on the time in seconds."""
    return [value * strength(i / RATE) for i, value in enumerate(sound)]


def struck(sound: Sound, attack: float, decay: float) -> Sound:
    """The sound as of something hit: up within the attack and dying with the decay, both in seconds."""
    return shaped(sound, lambda time: min(1.0, time / attack) * math.exp(-time / decay))


def faded(sound: Sound, rise: float, fall: float) -> Sound:
    length = len(sound) / RATE
    return shaped(sound, lambda time: min(1.0, time / rise, (length - time) / fall))


def laid(length: float, *parts: tuple[float, Sound]) -> Sound:
    """Sounds begun at their times in seconds, together; what would run over the length is cut."""
    whole = [0.0] * samples(length)
    for start, sound in parts:
        first = samples(start)
        for i, value in enumerate(sound[: max(0, len(whole) - first)], start=first):
            whole[i] += value
    return whole


def louder(sound: Sound, by: float) -> Sound:
    return [value * by for value in sound]


def looped(sound: Sound, overlap: float) -> Sound:
    """The sound shorter by the overlap in seconds, so that its end runs into its start without a seam."""
    count = samples(overlap)
    body, tail = sound[:-count], sound[-count:]
    crossed = [
        body[i] * math.sqrt(i / count) + value * math.sqrt(1 - i / count) for i, value in enumerate(tail)
    ]
    return crossed + body[count:]


def levelled(sound: Sound, peak: float) -> Sound:
    """The sound with its strongest sample at the peak, a share of full scale."""
    strongest = max(abs(value) for value in sound)
    return louder(sound, peak / strongest) if strongest else sound


def wav(sound: Sound) -> bytes:
    """A file of the sound: one channel, 16 bits; samples are shares of full scale."""
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(RATE)
        writer.writeframes(array.array("h", (round(value * 32767) for value in sound)).tobytes())
    return file.getvalue()
