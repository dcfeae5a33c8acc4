"""The lines of play that a test allows: what may be chosen, what may be drawn, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from game.analysis.liveness import Liveness
from game.analysis.record import has_left_record, historical_command, record_of, undecided_commands
from game.engine import play
from game.engine.draws import ticket
from game.engine.happenings import Happening, OptionChosen
from game.engine.moves import Answer, ChanceOutcome, Command, Move, Wait
from game.engine.program import Program
from game.engine.state import State
from game.frozen import NamedTuple, replace
from game.scenario.cases import Case, PolicyName


class Line(NamedTuple):
    """Where a line of play stands: the state, and what a test has to remember beside it.

    `answers` counts the answers to decisions of which the test lists several, `draws` those of each
    site where the luck is fixed by a seed; `on_record` whether all answers were historical.
    """

    state: State
    answers: tuple[int, ...]
    draws: tuple[tuple[str, int], ...]
    on_record: bool


class Way(NamedTuple):
    """One way on from a line: its weight against the others, and what happened."""

    weight: Fraction
    line: Line
    move: Move
    happenings: tuple[Happening, ...]


class ChoiceRefusedError(Exception):
    """A choice of the test is not on offer where it should be taken; the sentence is its argument."""


class Lines:
    """The lines of play of one test.

    States hold only what can still be read, unless the test asks for it at the end (`expect:`), so
    that lines with one future are one; all chances are the same.
    """

    def __init__(self, program: Program, case: Case, setup: str) -> None:
        self.program = program
        self.case = case
        self._setup = setup
        self._record = record_of(program.scenario)
        self._choose = self._chosen()
        self._counted = tuple(name for name, answers in self._choose.items() if len(answers) > 1)
        self._liveness = None if case.expect else Liveness(program)

    def unseeded(self) -> Lines:
        """Return the lines of the same test under any luck."""
        made = Lines(self.program, replace(self.case, seed=None), self._setup)
        return made if self._liveness is not None else made.remembering()

    def remembering(self) -> Lines:
        """Return the same lines with states that hold everything."""
        made = Lines(self.program, self.case, self._setup)
        made._liveness = None
        return made

    def _chosen(self) -> Mapping[str, tuple[str, ...]]:
        if self.case.choose is not None:
            return dict(self.case.choose)
        return {decision: (answer,) for decision, answer in self._record.items() if answer is not None}

    def start(self) -> tuple[Line, tuple[Happening, ...]]:
        """Return the first turn, and what happened before it."""
        first = play.start(self.program)
        line = Line(self._kept(first.state), (0,) * len(self._counted), (), on_record=True)
        return line, first.happenings

    def is_over(self, line: Line) -> bool:
        return play.turn(self.program, line.state) == "over"

    def ways(self, line: Line) -> tuple[Way, ...]:
        """Return the ways on that the test allows, in the order of the program; none when it is over.

        For the careful and the reckless all commands are ways: which of them is taken, the odds say.
        Raises ChoiceRefusedError.
        """
        moves = self.moves(line)
        total = sum(weight for weight, _ in moves)
        return tuple(
            Way(Fraction(weight, total), after, move, happenings)
            for weight, move in moves
            for after, happenings in (self.after(line, move),)
        )

    def moves(self, line: Line) -> tuple[tuple[int, Move], ...]:
        """Return what the test allows next, each with its weight. Raises ChoiceRefusedError."""
        match play.turn(self.program, line.state):
            case "over":
                return ()
            case "chance":
                return self._outcomes(line)
            case "player":
                return tuple((1, command) for command in self._commands(line))

    def _outcomes(self, line: Line) -> tuple[tuple[int, Move], ...]:
        outcomes = play.outcomes(self.program, line.state)
        if self.case.seed is None:
            return tuple((each.weight, each) for each in outcomes)
        site, total = outcomes[0].site, sum(each.weight for each in outcomes)
        drawn = ticket(self.case.seed, self._setup, site, dict(line.draws).get(site, 0), total)
        return ((1, outcome_at(outcomes, drawn)),)

    def after(self, line: Line, move: Move) -> tuple[Line, tuple[Happening, ...]]:
        """Return where a move leads, and what happens on the way."""
        reached = play.step(self.program, line.state, move)
        answers, draws = list(line.answers), line.draws
        for each in reached.happenings:
            if isinstance(each, OptionChosen) and each.decision in self._counted:
                answers[self._counted.index(each.decision)] += 1
        if self.case.seed is not None and isinstance(move, ChanceOutcome):
            counts = dict(draws)
            draws = tuple(sorted({**counts, move.site: counts.get(move.site, 0) + 1}.items()))
        on_record = line.on_record and not has_left_record(self._record, reached.happenings)
        return Line(self._kept(reached.state), tuple(answers), draws, on_record), reached.happenings

    def _kept(self, state: State) -> State:
        """Return the state without what nothing reads any more; the minute of the end stays for `within:`."""
        if self._liveness is None:
            return state
        kept = self._liveness.forgotten(state)
        return kept._replace(minute=state.minute) if self.case.within is not None else kept

    def _commands(self, line: Line) -> tuple[Command, ...]:
        program, state = self.program, line.state
        commands = play.legal_commands(program, state)
        left = commands
        for decision in play.open_decisions(program, state):
            answer = self._answer(line, decision)
            if answer is None:
                continue
            if answer != "wait":
                return (self._wanted(Answer(decision, answer), commands),)
            left = tuple(
                each for each in left if not (isinstance(each, Answer) and each.decision == decision)
            )
        if not left:
            raise ChoiceRefusedError(f"nothing is left to do: {_said(program, state)} cannot be waited for")
        return self._by_policy(line, left)

    def _answer(self, line: Line, decision: str) -> str | None:
        answers = self._choose.get(decision)
        if answers is None:
            return None
        given = line.answers[self._counted.index(decision)] if decision in self._counted else 0
        return answers[min(given, len(answers) - 1)]

    def _wanted(self, answer: Answer, commands: tuple[Command, ...]) -> Answer:
        if answer not in commands:
            raise ChoiceRefusedError(f"`{answer.option}` is not on offer when `{answer.decision}` opens")
        return answer

    def _by_policy(self, line: Line, commands: tuple[Command, ...]) -> tuple[Command, ...]:
        deadlines = play.deadlines(self.program, line.state)
        match self.case.policy.name:
            case PolicyName.CAREFUL | PolicyName.RECKLESS:
                return commands
            case PolicyName.HISTORICAL if line.on_record:
                command = historical_command(self._record, commands, deadlines)
                if command is not None:
                    return (command,)
        if all(isinstance(each, Wait) for each in commands):
            return commands
        return undecided_commands(commands, deadlines)


def outcome_at(outcomes: tuple[ChanceOutcome, ...], drawn: int) -> ChanceOutcome:
    """Return the first outcome whose running sum of weights exceeds the ticket."""
    for each in outcomes:
        drawn -= each.weight
        if drawn < 0:
            return each
    raise AssertionError


def _said(program: Program, state: State) -> str:
    return " and ".join(f"`{decision}`" for decision in play.open_decisions(program, state))
