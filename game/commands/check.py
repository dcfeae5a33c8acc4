"""`excomm check`: every fault of scenarios, as text, JSON or SARIF, and what a fault means."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.commands.arguments import Arguments, meant
from game.commands.beside import faults_beside, texts_beside
from game.commands.console import is_coloured
from game.commands.library import mods_named, stored_named
from game.commands.places_here import faults_here, named_here, paths_here
from game.commands.refusal import RefusedError, Status
from game.commands.silencing import ignores_beside
from game.diagnostics.counting import count, totals
from game.diagnostics.diagnostic import Diagnostic, Severity, has_errors
from game.diagnostics.ignores import DEEP, kept
from game.diagnostics.text import COLOURED, PLAIN, text_form
from game.frozen import NamedTuple
from game.lint.advice import advised
from game.lint.subject import Subject
from game.scenario.model import Scenario
from game.scenario.portable import parse_catalogue
from game.store.library import Volume, volume, volumes
from game.store.places import places

if TYPE_CHECKING:
    from game.proofs.deep import Proofs


def parser(program: str) -> Arguments:
    made = Arguments(program, "Name every fault of scenarios; of all that are found, where none is named.")
    made.add_argument("scenarios", metavar="PATH", nargs="*", help="a scenario's id, folder or pack")
    made.add_argument(
        "--deep", action="store_true", help="explore all that play can reach, and prove what can be proved"
    )
    made.add_argument(
        "--format", choices=("text", "json", "sarif"), default="text", help="the form; by default text"
    )
    made.add_argument("--strict", action="store_true", help="warnings count as errors for the exit status")
    made.add_argument("--select", metavar="CODES", type=_codes, help="only these, such as `E,W5` or `W710`")
    made.add_argument("--ignore", metavar="CODES", type=_codes, default=(), help="without these")
    made.take_mods()
    made.add_argument("--explain", metavar="CODE", help="say what a code means: cause, example, cure")
    return made


def carry_out(program: str, words: Sequence[str]) -> int:
    given = parser(program).taken(words)
    if given.explain is not None:
        return _explain(given.explain)
    if given.mods and not given.scenarios:
        raise RefusedError("`--mod` goes with the scenario that it changes.")
    found = _named(given.scenarios, given.mods) if given.scenarios else tuple(volumes(places()))
    judged = [judgement(each, is_deep=given.deep) for each in found]
    chosen = [
        (each, _chosen(of_it.faults, given.select, given.ignore))
        for each, of_it in zip(found, judged, strict=True)
    ]
    faults = [fault for _, each in chosen for fault in each]
    if given.format == "text":
        print("\n".join(texts_of(chosen, [each.explored for each in judged])))
    else:
        from game.commands.interchange import interchange  # noqa: PLC0415 - `json`, only where it is asked for

        print(interchange(given.format, faults, is_complete=all(each.is_complete for each in judged)))
    is_refused = has_errors(faults) or (given.strict and count(faults, Severity.WARNING))
    return Status.FAULTS if is_refused else Status.CLEAN


class Judgement(NamedTuple):
    """What is to be said of a scenario; `is_complete` says that no rule ran over its budget.

    `explored` says in a sentence what deep rules have looked at, None where they did not run to the end.
    """

    faults: tuple[Diagnostic, ...]
    is_complete: bool = True
    explored: str | None = None


def judgement(found: Volume, *, is_deep: bool) -> Judgement:
    """Return what is to be said of a scenario: faults, then advice, without what its comments silence.

    Deep rules run only where the others have found no error.
    """
    advice = advised(found.loaded, found.assets)
    ignores = [*(each for document in found.loaded.documents for each in document.ignores)]
    ignores += ignores_beside(found)
    every = [*found.faults, *advice, *faults_beside(found)]
    if not is_deep or has_errors(every) or found.scenario is None:
        return Judgement(kept(_in_order(every), ignores))
    proofs = _proofs(found, found.scenario, every)
    undecided = () if proofs.is_complete else DEEP
    faults = kept(_in_order([*every, *proofs.diagnostics]), ignores, undecided)
    return Judgement(faults, proofs.is_complete, proofs.sentence)


def _in_order(faults: Sequence[Diagnostic]) -> list[Diagnostic]:
    return sorted(faults, key=lambda each: (each.span, each.code))


def _proofs(found: Volume, scenario: Scenario, told: Sequence[Diagnostic]) -> Proofs:
    from game.commands.progress import Progress  # noqa: PLC0415 - only where rules explore
    from game.proofs.deep import proved  # noqa: PLC0415 - numpy is heavy

    decoder = found.loaded.decoder
    assert decoder is not None
    subject = Subject(scenario, decoder, found.loaded.documents, (), found.assets)
    with Progress(sys.stderr) as progress:
        return proved(subject, tuple(told), told=progress.heard)


def _named(references: Sequence[str], mods: Sequence[str]) -> tuple[Volume, ...]:
    """Return the scenarios of ids or paths, each once. Raises RefusedError for one that is not there."""
    stored = [stored_named(reference) for reference in references]
    over = mods_named(mods)
    return tuple(volume(each, over) for each in {each.path.resolve(): each for each in stored}.values())


def _codes(words: str) -> tuple[str, ...]:
    """Return codes or beginnings of codes, such as `E,W5`. Raises RefusedError for what begins no code."""
    from game.commands.manual import rules  # noqa: PLC0415 - it loads every room

    codes = tuple(code for code in re.split(r"[,\s]+", words.upper()) if code)
    for code in codes:
        if not any(known.startswith(code) for known in rules()):
            raise RefusedError(f"There is no rule `{code}`.{meant(code, rules())}")
    return codes


def _chosen(
    faults: Sequence[Diagnostic], select: tuple[str, ...] | None, ignore: tuple[str, ...]
) -> tuple[Diagnostic, ...]:
    return tuple(
        each
        for each in faults
        if (select is None or each.code.startswith(select)) and not each.code.startswith(ignore)
    )


def texts_of(
    chosen: Sequence[tuple[Volume, tuple[Diagnostic, ...]]], explored: Sequence[str | None]
) -> list[str]:
    """Return the text of each scenario, and where there are several, the totals of all."""
    told: list[str] = []
    for (found, faults), sentence in zip(chosen, explored, strict=True):
        told.append(_text(found, faults) if faults else f"{found.name}: {totals(())}")
        if sentence is not None:
            told.append(f"{found.name}: {sentence}")
    if len(chosen) != 1:
        everything = totals([fault for _, each in chosen for fault in each])
        told.append(f"{len(chosen)} scenarios: {everything}")
    return told


def _text(found: Volume, faults: Sequence[Diagnostic]) -> str:
    """Return the text of a scenario's faults, each with the path by which its file is opened from here."""
    texts = {document.file: document.text for document in found.loaded.documents}
    texts |= {name: parse_catalogue(po, name).text for name, po in found.files.translations.items()}
    texts |= texts_beside(found, {fault.span.file for fault in faults})
    folders = paths_here(found)
    named = {named_here(name, folders): text for name, text in texts.items()}
    return text_form(faults_here(faults, folders), named, COLOURED if is_coloured() else PLAIN)


def _explain(word: str) -> int:
    from game.commands.manual import page, rules  # noqa: PLC0415 - it loads every room

    rule = rules().get(word.upper())
    if rule is None:
        raise RefusedError(f"There is no rule `{word}`.{meant(word.upper(), rules())}")
    print(page(rule))
    return Status.CLEAN
