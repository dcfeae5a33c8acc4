"""A recorded game as a test: what was chosen, the luck it met, and the ending it came to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from game.engine.happenings import ChanceTaken, DecisionOpened, Happening, OptionChosen
from game.engine.walk import UNFINISHED
from game.session.quoting import quoted
from game.session.run import Fixed
from game.session.session import Session

_START = ".start"


def written_case(session: Session, name: str) -> str:
    """Return a test file with one test, which plays a game that is over.

    The game is played by its seed where luck came into it; draws that the run fixes are pinned, or
    started with. A decision that was left open is waited for.
    """
    scenario = session.scenario
    happenings = [each for halt in session.past for each in halt.happenings]
    lines = [f"scenario: {quoted((*scenario.mods, scenario.id)[0])}", "tests:", f"  {quoted(name)}:"]
    lines.append(f"    setup: {quoted(session.setup)}")
    if any(isinstance(each, ChanceTaken) and not each.is_forced for each in happenings):
        lines.append(f"    seed: {session.seed}")
    fixed = _fixed(session, happenings)
    starts = {site.removesuffix(_START): each for site, each in fixed.items() if site.endswith(_START)}
    pins = {site: each for site, each in fixed.items() if not site.endswith(_START)}
    choices = {decision: _answers(each) for decision, each in _chosen(happenings).items()}
    for field, values in (("start", starts), ("pin", pins)):
        lines += _group(field, {key: quoted(each) for key, each in values.items()})
    lines += _group("choose", choices)
    if session.ending == UNFINISHED:
        lines += _group("odds", {UNFINISHED: "100%"})
    else:
        lines.append(f"    ending: {session.ending}")
    return "\n".join(lines) + "\n"


def _group(field: str, values: Mapping[str, str]) -> Iterator[str]:
    if values:
        yield f"    {field}:"
        yield from (f"      {quoted(key)}: {each}" for key, each in values.items())


def _chosen(happenings: Sequence[Happening]) -> Mapping[str, Sequence[str]]:
    """Return the answers to each decision that opened, in turn; `wait` where a deadline gave one."""
    chosen: dict[str, list[str]] = {}
    for each in happenings:
        match each:
            case DecisionOpened(decision, _, _):
                chosen.setdefault(decision, [])
            case OptionChosen(decision, option, is_late):
                chosen.setdefault(decision, []).append("wait" if is_late else option)
            case _:
                pass
    return chosen


def _answers(given: Sequence[str]) -> str:
    """Return answers as `choose:` takes them: the last stays, so that equal ones are said once."""
    if len(set(given)) > 1:
        return f"[{', '.join(given)}]"
    return given[0] if given else "wait"


def _fixed(session: Session, happenings: Sequence[Happening]) -> Mapping[str, str]:
    """Return what the run fixes, by site, as far as a site came to the same result in the whole game."""
    sites = [each.site for each in session.run.choices if isinstance(each, Fixed)]
    came = {
        site: {each.result for each in happenings if isinstance(each, ChanceTaken) and each.site == site}
        for site in sites
    }
    return {site: next(iter(results)) for site, results in came.items() if len(results) == 1}
