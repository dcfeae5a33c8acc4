"""Random games written down, read, and played again: equal byte for byte, on any machine and Python.

    python -m tests.session.endurance 10000

prints a digest of all runs and final states, which has to be the same under every hash seed and in every
Python. Only the pure rooms are needed, and PyYAML.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from random import Random

from game.scenario.loading import loaded
from game.scenario.model import Scenario
from game.session.replay import replayed
from game.session.runfile import format_run, parse_run
from game.session.session import Rules, Session, after, begun, rules_of

NAMES = ("river_incident", "berlin_1961", "black_saturday", "bay_of_pigs_1961", "cuba_1962")
_SHELF = Path(__file__).resolve().parents[2] / "scenarios"


def scenario_at(folder: Path) -> Scenario:
    """Return a scenario without its pictures and tests."""
    paths = [path for path in sorted(folder.rglob("*.yaml")) if ".test." not in path.name]
    found = loaded({path.relative_to(folder.parent).as_posix(): path.read_bytes() for path in paths})
    assert found.scenario is not None, found.diagnostics
    return found.scenario


def played(known: Mapping[str, Rules], luck: Random) -> Session:
    """Return a game of random choices under one of the setups."""
    rules = known[list(known)[_place(luck, len(known))]]
    session = begun(rules, int(luck.random() * 2**53))
    while not session.is_over:
        legal = session.legal_commands
        session = after(session, legal[_place(luck, len(legal))])
    return session


def _place(luck: Random, size: int) -> int:
    return int(luck.random() * size)  # of all that Random gives, this is the same in every version


def state_of(session: Session) -> bytes:
    """Return all that a game has come to: its last state and everything that happened."""
    return repr([(halt.state, halt.happenings) for halt in session.past]).encode()


def replays(scenarios: tuple[Scenario, ...], games: int, seed: int = 1) -> Iterator[bytes]:
    """Yield each run and what it comes to. Raises AssertionError where they are not the same."""
    rules = [{setup: rules_of(each, setup) for setup in each.setup_ids} for each in scenarios]
    for number in range(games):
        scenario, known = scenarios[number % len(scenarios)], rules[number % len(scenarios)]
        session = played(known, Random(f"{seed} {number}"))
        written = format_run(session.run).encode()
        parsed = parse_run(written, f"game {number}")
        assert parsed.run is not None, parsed.diagnostics
        again = replayed(scenario, parsed.run, known=known)
        assert again.warning is None, again.warning
        assert again.stop is None, again.stop
        assert again.session is not None
        assert state_of(again.session) == state_of(session), f"game {number} of {scenario.id}"
        yield written + state_of(session)


def digest(names: tuple[str, ...], games: int, shelf: Path = _SHELF) -> str:
    """Return the digest of so many games of the scenarios of a shelf, in turn."""
    total = sha256()
    for each in replays(tuple(scenario_at(shelf / name) for name in names), games):
        total.update(each)
    return total.hexdigest()


def main() -> None:
    games = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    names = tuple(sys.argv[2:]) or NAMES
    sys.stdout.write(f"{games} games of {', '.join(names)}: {digest(names, games)}\n")


if __name__ == "__main__":
    main()
