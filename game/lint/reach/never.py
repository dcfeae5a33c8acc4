"""What never happens: decisions, endings, entries and outcomes that no line of play can reach."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from game.diagnostics.diagnostic import Diagnostic, Note, Rule, Span
from game.frozen import Frozen
from game.lint.entries import cast_chances
from game.lint.reach.possible import Values, possible
from game.lint.reach.ways import Way
from game.lint.reach.world import Reach
from game.lint.subject import Subject
from game.scenario.expressions.odds import cure_of_zero
from game.scenario.expressions.ranges import is_always, reads
from game.scenario.expressions.rules import ALL_ODDS_ZERO
from game.scenario.expressions.tree import Binary, Call, Function, Operator
from game.scenario.model import Ending, Outcome, Scenario

NEVER_OPEN = Rule(
    code="E520",
    title="decision that can never open",
    cause="In no line of play does the condition of the decision hold when it is looked at, or its"
    " moment does not come before the end. The player would never be asked.",
    example="decisions:\n  trade: { title: Cuba for Turkey?, when: seen.second_letter }   # which"
    " nothing sends",
    cure="Correct the condition or the moment, or add the entry that makes it true.",
)
NEVER_REACHED = Rule(
    code="W524",
    title="ending never reached",
    cause="In no line of play does the condition of the ending hold: a value that it asks for is never"
    " reached.",
    example="endings:\n  war: { when: tension >= 9, title: War, text: War. }   # and no entry raises"
    " tension above 6",
    cure="Correct the condition, or add the entries that lead there.",
)
HIDDEN_ENDING = Rule(
    code="W526",
    title="ending hidden behind a higher one",
    cause="Whenever the condition of the ending holds, that of another with a higher priority holds"
    " too, and that one comes.",
    example="endings:\n  war: { priority: 10, when: tension >= 5, title: War, text: War. }\n  doom: {"
    " when: tension >= 9, title: Doom, text: Doom. }",
    cure="Give the rarer ending the higher priority.",
)
NEVER_SEEN = Rule(
    code="W528",
    title="event, letter, report, outcome or phase never seen",
    cause="In no line of play does it come about: its condition never holds, or nothing that leads to"
    " it can happen.",
    example="events:\n  panic: { title: Panic, when: tension >= 9 }   # and no entry raises tension above 6",
    cure="Correct the condition, or add the entry that makes it true.",
)
IMPOSSIBLE = Rule(
    code="W541",
    title="outcome that is impossible, or always below 1%",
    cause="The odds of an outcome are 0 whatever the values are, or so small beside the others that it"
    " comes in less than one game in a hundred.",
    example="chance:\n  peace: { odds: 0 }\n  war: { odds: 10 }",
    cure="Give it odds that count, or remove it.",
)

_WORDS = {"events": "event", "letters": "letter", "intelligence": "report", "phases": "phase"}


class Findings(Frozen):
    """Two worlds: what may be, and what might be if nothing were out of reach by itself; with the ways."""

    ways: tuple[Way, ...]
    actual: Reach
    generous: Reach

    def ways_to(self, path: str) -> tuple[Way, ...]:
        return tuple(each for each in self.ways if each.path == path)

    @property
    def fixed_names(self) -> frozenset[str]:
        """Return the variables and flags that never have another value than at the start."""
        return frozenset(name for name, values in self.actual.values.items() if len(values) == 1)

    def is_root(self, path: str, free: Collection[str] = ()) -> bool:
        """Return whether an entry is out of reach for a reason of its own, not because of another entry."""
        return not any(self.generous.is_open(way, free) for way in self.ways_to(path))


def decision_faults(scenario: Scenario, findings: Findings, told: Collection[str]) -> Iterator[Diagnostic]:
    """Yield decisions that never open, at their name; `told` are paths of which more was said before."""
    ways = {way.path for way in findings.ways}
    for decision in scenario.decisions.values():
        path = f"decisions.{decision.id}"
        if path in findings.actual.entries or path in told:
            continue
        if path not in ways or findings.is_root(path):
            is_late = decision.at is not None and decision.at >= scenario.clock.ends
            reason = "the game is over at its moment" if is_late else "its condition never holds"
            message = f"the decision `{decision.id}` can never open: {reason}"
            yield Diagnostic(NEVER_OPEN, message, decision.span, "correct its `when:` or `at:`")


def never_faults(
    scenario: Scenario, findings: Findings, told: Collection[str], free: Collection[str]
) -> Iterator[Diagnostic]:
    """Yield what is never seen, at its name; names in `free` have been found at fault themselves."""
    groups: Mapping[str, Mapping[str, object]] = {
        "events": scenario.events,
        "letters": scenario.letters,
        "intelligence": scenario.intelligence,
        "phases": scenario.phases,
        "endings": scenario.endings,
    }
    ways = {way.path for way in findings.ways}
    for section, entries in groups.items():
        for name, entry in entries.items():
            path = f"{section}.{name}"
            is_reached = path in findings.actual.entries or path in told
            if is_reached or (path in ways and not findings.is_root(path, free)):
                continue
            yield _never(section, name, getattr(entry, "span"))  # noqa: B009 - every record has one


def _never(section: str, name: str, span: Span) -> Diagnostic:
    if section == "endings":
        message = f"the ending `{name}` is never reached: its condition never holds"
        return Diagnostic(NEVER_REACHED, message, span, "correct its `when:`, or add what leads there")
    message = f"the {_WORDS[section]} `{name}` is never seen: nothing leads to it"
    return Diagnostic(NEVER_SEEN, message, span, "correct its condition, or add what leads to it")


def hidden_endings(scenario: Scenario, findings: Findings) -> Iterator[Diagnostic]:
    """Yield the endings behind a higher one, at their name, with the higher one as a note."""
    reached = [each for each in scenario.endings.values() if f"endings.{each.id}" in findings.actual.entries]
    for ending in reached:
        higher = (each for each in reached if each.priority > ending.priority)
        before = next((each for each in higher if _is_implied(ending, each)), None)
        if before is not None:
            message = f"`{before.id}` has the higher priority and holds whenever `{ending.id}` does"
            note = Note("the higher one", before.span)
            yield Diagnostic(
                HIDDEN_ENDING, message, ending.span, "give the rarer one the higher priority", (note,)
            )


def _is_implied(ending: Ending, other: Ending) -> bool:
    read = {each.name for each in reads(ending.when)}
    if not {each.name for each in reads(other.when)} <= read:
        return False
    either = Binary(Operator.OR, Call(Function.NOT, (ending.when,)), other.when)
    return is_always(either) is True


def impossible_outcomes(subject: Subject, findings: Findings | None) -> Iterator[Diagnostic]:
    """Yield outcomes that never come or hardly ever, at their name; without findings those that say so."""
    sound = {path for _, path, _ in subject.decoder.sound_expressions}
    told = {each.span for each in subject.errors if each.rule is ALL_ODDS_ZERO}
    for cast in cast_chances(subject.scenario):
        outcomes = cast.chance.outcomes
        if (
            len(outcomes) == 1
            or cast.chance.span in told
            or not sound.issuperset(f"{cast.path}.{each.id}.odds" for each in outcomes)
        ):
            continue
        odds = [_weights(outcome, findings.actual if findings else None) for outcome in outcomes]
        total = sum(low for low, _ in odds)
        for outcome, (_, high) in zip(outcomes, odds, strict=True):
            if high == 0 and (findings is None or _is_impossible(outcome, findings)):
                message = f"`{outcome.id}` is impossible: its odds are always 0"
                cure = cure_of_zero(outcome.odds) or "give it odds that count, or remove it"
                yield Diagnostic(IMPOSSIBLE, message, outcome.span, cure)
            elif high > 0 and high * 100 < total:
                message = f"`{outcome.id}` always comes in less than 1% of the games that get here"
                yield Diagnostic(IMPOSSIBLE, message, outcome.span, "give it odds that count, or remove it")


def _is_impossible(outcome: Outcome, findings: Findings) -> bool:
    return _weights(outcome, findings.generous)[1] == 0


def _weights(outcome: Outcome, world: Reach | None) -> tuple[int, int]:
    found: Values = possible(outcome.odds, (world or _ANYTHING).values_of)
    return max(0, min(found)), max(0, *found)


_ANYTHING = Reach({}, frozenset(), frozenset())
