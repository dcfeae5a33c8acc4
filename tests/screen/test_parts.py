from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.screen.backdrop import Backdrops
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.coast import Atlas
from game.screen.likeness import Dress, Hair, Likeness, generated, monogram
from game.screen.mapview import MapMaker, Sight
from game.screen.painter import Painter, Shops
from game.screen.parts.adviser import AdviserTile, adviser_height, adviser_width, draw_adviser
from game.screen.parts.button import Button, button_height, draw_button
from game.screen.parts.caption import caption_size, draw_caption
from game.screen.parts.card import Card, State, card_height, card_width, draw_card
from game.screen.parts.chip import chip_size, draw_chip
from game.screen.parts.controls import (
    Control,
    Segments,
    Slider,
    Toggle,
    control_width,
    draw_control,
    segment_boxes,
)
from game.screen.parts.dialog import Dialog, dialog_layout, draw_dialog, draw_toast, toast_box
from game.screen.parts.face import Person, draw_face
from game.screen.parts.gauge import Ladder, Meter, Reading, bars, lit_bars
from game.screen.parts.keys import Hint, draw_hints, fitting_hints
from game.screen.parts.map_panel import MapPanel
from game.screen.parts.plain import Band, Words
from game.screen.parts.row import Row, draw_row, row_height
from game.screen.parts.scroll import held, thumb
from game.screen.parts.sheet import Sheet, draw_sheet, sheet_layout
from game.screen.parts.speech import Speech, draw_speech, speech_height
from game.screen.parts.strip import Strip, draw_strip, gauge_boxes, moment_width, strip_height
from game.screen.parts.tabs import Tab, Tabs, draw_tabs, least_width, tab_boxes, tabs_height
from game.screen.portrait import Portraits
from game.screen.scale import TEXT_STEPS
from game.screen.scene import Piece, damaged
from game.screen.shade import ground
from game.screen.styles import prose
from game.screen.text import plain
from game.screen.theme import HIGH_CONTRAST, PAPER, STANDARD, Theme
from game.screen.typeset import Typesetter
from game.screen.vignettes.gallery import Gallery
from game.view.picture import MapPicture, View

ASSETS = Path(__file__).parents[2] / "assets"
MakeCanvas = Callable[..., Canvas]
GROUND = (1, 2, 3)
BUNDY = Person("McGeorge Bundy", Likeness("bundy", "parted", "fair", has_glasses=True))
LONG = "Ein Nichteinmischungsversprechen gegen Raketenabzug unter Aufsicht der Vereinten Nationen"
GAUGES = (
    Ladder("DEFCON", ("5", "4", "3", "2", "1"), 3),
    Meter("TENSION", "severe", 8, 0, 10, "+1"),
    Reading("SITES READY IN", "36 hours"),
)
STRIP = Strip("WED 24 OCT 1962", "10:25", 9, 13, "day 9 of 13", GAUGES)
SHEET = Sheet(
    "MORNING BRIEFING",
    "CIA to the President",
    tuple(plain("Two Soviet ships are within a few miles of the line. " * n) for n in (2, 3)),
    "WHAT WE DO NOT KNOW",
    (plain("Whether warheads are on the island."),),
    "Page 1 of 2",
    "Confidence: high",
    "TOP SECRET",
)


def marked(canvas: Canvas) -> pygame.Rect:
    """The rectangle around all that was drawn on the ground colour."""
    mask = pygame.mask.from_threshold(canvas.surface, GROUND, (1, 1, 1, 255))
    mask.invert()
    rects = mask.get_bounding_rects()
    return rects[0].unionall(rects[1:]) if rects else pygame.Rect(0, 0, 0, 0)


def assert_inside(canvas: Canvas, box: Box, reach: float = 0) -> None:
    around = pygame.Rect(canvas.scale.rect(box.grown(reach))).inflate(4, 4)
    assert around.contains(marked(canvas)), (around, marked(canvas))


@pytest.fixture(params=TEXT_STEPS)
def paper(request: pytest.FixtureRequest, canvas: MakeCanvas) -> Canvas:
    """A canvas of each text scale, filled with a colour that no part uses."""
    made = canvas(1280, 720, request.param)
    made.surface.fill(GROUND)
    return made


