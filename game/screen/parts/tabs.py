"""Tabs side by side, each with its key."""

from __future__ import annotations

from game.frozen import Frozen
from game.screen.box import Box, columns
from game.screen.canvas import Canvas
from game.screen.fonts import Role
from game.screen.styles import heading
from game.screen.theme import STANDARD
from game.screen.typeset import Align, Style, Typesetter

GUTTER = 16
SIDE = 22
SIZE = 22
HIGH = 42


class Tab(Frozen):
    key: str
    words: str


class Tabs(Frozen):
    """Tabs of which one, `at`, is open and one may have focus; what it opens is paper or night."""

    tabs: tuple[Tab, ...]
    at: int
    is_paper: bool = True
    focus: int = -1


def tabs_height(type_: Typesetter) -> float:
    return HIGH * type_.scale.text


def tab_boxes(box: Box, count: int) -> tuple[Box, ...]:
    return columns(box, count, GUTTER)


def least_width(type_: Typesetter, tabs: Tabs) -> float:
    """Return the width below which a word would be cut."""
    style = heading(SIZE, STANDARD.n7)
    widest = max(type_.width(tab.words, style) + _cap(type_, tab) + 3 * SIDE for tab in tabs.tabs)
    return widest * len(tabs.tabs) + GUTTER * (len(tabs.tabs) - 1)


def draw_tabs(canvas: Canvas, box: Box, tabs: Tabs) -> None:
    theme = canvas.theme
    open_ground, open_ink = (theme.p0, theme.ink) if tabs.is_paper else (theme.n3, theme.n7)
    for i, (place, tab) in enumerate(zip(tab_boxes(box, len(tabs.tabs)), tabs.tabs, strict=True)):
        is_open = i == tabs.at
        canvas.fill(place, open_ground if is_open else theme.n2)
        if is_open:
            canvas.fill(Box(place.x, place.y, place.width, 8), theme.redp if tabs.is_paper else theme.amber)
        else:
            canvas.frame(place, theme.n4, 2)
        words = canvas.setting(tab.words, heading(SIZE, open_ink if is_open else theme.n6))
        canvas.place(words, place.x + SIDE, place.middle[1] - words.tall / 2)
        if i == tabs.focus:
            canvas.ring(place, theme.amber, 4)
        if not tab.key:
            continue
        width = _cap(canvas.kit.type, tab)
        high = box.height * 0.62
        cap = Box(place.right - SIDE / 2 - width, place.middle[1] - high / 2, width, high)
        is_light = is_open and tabs.is_paper
        canvas.fill(cap, theme.p2 if is_light else theme.n1 if is_open else theme.n3)
        ink = theme.ink if is_light else theme.n7
        key = canvas.setting(tab.key, Style(Role.KEY, 17, ink, align=Align.CENTRE))
        canvas.place(key, cap.middle[0], cap.middle[1] - key.tall / 2)


def _cap(type_: Typesetter, tab: Tab) -> float:
    return type_.width(tab.key, Style(Role.KEY, 17, STANDARD.n7)) + 12 * type_.scale.text
