"""The road of the record: the game with the choices and the luck that history had, as far as it goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from game.analysis.belief import Stretch
from game.analysis.playable import Playable, StateT
from game.analysis.record import has_left_record, historical_command, record_of
from game.engine.happenings import Happening
from game.engine.moves import ChanceOutcome, Command
from game.engine.results import Quantity, ResultKind, format_result, parse_result
from game.scenario.blocks import chances
from game.scenario.model import Scenario

_NO_ERROR = "0"


class _Luck(NamedTuple):
    """What the record says of luck: results by site, each with the kind in which it is written."""

    results: Mapping[str, str]
    kinds: Mapping[str, ResultKind]

    def taken(self, on_offer: tuple[ChanceOutcome, ...]) -> ChanceOutcome:
        """Return the outcome of the record; where it says nothing, no error, else the likeliest."""
        site = on_offer[0].site
        wanted = self.results.get(site, _NO_ERROR if ".estimates." in site else None)
        if wanted is not None:
            kind = self.kinds.get(site)
            for each in on_offer:
                if each.result == wanted or (kind is not None and _is_same(kind, each.result, wanted)):
                    return each
        return max(on_offer, key=lambda each: each.weight)


def recorded_road(scenario: Scenario, playable: Playable[StateT]) -> Iterator[Stretch[StateT]]:
    """Yield the stretches of the game in which all went as it really did.

    Luck is that of the setup marked as historical, even if another is played: of hidden values too, as
    far as this setup leaves them to be drawn. Ends with the game, or before the first question that the
    record does not answer. Nothing is yielded where no decision has a record.
    """
    record = record_of(scenario)
    if not any(record.values()):
        return
    luck = _luck(scenario)
    command: Command | None = None
    reached = playable.start()
    happenings = [*reached.happenings]
    state = reached.state
    while True:
        state, happenings = _settled(playable, luck, state, happenings)
        if has_left_record(record, happenings):
            return
        yield Stretch(command, tuple(happenings), state)
        if playable.turn(state) == "over":
            return
        command = historical_command(record, playable.legal_commands(state), playable.deadlines(state))
        if command is None:
            return
        reached = playable.step(state, command)
        state, happenings = reached.state, [*reached.happenings]


def _settled(
    playable: Playable[StateT], luck: _Luck, state: StateT, happenings: list[Happening]
) -> tuple[StateT, list[Happening]]:
    """Return the state after all luck that is open now, and all that happened."""
    told = [*happenings]
    while playable.turn(state) == "chance":
        reached = playable.step(state, luck.taken(playable.outcomes(state)))
        state = reached.state
        told += reached.happenings
    return state, told


def _luck(scenario: Scenario) -> _Luck:
    results = {
        chance.site: outcome.id
        for chance in chances(scenario)
        for outcome in chance.outcomes
        if outcome.historical
    }
    kinds: dict[str, ResultKind] = {}
    values = {**scenario.variables, **scenario.beliefs}
    setup = next((each for each in scenario.setups.values() if each.historical), None)
    if setup is not None:
        for site, result in setup.pin:
            results[site] = result
            kinds[site] = Quantity.ERROR if ".estimates." in site else Quantity.DELAY
        for name, value in setup.set:
            results[f"{name}.start"] = format_result(values[name].type, value)
    return _Luck(results, kinds)


def _is_same(kind: ResultKind, result: str, wanted: str) -> bool:
    value = parse_result(kind, result)
    return value is not None and value == parse_result(kind, wanted)
