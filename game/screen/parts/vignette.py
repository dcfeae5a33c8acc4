"""A picture of the story in a frame, with its caption below."""

from __future__ import annotations

from game.frozen import Frozen
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.styles import prose
from game.screen.text import sentence
from game.screen.typeset import Typesetter
from game.screen.vignettes.gallery import PICTURES, Gallery
from game.view.page import Told

SIZE = 20
SIDE = 20
ABOVE = 15
BAR = 46


class Vignette(Frozen):
    """A picture by its word or the path of its file, and what it shows in words; a cover has no words."""

    name: str
    caption: str = ""


def vignette(told: tuple[Told, ...]) -> Vignette | None:
    """Return the picture of what was told, the last that there is a drawing of; None where there is none."""
    cues = [
        cue
        for thing in told
        for cue in (thing.cue, thing.sheet.cue if thing.sheet is not None else None)
        if cue is not None and cue.kind == "picture" and (cue.is_asset or cue.name in PICTURES)
    ]
    return Vignette(cues[-1].name, cues[-1].caption) if cues else None


def draw_vignette(canvas: Canvas, gallery: Gallery, box: Box, part: Vignette) -> None:
    theme = canvas.theme
    if not part.caption:
        gallery.draw(canvas, box, part.name)
        return
    caption = canvas.setting(sentence(part.caption), prose(SIZE, theme.n6), box.width - 2 * SIDE)
    high = bar_height(canvas.kit.type, box.width, part)
    gallery.draw(canvas, Box(box.x, box.y, box.width, box.height - high), part.name)
    bar = Box(box.x, box.bottom - high, box.width, high)
    canvas.fill(bar, theme.n0)
    canvas.rule(bar.x, bar.y, bar.width, theme.n4, 2)
    canvas.place(caption, bar.x + SIDE, bar.y + (bar.height - caption.tall) / 2)
    canvas.frame(box, theme.n4, 2)


def bar_height(type_: Typesetter, width: float, part: Vignette) -> float:
    """Return the height that the caption takes."""
    caption = type_.setting(sentence(part.caption), prose(SIZE, (0, 0, 0)), width - 2 * SIDE)
    return max(BAR, caption.rest + 2 * ABOVE)
