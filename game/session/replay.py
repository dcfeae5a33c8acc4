"""A run played again, choice by choice, until it ends or asks for what is not on offer."""

from __future__ import annotations

from collections.abc import Mapping

from game.engine.moves import Answer, Command, Wait
from game.frozen import NamedTuple, replace
from game.scenario.model import Scenario
from game.session.luck import UnknownResultError
from game.session.run import Choice, Fixed, Run, format_choice
from game.session.said import Said
from game.session.session import Rules, Session, after, begun, rules_of


class Stop(NamedTuple):
    """Why a replay stopped before its end: the number of the item, from 0, and what says so.

    Without an item the run could not begin.
    """

    item: int | None
    said: Said


class Replay(NamedTuple):
    """A run played again. `session` is the game as far as it came; None if it could not begin.

    `warning` says that the run was made with other rules.
    """

    session: Session | None
    warning: str | None
    stop: Stop | None


class _Stride(NamedTuple):
    """A command, None for the beginning, with the draws fixed before the next one, and its item's number."""

    command: Command | None
    fixed: tuple[Fixed, ...]
    item: int


def replayed(
    scenario: Scenario, run: Run, commands: int | None = None, known: Mapping[str, Rules] | None = None
) -> Replay:
    """Return the game of a run, or of its first `commands` commands.

    `known` are rules of the scenario that are ready, by their setup. With an unknown setup nothing
    begins. A choice that is not on offer, or a result that a chance does not have, stops the replay
    there with a sentence; what came before stands.
    """
    again = _played(scenario, run, commands, known or {})
    if again.session is None:
        return again
    votes = tuple(each for each in run.votes if each.choice <= again.session.position)
    session = replace(again.session, votes=votes, can_turn_back=run.can_turn_back)
    return again._replace(session=session)


def _played(scenario: Scenario, run: Run, commands: int | None, known: Mapping[str, Rules]) -> Replay:
    setup = run.setup if run.setup is not None else scenario.setup_ids[0]
    if setup not in scenario.setup_ids:
        return Replay(None, None, Stop(None, Said("run.no_setup", {"scenario": scenario.id, "setup": setup})))
    first, *strides = _strides(run.choices)
    rules = known[setup] if setup in known else rules_of(scenario, setup)
    try:
        session = begun(rules, run.seed, first.fixed)
    except UnknownResultError as fault:
        return Replay(None, None, Stop(0, _unknown_result(fault)))
    warning = _warning(run, session)
    for stride in strides[:commands]:
        assert stride.command is not None
        said = _refusal(session, stride.command)
        if said is None:
            try:
                session = after(session, stride.command, stride.fixed)
            except UnknownResultError as fault:
                said = _unknown_result(fault)
        if said is not None:
            return Replay(session, warning, Stop(stride.item, said))
    return Replay(session, warning, None)


def _strides(choices: tuple[Choice, ...]) -> list[_Stride]:
    strides = [_Stride(None, (), 0)]
    for item, choice in enumerate(choices):
        match choice:
            case Fixed():
                strides[-1] = strides[-1]._replace(fixed=(*strides[-1].fixed, choice))
            case Answer() | Wait():
                strides.append(_Stride(choice, (), item))
    return strides


def _warning(run: Run, session: Session) -> str | None:
    if run.hash is None or run.hash == session.hash:
        return None
    scenario, now = session.scenario, ""
    if run.version not in (None, scenario.version):
        now = f", now {scenario.version}"
    unknown = _unknown(scenario, run)
    differs = f" They have no {', '.join(unknown)} any more." if unknown else ""
    return (
        f"This run was made with other rules of {scenario.id} (version {run.version or 'unknown'}{now});"
        f" it is tried choice by choice.{differs}"
    )


def _unknown(scenario: Scenario, run: Run) -> list[str]:
    """Return the choices of a run that the rules do not know, each once."""
    unknown: dict[str, None] = {}
    for choice in run.choices:
        if isinstance(choice, Answer) and not _is_known(scenario, choice):
            unknown[f"`{format_choice(choice)}`"] = None
    return list(unknown)


def _is_known(scenario: Scenario, choice: Answer) -> bool:
    return (
        choice.decision in scenario.decisions and choice.option in scenario.decisions[choice.decision].options
    )


def _refusal(session: Session, command: Command) -> Said | None:
    if command in session.legal_commands:
        return None
    choice = format_choice(command)
    offer = ", ".join(f"`{format_choice(each)}`" for each in session.legal_commands)
    if isinstance(command, Answer) and not _is_known(session.scenario, command):
        return Said("run.unknown_choice", {"choice": choice, "offer": offer})
    if session.is_over:
        return Said("run.over", {"choice": choice})
    return Said("run.not_on_offer", {"choice": choice, "offer": offer})


def _unknown_result(fault: UnknownResultError) -> Said:
    results = ", ".join(f"`{each}`" for each in fault.on_offer)
    given = {"site": fault.fixed.site, "result": fault.fixed.result, "results": results}
    return Said("run.unknown_result", given)
