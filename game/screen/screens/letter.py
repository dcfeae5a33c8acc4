"""A letter arriving: printed sign by sign, then read."""

from __future__ import annotations

from game.frozen import NamedTuple, replace
from game.screen.acts import Back
from game.screen.box import Box
from game.screen.desk import MARGIN, Desk, Layout, Reel, Stop
from game.screen.parts.button import Button, button_height
from game.screen.parts.caption import caption_size
from game.screen.parts.keys import cap_height
from game.screen.parts.machine import Machine
from game.screen.parts.plain import Caption
from game.screen.parts.scroll import WIDTH as BAR
from game.screen.parts.scroll import Rail
from game.screen.parts.strip import strip_height
from game.screen.parts.teletype import END, PITCH, TOP, Teletype, lines_in, teletype_lines
from game.screen.scene import Piece
from game.screen.screens.letter_side import Beside, beside, role_words
from game.screen.screens.listing import BESIDE
from game.screen.screens.page_head import foot_hints
from game.screen.screens.screen import Act, Become, Screen
from game.screen.shown import moment_words, plain, source_line, strip_of
from game.screen.text import sentence
from game.screen.uses import Uses, reading
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
        """The sounds of the letter; where it has none, that of the machine at work."""
        return self.sounds or ((Cue("sound", "teletype", "", is_asset=False),) if self.is_moving else ())

    @property
    def sounds(self) -> tuple[Cue, ...]:
        """The sounds told at the moment of the letter."""
        return tuple(
            each.cue
            for each in self.page.told
            if each.cue and each.cue.kind == "sound" and each.moment == self.told.moment
        )

    def activated(self, id: str) -> Act | None:  # noqa: A002, ARG002  there is only the way on
        return Back() if not self.is_moving else Become(replace(self, elapsed=DONE))

    def presented(self, by: int) -> Act | None:
        return self.activated("on") if by > 0 else None

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
    own = button_height(type_, Button(words["letter.print"]), 300)
    side = Beside((), 0)
    machine: tuple[Piece, ...] = ()
    if is_compact:
        place = Box(MARGIN, foot - 14 - own, whole.width - 2 * MARGIN, own)
        paper = Box(MARGIN, high, whole.width - 2 * MARGIN, place.y - 18 - high)
    else:
        left = whole.width * RIGHT
        width = whole.width - MARGIN - left
        place = Box(left, foot - 16 - own, width, own)
        body = Box(
            MARGIN, whole.height - MACHINE, whole.width * PAPER_WIDE + 2 * (PAPER_LEFT - MARGIN), MACHINE
        )
        paper = Box(PAPER_LEFT, high, whole.width * PAPER_WIDE, body.y + 16 - high)
        points = () if screen.is_moving else screen.paper.points
        room = Box(left, high + 40, width, place.y - high - 60)
        side = beside(desk, screen.page, screen.paper, points, room)
        machine = _machine(desk, screen, body)
    print_ = _print(desk, screen, paper, side.points)
    button = Button(words[_way_on(screen, print_.reel)], has_focus=screen.focus == "on")
    hints = foot_hints(desk, reading(screen.uses) if print_.reel.has_more else screen.uses)
    hint_box = Box(place.x, foot, whole.width - MARGIN - place.x, cap_height(type_))
    pieces = (
        *print_.pieces,
        Piece("strip", Box(0, 0, whole.width, high), strip_of(screen.page, words, is_compact=is_compact)),
        *side.pieces,
        *machine,
        Piece("on", place, button),
        Piece("hints", hint_box, hints.part),
    )
    return Layout(pieces, (Stop("on", place),), (print_.reel,), reads_first=True)


def _way_on(screen: Letter, reel: Reel) -> str:
    """The words of the only button, by their key."""
    if screen.is_moving:
        return "letter.print"
    return "hint.more" if reel.has_more else "letter.next"


class _Print(NamedTuple):
    """The paper with a bar where it is longer than its window, and how far it is scrolled."""

    pieces: tuple[Piece, ...]
    reel: Reel


def _print(desk: Desk, screen: Letter, paper: Box, told: int) -> _Print:
    """The message; below it what is not told beside it, of whose points so many are."""
    kept, lines = _lines(desk, screen, paper.width)
    fit, pitch = lines_in(desk.type, paper), PITCH * desk.text
    if screen.is_moving:
        printed = signs_printed(lines, screen.elapsed)
        first = max(0, _last_line(lines, printed) + 1 - fit)
        part = Teletype(lines, printed, first, kept)
        return _Print((Piece("paper", paper, part),), Reel("paper", paper, 0.0, 0.0, fit * pitch))
    lines = (*lines, *_beneath(desk, screen, paper.width, told))
    lines = (*lines, "") if len(lines) > fit else lines
    furthest = max(0.0, (len(lines) - fit) * pitch)
    reel = Reel("paper", paper, screen.offset, furthest, fit * pitch)
    offset = reel.held(screen.offset)
    part = Teletype(
        lines, sum(len(line) + 1 for line in lines), round(offset / pitch), kept, has_cursor=False
    )
    pieces = [Piece("paper", paper, part)]
    if furthest:
        track = Box(paper.right + BESIDE, paper.y + TOP, BAR, paper.height - TOP - END)
        pieces.append(Piece("rail", track, Rail(offset, len(lines) * pitch, fit * pitch)))
    return _Print(tuple(pieces), reel)


def _lines(desk: Desk, screen: Letter, width: float) -> tuple[int, tuple[str, ...]]:
    """The lines of the message, and how many of them are its head."""
    paper = screen.paper
    head = teletype_lines(desk.type, (source_line(paper, desk.words), plain(paper.title)), width)
    head = tuple(line for line in head if line)
    return len(head), (*head, "", *teletype_lines(desk.type, paper.paragraphs, width))


def _beneath(desk: Desk, screen: Letter, width: float, told: int) -> tuple[str, ...]:
    """What follows the message on the paper: who writes, unless it is told beside it, and further points."""
    paper = screen.paper
    role = role_words(desk, screen.page, paper) if desk.is_tabbed else ""
    writer = (f"{paper.from_}: {role}",) if role else ()
    points = tuple(f"{point}: {plain(said)}" for point, said in paper.points[told:])
    more = teletype_lines(desk.type, (*writer, *points), width)
    return ("", *more) if more else ()


def _last_line(lines: tuple[str, ...], printed: int) -> int:
    reach = 0
    for i, line in enumerate(lines):
        reach += len(line) + 1
        if printed < reach:
            return i
    return len(lines) - 1


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
    sound = next((each.caption for each in screen.sounds), "")
    caption = sentence(sound or (cue.caption if cue and cue.kind == "sound" else ""))
    if caption:
        width, height = caption_size(desk.type, caption)
        if width < box.width * 0.5:
            pieces.append(
                Piece("sound", Box(box.right - 44 - width, box.y + 128, width, height), Caption(caption))
            )
    return tuple(pieces)
