"""One id for one thing; one player; a first phase that simply holds."""

from __future__ import annotations

from collections.abc import Iterator

from game.diagnostics.diagnostic import Diagnostic, Note
from game.scenario.decoder import Decoder
from game.scenario.faults import FIRST_PHASE, PLAYER
from game.scenario.ids import SAME_ID
from game.scenario.model import Scenario
from game.scenario.names import SHARED
from game.source.tree import Scalar


def declaration_faults(decoder: Decoder, scenario: Scenario) -> Iterator[Diagnostic]:
    """Yield the faults of ids, of the player and of the first phase."""
    yield from _ids(decoder)
    yield from _player(decoder, scenario)
    yield from _first_phase(decoder, scenario)


def _ids(decoder: Decoder) -> Iterator[Diagnostic]:
    first: dict[str, tuple[str, Scalar]] = {}
    for section in SHARED:
        for name, key in decoder.names.sections.get(section, {}).items():
            if name != key.value:  # what a bad id probably means
                continue
            if name in first:
                other, place = first[name]
                earlier, later = sorted((place, key), key=lambda each: each.span)
                yield Diagnostic(
                    SAME_ID,
                    f"`{name}` is the id of two things: one in `{other}:`, one in `{section}:`",
                    later.span,
                    "rename one of them",
                    (Note("first here", earlier.span),),
                )
            else:
                first[name] = (section, key)


def _player(decoder: Decoder, scenario: Scenario) -> Iterator[Diagnostic]:
    players = [actor for actor in scenario.actors.values() if actor.player]
    for second in players[1:]:
        yield Diagnostic(
            PLAYER,
            f"`{second.id}` is the player, and so is `{players[0].id}`",
            second.span,
            "leave `player: yes` with one of them",
            (Note("first here", players[0].span),),
        )
    advised = [decision for decision in scenario.decisions.values() if decision.advice]
    is_told = any(not each.to or not each.from_ for each in scenario.letters.values())  # an actor is lost
    if not players and not is_told and decoder.names.is_complete and (scenario.letters or advised):
        entry = next(iter(scenario.letters.values()), None) or advised[0]
        yield Diagnostic(
            PLAYER,
            "there are letters or advice, but no actor is the player",
            entry.span,
            "give one actor `player: yes`",
        )


def _first_phase(decoder: Decoder, scenario: Scenario) -> Iterator[Diagnostic]:
    first = next(iter(scenario.phases.values()), None)
    place = decoder.places.get(f"phases.{first.id}.when") if first is not None else None
    if place is not None:
        yield Diagnostic(
            FIRST_PHASE, "the first phase holds at the start and has no `when:`", place.key, "remove it"
        )
