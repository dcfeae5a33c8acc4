"""A policy file into its answers, with every fault at its place."""

from __future__ import annotations

from game.diagnostics.diagnostic import Diagnostic, Span, has_errors
from game.frozen import NamedTuple, replace
from game.scenario.decoder import Decoder
from game.scenario.decoding import decoded
from game.scenario.faults import UNREADABLE
from game.scenario.loading import Loaded
from game.scenario.policies import PolicyFile
from game.scenario.records.policies import POLICY_FILE
from game.scenario.unknown import UNKNOWN
from game.scenario.where import Where
from game.source.reader import document
from game.source.tree import Mapping

ENDING = ".policy.yaml"


class ReadPolicy(NamedTuple):
    """The policy of a file, None where any of it is faulty."""

    file: PolicyFile | None
    diagnostics: tuple[Diagnostic, ...]


def read_policy(content: bytes, file: str, loaded: Loaded) -> ReadPolicy:
    """Return the policy in a file for a scenario that was loaded without errors.

    A file that cannot be read, is for another scenario, or names what the scenario lacks, is E116.
    """
    read, faults = document(content, file)
    broken = next((each for each in faults if has_errors((each,))), None)
    if broken is not None:
        message = f"this policy file cannot be read: {broken.message}"
        return ReadPolicy(None, (Diagnostic(UNREADABLE, message, broken.span, broken.help),))
    if read.root is None:
        return ReadPolicy(None, (Diagnostic(UNREADABLE, "this policy file is empty", Span.whole(file)),))
    if loaded.decoder is None or loaded.scenario is None:
        return ReadPolicy(None, faults)
    decoder = Decoder(loaded.decoder.names)
    made = decoded(decoder, POLICY_FILE, read.root, Where())
    named = [replace(each, rule=UNREADABLE) if each.rule is UNKNOWN else each for each in decoder.diagnostics]
    found = (*faults, *named, *_for_another(made, read.root, loaded.scenario.id))
    ordered = tuple(sorted(found, key=lambda each: (each.span, each.code)))
    is_whole = isinstance(made, PolicyFile) and not has_errors(ordered)
    return ReadPolicy(made if is_whole else None, ordered)


def _for_another(made: object, root: Mapping, scenario: str) -> tuple[Diagnostic, ...]:
    if not isinstance(made, PolicyFile) or made.scenario in {None, scenario}:
        return ()
    place = next(value.span for key, value in root.entries if key.value == "scenario")
    message = f"this policy is for `{made.scenario}`, and the scenario is `{scenario}`"
    return (Diagnostic(UNREADABLE, message, place),)
