"""Choice cards: number, what one would do, what it is about, and its course."""

from __future__ import annotations

from typing import Literal

from game.frozen import Frozen
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.colour import Colour
from game.screen.parts.tone import Tone, tone_colour
from game.screen.styles import heading, label, number, prose
from game.screen.theme import STANDARD, Theme
from game.screen.typeset import Align, Setting, Typesetter

State = Literal["rest", "focus", "disabled", "chosen"]
BADGE = 40
SIDE = 18
BETWEEN = 10
FOOT = 20


class Card(Frozen):
    """One thing the player may do.

    `course` is the word for its course and may be empty; `note` stands at the
    lower right, such as the odds. A disabled card says in `about` why it is so.
    """

    key: str
    title: str
    about: str = ""
    course: str = ""
    tone: Tone = "plain"
    note: str = ""
    state: State = "rest"


class _Parts(Frozen):
    badge: float
    title: Setting
    about: Setting | None
    course: Setting
    note: Setting
    room: float

    @property
    def head(self) -> float:
        """Height of badge and title, whichever is higher."""
        return max(self.badge, self.title.tall + 6)

    @property
    def is_stacked(self) -> bool:
        """Whether course and note do not fit side by side."""
        if not self.course.lines or not self.note.lines:
            return False
        return len(self.note.lines) > 1 or self.course.wide + self.note.wide + 48 > self.room

    @property
    def foot(self) -> float:
        """Height of course and note."""
        if self.is_stacked:
            return self.course.tall + BETWEEN + self.note.tall
        return max(self.course.tall, self.note.tall)


def card_height(type_: Typesetter, card: Card, width: float) -> float:
    """Return the least height in which nothing of a card is cut."""
    parts = _parts(type_, STANDARD, card, width)
    height = SIDE + parts.head + SIDE
    if parts.about is not None:
        height += BETWEEN + parts.about.high
    return height + (BETWEEN + 6 + parts.foot if parts.foot else 0)


def card_width(type_: Typesetter, card: Card) -> float:
    """Return the least width in which no word of a card is broken."""
    title = type_.longest(card.title, heading(27, STANDARD.n7))
    about = type_.longest(card.about, prose(21, STANDARD.n6))
    return max(title + BADGE * type_.scale.text + 12, about) + 2 * SIDE + 2


def draw_card(canvas: Canvas, box: Box, card: Card) -> None:
    theme = canvas.theme
    parts = _parts(canvas.kit.type, theme, card, box.width)
    _draw_ground(canvas, box, card)
    _draw_badge(canvas, box, card, parts)
    is_alone = len(parts.title.lines) == 1
    lowered = max(2.0, (parts.badge - parts.title.tall) / 2) if is_alone else 2.0
    canvas.place(parts.title, box.x + SIDE + parts.badge + 14, box.y + SIDE + lowered)
    if parts.about is not None:
        canvas.place(parts.about, box.x + SIDE, box.y + SIDE + parts.head + BETWEEN + 4)
    _draw_foot(canvas, box, card, parts)


def _parts(type_: Typesetter, theme: Theme, card: Card, width: float) -> _Parts:
    badge = BADGE * type_.scale.text
    main, second, _ = _inks(theme, card)
    inner = width - 2 * SIDE
    about = type_.setting(card.about, prose(21, second)._replace(lead=1.34), inner) if card.about else None
    return _Parts(
        badge=badge,
        title=type_.setting(card.title, heading(27, main), inner - badge - 12),
        about=about,
        course=type_.setting(card.course, label(second)),
        note=type_.setting(card.note, prose(FOOT, second), inner),
        room=inner,
    )


def _inks(theme: Theme, card: Card) -> tuple[Colour, Colour, Colour]:
    """Colours of the title, of the rest, and of the badge."""
    match card.state:
        case "rest":
            return theme.n7, theme.n6, theme.badge
        case "focus":
            return theme.n7, theme.n7, theme.amber
        case "disabled":
            return theme.n5, theme.n5, theme.n2
        case "chosen":
            return theme.n0, theme.n0, theme.amber


def _draw_ground(canvas: Canvas, box: Box, card: Card) -> None:
    theme = canvas.theme
    if card.state in ("focus", "chosen"):
        canvas.shadow(box, 16, 170, 6)
        canvas.fill(box.grown(4), theme.amber)
    canvas.fill(box, {"focus": theme.n3, "chosen": theme.amber}.get(card.state, theme.n2))
    if card.state in ("rest", "disabled"):
        canvas.frame(box, theme.n3 if card.state == "disabled" else theme.n4, 2)


def _draw_badge(canvas: Canvas, box: Box, card: Card, parts: _Parts) -> None:
    theme = canvas.theme
    place = Box(box.x + SIDE, box.y + SIDE, parts.badge, parts.badge)
    ink = theme.n0 if card.state == "focus" else _inks(theme, card)[0]
    canvas.fill(place, _inks(theme, card)[2])
    if card.state == "disabled":
        canvas.frame(place, theme.n4, 2)
    key = canvas.setting(card.key, number(30, ink, Align.CENTRE))
    canvas.place(key, place.middle[0], place.y + (place.height - key.tall) / 2)


def _draw_foot(canvas: Canvas, box: Box, card: Card, parts: _Parts) -> None:
    x, bottom = box.x + SIDE, box.bottom - SIDE
    if card.note and parts.is_stacked:
        canvas.place(parts.note, x, bottom - parts.note.tall)
        bottom -= parts.note.tall + BETWEEN
    elif card.note:
        canvas.place(parts.note, box.right - SIDE - parts.note.wide, bottom - parts.note.tall)
    if card.course:
        side = 14 * canvas.scale.text
        colour = canvas.theme.n0 if card.state == "chosen" else tone_colour(canvas.theme, card.tone)
        top = bottom - parts.course.tall
        canvas.fill(Box(x, top + (parts.course.tall - side) / 2, side, side), colour)
        canvas.place(parts.course, x + side + 10, top)
