"""Whether the line of history can be played, and ends as it did (E560, E561, E562)."""

from __future__ import annotations

from collections.abc import Iterator

from game.analysis.line import Line, Run, line
from game.diagnostics.diagnostic import Diagnostic, Rule, Span
from game.engine.compilation.program import compiled
from game.engine.moves import ChanceOutcome
from game.lint.entries import held_blocks
from game.lint.subject import Subject
from game.scenario.blocks import chances
from game.scenario.model import Scenario
from game.session.run import Fixed, format_choice

NOT_ON_OFFER = Rule(
    code="E560",
    title="historical option not on offer on the historical line",
    cause="While every answer before is that of the record, a decision opens whose `historical:` option is"
    " not on offer; or the record says `wait` where the player cannot wait. So what happened cannot be"
    " played. The run shows the way there.",
    example="decisions:\n  trade:\n    historical: promise\n    options:\n      promise: { label: Promise,"
    " when: seen.second_letter }   # which comes later",
    cure="Correct the `when:` of the option, or what comes before it.",
)
OTHER_ENDING = Rule(
    code="E561",
    title="historical line does not end in the historical ending",
    cause="Every answer is that of the record, and the game ends otherwise than the ending marked"
    " `historical: yes`, or breaks off where the record says nothing. The run shows it.",
    example="endings:\n  bargain: { historical: yes, when: agreed, title: A Bargain, text: Agreed. }   # and"
    " nothing on the line remembers `agreed`",
    cure="Correct the choices on record, the outcomes marked `historical: yes`, or the condition.",
)
LEFT_TO_LUCK = Rule(
    code="E562",
    title="under the historical setup something on the line is left to luck",
    cause="On the line of history a chance has two possible outcomes and is not pinned, so the record comes"
    " about only by luck. Estimates are excepted: they change no state.",
    example="setups:\n  strict: { label: Strict, about: As it was., historical: yes }   # and no outcome of"
    " the chance `ships` is marked",
    cure="Mark the outcome that came with `historical: yes`, pin it, or `set:` the start.",
)

_START = ".start"


def history_faults(subject: Subject) -> Iterator[Diagnostic]:
    """Yield the faults of the line of history, where there is a record of choices.

    The line is that of the setup marked `historical: yes`, whose luck is settled. Without one it is that
    of the first setup. While luck has a say, only what no luck allows is a fault beside it.
    """
    scenario = subject.scenario
    if all(each.historical is None for each in scenario.decisions.values()):
        return
    marked = next((each.id for each in scenario.setups.values() if each.historical), None)
    found = line(compiled(scenario, marked or scenario.setup_ids[0]))
    if marked is not None:
        for site, run in found.luck.items():
            message = f"`{site}` is left to luck on the line of history, under the setup `{marked}`"
            yield _shown(LEFT_TO_LUCK, message, _place(subject, site), _settling(site), run)
    is_certain = marked is not None and not found.luck
    refused = {each: run for each, run in found.refused.items() if is_certain or each not in found.answered}
    for decision, run in refused.items():
        yield _refusal(subject, decision, run)
    if not refused:
        yield from _ending(scenario, found, is_certain=is_certain)


def _settling(site: str) -> str:
    """Return how the luck of a site is settled: starts are set, chances pinned."""
    if site.endswith(_START):
        return f"`set:` it in the setup: `set: {{ {site.removesuffix(_START)}: ... }}`"
    return "pin it, or mark what came"


def _refusal(subject: Subject, decision: str, run: Run) -> Diagnostic:
    model = subject.scenario.decisions[decision]
    place = subject.value(f"decisions.{decision}.historical", model.span)
    message = (
        f"the player cannot wait here on the line of history, as `{decision}` says"
        if model.historical == "wait"
        else f"`{model.historical}` is not on offer when the line of history comes to `{decision}`"
    )
    return _shown(NOT_ON_OFFER, message, place, "correct its `when:`, or what comes before", run)


def _ending(scenario: Scenario, found: Line, *, is_certain: bool) -> Iterator[Diagnostic]:
    wanted = next((each for each in scenario.endings.values() if each.historical), None)
    if wanted is None or (not is_certain and wanted.id in found.endings):
        return
    stops = [
        *((f"it ends in `{each}`", run) for each, run in found.endings.items() if each != wanted.id),
        *((f"`{each}` does not say what was chosen", run) for each, run in found.unsaid.items()),
    ]
    for words, run in stops[:1]:
        message = f"the line of history does not end in `{wanted.id}`: {words}"
        yield _shown(OTHER_ENDING, message, wanted.span, "correct the record, or the condition", run)


def _shown(rule: Rule, message: str, place: Span, cure: str, run: Run) -> Diagnostic:
    items = tuple(
        format_choice(Fixed(each.site, each.result) if isinstance(each, ChanceOutcome) else each)
        for each in run
    )
    return Diagnostic(rule, message, place, cure, witness=items)


def _place(subject: Subject, site: str) -> Span:
    """Return where what is drawn at a site stands."""
    scenario = subject.scenario
    chance = next((each for each in chances(scenario) if each.site == site), None)
    if chance is not None:
        return chance.span
    entry, _, what = site.rpartition(".")
    if what == "start":
        return {**scenario.variables, **scenario.beliefs}[entry].span
    if what == "travels":
        return subject.value(f"letters.{entry}.travels", scenario.letters[entry].span)
    if what == "in":
        return subject.value(f"responses.{entry}.in", scenario.responses[entry].span)
    above, _, event = site.rpartition(".in.")
    path = next((each.path for each in held_blocks(scenario) if above.startswith(each.block.site)), "")
    return subject.key(f"{path}.event", scenario.events[event].span)
