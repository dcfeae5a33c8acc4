"""The game of a test that allows one line of play, as a session whose transcript can be kept."""

from __future__ import annotations

from game.engine import play
from game.engine.compilation.program import compiled
from game.engine.moves import Answer, Wait
from game.scenario.cases import Case
from game.scenario.hashing import content_hash
from game.scenario.model import Scenario
from game.session.luck import Luck, settled
from game.session.run import parse_choice
from game.session.session import Halt, Session, after


def golden_session(scenario: Scenario, case: Case, line: tuple[str, ...]) -> Session:
    """Return the game of a test's only line of play.

    Without a seed nothing is left to luck, and 0 stands for one.
    """
    setup, seed = case.setup or scenario.setup_ids[0], case.seed or 0
    begins = 0 if case.at is None else case.at - scenario.clock.starts
    program = compiled(scenario, setup, case.pin, case.start, begins)
    first = play.start(program)
    luck = Luck(seed, setup, {}, ())
    halt = Halt(None, (), *settled(program, first.state, first.happenings, luck))
    session = Session(scenario, program, content_hash(scenario), setup, seed, (halt,), 0)
    for words in line:
        command = parse_choice(words)
        assert isinstance(command, Answer | Wait)
        session = after(session, command)
    return session
