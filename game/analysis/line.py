"""The line of history: what play comes to while every answer is that of the record, over all luck."""

from __future__ import annotations

from collections import deque

from game.analysis.graph import OverBudgetError
from game.analysis.playable import CompiledGame
from game.analysis.record import has_left_record, historical_command, record_of
from game.engine.happenings import OptionChosen
from game.engine.moves import Answer, Command, Move
from game.engine.program import Program
from game.engine.state import State, Step
from game.frozen import Frozen

Run = tuple[Move, ...]

MOST_STATES = 200_000


class Line(Frozen):
    """What was met on the line, each with the shortest run to it.

    `luck` are the sites that were left to luck, estimates apart; `refused` the decisions whose answer on
    record could not be given; `unsaid` those of which the record says nothing; `answered` those that were
    answered as recorded; `endings` how the line ends.
    """

    luck: dict[str, Run]
    refused: dict[str, Run]
    unsaid: dict[str, Run]
    answered: set[str]
    endings: dict[str, Run]


def line(program: Program) -> Line:
    """Return what the line of history meets. Raises OverBudgetError where luck makes it too wide."""
    return _Walk(program).walked()


class _Walk:
    """A search in breadth along the line; equal states are one."""

    def __init__(self, program: Program) -> None:
        self._found = Line(luck={}, refused={}, unsaid={}, answered=set(), endings={})
        self._game = CompiledGame(program)
        self._record = record_of(program.scenario)
        self._estimates = {
            f"{report.id}.estimates.{name}"
            for report in program.scenario.intelligence.values()
            for name, _ in report.estimates
        }
        self._pending: deque[tuple[State, Run]] = deque()
        self._known: set[State] = set()

    def walked(self) -> Line:
        self._reach(self._game.start(), ())
        while self._pending:
            if len(self._known) > MOST_STATES:
                raise OverBudgetError(len(self._known))
            state, run = self._pending.popleft()
            for move in self._moves(state, run):
                self._reach(self._game.step(state, move), (*run, move))
        return self._found

    def _reach(self, step: Step, run: Run) -> None:
        """Come to a state, unless a deadline took the game off the record on the way."""
        for each in step.happenings:
            if isinstance(each, OptionChosen) and has_left_record(self._record, (each,)):
                self._found.refused.setdefault(each.decision, run)
                return
        if step.state not in self._known:
            self._known.add(step.state)
            self._pending.append((step.state, run))

    def _moves(self, state: State, run: Run) -> tuple[Move, ...]:
        """Return the moves that stay on the line, and note what is met."""
        game, found = self._game, self._found
        match game.turn(state):
            case "over":
                found.endings.setdefault(game.ending(state) or "", run)
                return ()
            case "chance":
                outcomes = game.outcomes(state)
                if outcomes[0].site not in self._estimates:
                    found.luck.setdefault(outcomes[0].site, run)
                return outcomes
            case "player":
                command = historical_command(self._record, game.legal_commands(state), game.deadlines(state))
                if command is None:
                    self._stop(state, run)
                    return ()
                if isinstance(command, Answer):
                    found.answered.add(command.decision)
                return (command,)

    def _stop(self, state: State, run: Run) -> None:
        """Note why the record cannot be followed any more."""
        commands: tuple[Command, ...] = self._game.legal_commands(state)
        offered = {each.decision for each in commands if isinstance(each, Answer)}
        deadlines = [pair for pair in self._game.deadlines(state) if pair[0] in offered]
        order = [each for each, _ in sorted(deadlines, key=lambda pair: (pair[1] is None, pair[1] or 0))]
        decision = next((each for each in order if self._record[each] != "wait"), order[0])
        met = self._found.unsaid if self._record[decision] is None else self._found.refused
        met.setdefault(decision, run)
