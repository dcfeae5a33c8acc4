"""What is said on a picture of a lesson in large words: to discuss, by the President, by the outvoted."""

from __future__ import annotations

from game.classroom.ballot import leading
from game.screen.box import Box
from game.screen.desk import Desk, Layout
from game.screen.parts.plain import Band, Words
from game.screen.scene import Piece
from game.screen.screens.class_head import fitted, sized
from game.screen.screens.class_shown import Shown, labels
from game.screen.shown import plain
from game.screen.styles import label, prose
from game.view.line import Line

MOST_DISCUSSED = 0.36
"""Of the height below the head, for the questions that a class discusses."""


def discussed(desk: Desk, asked: tuple[Line, ...], box: Box) -> list[Piece]:
    """What there is to discuss, as much of it as has room."""
    theme, type_ = desk.theme, desk.type
    named, style = sized(desk, label(theme.n6, 26)), sized(desk, prose(38, theme.n7))
    high = type_.setting(desk.words["class.discuss"], named).rest
    pieces = [Piece("discuss", box._replace(height=high), Words(desk.words["class.discuss"], named))]
    y = box.y + high + 14
    for number, question in enumerate(asked):
        rest = type_.setting(plain(question), style, box.width).rest
        if y + rest > box.y + box.height * MOST_DISCUSSED:
            break
        pieces.append(
            Piece(f"discuss {number}", Box(box.x, y, box.width, rest), Words(plain(question), style))
        )
        y += rest + 14
    return pieces if len(pieces) > 1 else []


def president(desk: Desk, shown: Shown, box: Box) -> list[Piece]:
    """What the class is for, and that the President may decide otherwise."""
    theme, type_, words, lesson = desk.theme, desk.type, desk.words, shown.lesson
    most = leading(lesson.ballot.tally) if lesson.ballot is not None else None
    named = dict(zip(lesson.options, labels(shown.page, lesson)[1], strict=False))
    if most is not None:
        first = words["class.president"].format(label=named[most])
    else:
        has_votes = lesson.ballot is not None and lesson.ballot.voters > 0
        first = words["class.president.tie" if has_votes else "class.president.none"]
    says = "overrules" if lesson.is_overruled else "may" if lesson.chosen is not None else "choose"
    second = words[f"class.president.{says}"]
    y, pieces = box.y, []
    for id_, said, colour in (("class", first, theme.n7), ("president", second, theme.amber)):
        style = fitted(desk, said, prose(36, colour), (36, 32, 28, 24), (box.width, 120.0))
        rest = type_.setting(said, style, box.width).rest
        pieces.append(Piece(id_, Box(box.x, y, box.width, rest), Words(said, style)))
        y += rest + 12
    return pieces


def sentence(desk: Desk, shown: Shown, box: Box) -> Layout:
    """The sentence of those who were outvoted while it is written."""
    theme, type_, words, lesson = desk.theme, desk.type, desk.words, shown.lesson
    named = dict(zip(lesson.options, labels(shown.page, lesson)[1], strict=False))
    tally = lesson.ballot.tally if lesson.ballot is not None else ()
    others = ", ".join(
        words["class.minority.option"].format(label=named.get(option, option), votes=votes)
        for option, votes in tally
        if votes and option != lesson.chosen
    )
    y, pieces = box.y, []
    for id_, said, style in (
        ("others", words["class.minority.others"].format(options=others), prose(36, theme.n6)),
        ("ask", words["class.minority.ask"], prose(40, theme.n7)),
    ):
        own = fitted(desk, said, style, (style.size, 32, 28, 24), (box.width, 150.0))
        rest = type_.setting(said, own, box.width).rest
        pieces.append(Piece(id_, Box(box.x, y, box.width, rest), Words(said, own)))
        y += rest + 20
    place = Box(box.x, y + 6, box.width, box.bottom - y - 6)
    inner = place.grown(-28)
    said = f"{lesson.sentence}_"
    own = fitted(
        desk, said, prose(64, theme.ink), (64, 56, 48, 42, 36, 32, 28, 24, 20), (inner.width, inner.height)
    )
    pieces.append(Piece("paper", place, Band(theme.p0)))
    pieces.append(Piece("sentence", inner, Words(said, own)))
    return Layout(tuple(pieces))
