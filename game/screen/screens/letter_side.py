"""Beside a letter: who writes, and its points in short."""

from __future__ import annotations

from collections.abc import Sequence

from game.frozen import NamedTuple
from game.screen.box import Box
from game.screen.desk import Desk
from game.screen.parts.plain import Band, Face, Words
from game.screen.scene import Piece
from game.screen.shown import entry_named, person_named, plain
from game.screen.styles import heading, label, prose
from game.screen.text import sentence
from game.view.line import Line
from game.view.page import Page
from game.view.sheet import Sheet as Paper


class Beside(NamedTuple):
    """What stands beside the paper, and how many of the points are among it."""

    pieces: tuple[Piece, ...]
    points: int


def beside(desk: Desk, page: Page, paper: Paper, points: Sequence[tuple[str, Line]], box: Box) -> Beside:
    """Who writes, and as many of some points of the letter as have room."""
    theme, type_ = desk.theme, desk.type
    name = paper.from_ or ""
    face = Box(box.x, box.y, 150, 176)
    name_style = heading(36, theme.n7)
    left = face.right + 24
    setting = type_.setting(name, name_style, box.right - left)
    pieces = [
        Piece("face", face, Face(person_named(name, page))),
        Piece("name", Box(left, box.y + 4, box.right - left, setting.rest), Words(name, name_style)),
    ]
    role, style = role_words(desk, page, paper), prose(22, theme.n6)
    if role:
        high = type_.setting(role, style, box.right - left).rest
        place = Box(left, box.y + 4 + setting.rest + 8, box.right - left, high)
        pieces.append(Piece("role", place, Words(role, style)))
    y = max(face.bottom, *(piece.box.bottom for piece in pieces)) + 36
    tints = (theme.green, theme.amber, theme.n6)
    told = 0
    for i, (point, said) in enumerate(points):
        line = sentence(plain(said))
        title, body = label(tints[i % 3], 22), prose(24, theme.n7)
        first, second = type_.setting(point.upper(), title, box.width), type_.setting(line, body, box.width)
        if y + 20 + first.rest + second.rest > box.bottom:
            break
        pieces += [
            Piece(f"rule {i}", Box(box.x, y, box.width, 2), Band(theme.n4)),
            Piece(f"point {i}", Box(box.x, y + 20, box.width, first.rest), Words(point.upper(), title)),
            Piece(f"words {i}", Box(box.x, y + 30 + first.rest, box.width, second.rest), Words(line, body)),
        ]
        y += 50 + first.rest + second.rest
        told = i + 1
    return Beside(tuple(pieces), told)


def role_words(desk: Desk, page: Page, paper: Paper) -> str:
    """What the writer is, where the scenario says so."""
    entry = entry_named(paper.from_ or "", page)
    is_person = entry is not None and entry.kind == desk.words["codex.person"]
    return sentence(plain(entry.paragraphs[0])) if entry and is_person and entry.paragraphs else ""
