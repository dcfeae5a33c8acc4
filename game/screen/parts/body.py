"""The body of a sheet: paragraphs, what is not known, and further sections, set one below the other."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from game.frozen import Frozen, NamedTuple
from game.screen.parts.keys import Hint, Hints, cap_height, cap_width, hint_gaps
from game.screen.styles import heading, label, prose, typed
from game.screen.text import Text
from game.screen.theme import Theme
from game.screen.typeset import TAIL, Setting, Style, Typesetter

USUAL = 23.0
BETWEEN = 16
COLUMNS = 40.0
MOST_COLUMNS = 3
KEY_ROWS = 10.0
CAP_EDGE = 4.0  # how far the edge of a cap reaches beyond it
ACCENT = 0.2  # of the size: how far accents stand above capitals


class Section(Frozen):
    """A part of a sheet under a rule: a label such as a date, a title, a source line, and what it says.

    `notes` are short lines below it, such as readings that moved; `keys` are keys with what they do.
    """

    label: str = ""
    title: str = ""
    source: str = ""
    paragraphs: tuple[Text, ...] = ()
    unknowns_title: str = ""
    unknowns: tuple[Text, ...] = ()
    notes: tuple[str, ...] = ()
    keys: Hints = ()


class Item(NamedTuple):
    """A set text of the body, at its distance from the body's left and top."""

    x: float
    y: float
    setting: Setting
    has_bullet: bool = False


class Cap(NamedTuple):
    """The cap of a key with its height, at its distance from the body's left and top."""

    x: float
    y: float
    key: str
    height: float


class Span(NamedTuple):
    """The heights at which a line begins, above its accents and at its capitals, and ends below its tails."""

    above: float
    top: float
    bottom: float


class Body(NamedTuple):
    items: tuple[Item, ...]
    caps: tuple[Cap, ...]
    rules: tuple[float, ...]
    height: float

    @property
    def spans(self) -> Iterator[Span]:
        """Where each line of words and each cap of a key begins and ends."""
        for item in self.items:
            setting = item.setting
            size = setting.size / setting.unit
            for number in range(len(setting.lines)):
                top = item.y + number * setting.pitch / setting.unit
                yield Span(top - ACCENT * size, top, top + setting.cap / setting.unit + TAIL * size)
        for cap in self.caps:
            yield Span(cap.y - CAP_EDGE, cap.y, cap.y + cap.height + CAP_EDGE)


def body(type_: Typesetter, theme: Theme, sections: tuple[Section, ...], size: float, width: float) -> Body:
    """Return the sections set for a width; there is a rule before each but the first."""
    writer = _Writer(type_, theme, size, width)
    for i, section in enumerate(sections):
        if i:
            writer.rule()
        writer.write(section)
    return Body(tuple(writer.items), tuple(writer.caps), tuple(writer.rules), writer.y)


def titles_by(size: float) -> float:
    """Return by how much titles are larger beside a body of a size that is larger than usual."""
    return max(1.0, size / USUAL)


class _Writer:
    """Sets text after text downward."""

    def __init__(self, type_: Typesetter, theme: Theme, size: float, width: float) -> None:
        self._type, self._theme, self._size, self._width = type_, theme, size, width
        self.items: list[Item] = []
        self.caps: list[Cap] = []
        self.rules: list[float] = []
        self.y = 10.0

    def rule(self) -> None:
        self.rules.append(self.y + 10)
        self.y += 36

    def write(self, section: Section) -> None:
        theme, size, grown = self._theme, self._size, titles_by(self._size)
        if section.label:
            self._add(section.label, label(theme.redp, 20 * grown), 14)
        if section.title:
            self._add(section.title, heading(30 * grown, theme.ink), 12)
        if section.source:
            self._add(section.source, prose(21 * grown, theme.ink2), 14)
        for paragraph in section.paragraphs:
            self._add(paragraph, typed(size, theme.ink, theme.bluep), BETWEEN)
        if section.unknowns:
            if section.paragraphs or section.source:
                self.rules.append(self.y + 4)
                self.y += 30
            self._add(section.unknowns_title, label(theme.redp, 22 * grown), 10)
            for unknown in section.unknowns:
                self._add(unknown, prose(size + 2, theme.ink, accent=theme.bluep), 8, has_bullet=True)
        for note in section.notes:
            self._add(note, heading(23 * grown, theme.ink2)._replace(lead=1.3), 8)
        if section.keys:
            self._add_keys(section.keys)

    def _add_keys(self, keys: Hints) -> None:
        """Set keys in columns, as many as have room, to be read downward."""
        type_, style = self._type, prose(self._size, self._theme.ink)
        longest = max(_key_width(type_, each, style) for each in keys)
        count = min(max(1, int((self._width + COLUMNS) / (longest + COLUMNS))), MOST_COLUMNS)
        rows = ceil(len(keys) / count)
        columns = [keys[i : i + rows] for i in range(0, len(keys), rows)]
        lefts = [max(cap_width(type_, each.key) for each in column) + _after_cap(type_) for column in columns]
        own, high = (self._width - COLUMNS * (count - 1)) / count, cap_height(type_)
        for row in range(rows):
            lowest = high
            for i, (column, left) in enumerate(zip(columns, lefts, strict=True)):
                for each in column[row : row + 1]:
                    x = i * (own + COLUMNS)
                    words = type_.setting(each.words, style, own - left)
                    self.caps.append(Cap(x, self.y, each.key, high))
                    self.items.append(Item(x + left, self.y + max(0.0, (high - words.tall) / 2), words))
                    lowest = max(lowest, words.high)
            self.y += lowest + KEY_ROWS

    def _add(self, words: str | Text, style: Style, after: float, *, has_bullet: bool = False) -> None:
        indent = 24 if has_bullet else 0
        room = min(self._width - indent, self._type.measure(style))
        setting = self._type.setting(words, style, room)
        self.items.append(Item(indent, self.y, setting, has_bullet))
        self.y += setting.high + after


def _key_width(type_: Typesetter, key: Hint, style: Style) -> float:
    return cap_width(type_, key.key) + _after_cap(type_) + type_.width(key.words, style)


def _after_cap(type_: Typesetter) -> float:
    return 2 * hint_gaps(type_)[0]
