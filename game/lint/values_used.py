"""Variables and flags that are declared in vain: never used, written in vain, or never written."""

from __future__ import annotations

from collections.abc import Iterator

from game.diagnostics.diagnostic import Diagnostic, Rule
from game.lint.mentioned import Mentioned
from game.lint.subject import Subject
from game.scenario.model import Flag, Scenario, Variable

NEVER_USED = Rule(
    code="W501",
    title="variable or flag never used",
    cause="A variable or a flag is declared, but no condition reads it, nothing changes it, and no text"
    " or status shows it. It has no part in the game.",
    example="flags:\n  agreed: Both sides have agreed.   # and nothing else speaks of `agreed`",
    cure="Use it, or remove it. If it is used somewhere, look for another spelling of its name there.",
)
WRITTEN_IN_VAIN = Rule(
    code="W502",
    title="variable written, never read and not shown",
    cause="Entries change the variable, but no condition, no number, no text and no status ever asks"
    " for it. So the changes make no difference to the game.",
    example="change: { morale: +1 }   # and nothing reads `morale`",
    cure="Let a condition or a text use it, or remove it with its changes.",
)
NEVER_WRITTEN = Rule(
    code="W503",
    title="variable read but never written, or flag tested but never set",
    cause="Conditions ask for a value that never changes: no entry writes the variable and its start is"
    " fixed, or no `remember:` switches the flag on. What depends on it comes out the same in every"
    " game.",
    example="when: pilot_lost   # and nothing says `remember: pilot_lost`",
    cure="Add the entry that changes it, give the variable several starts, or remove the condition.",
)
NEVER_TESTED = Rule(
    code="I505",
    title="flag set, never tested",
    cause="A flag is switched on, but no condition asks for it. Its sentence still appears in the"
    " report after the game, so this may be meant.",
    example="remember: pilot_lost   # and no `when:` asks for `pilot_lost`",
    cure="Nothing, if the report is what the flag is for. Otherwise test it, or remove it.",
)


def used_value_faults(subject: Subject, mentioned: Mentioned) -> Iterator[tuple[str, Diagnostic]]:
    """Yield what is declared in vain among variables, beliefs and flags, at their declaration, by name."""
    scenario = subject.scenario
    for name, variable in {**scenario.variables, **scenario.beliefs}.items():
        if not mentioned.is_doubtful(name):
            yield from ((name, fault) for fault in _of_variable(scenario, variable, mentioned))
    for flag in scenario.flags.values():
        if not mentioned.is_doubtful(flag.id):
            yield from ((flag.id, fault) for fault in _of_flag(flag, mentioned))


def _of_variable(scenario: Scenario, variable: Variable, mentioned: Mentioned) -> Iterator[Diagnostic]:
    name, span = variable.id, variable.span
    is_written, is_read = mentioned.is_written(name), mentioned.is_read(name)
    is_shown = mentioned.is_shown(name)
    if not (is_written or is_read or is_shown):
        message = f"nothing reads, changes or shows `{name}`"
        yield Diagnostic(NEVER_USED, message, span, "use it, or remove it")
    elif not (is_read or is_shown):
        message = f"`{name}` is changed, but nothing reads or shows it"
        yield Diagnostic(WRITTEN_IN_VAIN, message, span, "let a condition or a text use it, or remove it")
    elif is_read and not is_written and len(starts(scenario, variable)) == 1:
        message = f"`{name}` is read, but it never changes and always starts with the same value"
        yield Diagnostic(NEVER_WRITTEN, message, span, "change it somewhere, or give it several starts")


def starts(scenario: Scenario, variable: Variable) -> frozenset[int]:
    """Return the values with which a variable can start, over all setups."""
    drawn = frozenset(value for value, _ in variable.start.values)
    if not scenario.setups:
        return drawn
    given = [dict(setup.set).get(variable.id) for setup in scenario.setups.values()]
    fixed = frozenset(value for value in given if value is not None)
    return fixed | drawn if None in given else fixed


def _of_flag(flag: Flag, mentioned: Mentioned) -> Iterator[Diagnostic]:
    name = flag.id
    is_tested = mentioned.is_read(name) or mentioned.is_shown(name)
    if mentioned.is_remembered(name):
        if not is_tested:
            message = f"`{name}` is set, but no condition asks for it"
            yield Diagnostic(NEVER_TESTED, message, flag.span, "it appears in the report after the game only")
    elif is_tested:
        message = f"`{name}` is tested, but nothing ever sets it"
        yield Diagnostic(NEVER_WRITTEN, message, flag.span, f"write `remember: {name}` where it happens")
    else:
        message = f"nothing tests or sets `{name}`"
        yield Diagnostic(NEVER_USED, message, flag.span, "use it, or remove it")