# ------------------------------------------------------ nothing leaves its box, at any text scale


@pytest.mark.parametrize("state", ["rest", "focus", "disabled", "chosen"])
@pytest.mark.parametrize("width", [290, 420, 900])
def test_a_card_of_its_least_height_cuts_nothing(paper: Canvas, state: State, width: float) -> None:
    card = Card("2", "Shadow and wait one hour", LONG, "HOLD", "hold", "in this model 4 worlds of 100", state)
    box = Box(100, 100, width, card_height(paper.kit.type, card, width))
    draw_card(paper, box, card)
    assert_inside(paper, box, 4 if state == "rest" else 44)


def test_a_card_with_more_words_is_higher(paper: Canvas) -> None:
    short, long = Card("1", "Wait", "Wait."), Card("1", "Wait", LONG * 2)
    assert card_height(paper.kit.type, short, 300) < card_height(paper.kit.type, long, 300)


def test_a_tile_and_a_card_of_least_width_break_no_word(paper: Canvas) -> None:
    type_ = paper.kit.type
    tile = AdviserTile(BUNDY, "UNDECIDED", "plain")
    width = adviser_width(type_, tile)
    box = Box(100, 100, width, adviser_height(type_, tile, width))
    draw_adviser(paper, box, tile)
    assert_inside(paper, box)
    card = Card("1", "Nichteinmischungsversprechen")
    one_line = card_height(type_, card, 1800)
    assert card_height(type_, card, card_width(type_, card)) == one_line
    assert card_height(type_, card, card_width(type_, card) / 2) > one_line


def test_an_adviser_of_least_height_cuts_nothing(paper: Canvas) -> None:
    tile = AdviserTile(BUNDY, "UNDECIDED", "plain", "likely", is_speaking=True)
    box = Box(100, 100, 420, adviser_height(paper.kit.type, tile, 420))
    draw_adviser(paper, box, tile)
    assert_inside(paper, box, 6)


@pytest.mark.parametrize("words", ["No.", LONG])
def test_speech_of_least_height_cuts_nothing(paper: Canvas, words: str) -> None:
    speech = Speech(words, "1 of 5", 160)
    box = Box(100, 100, 1000, speech_height(paper.kit.type, speech, 1000))
    draw_speech(paper, box, speech)
    assert_inside(paper, box, 18)


def test_a_caption_of_its_size_cuts_nothing(paper: Canvas) -> None:
    box = Box(100, 100, *caption_size(paper.kit.type, "A telephone rings"))
    draw_caption(paper, box, "A telephone rings")
    assert_inside(paper, box)


def test_a_chip_has_the_size_that_it_says(paper: Canvas) -> None:
    box = draw_chip(paper, (100, 100), "NEGOTIATE", "talk")
    assert (box.width, box.height) == chip_size(paper.kit.type, "NEGOTIATE")
    assert_inside(paper, box)


CONTROLS = [Segments(("Standard", "High", "Paper"), 1), Toggle(is_on=True, words="On"), Slider(2, 7, "150 %")]


@pytest.mark.parametrize("control", CONTROLS, ids=lambda control: type(control).__name__)
def test_a_control_is_as_wide_as_it_says(paper: Canvas, control: Control) -> None:
    width = control_width(paper.kit.type, control)
    box = Box(700 - width, 100, width, 80 * paper.scale.text)
    draw_control(paper, box, control)
    assert_inside(paper, box, 20)


@pytest.mark.parametrize("control", [None, *CONTROLS], ids=lambda control: type(control).__name__)
def test_a_row_of_least_height_cuts_nothing(paper: Canvas, control: Control | None) -> None:
    row = Row("Reduced motion", "Text appears at once, no sweeps", control=control, has_focus=True)
    box = Box(100, 100, 1600, row_height(paper.kit.type, row, 1600))
    draw_row(paper, box, row)
    assert_inside(paper, box, 6)


