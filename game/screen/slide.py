"""A sheet on its way: what lies under it and the sheet are painted once, and laid again in each frame."""

from __future__ import annotations

import pygame

from game.frozen import Frozen
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.parts.sheet import Sheet, draw_edge
from game.screen.scene import Piece
from game.screen.shade import around

ROOM = 32.0
"""Logical units around all that a sheet draws on, within which it may go."""


def slide_area(piece: Piece) -> Box:
    """Return where a sheet may go while its slide is of use."""
    return piece.reach.grown(ROOM)


def kept(canvas: Canvas, box: Box) -> pygame.Surface:
    """Return what is painted in a box, as far as the surface goes."""
    return canvas.surface.subsurface(_pixels(canvas, box)).copy()


class Slide(Frozen):
    """A piece with a sheet as it was painted: `under` is what lies in its area below it, `face` the sheet."""

    piece: Piece
    under: pygame.Surface
    face: pygame.Surface

    def takes(self, piece: Piece) -> bool:
        """Whether a piece is the same sheet, elsewhere in the area."""
        same = (piece.id, piece.part, piece.box[2:]) == (self.piece.id, self.piece.part, self.piece.box[2:])
        return same and slide_area(self.piece).holds(piece.reach)

    def draw(self, canvas: Canvas, box: Box, piece: Piece) -> None:
        """Draw the sheet where a piece has it, and what lies under it, in a box of its area."""
        assert isinstance(piece.part, Sheet)
        area, paper = _pixels(canvas, slide_area(self.piece)), _pixels(canvas, piece.box)
        for part in around(_pixels(canvas, box), paper):
            canvas.surface.blit(self.under, part, part.move(-area.x, -area.y))
        with canvas.clipped(box):
            draw_edge(canvas, piece.box, piece.part)
            if paper.size != self.face.get_size():  # of edges that are rounded
                canvas.fill(piece.box, canvas.theme.p0)
            canvas.paste(self.face, piece.box.x, piece.box.y)


def _pixels(canvas: Canvas, box: Box) -> pygame.Rect:
    return canvas.surface.get_rect().clip(canvas.scale.rect(box))
