"""The rule for names that nothing bears, in every section of a scenario."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from game.diagnostics.diagnostic import Diagnostic, Rule, Span
from game.scenario.expressions.rules import NOT_A_VALUE
from game.scenario.faults import NO_SUCH_OPTION
from game.scenario.ids import BAD_ID, is_id, mended
from game.scenario.meant import nearest
from game.source.composer import GIVEN_TWICE

UNKNOWN = Rule(
    code="E301",
    title="unknown name",
    cause="A condition, a text or a field names something that no file of the scenario declares."
    " Usually a letter is wrong, or the thing was renamed in one place only.",
    example="when: tensoin > 6",
    cure="Correct the spelling, or declare the thing. If the message proposes a name, it is the nearest"
    " one that there is.",
)

_QUOTED = re.compile(r"`(?:chosen\.)?([^`]*)`")
_OF_NAMES = frozenset({UNKNOWN, NO_SUCH_OPTION, NOT_A_VALUE})


def unknown(kind: str, name: str, span: Span, candidates: Iterable[str]) -> Diagnostic:
    """Return the fault of a name that nothing of its kind bears: `there is no variable called ...`."""
    meant = nearest(name, candidates)
    help_ = None if meant is None else f"did you mean `{meant}`?"
    return Diagnostic(UNKNOWN, f"there is no {kind} called `{name}`", span, help_)


def first_reports(diagnostics: Iterable[Diagnostic], texts: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """Return the faults without those of unknown names, options and values that only follow from another.

    `texts` are the files. A name is told once in each of them, whatever it was taken for. One that a bad
    id probably means is left to that; so are, where lines with ids are lost or stand twice, as many names
    like no other as there are such lines, and all of them where a section stands twice.
    """
    found = tuple(diagnostics)
    bad_ids = [_name_at(each.span, texts) for each in found if each.rule is BAD_ID]
    lost = sum(map(is_id, bad_ids)) + sum(each.rule is GIVEN_TWICE for each in found)
    is_section_lost = any(each.rule is GIVEN_TWICE and each.span.column == 1 for each in found)
    told: set[tuple[str, frozenset[str]]] = set()
    gone: set[str] = set()
    kept: list[Diagnostic] = []
    for each in found:
        if each.rule in _OF_NAMES:
            name = _name_at(each.span, texts).rpartition(".")[2]
            key = (each.span.file, frozenset(_QUOTED.findall(each.message)))
            if key in told or name in gone or _is_one_of(name, bad_ids):
                continue
            if _is_like_no_other(each) and (is_section_lost or len(gone) < lost):
                gone.add(name)
                continue
            told.add(key)
        kept.append(each)
    return tuple(kept)


def _name_at(span: Span, texts: Mapping[str, str]) -> str:
    """Return what stands at a place within one line, and nothing of a longer one."""
    lines = texts.get(span.file, "").split("\n", span.line)
    if span.line != span.end_line or not 0 < span.line <= len(lines):
        return ""
    return lines[span.line - 1][span.column - 1 : span.end_column - 1]


def _is_one_of(name: str, bad_ids: Sequence[str]) -> bool:
    known = [mended(each) for each in bad_ids if not is_id(each)]
    return any(name in each for each in known) or nearest(name, known) is not None


def _is_like_no_other(fault: Diagnostic) -> bool:
    return fault.help is None or not fault.help.startswith("did you mean")
