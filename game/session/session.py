"""One game: its halts so far, and the ways from one to another. A Session is a value and never changes."""

from __future__ import annotations

from game.engine.compilation.program import compiled
from game.engine.happenings import ChanceTaken, Happening
from game.engine.moves import Command
from game.engine.play import ending, legal_commands, start, step, turn
from game.engine.program import Program
from game.engine.state import State
from game.frozen import Frozen, NamedTuple, aside, replace
from game.scenario.hashing import content_hash
from game.scenario.model import Scenario
from game.session.luck import Luck, settled
from game.session.run import Choice, Fixed, Run, Vote


class Halt(NamedTuple):
    """A moment at which the player has the move or the game is over.

    `command` is the one that led here, None at the beginning; `fixed` are the draws that the run
    fixed on the way; `happenings` are all since the halt before.
    """

    command: Command | None
    fixed: tuple[Fixed, ...]
    state: State
    happenings: tuple[Happening, ...]
    luck: Luck


class Session(Frozen):
    """A game with its past, and what was undone while nothing else has been chosen.

    `trail` holds a halt for the beginning and one for each command; the game stands at
    `trail[position]`, what lies behind it was undone and may be done again. `votes` are those of a class,
    what was undone included. In a game that cannot `turn_back` every choice stands. Sessions are equal if
    their rules, by the hash, and all their halts and votes are, and whether they can turn back.
    """

    scenario: Scenario = aside()
    program: Program = aside()
    hash: str
    setup: str
    seed: int
    trail: tuple[Halt, ...]
    position: int
    votes: tuple[Vote, ...] = ()
    can_turn_back: bool = True

    @property
    def halt(self) -> Halt:
        return self.trail[self.position]

    @property
    def state(self) -> State:
        return self.halt.state

    @property
    def past(self) -> tuple[Halt, ...]:
        """The halts up to the present one, the beginning first."""
        return self.trail[: self.position + 1]

    @property
    def is_over(self) -> bool:
        return turn(self.program, self.state) == "over"

    @property
    def ending(self) -> str | None:
        """The id of the ending, `unfinished`, or None while the game goes on."""
        return ending(self.program, self.state)

    @property
    def legal_commands(self) -> tuple[Command, ...]:
        return legal_commands(self.program, self.state)

    @property
    def can_undo(self) -> bool:
        return self.can_turn_back and self.position > 0

    @property
    def can_redo(self) -> bool:
        return self.position + 1 < len(self.trail)

    @property
    def run(self) -> Run:
        """The game up to the present halt as a run file holds it."""
        choices: list[Choice] = []
        for each in self.past:
            if each.command is not None:
                choices.append(each.command)
            choices.extend(each.fixed)
        scenario = self.scenario
        return Run(
            scenario.id,
            scenario.version,
            self.hash,
            self.setup,
            self.seed,
            mods=scenario.mods,
            choices=tuple(choices),
            votes=_until(self.votes, self.position),
            can_turn_back=self.can_turn_back,
        )


class Rules(NamedTuple):
    """The rules of a setup with their hash, made once for many games."""

    program: Program
    hash: str


def rules_of(scenario: Scenario, setup: str) -> Rules:
    return Rules(compiled(scenario, setup), content_hash(scenario))


def started(scenario: Scenario, setup: str, seed: int, fixed: tuple[Fixed, ...] = ()) -> Session:
    """Return a new game at its first halt; `seed` is 0 to 2**64 - 1.

    Raises UnknownResultError if a draw on the way is fixed to what it cannot be.
    """
    return begun(rules_of(scenario, setup), seed, fixed)


def begun(rules: Rules, seed: int, fixed: tuple[Fixed, ...] = ()) -> Session:
    """Return a new game by rules that are ready, as `started` does."""
    program = rules.program
    first = start(program)
    luck = Luck(seed, program.setup, {}, fixed)
    halt = Halt(None, fixed, *settled(program, first.state, first.happenings, luck))
    return Session(program.scenario, program, rules.hash, program.setup, seed, (halt,), 0)


def bound(session: Session) -> Session:
    """Return the game where it stands, to be played on without turning back: what was undone goes."""
    return replace(forked(session), can_turn_back=False)


def after(session: Session, command: Command, fixed: tuple[Fixed, ...] = ()) -> Session:
    """Return the game after a command.

    A choice that was undone meets the same luck when it is made again, and its future is kept;
    another choice begins another future. Raises IllegalMoveError if the command is not on offer,
    UnknownResultError if a draw on the way is fixed to what it cannot be.
    """
    if session.can_redo:
        ahead = session.trail[session.position + 1]
        if (ahead.command, ahead.fixed) == (command, fixed):
            return redone(session)
    halt = session.halt
    stepped = step(session.program, halt.state, command)
    luck = halt.luck._replace(pending=halt.luck.pending + fixed)
    reached = Halt(command, fixed, *settled(session.program, stepped.state, stepped.happenings, luck))
    votes = _until(session.votes, session.position)
    return replace(session, trail=(*session.past, reached), position=session.position + 1, votes=votes)


def voted(session: Session, vote: Vote) -> Session:
    """Return the game with the vote of a class before one of its commands; another of that one goes."""
    others = (each for each in session.votes if each.choice != vote.choice)
    return replace(session, votes=tuple(sorted((*others, vote), key=lambda each: each.choice)))


def undone(session: Session) -> Session:
    """Return the game before the last command; at the beginning, the same game."""
    return rewound(session, session.position - 1)


def redone(session: Session) -> Session:
    """Return the game after the command that was undone last; where there is none, the same game."""
    return rewound(session, session.position + 1)


def rewound(session: Session, commands: int) -> Session:
    """Return the game gone back, or forward again, to so many commands; one that cannot, as it is.

    Nothing is computed again, and what lies ahead is kept until another choice is made.
    """
    return as_it_stood(session, commands) if session.can_turn_back else session


def as_it_stood(session: Session, commands: int) -> Session:
    """Return the game after so many commands, from none to all that were ever given, to be read there."""
    return replace(session, position=min(max(commands, 0), len(session.trail) - 1))


def forked(session: Session) -> Session:
    """Return the game up to the present halt without what lies ahead."""
    return replace(session, trail=session.past, votes=_until(session.votes, session.position))


def reseeded(session: Session, seed: int) -> Session:
    """Return the game up to the present halt, with other luck from there on.

    What has been drawn stays and is fixed in the run; only the draws to come are others.
    """
    past = [_with_its_draws(each, seed) for each in session.past]
    still_fixed = session.halt.luck.pending
    past[-1] = past[-1]._replace(
        fixed=past[-1].fixed + still_fixed, luck=past[-1].luck._replace(pending=still_fixed)
    )
    return forked(replace(session, seed=seed, trail=tuple(past)))


def _until(votes: tuple[Vote, ...], commands: int) -> tuple[Vote, ...]:
    """Return the votes before the first commands."""
    return tuple(each for each in votes if each.choice <= commands)


def _with_its_draws(halt: Halt, seed: int) -> Halt:
    luck = halt.luck._replace(seed=seed, pending=())
    return halt._replace(fixed=_draws(halt.happenings), luck=luck)


def _draws(happenings: tuple[Happening, ...]) -> tuple[Fixed, ...]:
    return tuple(
        Fixed(each.site, each.result)
        for each in happenings
        if isinstance(each, ChanceTaken) and not each.is_forced
    )
