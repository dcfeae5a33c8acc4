"""The options of a vote as bars that can be read from the last row: number, words, and votes."""

from __future__ import annotations

from collections.abc import Iterator

from game.frozen import NamedTuple
from game.screen.box import Box
from game.screen.colour import Colour, mixed
from game.screen.desk import Desk
from game.screen.parts.plain import Band, Words
from game.screen.scene import Piece
from game.screen.screens.class_head import fitted, sized
from game.screen.styles import heading, number, prose
from game.screen.theme import Theme
from game.screen.typeset import Align

GAP = 26.0
BADGE = 0.6
"""Of the height of a bar, for the number of the option; at least `LEAST_BADGE` wide."""
LEAST_BADGE = 104.0
COUNT = 240.0
REACH = 0.86
"""Of the bar, for the option with most votes."""
MOST_HIGH = 340.0
MOST_GAP = 60.0
LABELS = (96.0, 84.0, 72.0, 62.0, 54.0, 46.0, 40.0, 34.0, 30.0, 26.0, 22.0, 18.0)
OPTION = "option"


class Bar(NamedTuple):
    """An option: its number, its words, its votes or None while they are hidden, and a small line below."""

    key: str
    label: str
    about: str = ""
    votes: int | None = None
    first: str = ""
    is_leader: bool = False
    is_chosen: bool = False
    has_focus: bool = False


def bars(desk: Desk, listed: tuple[Bar, ...], box: Box) -> tuple[Piece, ...]:
    """Return the bars one below another, in a box."""
    places = bar_boxes(listed, box)
    most = max((each.votes or 0 for each in listed), default=0)
    return tuple(
        piece
        for number_, (bar, place) in enumerate(zip(listed, places, strict=True))
        for piece in _bar(desk, number_, bar, place, most)
    )


def bar_boxes(listed: tuple[Bar, ...], box: Box) -> tuple[Box, ...]:
    """Return where the bars lie."""
    count = max(1, len(listed))
    gap = GAP if count <= 5 else GAP / 2
    high = min(MOST_HIGH, (box.height - gap * (count - 1)) / count)
    if count > 1:
        gap = min(MOST_GAP, (box.height - high * count) / (count - 1))
    return tuple(Box(box.x, box.y + i * (high + gap), box.width, high) for i in range(len(listed)))


def _bar(desk: Desk, place: int, bar: Bar, box: Box, most: int) -> Iterator[Piece]:
    theme, tone = desk.theme, _tones(desk.theme)[place % len(_tones(desk.theme))]
    muted = mixed(tone, theme.n2, 0.55)
    badge = min(max(LEAST_BADGE, BADGE * box.height), box.height)
    yield Piece(f"ground {place}", box, Band(theme.n2))
    if bar.votes:
        reach = badge + (box.width - badge) * REACH * bar.votes / most
        yield Piece(f"reach {place}", box._replace(width=reach), Band(tone if bar.is_leader else muted))
    yield Piece(f"badge {place}", box._replace(width=badge), Band(tone))
    digit = sized(desk, number(min(130.0, box.height * 0.62), theme.n0, Align.CENTRE))
    tall = desk.type.setting(bar.key, digit).tall
    middle = Box(box.x, box.middle[1] - tall / 2, badge, tall + 4)
    yield Piece(f"digit {place}", middle, Words(bar.key, digit))
    if bar.is_chosen or bar.has_focus:
        yield Piece(f"frame {place}", box.grown(7), Band(theme.n7 if bar.is_chosen else theme.amber, 5))
    yield from _labels(desk, place, bar, Box(box.x + badge + 28, box.y, box.width - badge - 56, box.height))


def _labels(desk: Desk, place: int, bar: Bar, box: Box) -> Iterator[Piece]:
    """Words at the left, votes at the right."""
    theme, type_ = desk.theme, desk.type
    ink = theme.n0 if bar.is_leader and bar.votes else theme.n7
    has_count = bar.votes is not None
    room = box._replace(width=box.width * (REACH - 0.06) if has_count else box.width)
    style = fitted(desk, bar.label, heading(LABELS[0], ink), LABELS, (room.width, room.height - 12))
    label = type_.setting(bar.label, style, room.width)
    small = sized(desk, prose(min(40.0, style.size * desk.text * 0.62), ink if bar.is_leader else theme.n6))
    about = type_.setting(bar.about, small, room.width)
    has_about = bool(bar.about) and label.rest + about.rest + 14 <= room.height
    high = label.tall + (14 + about.tall if has_about else 0)
    top = box.middle[1] - high / 2
    yield Piece(f"label {place}", Box(box.x, top, room.width, label.rest), Words(bar.label, style))
    if has_about:
        below = Box(box.x, top + label.tall + 14, room.width, about.rest)
        yield Piece(f"about {place}", below, Words(bar.about, small))
    if has_count:
        yield from _count(desk, place, bar, box)


def _count(desk: Desk, place: int, bar: Bar, box: Box) -> Iterator[Piece]:
    theme, type_ = desk.theme, desk.type
    style = sized(desk, number(min(124.0, box.height * 0.6), theme.n7, Align.RIGHT))
    count = type_.setting(str(bar.votes), style)
    small = sized(desk, prose(min(34.0, box.height * 0.24), theme.n6, Align.RIGHT))
    first = type_.setting(bar.first, small)
    high = count.tall + (12 + first.tall if bar.first else 0)
    top = box.middle[1] - high / 2
    right = Box(box.right - COUNT, top, COUNT, count.rest)
    yield Piece(f"count {place}", right, Words(str(bar.votes), style))
    if bar.first:
        below = Box(box.right - COUNT, top + count.tall + 12, COUNT, first.rest)
        yield Piece(f"first {place}", below, Words(bar.first, small))


def _tones(theme: Theme) -> tuple[Colour, ...]:
    """Colours by number, as the cards have them that a class holds up."""
    return (theme.red, theme.amber, theme.green, theme.blue, theme.n5, theme.n6)
