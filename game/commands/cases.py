"""What comes of a test, its transcript included."""

from __future__ import annotations

from pathlib import Path

from game.commands.casefiles import OpenedCases, refusal
from game.commands.refusal import RefusedError, Status
from game.frozen import NamedTuple
from game.scenario.cases import Case
from game.store.atomic import write_whole
from game.terminal.transcript import transcript
from game.trial.golden import golden_session
from game.trial.verdict import Verdict, claims, verdict

_NO_CLAIM = "it claims nothing: give it `ending:`, `odds:`, `expect:`, `never:`, `within:` or `transcript:`"


class Outcome(NamedTuple):
    """What came of a test; nothing failed if it passed. `remark` is to be said of it all the same."""

    verdict: Verdict
    failures: tuple[str, ...]
    remark: str | None = None


def outcome(cases: OpenedCases, case: Case, *, update: bool) -> Outcome:
    """Return what comes of a test. With `update` a transcript is written and not compared."""
    scenario = cases.opened.scenario if cases.opened is not None else None
    if scenario is None:
        raise RefusedError(f"{cases.name}: {' '.join(refusal(cases))}", Status.FAULTS)
    came = verdict(scenario, case)
    if case.transcript is None or came.failures:
        return Outcome(came, came.failures, None if came.failures or claims(case) else _NO_CLAIM)
    if came.line is None:
        what = "a transcript needs one line of play: fix the luck with `seed:` or `pin:`, and choose all"
        return Outcome(came, (what,))
    text = transcript(golden_session(scenario, case, came.line))
    return Outcome(
        came, _difference(cases.path.parent / case.transcript, case.transcript, text, update=update)
    )


def _difference(path: Path, name: str, text: str, *, update: bool) -> tuple[str, ...]:
    """Return how a transcript differs from the file that keeps it, or write that anew."""
    if update:
        write_whole(path, text.encode())
        return ()
    if not path.is_file():
        return (f"there is no transcript {name} yet; write it with --update",)
    kept = path.read_bytes().decode(errors="replace").replace("\r\n", "\n")
    if kept == text:
        return ()
    pairs = zip([*kept.split("\n"), None], [*text.split("\n"), None], strict=False)
    number, (old, new) = next((at, pair) for at, pair in enumerate(pairs, 1) if pair[0] != pair[1])
    lines = f"line {number} has `{old or ''}` there, and is `{new or ''}` now"
    return (f"the game is not as {name} has it: {lines}",)
