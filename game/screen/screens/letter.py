"""A letter arriving: printed sign by sign, then read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from game.screen.acts import Back
from game.screen.box import Box
from game.screen.desk import MARGIN, Desk, Layout, Reel, Stop
from game.screen.parts.button import Button, button_height
from game.screen.parts.caption import caption_size
from game.screen.parts.keys import cap_height
from game.screen.parts.machine import Machine
from game.screen.parts.plain import Band, Caption, Face, Words
from game.screen.parts.strip import strip_height
from game.screen.parts.teletype import PITCH, Teletype, lines_in, teletype_lines
from game.screen.press import Press
from game.screen.scene import Piece
from game.screen.screens.page_head import foot_hints
from game.screen.screens.screen import Act, Become, Screen
from game.screen.shown import entry_named, moment_words, person_named, plain, source_line, strip_of
from game.screen.styles import heading, label, prose
from game.screen.text import sentence
from game.screen.uses import Uses
from game.view.page import Page, Told
from game.view.sheet import Cue
from game.view.sheet import Sheet as Paper

SIGN = 25.0  # milliseconds
RETURN = 380.0
DONE = 1e9
LINE_SIGNS = 24  # at the least, for how long it may take
PAPER_LEFT = 96.0
PAPER_WIDE = 0.578
MACHINE = 270.0
RIGHT = 0.682


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter(Screen):
    """A letter with the time since its first sign."""

    page: Page
    told: Told
    elapsed: float = 0.0
    focus: str = "on"

    help_key = "help.screen.letter"

    @property
    def uses(self) -> Uses:
        on = ("key.space", "letter.print") if self.is_moving else ("key.enter", "hint.on")
        return (on, ("help", "keys.help"), ("key.pages", "hint.scroll"))

    @property
    def paper(self) -> Paper:
        assert self.told.sheet is not None
        return self.told.sheet

    def layout(self, desk: Desk) -> Layout:
        return _layout(desk, self)

    @property
    def cues(self) -> tuple[Cue, ...]:
        """The sounds told at the moment of the letter; where there is none, that of the machine at work."""
        cues = tuple(
            each.cue
            for each in self.page.told
            if each.cue and each.cue.kind == "sound" and each.moment == self.told.moment
        )
        return cues or ((Cue("sound", "teletype", "", is_asset=False),) if self.is_moving else ())

    def activated(self, id: str) -> Act | None:  # noqa: A002, ARG002  there is only the way on
        return Back() if not self.is_moving else Become(replace(self, elapsed=DONE))

    def presented(self, by: int) -> Act | None:
        return self.activated("on") if by > 0 else None

    def answer(self, press: Press) -> Act | None:
        return self.activated("on") if press.key in ("space", "1") else None

    @property
    def is_moving(self) -> bool:
        signs = sum(len(plain(each)) for each in (self.paper.title, *self.paper.paragraphs)) + 60
        return self.elapsed < signs * SIGN + (signs / LINE_SIGNS + 12) * RETURN

    def later(self, milliseconds: float) -> Letter:
        return replace(self, elapsed=self.elapsed + milliseconds)


def signs_printed(lines: tuple[str, ...], elapsed: float) -> int:
    """Return how many signs stand on the paper, each end of a line counting as one.

    >>> [signs_printed(("AB", "CD"), elapsed) for elapsed in (50, 429, DONE)]
    [2, 2, 6]
    """
    printed = 0
    for line in lines:
        own = len(line) * SIGN
        if elapsed < own:
            return printed + int(elapsed / SIGN)
        if elapsed < own + RETURN:
            return printed + len(line)
        elapsed -= own + RETURN
        printed += len(line) + 1
    return printed


def _layout(desk: Desk, screen: Letter) -> Layout:
    whole, type_, words = desk.box, desk.type, desk.words
    is_compact = desk.is_tabbed
    high = strip_height(type_, is_compact=is_compact)
    foot = whole.height - 10 - cap_height(type_)
    button = Button(
        words["letter.print" if screen.is_moving else "letter.next"], "1", has_focus=screen.focus == "on"
    )
    if is_compact:
        own = button_height(type_, button, whole.width - 2 * MARGIN)
        place = Box(MARGIN, foot - 14 - own, whole.width - 2 * MARGIN, own)
        paper = Box(MARGIN, high, whole.width - 2 * MARGIN, place.y - 18 - high)
        beside: tuple[Piece, ...] = ()
    else:
        left = whole.width * RIGHT
        width = whole.width - MARGIN - left
        own = button_height(type_, button, width)
        place = Box(left, foot - 16 - own, width, own)
        machine = Box(
            MARGIN, whole.height - MACHINE, whole.width * PAPER_WIDE + 2 * (PAPER_LEFT - MARGIN), MACHINE
        )
        paper = Box(PAPER_LEFT, high, whole.width * PAPER_WIDE, machine.y + 16 - high)
        beside = (
            *_beside(desk, screen, Box(left, high + 40, width, place.y - high - 60)),
            *_machine(desk, screen, machine),
        )
    kept, lines = _lines(desk, screen, paper.width)
    fit = lines_in(type_, paper)
    printed = signs_printed(lines, screen.elapsed)
    last = _last_line(lines, printed)
    pitch = PITCH * desk.text
    furthest = max(0.0, (len(lines) - fit) * pitch) if not screen.is_moving else 0.0
    first = max(0, last + 1 - fit) if screen.is_moving else round(min(screen.offset, furthest) / pitch)
    part = Teletype(lines, printed, first, kept, has_cursor=screen.is_moving)
    hints = foot_hints(desk, screen.uses)
    hint_left = MARGIN if is_compact else whole.width * RIGHT
    hint_box = Box(hint_left, foot, whole.width - MARGIN - hint_left, cap_height(type_))
    pieces = (
        Piece("paper", paper, part),
        Piece("strip", Box(0, 0, whole.width, high), strip_of(screen.page, words, is_compact=is_compact)),
        *beside,
        Piece("on", place, button),
        Piece("hints", hint_box, hints.part),
    )
    return Layout(pieces, (Stop("on", place),), (Reel("paper", paper, screen.offset, furthest, fit * pitch),))


def _lines(desk: Desk, screen: Letter, width: float) -> tuple[int, tuple[str, ...]]:
    """The lines of the message, and how many of them are its head."""
    paper = screen.paper
    head = teletype_lines(desk.type, (source_line(paper, desk.words), plain(paper.title)), width)
    head = tuple(line for line in head if line)
    return len(head), (*head, "", *teletype_lines(desk.type, paper.paragraphs, width))


def _last_line(lines: tuple[str, ...], printed: int) -> int:
    reach = 0
    for i, line in enumerate(lines):
        reach += len(line) + 1
        if printed < reach:
            return i
    return len(lines) - 1


def _beside(desk: Desk, screen: Letter, box: Box) -> tuple[Piece, ...]:
    """Who writes, and the points of the letter once it is there."""
    theme, type_, paper = desk.theme, desk.type, screen.paper
    name = paper.from_ or ""
    face = Box(box.x, box.y, 150, 176)
    name_style = heading(36, theme.n7)
    left = face.right + 24
    setting = type_.setting(name, name_style, box.right - left)
    pieces = [
        Piece("face", face, Face(person_named(name, screen.page))),
        Piece("name", Box(left, box.y + 4, box.right - left, setting.rest), Words(name, name_style)),
        *_role(desk, screen, Box(left, box.y + 4 + setting.rest + 8, box.right - left, face.height)),
    ]
    y = max(face.bottom, *(piece.box.bottom for piece in pieces)) + 36
    tints = (theme.green, theme.amber, theme.n6)
    for i, (point, said) in enumerate(paper.points if not screen.is_moving else ()):
        line = sentence(plain(said))
        title, body = label(tints[i % 3], 22), prose(24, theme.n7)
        first, second = type_.setting(point.upper(), title, box.width), type_.setting(line, body, box.width)
        if y + 20 + first.rest + second.rest > box.bottom:
            break
        pieces += [
            Piece(f"rule {i}", Box(box.x, y, box.width, 2), Band(theme.n4)),
            Piece(f"point {i}", Box(box.x, y + 20, box.width, first.rest), Words(point.upper(), title)),
            Piece(f"words {i}", Box(box.x, y + 30 + first.rest, box.width, second.rest), Words(line, body)),
        ]
        y += 50 + first.rest + second.rest
    return tuple(pieces)


def _role(desk: Desk, screen: Letter, box: Box) -> Iterator[Piece]:
    """What the writer is, where the scenario says so."""
    entry = entry_named(screen.paper.from_ or "", screen.page)
    if entry is not None and entry.kind == desk.words["codex.person"] and entry.paragraphs:
        style = prose(22, desk.theme.n6)
        role = sentence(plain(entry.paragraphs[0]))
        rest = desk.type.setting(role, style, box.width).rest
        yield Piece("role", Box(box.x, box.y, box.width, rest), Words(role, style))


def _machine(desk: Desk, screen: Letter, box: Box) -> tuple[Piece, ...]:
    words = desk.words
    _, lines = _lines(desk, screen, desk.box.width * PAPER_WIDE)
    total = sum(len(line) + 1 for line in lines)
    share = min(1.0, signs_printed(lines, screen.elapsed) / max(1, total))
    machine = Machine(
        words["letter.model"],
        words["letter.circuit"].format(moment=moment_words(screen.paper.moment, words)),
        words["letter.arriving" if screen.is_moving else "letter.arrived"],
        1.0 if not screen.is_moving else round(share, 2),
    )
    pieces = [Piece("machine", box, machine)]
    cue = screen.told.cue or screen.paper.cue
    sound = next(
        (
            each.cue.caption
            for each in screen.page.told
            if each.cue and each.cue.kind == "sound" and each.moment == screen.told.moment
        ),
        "",
    )
    caption = sentence(sound or (cue.caption if cue and cue.kind == "sound" else ""))
    if caption:
        width, height = caption_size(desk.type, caption)
        if width < box.width * 0.5:
            pieces.append(
                Piece("sound", Box(box.right - 44 - width, box.y + 128, width, height), Caption(caption))
            )
    return tuple(pieces)
