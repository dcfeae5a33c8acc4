"""The map in a frame, with a line of words below it."""

from __future__ import annotations

from game.frozen import Frozen, replace
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.framing import near_look
from game.screen.mapview import MapMaker, Sight
from game.screen.parts.keys import CAP, SIZE, Hint, cap_height, draw_cap, hint_gaps, hint_width
from game.screen.styles import prose
from game.screen.theme import STANDARD, Theme
from game.screen.typeset import Setting, Typesetter

BAR = 46
SIDE = 20
ABOVE = 15


class MapPanel(Frozen):
    """A map with its caption, the hint of a key at the right, and whether it has focus."""

    sight: Sight
    caption: str
    hint: Hint | None = None
    has_focus: bool = False


def map_box(type_: Typesetter, box: Box, panel: MapPanel) -> Box:
    """Return the part of a panel's box that the map fills."""
    return Box(box.x, box.y, box.width, box.height - _bar_height(type_, box, panel))


def brought_near(type_: Typesetter, box: Box, panel: MapPanel) -> MapPanel:
    """Return the panel with what happens on its map as near as its box can show it."""
    sight = panel.sight
    look = near_look(sight.picture, sight.view, map_box(type_, box, panel))
    return replace(panel, sight=replace(sight, look=look))


def draw_map_panel(canvas: Canvas, maps: MapMaker, box: Box, panel: MapPanel) -> None:
    """Draw the panel; while the ground of its map is not ready, what there is of it."""
    theme = canvas.theme
    place = map_box(canvas.kit.type, box, panel)
    if maps.is_ready(canvas, place, panel.sight):
        maps.draw(canvas, place, panel.sight)
    else:
        maps.draw_roughly(canvas, place, panel.sight)
    bar = Box(box.x, place.bottom, box.width, box.bottom - place.bottom)
    canvas.fill(bar, theme.n0)
    canvas.rule(bar.x, bar.y, bar.width, theme.n4, 2)
    canvas.frame(box, theme.n4, 2)
    caption = _caption(canvas.kit.type, theme, box, panel)
    canvas.place(caption, bar.x + SIDE, bar.y + (bar.height - caption.tall) / 2)
    if panel.hint is not None:
        x = box.right - SIDE - hint_width(canvas.kit.type, panel.hint)
        y = bar.middle[1] - cap_height(canvas.kit.type) / 2
        x += draw_cap(canvas, panel.hint.key, x, y) + hint_gaps(canvas.kit.type)[0]
        words = canvas.setting(panel.hint.words, prose(SIZE, theme.n7))
        canvas.place(words, x, bar.middle[1] - words.tall / 2)
    if panel.has_focus:
        canvas.ring(box, theme.amber, 4)


def _caption(type_: Typesetter, theme: Theme, box: Box, panel: MapPanel) -> Setting:
    taken = hint_width(type_, panel.hint) + 2 * SIDE if panel.hint is not None else 0.0
    return type_.setting(panel.caption, prose(SIZE, theme.n6), box.width - 2 * SIDE - taken)


def _bar_height(type_: Typesetter, box: Box, panel: MapPanel) -> float:
    caption = _caption(type_, STANDARD, box, panel)
    return max(BAR, caption.rest + 2 * ABOVE, CAP * type_.scale.text + 10)
