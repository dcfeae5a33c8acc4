"""How the game ended: date, headline, some lines, and facts beside what really happened."""

from __future__ import annotations

from typing import ClassVar

from game.frozen import NamedTuple
from game.screen.acts import Home, Rewind, Show
from game.screen.backdrop import Mood, Rings
from game.screen.box import Box
from game.screen.desk import TABBED_FROM, Desk, Layout, Stop
from game.screen.fonts import Role
from game.screen.parts.body import Section
from game.screen.parts.button import Button, button_height
from game.screen.parts.plain import Band, Words
from game.screen.parts.sheet import PEEK, Sheet
from game.screen.press import Press
from game.screen.scene import Piece
from game.screen.screens.page_head import foot_hints, foot_top
from game.screen.screens.screen import Act, Screen
from game.screen.shown import moment_words, plain
from game.screen.styles import label, number, prose
from game.screen.typeset import Align, Break, Setting, Style
from game.screen.uses import Uses
from game.view.debrief import EndingCard, FactLine
from game.view.line import Run
from game.view.page import Page
from game.view.picture import Place
from game.view.sheet import Cue
from game.view.words import Words as Texts

LEFT = 80.0
ASPECT = 16 / 9  # of a canvas, below which the globe is smaller
TITLES = (132.0, 112.0, 96.0, 80.0, 66.0, 54.0)
BESIDE = 0.43  # of the canvas, for the words beside the rings
BUTTONS = ("report", "journal", "undo", "home")
GAP = 22.0


class Ending(Screen):
    """The ending of a Page that has one."""

    page: Page
    focus: str = "report"

    help_key = "help.screen.ending"
    uses: ClassVar[Uses] = (
        ("key.enter", "hint.open"),
        ("key.tab", "hint.next"),
        ("help", "keys.help"),
        ("redo", "ending.report"),
        ("journal", "keys.journal"),
        ("undo", "ending.undo"),
        ("key.escape", "hint.pause"),
    )

    @property
    def card(self) -> EndingCard:
        assert self.page.ending is not None
        return self.page.ending

    @property
    def cues(self) -> tuple[Cue, ...]:
        return (self.card.sound,) if self.card.sound is not None else ()

    def layout(self, desk: Desk) -> Layout:
        return _layout(desk, self)

    def activated(self, id: str) -> Act | None:  # noqa: A002  an id is an id
        undo = self.page.way_back.undo
        acts: dict[str, Act | None] = {
            "report": Show("report"),
            "journal": Show("journal"),
            "undo": None if undo is None else Rewind(undo),
            "home": Home(),
        }
        return acts.get(id)

    @property
    def buttons(self) -> tuple[str, ...]:
        return tuple(name for name in BUTTONS if self.activated(name) is not None)

    def answer(self, press: Press) -> Act | None:
        keys = {"j": "journal", "u": "undo", "r": "report"}
        return self.activated(keys[press.key]) if press.key in keys else None

    def back(self) -> Act:
        return Show("pause")


def mood_of(card: EndingCard) -> Mood:
    """Return the colour of an ending: near black for the worst, green where it went well."""
    if card.is_catastrophe:
        return "war"
    return "calm" if card.is_historical or (card.rank is not None and card.rank <= 2) else "sober"


def _layout(desk: Desk, screen: Ending) -> Layout:
    """The words beside the rings, else alone, else on a sheet to be scrolled: nothing of them is left out."""
    whole = desk.box
    narrow, broad = whole.width * BESIDE, whole.width - 2 * LEFT
    widths = (narrow, broad) if desk.text < TABBED_FROM else (broad,)
    for width in widths:
        buttons, stops, top = _buttons(desk, screen, width)
        told = _words(desk, screen, width, top - 30)
        if told:
            rings = (_rings(whole, screen),) if width == narrow else ()
            return Layout((*rings, *told, *buttons, _foot(desk, screen)), stops)
    sheet = _sheet(desk, screen, Box(LEFT, 40, broad - PEEK, top - 30 - 40))
    return Layout((*sheet.scene, *buttons, _foot(desk, screen)), (*stops, *sheet.stops), sheet.reels)


def _rings(whole: Box, screen: Ending) -> Piece:
    """The globe of the story, growing."""
    middle = screen.page.map.views[0].middle if screen.page.map.views else Place(45, -30)
    globe = Place(middle.lat * 0.9, middle.lon + 25)
    radius = 0.86 * min(1.0, whole.width / whole.height / ASPECT)
    ground = Rings(mood_of(screen.card), 0.56, 0.5, radius, globe=globe, has_fade=True, is_growing=True)
    return Piece("rings", Box(whole.width * 0.36, 0, whole.width * 0.64, whole.height), ground)


def _foot(desk: Desk, screen: Ending) -> Piece:
    hints = foot_hints(desk, screen.uses)
    return Piece("hints", hints.box.moved(LEFT - 40), hints.part)


def _sheet(desk: Desk, screen: Ending, box: Box) -> Layout:
    """The words on a sheet to be scrolled, where they have no room side by side with what can be done."""
    paper = screen.card.sheet
    sheet = Sheet(
        plain(paper.title),
        moment_words(paper.moment, desk.words),
        (*paper.paragraphs, *(((Run(screen.card.cause),),) if screen.card.cause else ())),
        sections=(Section(notes=tuple(_noted(desk.words, each) for each in screen.card.facts)),),
        rule="danger" if screen.card.is_catastrophe else "neutral",
        offset=screen.offset,
        has_focus=screen.focus == "sheet",
    )
    return Layout((Piece("sheet", box, sheet),), (Stop("sheet", box),), (desk.reel(sheet, box),))


