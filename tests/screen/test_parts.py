from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.likeness import Likeness
from game.screen.parts.adviser import AdviserTile, adviser_height, adviser_width, draw_adviser
from game.screen.parts.body import Section, body
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
from game.screen.parts.dialog import Dialog, dialog_layout, draw_dialog, draw_toast, toast_size
from game.screen.parts.face import Person, draw_face
from game.screen.parts.gauge import Ladder, Meter, Reading, bars, lit_bars
from game.screen.parts.keys import Hint, draw_hints, fitting_hints
from game.screen.parts.row import Row, draw_row, row_height
from game.screen.parts.scroll import held, thumb
from game.screen.parts.sheet import Sheet, draw_sheet, sheet_layout
from game.screen.parts.speech import Speech, draw_speech, speech_height
from game.screen.parts.strip import Strip
from game.screen.parts.tabs import Tab, Tabs, draw_tabs, least_width, tab_boxes, tabs_height
from game.screen.scale import TEXT_STEPS
from game.screen.text import plain
from game.screen.theme import HIGH_CONTRAST, PAPER, STANDARD, Theme

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


def test_a_toast_lies_in_its_box(paper: Canvas) -> None:
    width, height = toast_size(paper.kit.type, "The game is saved.", paper.whole)
    box = Box(300, 300, width, height)
    draw_toast(paper, box, "The game is saved.")
    assert_inside(paper, box, 40)


def test_hints_that_do_not_fit_are_left_out_whole(paper: Canvas) -> None:
    hints = tuple(Hint("Enter", "Confirm the choice") for _ in range(9))
    box = Box(40, 600, 1000, 40)
    assert 0 < len(fitting_hints(paper.kit.type, hints, box.width)) < 9
    draw_hints(paper, box, hints)
    assert marked(paper).right <= paper.scale.rect(box)[0] + paper.scale.rect(box)[2] + 2


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


@pytest.mark.parametrize("text", TEXT_STEPS)
def test_a_line_of_a_document_has_at_most_75_characters_however_wide_the_paper(
    canvas: MakeCanvas, text: float
) -> None:
    type_ = canvas(1920, 1080, text).kit.type
    said = (Section(paragraphs=SHEET.paragraphs, unknowns=SHEET.paragraphs),)
    for size in (19, 23, 32):
        items = body(type_, STANDARD, said, size, 1800).items
        typed, listed = (
            max(sum(len(piece.run.words) + 1 for piece in line.pieces) for line in item.setting.lines)
            for item in (items[1], items[-1])
        )
        assert typed <= 76
        assert listed <= 90  # an average letter of prose is narrower than one of the alphabet


def test_a_wide_sheet_of_a_small_window_is_set_larger_and_a_narrow_one_is_not(canvas: MakeCanvas) -> None:
    small, large = canvas(960, 540).kit.type, canvas(1920, 1080).kit.type
    wide, narrow = Box(40, 40, 1800, 900), Box(40, 40, 564, 900)
    assert sheet_layout(small, SHEET, wide).content > 1.2 * sheet_layout(large, SHEET, wide).content
    assert sheet_layout(small, SHEET, narrow).content < 1.1 * sheet_layout(large, SHEET, narrow).content


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
