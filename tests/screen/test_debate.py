"""Two people who disagree: reasons are told apart by shape, and from what is supported and opposed."""

from __future__ import annotations

import pytest

from game.frozen import replace
from game.screen.box import Box
from game.screen.desk import Desk
from game.screen.fonts import Faces
from game.screen.parts.plain import Words
from game.screen.parts.sign import ARM, Sign, draw_sign
from game.screen.scale import fitted
from game.screen.screens.debate import debate_layout
from game.screen.theme import STANDARD
from game.screen.typeset import Typesetter
from game.view.page import Adviser, Question
from game.view.printing import literal
from game.view.vocabulary import PROGRAM
from tests.screen.conftest import MakeCanvas
from tests.screen.test_golden import turns


@pytest.fixture
def asked() -> Question:
    found = (question for page in turns() for question in page.questions)
    return next(each for each in found if len([who for who in each.advisers if who.speaks]) > 1)


def outspoken(adviser: Adviser) -> Adviser:
    return replace(
        adviser,
        supports="Stop the ships",
        opposes="Bomb the sites",
        for_=(literal("It can be undone."),),
        against=(literal("It is slow."),),
    )


def test_what_speaks_for_and_against_has_a_sign_and_a_counsel_has_none(faces: Faces, asked: Question) -> None:
    first, second = [who for who in asked.advisers if who.speaks][:2]
    desk = Desk(Typesetter(faces, fitted(1280, 720)), STANDARD, PROGRAM)
    scene = debate_layout(desk, asked, (outspoken(first), second), "", 80.0).scene
    signs = [piece.part for piece in scene if piece.id.startswith("left sign")]
    lines = [piece for piece in scene if piece.id.startswith("left reason")]
    said = [piece.part.words for piece in lines if isinstance(piece.part, Words)]
    assert said == ["For: Stop the ships", "Against: Bomb the sites", "It can be undone.", "It is slow."]
    assert signs == [Sign("for"), Sign("against")]
    assert {piece.box.x for piece in lines[:2]} < {piece.box.x for piece in lines}
    assert max(piece.box.x for piece in lines[:2]) < min(piece.box.x for piece in lines[2:])


def test_the_signs_are_told_apart_without_colour(canvas: MakeCanvas) -> None:
    paper, box = canvas(), Box(100, 100, 60, 60)
    upright = (box.middle[0], box.middle[1] - ARM * box.width * 0.8)
    level = (box.middle[0] - ARM * box.width * 0.8, box.middle[1])
    dark = {}
    for sign in (Sign("for"), Sign("against")):
        draw_sign(paper, box, sign)
        dark[sign.side] = [
            paper.surface.get_at(paper.scale.point(*each))[:3] == STANDARD.n0 for each in (upright, level)
        ]
    assert dark == {"for": [True, True], "against": [False, True]}
