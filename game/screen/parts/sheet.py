"""A sheet of paper: headline, source, body, what is not known, footer, stamp."""

from __future__ import annotations

from typing import Literal

from game.frozen import Frozen, NamedTuple
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.colour import BLACK, Colour, mixed
from game.screen.parts.body import USUAL, Body, Section, body, titles_by
from game.screen.parts.keys import draw_cap, on_paper
from game.screen.parts.scroll import WIDTH as BAR
from game.screen.parts.scroll import draw_scroll_bar, held
from game.screen.stamp import Stamp, draw_stamp
from game.screen.styles import heading, prose, typed
from game.screen.text import Text
from game.screen.theme import STANDARD, Theme
from game.screen.typeset import Align, Setting, Typesetter

SIDE = 36
RULE = 8
PEEK = 9
FOOT = 36
FOOT_LINE = 20  # of the height, that grows with the text
SPARE = 12
TITLES = (40.0, 34.0, 28.0, 24.0)
LEGIBLE = 16.0  # pixels: below it a body is set larger where its lines have room
LEAST_BODY = 0.45  # of the height: where a title leaves a longer body less, it is set smaller

RuleTone = Literal["danger", "neutral", "calm", "own"]


class Sheet(Frozen):
    """What a sheet says. `size` is that of the body; `offset` how far its body is scrolled.

    `sections` follow what the sheet says itself.
    """

    title: str
    source: str = ""
    paragraphs: tuple[Text, ...] = ()
    unknowns_title: str = ""
    unknowns: tuple[Text, ...] = ()
    footer: str = ""
    mark: str = ""
    stamp: str = ""
    sections: tuple[Section, ...] = ()
    rule: RuleTone = "danger"
    size: float = USUAL
    offset: float = 0.0
    has_focus: bool = False


class SheetLayout(NamedTuple):
    """Where the parts of a sheet lie, and how high its body is against its window."""

    title: Setting
    source: Setting
    rule: float
    window: Box
    content: float

    @property
    def furthest(self) -> float:
        """The largest useful offset."""
        return max(0.0, self.content - self.window.height)


def sheet_layout(type_: Typesetter, sheet: Sheet, box: Box) -> SheetLayout:
    """Return the layout of a sheet in a box."""
    return _layout(type_, STANDARD, sheet, box)[0]


def sheet_height(type_: Typesetter, sheet: Sheet, width: float, most: float) -> float:
    """Return the height in which the body of a sheet is seen whole, at most as much as there is."""
    layout = sheet_layout(type_, sheet, Box(0, 0, width, most))
    return min(most, most - layout.window.height + layout.content + SPARE)


def draw_sheet(canvas: Canvas, box: Box, sheet: Sheet) -> None:
    theme = canvas.theme
    draw_edge(canvas, box, sheet)
    draw_ground(canvas, box, theme.p0)
    canvas.fill(Box(box.x, box.y, box.width, RULE), _rule_colour(theme, sheet.rule))
    layout, set_body = _layout(canvas.kit.type, theme, sheet, box)
    canvas.place(layout.title, box.x + SIDE, box.y + 40)
    canvas.place(layout.source, box.x + SIDE, layout.rule - 14 - layout.source.rest)
    canvas.rule(box.x + SIDE, layout.rule, box.width - 2 * SIDE, theme.ink, 3)
    is_scrolled = layout.furthest > 0
    if sheet.stamp and not is_scrolled:
        _draw_stamp(canvas, box, sheet, layout)
    offset = held(sheet.offset, layout.content, layout.window.height)
    with canvas.clipped(uncut(layout.window, set_body, offset)):
        _draw_body(canvas, layout.window.moved(down=-offset), set_body)
    if is_scrolled:
        track = Box(box.right - SIDE + 12, layout.window.y, BAR, layout.window.height)
        seen = (
            held(sheet.offset, layout.content, layout.window.height),
            layout.content,
            layout.window.height,
        )
        draw_scroll_bar(canvas, track, seen, (theme.p3, theme.p1))
    _draw_footer(canvas, box, sheet)


