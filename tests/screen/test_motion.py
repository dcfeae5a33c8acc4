"""What moves on a picture: values of the time that end where the picture stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pygame
import pytest

from game.screen.backdrop import Backdrops, Rings
from game.screen.box import Box
from game.screen.coast import Atlas
from game.screen.mapview import MapMaker, Sight
from game.screen.motion import GROWING, SAILING, SLIDE, SLIDING, Motion, Move, Seen, moved, moving, remembered
from game.screen.needle import CLIMBING, COUNTING, PULSING, number_between, turned, turning
from game.screen.painter import Painter, Shops
from game.screen.parts.gauge import Ladder, Meter, Reading
from game.screen.parts.map_panel import MapPanel
from game.screen.parts.plain import Band
from game.screen.scene import Part, Piece, Scene
from game.screen.shade import ground
from game.screen.theme import STANDARD
from game.screen.vignettes.gallery import Gallery
from game.view.picture import Place
from tests.screen.conftest import ASSETS, MakeCanvas, painted
from tests.screen.test_map_screen import CARIBBEAN, PICTURE
from tests.screen.test_parts import SHEET, STRIP

BEFORE = (
    Ladder("DEFCON", ("5", "4", "3", "2", "1"), 1),
    Meter("TENSION", "4", 4, 0, 10),
    Reading("DEADLINE", "48 h"),
)
AFTER = (
    Ladder("DEFCON", ("5", "4", "3", "2", "1"), 3),
    Meter("TENSION", "8", 8, 0, 10, "+4"),
    Reading("DEADLINE", "36 h"),
)
SAILED = replace(PICTURE, marks=(replace(PICTURE.marks[1], place=Place(28, -55)), *PICTURE.marks[2:]))
TWENTIETHS = tuple(i / 20 for i in range(21))


def panel(marks: Sight) -> MapPanel:
    return MapPanel(marks, "Caribbean")


MOVES: dict[str, tuple[Part | None, Piece]] = {
    "sheet": (None, Piece("sheet", Box(40, 128, 564, 900), SHEET)),
    "strip": (
        replace(STRIP, gauges=BEFORE),
        Piece("strip", Box(0, 0, 1920, 96), replace(STRIP, gauges=AFTER)),
    ),
    "map": (
        panel(Sight(SAILED, CARIBBEAN)),
        Piece("map", Box(644, 128, 1236, 462), panel(Sight(PICTURE, CARIBBEAN))),
    ),
    "rings": (None, Piece("rings", Box(700, 0, 1220, 1080), Rings("calm", 0.56, is_growing=True))),
}


@pytest.mark.parametrize("name", MOVES)
def test_a_move_begins_elsewhere_and_ends_where_its_piece_stands(name: str) -> None:
    before, piece = MOVES[name]
    lasting = moving(before, piece.part)
    assert moved(before, piece, 0.0) != piece
    assert moved(before, piece, lasting) == piece
    assert moved(before, piece, lasting * 0.4) == moved(before, piece, lasting * 0.4)


@pytest.mark.parametrize("name", MOVES)
def test_what_is_as_it_was_does_not_move(name: str) -> None:
    assert moving(MOVES[name][1].part, MOVES[name][1].part) == 0.0


def test_motions_last_as_long_as_the_design_says() -> None:
    assert {name: moving(before, piece.part) for name, (before, piece) in MOVES.items()} == {
        "sheet": SLIDING,
        "strip": PULSING,
        "map": SAILING,
        "rings": GROWING,
    }
    assert (SLIDING, CLIMBING, COUNTING, PULSING, SAILING, GROWING) == (0.22, 0.12, 0.4, 0.6, 0.9, 1.2)


def test_a_sheet_comes_in_from_the_left_ever_more_slowly() -> None:
    before, piece = MOVES["sheet"]
    ways = [piece.box.x - moved(before, piece, SLIDING * part).box.x for part in TWENTIETHS]
    assert ways[0] == SLIDE
    assert ways[-1] == 0
    assert ways == sorted(ways, reverse=True)
    assert ways[5] < SLIDE / 2


def test_the_same_paper_read_further_does_not_come_again_but_another_does() -> None:
    assert moving(SHEET, replace(SHEET, offset=300.0, has_focus=True)) == 0.0
    assert moving(SHEET, replace(SHEET, title="A letter")) == SLIDING


def test_rings_grow_on_endings_only() -> None:
    assert moving(None, Rings("danger")) == 0.0
    before, piece = MOVES["rings"]
    grown = [moved(before, piece, GROWING * part).part for part in TWENTIETHS]
    shares = [rings.grown for rings in grown if isinstance(rings, Rings)]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)


def test_a_box_goes_along_its_ladder_past_the_steps_between() -> None:
    steps = [turned(BEFORE[0], AFTER[0], CLIMBING * part) for part in TWENTIETHS]
    seen = [step.nearest for step in steps if isinstance(step, Ladder)]
    assert sorted(set(seen)) == [1, 2, 3]
    assert seen == sorted(seen)


def test_numbers_count_from_what_was_read_to_what_is() -> None:
    numbers = [turned(BEFORE[2], AFTER[2], COUNTING * part) for part in TWENTIETHS]
    read = [int(number.words.removesuffix(" h")) for number in numbers if isinstance(number, Reading)]
    assert (read[0], read[-1]) == (48, 36)
    assert read == sorted(read, reverse=True)
    assert all(one - other <= 2 for one, other in pairwise(read))


@pytest.mark.parametrize(
    ("before", "after"), [("calm", "tense"), ("4 of 9", "7 of 9"), ("-3", "2"), ("3 days", "9 hours")]
)
def test_words_that_are_not_one_number_are_there_at_once(before: str, after: str) -> None:
    assert number_between(before, after, 0.0) == after
    assert turning(Reading("ALLIES", before), Reading("ALLIES", after)) == 0.0


def test_a_ring_goes_out_once_where_a_meter_leaps_by_a_quarter_of_its_range() -> None:
    before = Meter("TRUST", "50", 50, 0, 100)
    small, large = replace(before, words="74", value=74), replace(before, words="25", value=25)
    assert (turning(before, small), turning(before, large)) == (COUNTING, PULSING)
    pulses = [
        [
            meter.pulse
            for part in TWENTIETHS
            if isinstance(meter := turned(before, after, PULSING * part), Meter)
        ]
        for after in (small, large)
    ]
    assert set(pulses[0]) == {1.0}
    assert pulses[1] == sorted(pulses[1])
    assert (pulses[1][0], pulses[1][-1]) == (0.0, 1.0)


def test_a_gauge_that_was_not_there_stands() -> None:
    assert moving(replace(STRIP, gauges=BEFORE[:1]), replace(STRIP, gauges=AFTER[1:])) == 0.0


def scene() -> Scene:
    return tuple(piece for _, piece in MOVES.values())


def seen() -> Seen:
    return {name: before for name, (before, _) in MOVES.items() if before is not None}


def nothing_waits(piece: Piece) -> bool:
    return piece.id == ""


def test_a_motion_ends_in_the_scene_itself() -> None:
    motion = Motion().to(scene(), seen(), 5.0)
    assert {move.id for move in motion.moves} == set(MOVES)
    assert motion.at(5.1) != scene()
    assert motion.at(5.0 + GROWING) == scene()
    assert {move.id for move in motion.later(5.5, nothing_waits).moves} == {"strip", "map", "rings"}
    assert motion.later(5.0 + GROWING, nothing_waits) == Motion(scene())


def test_what_cannot_be_drawn_yet_begins_when_it_can() -> None:
    motion = Motion().to(scene(), seen(), 5.0).later(9.0, lambda piece: piece.id == "rings")
    assert motion.moves == (Move("rings", None, 9.0),)


def test_a_scene_that_changes_on_the_way_lets_go_on_what_moves() -> None:
    motion = Motion().to(scene(), seen(), 5.0)
    here = remembered(seen(), scene())
    more = (*scene(), Piece("toast", Box(0, 0, 9, 9), Band((1, 2, 3))))
    assert motion.to(more, here, 5.1).moves == motion.moves
    assert motion.to(scene()[:1], here, 5.1).later(5.1, nothing_waits).moves == motion.moves[:1]


def test_the_story_is_remembered_while_its_strip_is_in_sight() -> None:
    strip, other = scene()[1], Piece("other", Box(0, 0, 9, 9), Band((1, 2, 3)))
    assert "map" in remembered(seen(), (strip,))
    assert remembered(seen(), (other,)) == {"other": other.part}


@pytest.fixture
def painter(canvas: MakeCanvas) -> Callable[[], tuple[Painter, pygame.Surface]]:
    def made() -> tuple[Painter, pygame.Surface]:
        paper, atlas = canvas(), Atlas(ASSETS / "map")
        shops = Shops(MapMaker(atlas), Backdrops(atlas), Gallery())
        return Painter(paper, shops, ground(paper.surface.get_size(), STANDARD.n1, 0.35)), paper.surface

    return made


@pytest.mark.parametrize("name", MOVES)
def test_the_last_frame_of_a_motion_is_the_still_picture(
    name: str, painter: Callable[[], tuple[Painter, pygame.Surface]]
) -> None:
    before, piece = MOVES[name]
    motion = Motion((piece,), (Move(name, before, 0.0),))
    (brush, shown), (other, still) = painter(), painter()
    painted(other, (piece,))
    lasting = moving(before, piece.part)
    frames = []
    for part in (0.0, 0.2, 0.5, 1.0):
        painted(brush, motion.at(lasting * part), {name} if part < 1 else ())
        frames.append(pygame.image.tobytes(shown, "RGB"))
    assert frames[-1] == pygame.image.tobytes(still, "RGB")
    assert frames[-1] not in frames[:-1]
    assert len(set(frames)) == len(frames)
