"""The key of the map: a row for each layer, with its sign, its words and the key that hides it."""

from __future__ import annotations

from game.frozen import Frozen
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.colour import Colour
from game.screen.layers import Layer
from game.screen.marks import draw_mark
from game.screen.parts.keys import cap_height, cap_width, draw_cap
from game.screen.styles import label, prose
from game.screen.typeset import Style, Typesetter

SIDE = 22.0
HEAD = 58.0
ROW = 39.0
SIGN = 46.0
SIZE = 22


class KeyRow(Frozen):
    """A layer with its words. `key` is what hides and shows it."""

    layer: Layer
    words: str
    key: str
    is_shown: bool = True


class MapKey(Frozen):
    """The key with its title; `focus` is the id of the layer that has the focus."""

    title: str
    rows: tuple[KeyRow, ...]
    focus: str = ""


def key_size(type_: Typesetter, key: MapKey) -> tuple[float, float]:
    """Return the breadth and height that a key takes."""
    text = type_.scale.text
    widest = max(type_.width(row.words, _words((0, 0, 0))) for row in key.rows)
    cap = max(cap_width(type_, row.key) for row in key.rows)
    breadth = 2 * SIDE * text + _sign(key) * text + widest + cap + 30 * text
    return breadth, (HEAD + ROW * len(key.rows) + 14) * text


def row_boxes(type_: Typesetter, box: Box, key: MapKey) -> tuple[Box, ...]:
    """Return the box of each row in the box of the key."""
    text = type_.scale.text
    return tuple(
        Box(box.x + 2, box.y + (HEAD + ROW * i) * text, box.width - 4, ROW * text)
        for i in range(len(key.rows))
    )


def draw_map_key(canvas: Canvas, box: Box, key: MapKey) -> None:
    """Draw the key on night ground under a pale rule."""
    theme, text = canvas.theme, canvas.scale.text
    canvas.fill(box, theme.n0)
    canvas.frame(box, theme.n4, 2)
    canvas.fill(Box(box.x, box.y, box.width, 5), theme.n7)
    title = canvas.setting(key.title, label(theme.n7, 24))
    canvas.place(title, box.x + SIDE * text, box.y + (HEAD * text - title.tall) / 2 + 4)
    for row, place in zip(key.rows, row_boxes(canvas.kit.type, box, key), strict=True):
        _draw_row(canvas, place, key, row)


def _draw_row(canvas: Canvas, box: Box, key: MapKey, row: KeyRow) -> None:
    theme, text = canvas.theme, canvas.scale.text
    middle = box.middle[1]
    if row.layer.id == key.focus:
        canvas.fill(box, theme.n3)
        canvas.frame(box, theme.amber, 3)
    _draw_sign(canvas, box.x + SIDE * text, middle, row.layer)
    words = canvas.setting(row.words, _words(theme.n7 if row.is_shown else theme.n5))
    left = box.x + (SIDE + _sign(key) + 8) * text
    canvas.place(words, left, middle - words.tall / 2)
    if not row.is_shown:
        canvas.rule(left, middle, words.wide, theme.n5, 2)
    if row.key:
        width = cap_width(canvas.kit.type, row.key)
        draw_cap(canvas, row.key, box.right - width - 12 * text, middle - cap_height(canvas.kit.type) / 2)


def _draw_sign(canvas: Canvas, left: float, middle: float, layer: Layer) -> None:
    """Draw the sign of a layer with its middle where a single mark stands."""
    theme, half = canvas.theme, SIGN * canvas.scale.text / 2
    ends = ((left, middle), (left + 2 * half, middle))
    match layer.kind:
        case "mark":
            for i, mark in enumerate(layer.samples):
                at = (left + half + i * SIGN * 0.78 * canvas.scale.text, middle)
                draw_mark(canvas, mark, at, 0.0)
        case "names":
            words = canvas.setting("Aa", label(theme.sea_name, 20))
            canvas.place(words, left + half - words.wide / 2, middle - words.tall / 2)
        case "ring" | "line" | "track":
            with canvas.pen(Box(left, middle - 6, 2 * half, 12)) as pen:
                if layer.kind == "line":
                    pen.line(ends, theme.amber, 5)
                    pen.line(ends, theme.n0, 1.5, (4, 12))
                else:
                    is_ring = layer.kind == "ring"
                    pen.line(ends, theme.red if is_ring else theme.blue, 3, () if is_ring else (10.0, 6.0))


def _sign(key: MapKey) -> float:
    """The breadth of the signs: of the row with most sides."""
    most = max(len(row.layer.samples) for row in key.rows)
    return SIGN * (1 + 0.78 * max(0, most - 1))


def _words(colour: Colour) -> Style:
    return prose(SIZE, colour)
