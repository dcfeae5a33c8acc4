"""What is carried out on a way from a junction to the next turn, or as far as all games go it alike."""

from __future__ import annotations

import ast

from game.engine.junctions import WAIT, Control
from game.engine.syntax import named
from game.engine.ways.ground import Ground
from game.engine.ways.instructions import carry_out, draw
from game.engine.ways.settling import offer, settle, wait
from game.engine.ways.track import Track


def route(ground: Ground, control: Control, way: int, *, tells: bool) -> Track:
    """Return the way with a key from a junction."""
    track = Track(ground, control, tells=tells)
    goes_on = True
    if control.turn == "chance":
        draw(track, way)
    elif control.turn == "player" and way == WAIT:
        goes_on = wait(track)
    elif control.turn == "player":
        track.agenda.append(ground.program.options[way].point)
    while goes_on:
        goes_on = carry_out(track, track.agenda.pop()) if track.agenda else settle(track)
    return track


def offered(ground: Ground, control: Control) -> list[ast.stmt]:
    """Return the statements of the mask of the options on offer at a turn of the player."""
    return [*offer(Track(ground, control, tells=False)), ast.Return(named("x"))]
