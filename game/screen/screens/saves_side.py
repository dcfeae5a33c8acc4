"""What stands beside the list of saved games, or below it: how the game with the focus stands."""

from __future__ import annotations

from game.frozen import NamedTuple
from game.screen.backdrop import Rings
from game.screen.box import Box
from game.screen.desk import Desk, Reel
from game.screen.kept import Glimpse, Kept
from game.screen.mapview import Sight
from game.screen.parts.map_panel import BAR, MapPanel, brought_near
from game.screen.parts.sheet import PEEK, Sheet, sheet_height
from game.screen.scene import Piece
from game.screen.seas import seas
from game.screen.text import plain
from game.session.said import Said
from game.view.words import Words

GAP = 30.0
LEAST_MAP = 220.0


class Side(NamedTuple):
    """Pieces, and the reel of a paper that is longer than its place."""

    pieces: tuple[Piece, ...]
    reels: tuple[Reel, ...] = ()


def least_room(desk: Desk) -> float:
    """Return the height below which there is no map: of that which can be read, with its line of words."""
    return LEAST_MAP + BAR * desk.text


def beside(desk: Desk, game: Kept, box: Box, offset: float) -> Side:
    """Return the map over a paper with the rest; where the game cannot be read, the paper that says why."""
    sheet = _sheet(desk.words, game, offset)
    high = sheet_height(desk.type, sheet, box.width - PEEK, box.height - PEEK)
    chart = Box(box.x, box.y, box.width, box.height - PEEK - high - GAP)
    if isinstance(game.standing, Said) or chart.height < least_room(desk):
        return _paper(desk, sheet, Box(box.x, box.y, box.width - PEEK, high))
    paper = _paper(desk, sheet, Box(box.x, chart.bottom + GAP, box.width - PEEK, high))
    return Side((*_charts(desk, game, chart), *paper.pieces), paper.reels)


def below(desk: Desk, game: Kept, box: Box, offset: float) -> Side:
    """Return the map, for the list says the rest; where the game cannot be read, the paper that says why."""
    if not isinstance(game.standing, Said):
        return Side(_charts(desk, game, box))
    sheet = _sheet(desk.words, game, offset)
    high = sheet_height(desk.type, sheet, box.width - PEEK, box.height - PEEK)
    return _paper(desk, sheet, Box(box.x, box.y, box.width - PEEK, high))


def _paper(desk: Desk, sheet: Sheet, box: Box) -> Side:
    reel = desk.reel(sheet, box)
    reels = (reel,) if reel.furthest else ()
    return Side((Piece("sheet", box, sheet),), reels)


def _sheet(words: Words, game: Kept, offset: float) -> Sheet:
    match game.standing:
        case None:
            title, facts = game.name, (game.played, words["saves.reading"])
        case Said() as refusal:
            return Sheet(game.name, paragraphs=(plain(refusal.in_words(words)),), offset=offset)
        case Glimpse() as glimpse:
            title, facts = glimpse.moment, (game.played, glimpse.state)
    return Sheet(title, game.scenario, tuple(map(plain, facts)), rule="neutral", offset=offset)


def _charts(desk: Desk, game: Kept, box: Box) -> tuple[Piece, ...]:
    """Return the map of the moment, once it is there; rings where the scenario has none."""
    if not isinstance(game.standing, Glimpse):
        return ()
    picture = game.standing.picture
    if not picture.views:
        return (Piece("chart", box, Rings("sober", radius=1.1)),)
    view = picture.views[0]
    panel = MapPanel(Sight(picture, view, seas=seas(desk.words)), view.label)
    return (Piece("chart", box, brought_near(desk.type, box, panel)),)
