"""Scenes onto the surface of the window: only what changed is drawn again."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import chain
from time import perf_counter
from typing import assert_never

import pygame

from game.frozen import NamedTuple
from game.screen.backdrop import Backdrops, Rings
from game.screen.box import Box, enclosing
from game.screen.canvas import Canvas
from game.screen.mapview import MapMaker
from game.screen.parts.adviser import AdviserTile, draw_adviser
from game.screen.parts.branch import Branch, Threads, draw_branch, draw_threads
from game.screen.parts.button import Button, draw_button
from game.screen.parts.caption import draw_caption
from game.screen.parts.card import Card, draw_card
from game.screen.parts.chip import draw_chip
from game.screen.parts.coach_mark import CoachMark, draw_coach_mark
from game.screen.parts.dialog import Dialog, draw_dialog, draw_toast
from game.screen.parts.entry import MenuEntry, draw_entry
from game.screen.parts.face import draw_face
from game.screen.parts.folder import Folder, draw_folder
from game.screen.parts.globe_inset import GlobeInset, draw_globe_inset
from game.screen.parts.hundred import Hundred, draw_hundred
from game.screen.parts.keys import draw_hints
from game.screen.parts.machine import Machine, draw_machine
from game.screen.parts.map_key import MapKey, draw_map_key
from game.screen.parts.map_panel import MapPanel, draw_map_panel, map_box
from game.screen.parts.plain import Band, Caption, Chip, Face, HintLine, Toast, Words
from game.screen.parts.plot import Plot, draw_plot
from game.screen.parts.row import Row, draw_row
from game.screen.parts.scroll import Rail, draw_rail
from game.screen.parts.share import ShareRow, draw_share
from game.screen.parts.sheet import Sheet, draw_sheet
from game.screen.parts.sign import Sign, draw_sign
from game.screen.parts.speech import Speech, draw_speech
from game.screen.parts.strip import Strip, draw_strip
from game.screen.parts.tab import TabWord, draw_tab
from game.screen.parts.tabs import Tabs, draw_tabs
from game.screen.parts.teletype import Teletype, draw_teletype
from game.screen.parts.veil import Veil
from game.screen.parts.vignette import Vignette, draw_vignette
from game.screen.scene import Part, Piece, Scene, apart, damaged
from game.screen.slide import Slide, kept, slide_area
from game.screen.vignettes.gallery import Gallery


class Shops(NamedTuple):
    """What takes long to make: maps and backdrops, made in slices and kept."""

    maps: MapMaker
    backdrops: Backdrops
    gallery: Gallery


class Painter:
    """The scene that a surface shows, or comes to show in slices.

    `ground` is as large as the surface and lies under every scene.
    """

    def __init__(self, canvas: Canvas, shops: Shops, ground: pygame.Surface) -> None:
        self._canvas = canvas
        self._shops = shops
        self._ground = ground
        self._shown: Scene = ()
        self._is_bare = True
        self._is_left = False
        self._slide: Slide | None = None
        self._strokes: Iterator[None] | None = None
        self._slices: Iterator[None] | None = None
        self._making: Piece | None = None
        self._is_made = True

    def paint(self, scene: Scene, moving: Container[str] = ()) -> bool:
        """Take a scene, to be painted after what is still to be; return whether it is another picture.

        `moving` are the ids of pieces on their way; a sheet among them is painted once and then laid.
        """
        sheets = (piece for piece in scene if piece.id in moving and isinstance(piece.part, Sheet))
        sheet = next(sheets, None) if self.is_painted else None
        strokes = self._laid(scene, sheet) if sheet is not None else None
        if strokes is None:
            self._slide = None
            strokes = self._put_over(scene, sheet)
        if strokes is None:
            strokes = [self._repainted(box, scene, sheet) for box in self._changed(scene, sheet)]
        self._shown, self._is_bare, self._is_left, self._is_made = scene, False, False, False
        if strokes:
            self._strokes = chain(self._strokes or (), *strokes)
        return bool(strokes)

    def _changed(self, scene: Scene, sheet: Piece | None) -> tuple[Box, ...]:
        """Return what is to be painted again; with a sheet that sets out, all of where it may go."""
        if self._is_bare or self._is_left:
            return (self._canvas.whole.grown(1),)
        boxes = damaged(self._shown, scene)
        return apart((*boxes, slide_area(sheet))) if boxes and sheet is not None else boxes

    def _put_over(self, scene: Scene, sheet: Piece | None) -> list[Iterator[None]] | None:
        """Return how what is new is painted over all that is shown; None where more changes."""
        below, over = scene[: len(self._shown)], scene[len(self._shown) :]
        if self._is_bare or below != self._shown:
            return None
        return [self._painted(self._canvas.whole.grown(1), over, sheet)] if over else []

    def _laid(self, scene: Scene, sheet: Piece) -> list[Iterator[None]] | None:
        """Return how the sheet that slides is laid where it is now; None where more changes in its area."""
        slide = self._slide
        if slide is None or not slide.takes(sheet):
            return None
        before = next(piece for piece in self._shown if piece.id == sheet.id)
        still = [tuple(piece for piece in each if piece.id != sheet.id) for each in (self._shown, scene)]
        others = damaged(*still)
        if any(box.meets(slide_area(slide.piece)) for box in others):
            return None
        strokes = [self._repainted(box, scene) for box in others]
        if before.box != sheet.box:
            strokes.append(self._slid(enclosing((before.reach, sheet.reach)), scene, sheet, slide))
        return strokes

    def leave(self) -> None:
        """Have the next scene painted whole, unless it lies over the one that is shown."""
        self._is_left = True

    def forget(self) -> None:
        """Take nothing for drawn: the next scene is painted whole."""
        self._is_bare = True
        self._slide = None

    def advance(self, milliseconds: float) -> bool:
        """Go on painting, and then making what takes long; return whether the surface shows more than before.

        While it is not painted the surface is not fit to be seen.
        """
        end = perf_counter() + milliseconds / 1000
        if self._strokes is None and not self._is_made:
            self._make(end)
        if self._strokes is None or not _is_done(self._strokes, end):
            return False
        self._strokes = None
        return True

    @property
    def is_painted(self) -> bool:
        """Whether the surface shows the last scene, as far as its parts are made."""
        return self._strokes is None

    @property
    def is_busy(self) -> bool:
        """Whether something is still to be painted or made."""
        return self._strokes is not None or not self._is_made

    def _make(self, end: float) -> None:
        """Go on making what takes long until a moment; what is made is to be painted."""
        while self._slices is not None or self._next():
            assert self._slices is not None
            if not _is_done(self._slices, end):
                return
            self._slices = None
            if self._making in self._shown:
                assert self._making is not None
                self._strokes = self._repainted(self._making.reach, self._shown)
                return

    def _next(self) -> bool:
        self._making = self._unmade()
        self._slices = self._slices_of(self._making) if self._making is not None else None
        self._is_made = self._making is None
        return not self._is_made

    def _slices_of(self, piece: Piece) -> Iterator[None]:
        canvas, shops = self._canvas, self._shops
        if isinstance(piece.part, Rings):
            return shops.backdrops.slices(canvas, piece.box, piece.part, self._ground)
        if isinstance(piece.part, GlobeInset):
            return shops.maps.globe_slices(canvas, piece.box, piece.part.over)
        assert isinstance(piece.part, MapPanel)
        box = map_box(canvas.kit.type, piece.box, piece.part)
        return shops.maps.slices(canvas, box, piece.part.sight)

    def _unmade(self) -> Piece | None:
        return next((piece for piece in self._shown if self.is_unmade(piece)), None)

    def is_unmade(self, piece: Piece) -> bool:
        """Whether a piece takes long to make and is not there yet."""
        canvas, shops = self._canvas, self._shops
        match piece.part:
            case Rings():
                return not shops.backdrops.has(canvas, piece.box, piece.part)
            case GlobeInset(over=over):
                return not shops.maps.has_globe(canvas, piece.box, over)
            case MapPanel():
                box = map_box(canvas.kit.type, piece.box, piece.part)
                return not shops.maps.is_ready(canvas, box, piece.part.sight)
            case _:
                return False

    def _repainted(self, box: Box, scene: Scene, sheet: Piece | None = None) -> Iterator[None]:
        """Paint what a scene has in a box, pausing after each piece."""
        canvas = self._canvas
        rect = pygame.Rect(canvas.scale.rect(box))
        canvas.surface.blit(self._ground, rect, rect)
        yield from self._painted(box, scene, sheet)

    def _painted(self, box: Box, pieces: Scene, sheet: Piece | None = None) -> Iterator[None]:
        """Paint what pieces have in a box; keep how a sheet among them that sets out lies there."""
        canvas = self._canvas
        for piece in pieces:
            if piece.reach.meets(box):
                under = kept(canvas, slide_area(piece)) if piece is sheet else None
                with canvas.clipped(box):
                    draw_part(canvas, self._shops, piece.box, piece.part)
                if under is not None:
                    self._slide = Slide(piece, under, kept(canvas, piece.box))
                yield

    def _slid(self, box: Box, scene: Scene, sheet: Piece, slide: Slide) -> Iterator[None]:
        """Lay a sheet where it is now, and paint what lies over it in a box."""
        slide.draw(self._canvas, box, sheet)
        yield
        yield from self._painted(box, scene[scene.index(sheet) + 1 :])


def _is_done(slices: Iterator[None], end: float) -> bool:
    """Go on with work until a moment, by one slice at least; return whether all of it is done."""
    return all(perf_counter() < end for _ in slices)


def draw_part(canvas: Canvas, shops: Shops, box: Box, part: Part) -> None:  # noqa: C901, PLR0912, PLR0915  a case a part
    """Draw a part in its place."""
    match part:
        case AdviserTile():
            draw_adviser(canvas, box, part)
        case Band(colour=colour, frame=0.0):
            canvas.fill(box, colour)
        case Band(colour=colour, frame=thick):
            canvas.frame(box, colour, thick)
        case Branch():
            draw_branch(canvas, box, part)
        case Button():
            draw_button(canvas, box, part)
        case Caption(words=words):
            draw_caption(canvas, box, words)
        case Card():
            draw_card(canvas, box, part)
        case Chip(words=words, tone=tone, size=size):
            draw_chip(canvas, (box.x, box.y), words, tone, size)
        case CoachMark():
            draw_coach_mark(canvas, box, part)
        case Dialog():
            draw_dialog(canvas, part)
        case Face(person=person):
            draw_face(canvas, box, person)
        case Folder():
            draw_folder(canvas, box, part)
        case GlobeInset():
            draw_globe_inset(canvas, shops.maps, box, part)
        case HintLine(hints=hints):
            draw_hints(canvas, box, hints)
        case Hundred():
            draw_hundred(canvas, box, part)
        case Machine():
            draw_machine(canvas, box, part)
        case MapKey():
            draw_map_key(canvas, box, part)
        case MapPanel():
            draw_map_panel(canvas, shops.maps, box, part)
        case MenuEntry():
            draw_entry(canvas, box, part)
        case Rings():
            shops.backdrops.draw(canvas, box, part)
        case Plot():
            draw_plot(canvas, box, part)
        case Rail():
            draw_rail(canvas, box, part)
        case Row():
            draw_row(canvas, box, part)
        case ShareRow():
            draw_share(canvas, box, part)
        case Sheet():
            draw_sheet(canvas, box, part)
        case Sign():
            draw_sign(canvas, box, part)
        case Speech():
            draw_speech(canvas, box, part)
        case Strip():
            draw_strip(canvas, box, part)
        case TabWord():
            draw_tab(canvas, box, part)
        case Tabs():
            draw_tabs(canvas, box, part)
        case Threads():
            draw_threads(canvas, box, part)
        case Teletype():
            draw_teletype(canvas, box, part)
        case Toast(words=words):
            draw_toast(canvas, box, words)
        case Vignette():
            draw_vignette(canvas, shops.gallery, box, part)
        case Veil(alpha=alpha):
            canvas.veil(box, (0, 0, 0) if canvas.theme.is_light else canvas.theme.n0, alpha)
        case Words():
            canvas.write(part.words, part.style, box.x + box.width * part.style.align.value, box.y, box.width)
        case _:
            assert_never(part)
