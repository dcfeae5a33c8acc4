"""The pages of the report: nothing cut at any size, turned and stepped through by keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pygame
import pytest

from game.screen.backdrop import Backdrops
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.coast import Atlas
from game.screen.desk import Desk
from game.screen.fonts import Faces
from game.screen.mapview import MapMaker
from game.screen.overflow import faults
from game.screen.painter import Shops, draw_part
from game.screen.parts.plain import Words
from game.screen.parts.plot import Plot, plot_frame, shown_markers
from game.screen.press import Press
from game.screen.router import focus_of, key_act
from game.screen.scale import fitted
from game.screen.screens.report import Report
from game.screen.screens.screen import Become
from game.screen.theme import STANDARD, THEMES
from game.screen.typeset import Typesetter
from game.screen.vignettes.gallery import Gallery
from game.session.session import Session
from game.view.afterwards import review
from game.view.review import Marker, Review, RiskCurve, Spot
from game.view.vocabulary import PROGRAM
from tests.engine.test_agreement import ROOT, scenario_in
from tests.screen.conftest import MakeCanvas
from tests.screen.test_layouts import CASES
from tests.view.test_review import at_the_river, finished, reckoned

WORDS = PROGRAM


@cache
def reviews() -> tuple[Review, ...]:
    """Reports of games with the odds worked out, and without."""
    landing = finished(scenario_in(ROOT / "scenarios" / "bay_of_pigs_1961"), "strict_1961", 3)
    saturday = finished(scenario_in(ROOT / "scenarios" / "black_saturday"), "fog_1962", 4)
    crisis = finished(scenario_in(ROOT / "scenarios" / "cuba_1962"), "fog_1962", 5)
    return (
        replace(with_odds(landing), terms=WORDS["review.bound"]),
        with_odds(at_the_river("they_shoot")),
        review(saturday, pending="The odds are being worked out: 12,345 states in 6 s."),
        stretched(with_odds(landing), review(crisis)),
    )


def with_odds(session: Session) -> Review:
    return review(session, reckoned(session))


def stretched(known: Review, long: Review) -> Review:
    """A long report with the ledger and the curve of a short one: solving it would take too long here."""
    return replace(long, reckoned=known.reckoned)


def desk_of(faces: Faces, size: tuple[int, int], text: float) -> Desk:
    return Desk(Typesetter(faces, fitted(*size, text)), STANDARD, WORDS)


def pages(found: Review) -> Iterator[Report]:
    begun = Report(review=found)
    for part in begun.parts:
        opened = begun.turned(part)
        yield opened
        last = max(0, len(found.branches.steps) - 1)
        yield replace(opened, at=last, focus=f"row {last}")


def test_the_overview_says_that_no_choice_could_be_taken_back(faces: Faces) -> None:
    desk = desk_of(faces, (1280, 720), 1.0)
    bound, free = (Report(review=each).layout(desk).scene for each in reviews()[:2])
    assert [each.part.words for each in bound if each.id == "terms" and isinstance(each.part, Words)] == [
        "It was played without turning back."
    ]
    assert not any(each.id == "terms" for each in free)


@pytest.mark.parametrize(("size", "text"), CASES)
def test_no_page_of_the_report_cuts_or_covers_anything(
    faces: Faces, size: tuple[int, int], text: float
) -> None:
    desk = desk_of(faces, size, text)
    wrong = {
        f"{found.scenario} {page.part}: {fault}"
        for found in reviews()
        for page in pages(found)
        for fault in faults(desk, page.layout(desk))
    }
    assert sorted(wrong) == []


def pressed(report: Report, desk: Desk, key: str, *, has_shift: bool = False) -> Report:
    act = key_act(report, report.layout(desk), Press(key, has_shift=has_shift))
    assert isinstance(act, Become)
    assert isinstance(act.screen, Report)
    return act.screen


def test_no_page_shows_a_player_where_in_the_files_something_is_written(faces: Faces) -> None:
    desk = desk_of(faces, (1280, 720), 1.0)
    for found in reviews():
        places = {each.place for each in found.causes}
        assert places
        shown = "".join(repr(page.layout(desk).scene) for page in pages(found))
        assert not [place for place in places if place in shown]


def test_tab_turns_all_pages_and_comes_back(faces: Faces) -> None:
    desk = desk_of(faces, (1280, 720), 1.0)
    report, seen = Report(review=reviews()[0]), list[str]()
    for _ in report.parts:
        seen.append(report.part)
        report = pressed(report, desk, "tab")
    assert (*seen,) == report.parts
    assert report.part == "overview"
    assert pressed(report, desk, "tab", has_shift=True).part == "sources"
    assert pressed(report, desk, "3").part == report.parts[2]


def test_arrows_step_through_the_questions_and_stop_at_the_last(faces: Faces) -> None:
    desk = desk_of(faces, (1280, 720), 1.0)
    found = reviews()[3]
    report = Report(review=found)
    for number in range(1, len(found.branches.steps)):
        report = pressed(report, desk, "right")
        assert (report.at, report.focus) == (number, f"row {number}")
        assert report.layout(desk).stop(f"row {number}") is not None
    assert report.answer(Press("right")) is None


def test_the_branches_say_how_many_have_no_room(faces: Faces) -> None:
    desk = desk_of(faces, (1280, 720), 1.0)
    told = 0
    for found in reviews():
        begun = Report(review=found)
        for page in (begun.turned(part) for part in begun.parts):
            scene = {piece.id: piece for piece in page.layout(desk).scene}
            for number, step in enumerate(found.branches.steps):
                if f"step {number} 0" not in scene:
                    continue
                seen = sum(f"step {number} {place}" in scene for place in range(len(step.options)))
                more = scene.get(f"step {number} more")
                words = more.part.words if more is not None and isinstance(more.part, Words) else None
                assert words == (f"+{len(step.options) - seen} more" if seen < len(step.options) else None)
                told += words is not None
    assert told


def test_a_click_on_a_tab_opens_its_page(faces: Faces) -> None:
    desk = desk_of(faces, (1280, 720), 1.0)
    report = Report(review=reviews()[0])
    stop = report.layout(desk).stop("tab ledger")
    assert stop is not None
    act = report.activated("tab ledger")
    assert isinstance(act, Become)
    assert isinstance(act.screen, Report)
    assert act.screen.part == "ledger"


def test_every_row_can_have_the_focus(faces: Faces) -> None:
    desk = desk_of(faces, (1280, 720), 1.0)
    for part in ("decisions", "ledger"):
        report = Report(review=reviews()[0]).turned(part)
        layout = report.layout(desk)
        assert focus_of(report, layout) == "row 0"
        rows = [stop.id for stop in layout.stops if stop.id.startswith("row ")]
        for row in rows:
            assert report.focused(row).layout(desk).stop(row) is not None


def test_badges_of_steps_do_not_lie_over_each_other_and_that_of_the_focus_is_seen(faces: Faces) -> None:
    crowd = tuple(Marker(number, Spot(number, 50.0), number % 3) for number in range(1, 30))
    curve = RiskCurve("Risk", "Note", "You", "Then", (Spot(0, 10.0), Spot(30, 0.0)), (), crowd, (), 30)
    type_ = Typesetter(faces, fitted(1280, 720))
    plot = Plot(curve, focus=7)
    frame = plot_frame(type_, Box(0, 0, 900, 400), plot)
    shown = shown_markers(frame, plot, 1.0)
    assert 7 in [each.number for each in shown]
    places = [frame.at(each.spot)[0] for each in shown]
    assert all(right - left > 34 for left, right in pairwise(places))


@pytest.mark.parametrize("theme", list(THEMES))
def test_every_page_is_drawn_in_every_theme(canvas: MakeCanvas, atlas: Atlas, theme: tuple[str, str]) -> None:
    drawn: Canvas = canvas(1280, 720, theme=THEMES[theme])  # type: ignore[index]
    desk = Desk(drawn.kit.type, drawn.theme, WORDS)
    shops = Shops(MapMaker(atlas), Backdrops(atlas), Gallery())
    for page in pages(reviews()[0]):
        drawn.surface.fill((1, 2, 3))
        for piece in page.layout(desk).scene:
            draw_part(drawn, shops, piece.box, piece.part)
        seen = {drawn.surface.get_at((x, y))[:3] for x in range(0, 1280, 7) for y in range(80, 680, 7)}
        assert len(seen) > 2


def test_the_chart_reaches_what_the_lines_reach(canvas: MakeCanvas, atlas: Atlas) -> None:
    drawn = canvas(1280, 720)
    desk = Desk(drawn.kit.type, drawn.theme, WORDS)
    layout = Report(review=reviews()[1]).layout(desk)
    piece = next(each for each in layout.scene if isinstance(each.part, Plot))
    draw_part(drawn, Shops(MapMaker(atlas), Backdrops(atlas), Gallery()), piece.box, piece.part)
    assert isinstance(piece.part, Plot)
    frame = plot_frame(desk.type, piece.box, piece.part)
    x, y = drawn.scale.point(*frame.at(piece.part.curve.own[-1]))
    assert pygame.Color(*drawn.surface.get_at((x, y))) == pygame.Color(*drawn.theme.amber)
    assert frame.top == 100
