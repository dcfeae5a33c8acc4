"""What ran and what changed in a game, by address and name, each with its places among the happenings."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from game.engine import happenings as happened
from game.engine.happenings import Happening
from game.scenario.blocks import blocks
from game.scenario.expressions.types import NumberType
from game.scenario.model import Scenario


class Annals:
    """The happenings of a game with an index of them; places count from 0."""

    def __init__(self, scenario: Scenario, happenings: Sequence[Happening]) -> None:
        self.happenings = happenings
        self._ran: defaultdict[str, list[int]] = defaultdict(list)
        self._changed: defaultdict[str, list[int]] = defaultdict(list)
        self._starters: defaultdict[str, list[str]] = defaultdict(list)
        values = {**scenario.variables, **scenario.beliefs}
        self._numbers = {name for name, each in values.items() if isinstance(each.type, NumberType)}
        for position, each in enumerate(happenings):
            self._note(position, each)
        self._set: dict[str, frozenset[str]] = {}
        for block in blocks(scenario):
            self._set[block.site] = frozenset(name for name, _ in block.set)
            for started in (*(each.event for each in block.event), *block.send):
                self._starters[started].append(block.site)

    def latest(self, address: str, position: int) -> list[int]:
        """Return the last place before a position at which a block or entry ran; none if it never did."""
        ran = self._ran[address]
        before = bisect_left(ran, position)
        return ran[before - 1 : before] if before else []

    def starter(self, entry: str, position: int) -> list[int]:
        """Return where the block ran that started an entry last."""
        ran = [i for block in self._starters[entry] for i in self.latest(block, position)]
        return [max(ran)] if ran else []

    def makers(self, name: str, position: int) -> list[int]:
        """Return what gave a name the value that it has at a position, the latest first.

        Of a number these are all its moves in the direction of the last one, of anything else the last.
        """
        changed = self._changed[name]
        changed = changed[: bisect_left(changed, position)]
        return self._same_way(changed) if name in self._numbers else changed[-1:]

    def was_set(self, move: happened.VariableMoved | happened.FlagSwitched) -> bool:
        """Return whether a block gave a value, and did not only add to one."""
        return isinstance(move, happened.FlagSwitched) or move.name in self._set[move.cause]

    def _same_way(self, changed: Sequence[int]) -> list[int]:
        kept: list[int] = []
        is_upward: bool | None = None
        for position in reversed(changed):
            each = self.happenings[position]
            if isinstance(each, happened.VariableMoved):
                way = each.after > each.before
                is_upward = way if is_upward is None else is_upward
                if way == is_upward:
                    kept.append(position)
            elif not kept:
                kept.append(position)  # it is as it was drawn at the start
        return kept

    def _note(self, position: int, happening: Happening) -> None:
        match happening:
            case happened.VariableMoved(name) | happened.FlagSwitched(name):
                self._changed[name].append(position)
            case happened.OptionChosen(decision, option):
                self._ran[f"{decision}.{option}"].append(position)
                self._changed[f"chosen.{decision}"].append(position)
            case happened.ChanceTaken(site, result):
                self._ran[f"{site}.{result}"].append(position)
                if site.endswith(".start"):
                    self._changed[site.removesuffix(".start")].append(position)
            case happened.PhaseEntered(phase):
                self._ran[phase].append(position)
                self._changed["phase"].append(position)
            case happened.EventBegan(name) | happened.LetterArrived(name) | happened.ReportGiven(name):
                self._ran[name].append(position)
                self._changed[f"seen.{name}"].append(position)
            case happened.ResponseCame(name):
                self._ran[name].append(position)
            case _:
                pass