def test_a_button_of_least_height_cuts_nothing(paper: Canvas) -> None:
    button = Button("Call the advisers before the answer is sent", "1", has_focus=True)
    box = Box(100, 100, 500, button_height(paper.kit.type, button, 500))
    draw_button(paper, box, button)
    assert_inside(paper, box, 4)


def test_tabs_of_least_width_cut_nothing(paper: Canvas) -> None:
    tabs = Tabs((Tab("B", "Briefing"), Tab("M", "Map"), Tab("1-4", "Decide")), 1)
    width = least_width(paper.kit.type, tabs)
    box = Box(20, 100, width, tabs_height(paper.kit.type))
    draw_tabs(paper, box, tabs)
    assert_inside(paper, box)
    assert len(tab_boxes(box, 3)) == 3


def test_a_dialog_lies_on_the_canvas_with_its_answers_inside(paper: Canvas) -> None:
    dialog = Dialog("Order the air strike?", "This cannot be undone. " * 3, ("Back", "Order the strike"))
    layout = dialog_layout(paper.kit.type, dialog, paper.whole)
    assert paper.whole.holds(layout.box)
    assert all(layout.box.holds(answer) for answer in layout.answers)
    assert not layout.answers[0].meets(layout.answers[1])
    draw_dialog(paper, dialog)
    x, y = paper.scale.point(*layout.answers[0].middle)
    assert paper.surface.get_at((x, y))[:3] != GROUND


def test_a_toast_lies_on_the_canvas(paper: Canvas) -> None:
    assert paper.whole.holds(toast_box(paper.kit.type, "The game is saved.", paper.whole))
    draw_toast(paper, "The game is saved.")
    assert_inside(paper, toast_box(paper.kit.type, "The game is saved.", paper.whole), 40)


def test_hints_that_do_not_fit_are_left_out_whole(paper: Canvas) -> None:
    hints = tuple(Hint("Enter", "Confirm the choice") for _ in range(9))
    box = Box(40, 600, 1000, 40)
    assert 0 < len(fitting_hints(paper.kit.type, hints, box.width)) < 9
    draw_hints(paper, box, hints)
    assert marked(paper).right <= paper.scale.rect(box)[0] + paper.scale.rect(box)[2] + 2


def test_gauges_stand_apart_and_right_of_the_date(paper: Canvas) -> None:
    type_ = paper.kit.type
    boxes = gauge_boxes(type_, STRIP, paper.scale.wide)
    left = 40 + moment_width(type_, STRIP)
    for box in boxes:
        assert box.x >= left
        assert box.right <= paper.scale.wide - 39
        left = box.right
    box = Box(0, 0, paper.scale.wide, strip_height(type_))
    draw_strip(paper, box, STRIP)
    assert_inside(paper, box, 2)


def test_all_gauges_fit_beside_the_date_at_plain_text_size(canvas: MakeCanvas) -> None:
    five = (*GAUGES, Reading("TRUST", "firm"), Reading("ANSWER DUE IN", "14 hours"))
    assert len(gauge_boxes(canvas().kit.type, replace(STRIP, gauges=five), 1920)) == 5


# ------------------------------------------------------ what parts mean


def test_a_meter_has_as_many_bars_as_its_range_has_steps() -> None:
    meter = Meter("TENSION", "7", 7, 0, 10)
    assert (bars(meter), lit_bars(meter)) == (10, 7)
    assert lit_bars(replace(meter, value=0)) == 0
    assert lit_bars(replace(meter, value=10)) == 10
    assert bars(replace(meter, high=100)) == 20


def test_segments_stand_flush_right_in_order(canvas: MakeCanvas) -> None:
    boxes = segment_boxes(canvas().kit.type, Segments(("Standard", "High"), 0), Box(0, 0, 600, 60))
    assert boxes[-1].right == pytest.approx(600)
    assert boxes[0].right < boxes[1].x


def test_a_short_sheet_does_not_scroll_and_a_long_one_does(canvas: MakeCanvas) -> None:
    type_ = canvas().kit.type
    box = Box(40, 128, 564, 900)
    assert sheet_layout(type_, SHEET, box).furthest == 0
    long = replace(SHEET, paragraphs=SHEET.paragraphs * 4)
    assert sheet_layout(type_, long, box).furthest > 0