def _noted(words: Texts, fact: FactLine) -> str:
    """A fact in one line."""
    said = words["reading"].format(label=fact.label, value=plain(fact.value))
    return f"{said} ({_then(words, fact)})" if fact.history else said


def _then(words: Texts, fact: FactLine) -> str:
    return words["ending.history"].format(history=plain(fact.history)) if fact.history else ""


def _words(desk: Desk, screen: Ending, width: float, bottom: float) -> list[Piece]:
    """Everything in words, in the largest headline that leaves room for the rest; nothing where none does."""
    for size in TITLES:
        own = size / max(1.0, desk.text * 0.8)
        found = _set(desk, screen, width, own)
        is_whole = desk.type.longest(_headline(screen), _headline_style(desk, own)) <= width
        if is_whole and max(piece.box.bottom for piece in found) <= bottom:
            return found
    return []


def _headline(screen: Ending) -> str:
    return plain(screen.card.sheet.title).upper()


def _headline_style(desk: Desk, size: float) -> Style:
    return Style(Role.DISPLAY, size, desk.theme.n7, lead=1.1, breaks=Break.EVEN)


def _set(desk: Desk, screen: Ending, width: float, size: float) -> list[Piece]:
    theme, type_, card = desk.theme, desk.type, screen.card
    colour = {"war": theme.red, "calm": theme.green, "sober": theme.n6, "danger": theme.red}[mood_of(card)]
    date = moment_words(card.sheet.moment, desk.words).upper()
    lines = [
        ("date", date, label(theme.n6, 26), 18.0),
        ("title", _headline(screen), _headline_style(desk, size), 34.0),
        *((f"text {i}", each, prose(27, theme.n7), 16.0) for i, each in enumerate(card.sheet.paragraphs)),
        *((("cause", card.cause, prose(22, theme.n6), 10.0),) if card.cause else ()),
    ]
    y = 72.0 if desk.text < 1.5 else 40.0
    pieces = [Piece("bar", Box(LEFT, y, 96, 10), Band(colour))]
    y += 40
    for id_, words, style, gap in lines:
        setting = type_.setting(words, style, width)
        pieces.append(Piece(id_, Box(LEFT, y, width, setting.rest), Words(words, style)))
        y += (setting.rest if id_ == "title" else setting.high) + gap
    return [*pieces, *_facts(desk, screen, width, y + 10)]


class _Fact(NamedTuple):
    """A fact set for a width: its label, its value, the value of the record."""

    name: Setting
    value: Setting
    then: Setting

    def is_in_line(self, width: float) -> bool:
        """Whether both values have room on one line."""
        is_short = len(self.value.lines) == 1 and len(self.then.lines) <= 1
        return is_short and self.value.wide + self.then.wide + 30 <= width


def _facts(desk: Desk, screen: Ending, width: float, y: float) -> list[Piece]:
    """Facts in two columns: label, value, and the value of the record, beside it if all have room there."""
    theme, type_, words = desk.theme, desk.type, desk.words
    in_row = 2 if width > 640 * desk.text else 1
    own = (width - 40 * (in_row - 1)) / in_row
    small, big, last = prose(22, theme.n6), number(32, theme.n7), prose(20, theme.n6)
    listed = [
        _Fact(
            type_.setting(each.label, small, own),
            type_.setting(plain(each.value), big, own),
            type_.setting(_then(words, each), last, own),
        )
        for each in screen.card.facts
    ]
    is_beside = all(each.is_in_line(own) for each in listed)
    pieces: list[Piece] = []
    high = 0.0
    for i, (fact, each) in enumerate(zip(screen.card.facts, listed, strict=True)):
        if i % in_row == 0:
            y, high = y + high, 0.0
        x = LEFT + i % in_row * (own + 40)
        below = y + 16 + each.name.rest + 8
        end = below + each.value.rest
        pieces += [
            Piece(f"fact rule {i}", Box(x, y, own, 2), Band(theme.n4)),
            Piece(f"fact {i}", Box(x, y + 16, own, each.name.rest), Words(fact.label, small)),
            Piece(f"value {i}", Box(x, below, own, each.value.rest), Words(plain(fact.value), big)),
        ]
        if is_beside:
            left = x + each.value.wide + 20
            place = Box(left, below + each.value.tall - each.then.tall, x + own - left, each.then.rest)
            style = last._replace(align=Align.RIGHT)
        else:
            place, style = Box(x, end + 4, own, each.then.rest), last
            end = place.bottom
        pieces += [Piece(f"then {i}", place, Words(_then(words, fact), style))] if fact.history else []
        high = max(high, end - y + GAP)
    return pieces


def _buttons(desk: Desk, screen: Ending, width: float) -> tuple[list[Piece], tuple[Stop, ...], float]:
    words, type_ = desk.words, desk.type
    parts = [Button(words[f"ending.{name}"], has_focus=screen.focus == name) for name in screen.buttons]
    in_row = 2
    own = (width - 18) / in_row
    high = max(button_height(type_, part, own) for part in parts)
    top = foot_top(desk) - 34 - 2 * high - 16
    boxes = [
        Box(LEFT + i % in_row * (own + 18), top + i // in_row * (high + 16), own, high)
        for i in range(len(parts))
    ]
    pieces = [Piece(name, box, part) for name, box, part in zip(screen.buttons, boxes, parts, strict=True)]
    pieces.sort(key=lambda piece: piece.id == screen.focus)
    return pieces, tuple(Stop(name, box) for name, box in zip(screen.buttons, boxes, strict=True)), top
