"""Policies by name for the commands: as in tests, or a table in a file."""

from __future__ import annotations

from pathlib import Path

from game.analysis.asked import Aim, Asked, PolicyTable
from game.analysis.figures import Policy
from game.commands.arguments import meant
from game.commands.refusal import RefusedError, Status
from game.engine.walk import UNFINISHED
from game.scenario.cases import PolicyName
from game.scenario.model import Scenario
from game.scenario.policyfile import read_policy
from game.source.limits import MOST_BYTES_IN_A_FILE
from game.store.atomic import read_at_most
from game.store.library import Volume
from game.store.sentences import first_fault

FORM = "undecided, historical, careful:ENDING, reckless:ENDING (of several any: `war+fire`), or a policy file"
_AIMS = (PolicyName.CAREFUL.value, PolicyName.RECKLESS.value)


def policy_named(word: str, opened: Volume) -> Asked:
    """Return the policy of a word, or of a file. Raises RefusedError with what was probably meant.

    `careful` and `reckless` alone shun and seek the catastrophe.
    """
    scenario = opened.scenario
    assert scenario is not None
    name, colon, endings = word.partition(":")
    if name in _AIMS:
        return _aim(name, endings.split("+") if colon else _catastrophes(scenario, name), scenario)
    if not colon and name in {Policy.UNDECIDED.value, Policy.HISTORICAL.value}:
        return Policy(name)
    path = Path(word)
    if path.suffix == ".yaml":
        return _table(path, opened)
    known = [each.value for each in Policy]
    raise RefusedError(f"There is no policy `{word}`.{meant(name, known)} It is {FORM}.")


def _catastrophes(scenario: Scenario, name: str) -> list[str]:
    found = [each.id for each in scenario.endings.values() if each.catastrophe]
    if not found:
        raise RefusedError(f"No ending is a catastrophe here; write `{name}:ENDING`.")
    return found


def _aim(name: str, endings: list[str], scenario: Scenario) -> Aim:
    known = (*scenario.endings, UNFINISHED)
    for ending in endings:
        if ending not in known:
            raise RefusedError(f"{scenario.id} has no ending `{ending}`.{meant(ending, known)}")
    return Aim(f"{name}:{'+'.join(endings)}", tuple(endings), name == PolicyName.CAREFUL.value)


def _table(path: Path, opened: Volume) -> PolicyTable:
    read = read_policy(read_at_most(path, MOST_BYTES_IN_A_FILE), path.name, opened.loaded)
    if read.file is None:
        raise RefusedError(first_fault(read.diagnostics), Status.FAULTS)
    return PolicyTable(path.name, {decision: dict(weights) for decision, weights in read.file.answers})