def test_a_scrolled_sheet_shows_other_words(canvas: MakeCanvas) -> None:
    paper = canvas()
    box = Box(40, 128, 564, 500)
    pictures = []
    for offset in (0.0, 120.0):
        draw_sheet(paper, box, replace(SHEET, offset=offset))
        pictures.append(pygame.image.tobytes(paper.surface, "RGB"))
    assert pictures[0] != pictures[1]


def test_a_sheet_cannot_be_scrolled_beyond_its_end(canvas: MakeCanvas) -> None:
    paper = canvas()
    box = Box(40, 128, 564, 500)
    furthest = sheet_layout(paper.kit.type, SHEET, box).furthest
    pictures = []
    for offset in (furthest, furthest + 999):
        draw_sheet(paper, box, replace(SHEET, offset=offset))
        pictures.append(pygame.image.tobytes(paper.surface, "RGB"))
    assert pictures[0] == pictures[1]


def test_a_thumb_stays_on_its_track() -> None:
    track = Box(0, 100, 12, 200)
    for offset in (0.0, 50.0, held(9999, 1000, 200)):
        assert track.grown(0.01).holds(thumb(track, offset, 1000, 200))


@pytest.mark.parametrize("theme", [STANDARD, HIGH_CONTRAST, PAPER], ids=["standard", "contrast", "paper"])
def test_a_flat_theme_has_flat_sheets_and_grey_portraits(canvas: MakeCanvas, theme: Theme) -> None:
    paper = canvas(1280, 720, 1.0, theme)
    draw_sheet(paper, Box(40, 128, 564, 900), Sheet(""))
    column = {tuple(paper.surface.get_at((120, y))[:3]) for y in range(200, 500)}
    assert (len(column) == 1) is theme.is_flat
    draw_face(paper, Box(700, 300, 200, 200), BUNDY)
    x, y = paper.scale.point(800, 400)
    colour = paper.surface.get_at((x, y))
    assert (colour.r == colour.g == colour.b) is theme.is_flat


# ------------------------------------------------------ portraits


def test_a_generated_likeness_is_the_same_every_time_and_differs_between_people() -> None:
    assert generated("rusk") == generated("rusk")
    looks = {generated(f"person {i}")[1:] for i in range(40)}
    assert len(looks) > 15


def test_a_likeness_is_the_same_in_every_version_and_on_every_machine() -> None:
    assert generated("gromyko") == Likeness("gromyko", "thin", "white", build="broad", dress="suit")
    assert Portraits().backdrop("gromyko") == (185, 162, 114)


@pytest.mark.parametrize("hair", ["short", "parted", "slick", "tousled", "long", "thin", "bald"])
@pytest.mark.parametrize("dress", ["suit", "uniform", "fatigues", "blouse"])
def test_every_feature_changes_the_portrait(hair: Hair, dress: Dress) -> None:
    portraits = Portraits()
    who = Likeness("x", hair, dress=dress)
    usual = pygame.image.tobytes(portraits.picture(who, (96, 110)), "RGB")
    for other in (
        who._replace(has_glasses=True),
        who._replace(has_moustache=True),
        who._replace(build="broad"),
        who._replace(hair_colour="white"),
    ):
        assert pygame.image.tobytes(portraits.picture(other, (96, 110)), "RGB") != usual


def test_a_small_portrait_is_a_monogram(canvas: MakeCanvas) -> None:
    paper = canvas(1280, 720)
    draw_face(paper, Box(100, 100, 60, 60), BUNDY)
    assert len(paper.kit.portraits) == 0
    draw_face(paper, Box(100, 100, 90, 90), BUNDY)
    assert len(paper.kit.portraits) == 1


@pytest.mark.parametrize(
    ("name", "letters"), [("Robert F. Kennedy", "RK"), ("U Thant", "UT"), ("", ""), ("Ширяев", "Ш")]
)
def test_a_monogram_is_made_of_the_first_and_the_last_name(name: str, letters: str) -> None:
    assert monogram(name) == letters


# ------------------------------------------------------ scenes

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
