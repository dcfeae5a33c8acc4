"""Entries of the title's menu: the whole row is amber where the focus is."""

from __future__ import annotations

from game.frozen import Frozen
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.styles import heading, prose
from game.screen.theme import STANDARD
from game.screen.typeset import Align, Typesetter

HIGH = 58
SIDE = 20
SIZE = 34


class MenuEntry(Frozen):
    """An entry with a word about it at its right end."""

    words: str
    about: str = ""
    has_focus: bool = False


def entry_height(type_: Typesetter) -> float:
    return HIGH * type_.scale.text


def entry_width(type_: Typesetter, entry: MenuEntry) -> float:
    about = type_.width(entry.about, prose(22, STANDARD.n6)) + 40 if entry.about else 0.0
    return type_.width(entry.words, heading(SIZE, STANDARD.n7)) + about + 2 * SIDE


def draw_entry(canvas: Canvas, box: Box, entry: MenuEntry) -> None:
    theme = canvas.theme
    if entry.has_focus:
        canvas.fill(box, theme.amber)
    words = canvas.setting(entry.words, heading(SIZE, theme.n0 if entry.has_focus else theme.n7))
    canvas.place(words, box.x + SIDE, box.middle[1] - words.tall / 2)
    about = canvas.setting(entry.about, prose(22, theme.n0 if entry.has_focus else theme.n6, Align.RIGHT))
    canvas.place(about, box.right - SIDE, box.middle[1] - about.tall / 2)