def _layout(type_: Typesetter, theme: Theme, sheet: Sheet, box: Box) -> tuple[SheetLayout, Body]:
    inner = box.width - 2 * SIDE
    size = _body_size(type_, sheet.size, inner)
    grown = titles_by(size)
    source = type_.setting(sheet.source, prose(21 * grown, theme.ink2), inner)
    foot = FOOT + FOOT_LINE * type_.scale.text if sheet.footer or sheet.mark else 28 * type_.scale.text**0.5
    own = Section(paragraphs=sheet.paragraphs, unknowns_title=sheet.unknowns_title, unknowns=sheet.unknowns)
    sections = (own, *sheet.sections) if sheet.paragraphs or sheet.unknowns else sheet.sections
    set_body = body(type_, theme, sections, size, inner)
    least = min(set_body.height, LEAST_BODY * box.height)
    for high in TITLES:
        title = type_.setting(sheet.title, heading(high * grown, theme.ink)._replace(track=0.005), inner)
        rule = box.y + 40 + title.rest + (9 + source.rest if sheet.source else 0) + 14
        window = Box(box.x + SIDE, rule + 14, inner, box.bottom - foot - rule - 14)
        if window.height >= least:
            break
    return SheetLayout(title, source, rule, window, set_body.height), set_body


def _body_size(type_: Typesetter, size: float, width: float) -> float:
    """Return the size of a body: in a small window larger than asked for, as far as its lines have room."""
    scale = type_.scale
    roomy = size * width / type_.measure(typed(size, BLACK))
    return max(size, min(roomy, LEGIBLE / scale.unit / scale.text))


def _rule_colour(theme: Theme, rule: RuleTone) -> Colour:
    return {"danger": theme.redp, "neutral": theme.ink2, "calm": theme.greenp, "own": theme.bluep}[rule]


def draw_edge(canvas: Canvas, box: Box, sheet: Sheet) -> None:
    """Draw what is seen of a sheet around its box: its shadow, the sheet below it, the frame of the focus."""
    theme = canvas.theme
    if not theme.is_flat:
        canvas.shadow(box, 20, 150, 10)
    canvas.fill(Box(box.right, box.y + PEEK, PEEK, box.height - PEEK), theme.p2)
    canvas.fill(Box(box.x + PEEK, box.bottom, box.width, PEEK), mixed(theme.p2, BLACK, 0.12))
    if sheet.has_focus:
        canvas.ring(box, theme.amber, 4)


def draw_ground(canvas: Canvas, box: Box, colour: Colour, grain: int = 1) -> None:
    """Draw paper of a colour, mottled unless the theme is flat."""
    if canvas.theme.is_flat:
        canvas.fill(box, colour)
        return
    _, _, width, height = canvas.scale.rect(box)
    canvas.paste(canvas.kit.papers.sheet((width, height), colour, grain), box.x, box.y)


def uncut(window: Box, set_body: Body, offset: float) -> Box:
    """Return the part of a window that holds whole lines only; the window where nothing is whole."""
    seen = Box(0, offset, window.width, window.height)
    top = max((each.bottom for each in set_body.spans if each.top < seen.y < each.bottom), default=seen.y)
    cut = (each.above for each in set_body.spans if each.top < seen.bottom < each.bottom)
    bottom = min(cut, default=seen.bottom)
    return Box(window.x, window.y + top - offset, window.width, bottom - top) if top < bottom else window


def _draw_body(canvas: Canvas, window: Box, set_body: Body) -> None:
    for rule in set_body.rules:
        canvas.rule(window.x, window.y + rule, window.width, canvas.theme.p3, 2)
    for item in set_body.items:
        y = window.y + item.y
        if item.has_bullet:
            top = y + (item.setting.cap / item.setting.unit - 10) / 2
            canvas.fill(Box(window.x, top, 10, 10), canvas.theme.redp)
        canvas.place(item.setting, window.x + item.x, y)
    for cap in set_body.caps:
        draw_cap(canvas, cap.key, window.x + cap.x, window.y + cap.y, on_paper(canvas.theme))


def _draw_stamp(canvas: Canvas, box: Box, sheet: Sheet, layout: SheetLayout) -> None:
    """The stamp, where the body leaves room for it above the footer."""
    stamp = Stamp(sheet.stamp)
    if layout.window.height - layout.content > 110 * canvas.scale.text:
        draw_stamp(
            canvas,
            stamp,
            box.right - SIDE + 4,
            box.bottom - FOOT - (FOOT_LINE + 12) * canvas.scale.text,
            canvas.theme.redp,
        )


def _draw_footer(canvas: Canvas, box: Box, sheet: Sheet) -> None:
    y = box.bottom - 24 - 16 * canvas.scale.text
    canvas.write(sheet.footer, prose(20, canvas.theme.ink2), box.x + SIDE, y)
    canvas.write(sheet.mark, prose(20, canvas.theme.ink2, Align.RIGHT), box.right - SIDE, y)
