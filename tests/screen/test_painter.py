"""What changed is painted again, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pygame

from game.screen.backdrop import Backdrops
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.coast import Atlas
from game.screen.mapview import MapMaker, Sight
from game.screen.painter import Painter, Shops
from game.screen.parts.card import Card
from game.screen.parts.globe_inset import GlobeInset
from game.screen.parts.keys import Hint
from game.screen.parts.map_panel import MapPanel
from game.screen.parts.plain import Band, Words
from game.screen.parts.speech import Speech
from game.screen.parts.strip import strip_height
from game.screen.parts.veil import Veil
from game.screen.scene import Piece, damaged
from game.screen.shade import ground
from game.screen.styles import prose
from game.screen.theme import STANDARD
from game.screen.typeset import Typesetter
from game.screen.vignettes.gallery import Gallery
from game.view.picture import MapPicture, View
from tests.screen.conftest import ASSETS, MakeCanvas, painted
from tests.screen.test_parts import SHEET, STRIP

VIEW = View(18, -88, 29, -58, "Caribbean")


def scene(type_: Typesetter, focus: int, said: str = "Wait.") -> tuple[Piece, ...]:
    cards = tuple(
        Piece(
            f"card {i}",
            Box(644 + 320 * i, 832, 300, 196),
            Card(
                str(i + 1),
                "Shadow and wait",
                "Let Moscow answer.",
                "HOLD",
                "hold",
                "",
                "focus" if i == focus else "rest",
            ),
        )
        for i in range(3)
    )
    panel = MapPanel(Sight(MapPicture((VIEW,)), VIEW), "Caribbean", Hint("M", "Full map"))
    return (
        Piece("strip", Box(0, 0, 1920, strip_height(type_)), STRIP),
        Piece("band", Box(20, 110, 30, 900), Band((9, 60, 90))),
        Piece("sheet", Box(40, 128, 564, 900), SHEET),
        Piece("map", Box(644, 128, 1200, 400), panel),
        Piece("title", Box(644, 560, 600, 40), Words("What now?", prose(30, STANDARD.n7))),
        Piece("speech", Box(639, 756, 1000, 52), Speech(said, pointer=700)),
        *cards,
    )


def painter(paper: Canvas, maps: MapMaker) -> Painter:
    shops = Shops(maps, Backdrops(Atlas(ASSETS / "map")), Gallery())
    return Painter(paper, shops, ground(paper.surface.get_size(), STANDARD.n1, 0.35))


def test_a_repainted_part_gives_the_picture_painted_whole(canvas: MakeCanvas, atlas: Atlas) -> None:
    maps = MapMaker(atlas)
    first, second = canvas(), canvas()
    changing, whole = painter(first, maps), painter(second, maps)
    changing.paint(scene(first.kit.type, 0))
    while changing.is_busy:
        changing.advance(5)
    changing.paint(scene(first.kit.type, 1, "Do not sink it. Give them room to turn."))
    changing.advance(0)
    assert not changing.is_painted
    changing.paint(scene(first.kit.type, 2, "No."))
    whole.paint(scene(second.kit.type, 2, "No."))
    for brush in (changing, whole):
        while brush.is_busy:
            brush.advance(5)
    assert pygame.image.tobytes(first.surface, "RGB") == pygame.image.tobytes(second.surface, "RGB")


def test_a_sheet_on_its_way_looks_as_if_it_were_painted(canvas: MakeCanvas, atlas: Atlas) -> None:
    maps = MapMaker(atlas)
    first, second = canvas(), canvas()
    sliding, still = painter(first, maps), painter(second, maps)
    at_rest = scene(first.kit.type, 0)
    painted(still, at_rest)
    for number, left in enumerate((20, 14, 14, 5, 1)):
        moved = (
            replace(piece, box=piece.box.moved(-left)) if piece.id == "sheet" else piece for piece in at_rest
        )
        picture = tuple(moved)
        if number == 3:  # beside it another card is chosen
            picture = (*picture[:6], *scene(first.kit.type, 1)[6:])
        painted(sliding, picture, {"sheet"})
        painted(still, picture)
        assert pygame.image.tobytes(first.surface, "RGB") == pygame.image.tobytes(second.surface, "RGB")


def test_what_is_put_over_a_picture_leaves_it_as_it_is(canvas: MakeCanvas, atlas: Atlas) -> None:
    maps = MapMaker(atlas)
    first, second = canvas(), canvas()
    over, whole = painter(first, maps), painter(second, maps)
    below = scene(first.kit.type, 0)
    picture = (*below, Piece("veil", first.whole, Veil(150)), Piece("note", Box(560, 200, 800, 600), SHEET))
    painted(over, below)
    over.leave()
    painted(over, picture, {"note"})
    painted(whole, picture)
    assert pygame.image.tobytes(first.surface, "RGB") == pygame.image.tobytes(second.surface, "RGB")
    over.forget()
    painted(over, picture)
    assert pygame.image.tobytes(first.surface, "RGB") == pygame.image.tobytes(second.surface, "RGB")


def test_a_scene_that_did_not_change_draws_nothing(canvas: MakeCanvas, atlas: Atlas) -> None:
    paper = canvas()
    brush = painter(paper, MapMaker(atlas))
    assert brush.paint(scene(paper.kit.type, 0))
    assert not brush.paint(scene(paper.kit.type, 0))


def test_a_map_is_made_in_slices_and_then_shown(canvas: MakeCanvas, atlas: Atlas) -> None:
    paper = canvas()
    brush = painter(paper, MapMaker(atlas))
    brush.paint(scene(paper.kit.type, 0))
    while not brush.is_painted:
        brush.advance(0)
    assert brush.is_busy
    before = pygame.image.tobytes(paper.surface, "RGB")
    assert not brush.advance(0)
    while brush.is_busy:
        brush.advance(1)
    assert pygame.image.tobytes(paper.surface, "RGB") != before


def test_a_globe_is_made_in_slices_and_then_shown(canvas: MakeCanvas, atlas: Atlas) -> None:
    paper, inset = canvas(), GlobeInset(VIEW.middle, VIEW, ())
    brush = painter(paper, MapMaker(atlas))
    brush.paint((Piece("globe", Box(40, 128, 300, 300), inset),))
    while not brush.is_painted:
        brush.advance(0)
    bare = pygame.image.tobytes(paper.surface, "RGB")
    slices = 0
    while brush.is_busy:
        brush.advance(0)
        slices += 1
    assert slices > 5
    assert pygame.image.tobytes(paper.surface, "RGB") != bare


def test_only_the_changed_pieces_are_damaged(canvas: MakeCanvas) -> None:
    type_ = canvas().kit.type
    boxes = damaged(scene(type_, 0), scene(type_, 1))
    changed = [Box(644 + 320 * i, 832, 300, 196) for i in (0, 1)]
    assert all(any(box.holds(card) for box in boxes) for card in changed)
    assert not any(box.meets(Box(40, 128, 500, 500)) for box in boxes)


def test_a_piece_that_went_damages_its_old_place() -> None:
    piece = Piece("band", Box(10, 10, 50, 50), Band((1, 1, 1)))
    moved = replace(piece, box=Box(400, 10, 50, 50))
    assert len(damaged((piece,), ())) == 1
    assert len(damaged((piece,), (moved,))) == 2
    assert damaged((piece,), (piece,)) == ()


def test_damaged_boxes_do_not_meet() -> None:
    pieces = tuple(Piece(str(i), Box(30 * i, 0, 40, 40), Band((1, 1, 1))) for i in range(5))
    boxes = damaged((), pieces)
    assert len(boxes) == 1
