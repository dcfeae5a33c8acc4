"""A tab of one word that is as wide as the word; the open one is filled."""

from __future__ import annotations

from game.frozen import Frozen
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.styles import heading
from game.screen.theme import STANDARD
from game.screen.typeset import Typesetter

SIZE = 27
SIDE = 20
ABOVE = 15


class TabWord(Frozen):
    words: str
    is_open: bool = False
    has_focus: bool = False


def tab_size(type_: Typesetter, tab: TabWord) -> tuple[float, float]:
    words = type_.setting(tab.words, heading(SIZE, STANDARD.n7))
    return words.wide + 2 * SIDE, words.tall + 2 * ABOVE


def draw_tab(canvas: Canvas, box: Box, tab: TabWord) -> None:
    theme = canvas.theme
    if tab.is_open:
        canvas.fill(box, theme.amber)
    if tab.has_focus:
        canvas.ring(box, theme.n7, 3, 1)
    words = canvas.setting(tab.words, heading(SIZE, theme.n0 if tab.is_open else theme.n6))
    canvas.place(words, box.x + SIDE, box.middle[1] - words.tall / 2)
