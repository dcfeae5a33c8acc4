"""Who stands behind what is said: sources, locators, reasons, quotations (section 11)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from game.diagnostics.diagnostic import Diagnostic, Rule
from game.lint.entries import Said, cast_chances, statements
from game.lint.subject import Subject
from game.scenario.model import Evidence
from game.scenario.quantities.sources import parse_source
from game.source.tree import Scalar, Sequence

WITHOUT_SOURCE = Rule(
    code="E701",
    title="documented without a source, or inferred without a source or a reason",
    cause="A statement says of itself, or by the scenario's default, that a source stands behind it,"
    " but names none. What is `inferred` needs a source or a reason. Pupils would take an invention for"
    " history.",
    example="events:\n  speech: { title: The President speaks, evidence: documented }",
    cure="Add `source:` with the id of a source and the place in it; or say `evidence: invented`.",
)
QUOTATION = Rule(
    code="E702",
    title="quotation without source and locator",
    cause="`quote: yes` says that the words are real. Then a reader must be able to find them.",
    example="quote: yes\nsource: frus_xi   # but where in it?",
    cure="Add a source with the place in it, such as `frus_xi doc. 91`; or leave `quote:` out.",
)
NO_LOCATOR = Rule(
    code="I703",
    title="source without locator",
    cause="A source is named, but not the place in it. In a book of 400 pages nobody will find it.",
    example="source: dobbs_2008",
    cure="Add a page, a document number or a date: `source: dobbs_2008 27 October`.",
)
NO_AUTHOR = Rule(
    code="W704",
    title="source without author",
    cause="A source in the list of sources does not say who wrote or published it.",
    example="sources:\n  dobbs_2008: { title: One Minute to Midnight }",
    cure="Add `author:`; for documents that is the archive or the office.",
)
NO_REASON = Rule(
    code="W705",
    title="chance without `because:`",
    cause="The odds of a chance are a judgement about history. At least one of its outcomes must say"
    " what it rests on.",
    example="chance:\n  ships_turn: { odds: 70 }\n  ships_test: { odds: 30 }",
    cure="Add `because:` to one of the outcomes: one sentence is enough.",
)

_UNLOCATED = frozenset({"codex", "debrief"})


def evidence_faults(subject: Subject) -> Iterator[Diagnostic]:
    """Yield what is not owned; `fiction: yes` ends all these duties."""
    if not subject.owes_evidence:
        return
    said = tuple(statements(subject.scenario))
    unowned = {each.path for each in said if _is_unowned(subject, each)}
    for each in said:
        if each.path in unowned and not _is_inherited(subject, each, unowned):
            yield _without_source(each)
    yield from chain(
        _quotations(subject, said), _locators(subject, said), _authors(subject), _reasons(subject)
    )


def _is_unowned(subject: Subject, said: Said) -> bool:
    if said.statement.source or subject.has(f"{said.path}.source") or subject.may_inherit(said.path):
        return False
    match said.statement.evidence:
        case Evidence.DOCUMENTED:
            return True
        case Evidence.INFERRED:
            return not subject.decoder.gives(said.path, "because")
        case Evidence.INVENTED:
            return False


def _is_inherited(subject: Subject, said: Said, unowned: set[str]) -> bool:
    """Return whether the statement around an outcome lacks the same, and the outcome says nothing else."""
    return said.around in unowned and not subject.has(f"{said.path}.evidence")


def _without_source(said: Said) -> Diagnostic:
    evidence = said.statement.evidence.value
    lacks = "no source" if said.statement.evidence is Evidence.DOCUMENTED else "neither a source nor a reason"
    more = "" if said.statement.evidence is Evidence.DOCUMENTED else ", or say why with `because:`"
    name = f"the advice of `{said.id}`" if said.word == "advice" else f"the {said.word} `{said.id}`"
    message = f"{name} is {evidence}, but has {lacks}"
    return Diagnostic(WITHOUT_SOURCE, message, said.span, f"add `source:`{more}, or say `evidence: invented`")


def _quotations(subject: Subject, said: tuple[Said, ...]) -> Iterator[Diagnostic]:
    for each in said:
        is_located = any(source.locator for source in each.statement.source)
        if each.statement.quote and not is_located and not subject.has_unknown_field(each.path):
            lacks = "a source and the place in it" if not each.statement.source else "the place in its source"
            message = f"a quotation needs {lacks}"
            cure = "write `source: frus_xi doc. 91`, or leave `quote:` out"
            yield Diagnostic(QUOTATION, message, subject.key(f"{each.path}.quote", each.span), cure)


def _locators(subject: Subject, said: tuple[Said, ...]) -> Iterator[Diagnostic]:
    for each in said:
        place = subject.decoder.places.get(f"{each.path}.source")
        if place is None or each.statement.quote or each.path.partition(".")[0] in _UNLOCATED:
            continue
        items = place.value.items if isinstance(place.value, Sequence) else (place.value,)
        for item in items:
            if isinstance(item, Scalar) and item.value.strip() and parse_source(item.value).locator is None:
                message = f"`{item.value.strip()}` is named without the place in it"
                cure = f"add a page, a document or a date: `{item.value.strip()} 27 October`"
                yield Diagnostic(NO_LOCATOR, message, item.span, cure)


def _authors(subject: Subject) -> Iterator[Diagnostic]:
    for source in subject.scenario.sources.values():
        if not subject.decoder.gives(f"sources.{source.id}", "author"):
            yield Diagnostic(
                NO_AUTHOR, f"the source `{source.id}` has no author", source.span, "add `author:`"
            )


def _reasons(subject: Subject) -> Iterator[Diagnostic]:
    for cast in cast_chances(subject.scenario):
        outcomes = [f"{cast.path}.{outcome.id}" for outcome in cast.chance.outcomes]
        if len(outcomes) > 1 and not any(subject.decoder.gives(path, "because") for path in outcomes):
            message = "none of these outcomes says why its odds are what they are"
            yield Diagnostic(NO_REASON, message, cast.chance.span, "add `because:` to one of them")
