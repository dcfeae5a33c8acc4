"""Controls of the settings: segmented control, toggle, slider, the cap of a key. All lie flush right."""

from __future__ import annotations

from typing import assert_never

from game.frozen import Frozen
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.parts.keys import cap_height, cap_width, draw_cap
from game.screen.styles import heading
from game.screen.theme import STANDARD
from game.screen.typeset import Align, Typesetter

HIGH = 48
SEGMENT_SIDE = 18
SEGMENT_GAP = 4
TRACK = 230
TOGGLE = (92.0, 44.0)
GAP = 18
VALUE = 28


class Segments(Frozen):
    """One of a few words; `at` is the chosen one."""

    words: tuple[str, ...]
    at: int


class Toggle(Frozen):
    """On or off, with the word for it."""

    is_on: bool
    words: str


class Slider(Frozen):
    """One of `steps` places on a line, counted from nought, with its value in words."""

    at: int
    steps: int
    words: str


class KeyCap(Frozen):
    """The key that does something."""

    key: str


Control = Segments | Toggle | Slider | KeyCap


def control_width(type_: Typesetter, control: Control) -> float:
    match control:
        case Segments():
            return sum(_segment_widths(type_, control)) + SEGMENT_GAP * (len(control.words) - 1)
        case Toggle(words=words):
            return TOGGLE[0] + GAP + type_.width(words, heading(26, STANDARD.n7))
        case Slider(words=words):
            return TRACK + 44 + max(76.0, type_.width(words, heading(VALUE, STANDARD.n7)))
        case KeyCap(key=key):
            return cap_width(type_, key)
        case _:
            assert_never(control)


def control_height(type_: Typesetter) -> float:
    return HIGH * type_.scale.text


def segment_boxes(type_: Typesetter, control: Segments, box: Box) -> tuple[Box, ...]:
    """Return the boxes of the words in a box, for the mouse."""
    widths = _segment_widths(type_, control)
    high = control_height(type_)
    x = box.right - sum(widths) - SEGMENT_GAP * (len(widths) - 1)
    boxes = []
    for width in widths:
        boxes.append(Box(x, box.middle[1] - high / 2, width, high))
        x += width + SEGMENT_GAP
    return tuple(boxes)


def slider_track(type_: Typesetter, control: Slider, box: Box) -> Box:
    """Return the box of a slider's line, for the mouse."""
    left = box.right - control_width(type_, control)
    return Box(left, box.middle[1] - 4, TRACK, 8)


def draw_control(canvas: Canvas, box: Box, control: Control) -> None:
    match control:
        case Segments():
            _draw_segments(canvas, box, control)
        case Toggle():
            _draw_toggle(canvas, box, control)
        case Slider():
            _draw_slider(canvas, box, control)
        case KeyCap(key=key):
            type_ = canvas.kit.type
            draw_cap(canvas, key, box.right - cap_width(type_, key), box.middle[1] - cap_height(type_) / 2)
        case _:
            assert_never(control)


def _segment_widths(type_: Typesetter, control: Segments) -> tuple[float, ...]:
    style = heading(24, STANDARD.n7)
    return tuple(type_.width(words, style) + 2 * SEGMENT_SIDE for words in control.words)


def _draw_segments(canvas: Canvas, box: Box, control: Segments) -> None:
    theme = canvas.theme
    for i, place in enumerate(segment_boxes(canvas.kit.type, control, box)):
        is_chosen = i == control.at
        canvas.fill(place, theme.amber if is_chosen else theme.n3)
        style = heading(24, theme.n0 if is_chosen else theme.n7, Align.CENTRE)
        words = canvas.setting(control.words[i], style)
        canvas.place(words, place.middle[0], place.middle[1] - words.tall / 2)


def _draw_toggle(canvas: Canvas, box: Box, control: Toggle) -> None:
    theme, (width, height) = canvas.theme, TOGGLE
    place = Box(box.right - width, box.middle[1] - height / 2, width, height)
    with canvas.pen(place.grown(3)) as pen:
        pen.rounded(place, height / 2, theme.green if control.is_on else theme.n4)
        x = place.right - height / 2 if control.is_on else place.x + height / 2
        pen.disc((x, place.middle[1]), 17, theme.n0)
    words = canvas.setting(control.words, heading(26, theme.n7, Align.RIGHT))
    canvas.place(words, place.x - GAP, box.middle[1] - words.tall / 2)


def _draw_slider(canvas: Canvas, box: Box, control: Slider) -> None:
    theme = canvas.theme
    track = slider_track(canvas.kit.type, control, box)
    reach = track.width * control.at / max(1, control.steps - 1)
    canvas.fill(track, theme.n4)
    canvas.fill(Box(track.x, track.y, reach, track.height), theme.amber)
    for i in range(control.steps):
        x = track.x + track.width * i / max(1, control.steps - 1)
        canvas.fill(Box(x - 1, track.bottom + 8, 3, 9), theme.n5)
    x, y = track.x + reach, track.middle[1]
    with canvas.pen(Box(x - 20, y - 20, 40, 40)) as pen:
        pen.disc((x, y), 18, theme.n1)
        pen.disc((x, y), 14, theme.amber)
    words = canvas.setting(control.words, heading(VALUE, theme.n7, Align.RIGHT))
    canvas.place(words, box.right, y - words.tall / 2)
