"""All advice on a scenario: the one way into this room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from game.diagnostics.diagnostic import Diagnostic, has_errors
from game.lint.assets import asset_faults
from game.lint.chances import chance_faults
from game.lint.conditions import condition_faults, settled
from game.lint.entries_used import unstarted, used_entry_faults
from game.lint.evidence import evidence_faults
from game.lint.lesson import lesson_faults
from game.lint.mentioned import mentioned
from game.lint.moments import moment_faults
from game.lint.options import option_faults
from game.lint.ranges import range_faults
from game.lint.reach.findings import reach_faults
from game.lint.reach.never import NEVER_OPEN
from game.lint.record import record_faults
from game.lint.remarks import folder_faults, mod_folder_faults, remark_faults
from game.lint.signs import sign_faults
from game.lint.subject import Subject
from game.lint.texts import text_faults
from game.lint.values_used import used_value_faults
from game.scenario.expressions.rules import ALWAYS_THE_SAME
from game.scenario.loading import Loaded
from game.scenario.uncollected import nothing_collected

NO_ASSETS: Mapping[str, int] = {}


def advised(loaded: Loaded, assets: Mapping[str, int] | None = None) -> tuple[Diagnostic, ...]:
    """Return what is to be said of a scenario beyond the faults of loading, in the order of the files.

    `assets` are the sizes in bytes of all files that are not merged, by names such as
    `nine_days/images/kennedy.jpg`; without them nothing is said of missing files. What follows from a
    fault of loading is not told again, and while a file is unreadable nothing is called unused.
    """
    if loaded.draft is None or loaded.decoder is None:
        return ()
    errors = tuple(each for each in loaded.diagnostics if has_errors((each,)))
    subject = Subject(loaded.draft, loaded.decoder, loaded.documents, errors, assets or NO_ASSETS)
    with nothing_collected():
        found = [*_static(subject), *_judged(subject), *mod_folder_faults(loaded.mods)]
    if assets is not None:
        found += asset_faults(subject)
    return tuple(sorted(found, key=lambda each: (each.span, each.code)))


def _static(subject: Subject) -> Iterator[Diagnostic]:
    yield from chain(
        range_faults(subject),
        option_faults(subject),
        chance_faults(subject),
        sign_faults(subject),
        evidence_faults(subject),
        record_faults(subject),
        text_faults(subject),
        lesson_faults(subject),
        remark_faults(subject),
        folder_faults(subject),
    )


def _judged(subject: Subject) -> Iterator[Diagnostic]:
    """Yield what unused names, settled conditions and unreachable entries have to say, each fault once."""
    conditions = list(condition_faults(subject))
    late = list(moment_faults(subject))
    values: list[tuple[str, Diagnostic]] = []
    idle: list[tuple[str, Diagnostic]] = []
    if subject.is_complete:
        names = mentioned(subject)
        values += used_value_faults(subject, names)
        idle += unstarted(subject, names)
        yield from used_entry_faults(subject, names)
    always = settled(subject, {path for path, fault in conditions if fault.rule is ALWAYS_THE_SAME})
    told = {path for path, _ in (*late, *idle)}
    unreached = list(reach_faults(subject, always, told, {name for name, _ in values}))
    closed = {fault.span for fault in unreached if fault.rule is NEVER_OPEN}
    decisions = subject.scenario.decisions.values()
    spoken_for = {f"decisions.{each.id}.when" for each in decisions if each.span in closed}
    yield from (fault for path, fault in conditions if path not in spoken_for)
    yield from (fault for _, fault in (*late, *idle, *values))
    yield from unreached
