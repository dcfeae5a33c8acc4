"""`excomm i18n`: the texts of a scenario for translators, their files brought up to date, and looked over."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Sequence
from pathlib import Path

from game.commands.arguments import Arguments
from game.commands.console import is_coloured
from game.commands.judged_translations import translation_faults_of
from game.commands.library import volume_named
from game.commands.refusal import RefusedError, Status
from game.diagnostics.counting import totals
from game.diagnostics.diagnostic import Diagnostic, has_errors
from game.diagnostics.text import COLOURED, PLAIN, text_form
from game.scenario.catalogue import Catalogue, Message, format_catalogue
from game.scenario.kinds.headings import is_language
from game.scenario.portable import ParsedCatalogue, parse_catalogue
from game.scenario.translating import new_catalogue, template, updated
from game.source.limits import MOST_BYTES_IN_A_FILE
from game.store.atomic import read_at_most, write_whole
from game.store.library import Volume
from game.store.places import shipped
from game.view.vocabulary import PROGRAM as PROGRAM_WORDS
from game.view.vocabulary import word_faults, word_messages

PROGRAM = "excomm"
"""What stands in place of a scenario for the program's own words."""


def parser(program: str) -> Arguments:
    made = Arguments(program, "Write, bring up to date, or look over the translations of a scenario.")
    made.add_argument(
        "act",
        choices=("extract", "update", "check"),
        help="extract: print all texts; update: bring lang/CODE.po up to date; check: say what is wrong",
    )
    made.add_argument(
        "scenario", metavar="PATH", help=f"a scenario's id or folder; `{PROGRAM}` for the program's own words"
    )
    made.add_argument(
        "languages", metavar="CODE", nargs="*", type=_code, help="languages, such as `es`; by default all"
    )
    made.add_argument(
        "-o", metavar="FILE", type=Path, dest="output", help="extract: where to, if not printed"
    )
    return made


def _code(word: str) -> str:
    if not is_language(word):
        raise ArgumentTypeError(f"needs codes of languages, such as `es` or `pt_BR`, not `{word[:40]}`")
    return word


def carry_out(program: str, words: Sequence[str]) -> int:
    given = parser(program).taken(words)
    subject = _Program() if given.scenario == PROGRAM else _Scenario(volume_named(given.scenario))
    match given.act:
        case "extract":
            return _extract(subject, given.output)
        case "update":
            return _update(subject, given.languages)
        case _:
            return _check(subject, given.languages)


class _Program:
    """The program's own words."""

    title = "ExComm"
    messages = word_messages(PROGRAM_WORDS)

    def __init__(self) -> None:
        self.above = shipped("assets")
        self.folder = ""

    def faults(self, parsed: ParsedCatalogue) -> tuple[Diagnostic, ...]:
        return (*parsed.diagnostics, *word_faults(PROGRAM_WORDS, parsed.catalogue))


class _Scenario:
    """The texts of a scenario, or those that a mod has of its own."""

    def __init__(self, opened: Volume) -> None:
        if opened.scenario is None or opened.loaded.decoder is None:
            raise RefusedError(f"{opened.name} cannot be translated: {opened.refusal}", Status.FAULTS)
        if opened.stored.kind == "pack":
            raise RefusedError(f"{opened.name} is a pack; translations are written in a folder.")
        path = opened.stored.path.resolve()
        self.opened = opened
        self.above = path.parent
        self.folder = f"{path.name}/"
        self.title = opened.name
        wordings = opened.loaded.decoder.wordings
        self.messages = template(
            [each for each in wordings if each.written.span.file.startswith(self.folder)]
        )

    def faults(self, parsed: ParsedCatalogue) -> tuple[Diagnostic, ...]:
        return tuple(translation_faults_of(self.opened, parsed))


def _path(subject: _Program | _Scenario, language: str) -> str:
    return f"{subject.folder}lang/{language}.po"


def _read(subject: _Program | _Scenario, language: str) -> ParsedCatalogue | None:
    name = _path(subject, language)
    path = subject.above / name
    return parse_catalogue(read_at_most(path, MOST_BYTES_IN_A_FILE), name) if path.is_file() else None


def _languages(subject: _Program | _Scenario, named: Sequence[str]) -> tuple[str, ...]:
    folder = subject.above / subject.folder / "lang"
    found = tuple(named) or tuple(sorted(path.stem for path in folder.glob("*.po")))
    if not found:
        raise RefusedError(
            f"{subject.title} has no translation yet. `excomm i18n update PATH CODE` begins one."
        )
    return found


def _extract(subject: _Program | _Scenario, output: Path | None) -> int:
    header = {"Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit"}
    blank = tuple(_blank(each) for each in subject.messages)
    text = format_catalogue(Catalogue(_path(subject, "template"), header, blank))
    if output is None:
        print(text, end="")
    else:
        write_whole(output, text.encode())
    return Status.CLEAN


def _blank(message: Message) -> Message:
    return message if message.plural is None else message._replace(forms=message.forms * 2)


def _update(subject: _Program | _Scenario, languages: Sequence[str]) -> int:
    for language in _languages(subject, languages):
        name = _path(subject, language)
        parsed = _read(subject, language)
        if parsed is not None and has_errors(parsed.diagnostics):
            raise RefusedError(_shown(parsed, parsed.diagnostics), Status.FAULTS)
        before = new_catalogue(name, language, subject.title) if parsed is None else parsed.catalogue
        after = updated(before, subject.messages)
        write_whole(subject.above / name, format_catalogue(after).encode())
        print(f"{name}: {_progress(after)}")
    return Status.CLEAN


def _progress(catalogue: Catalogue) -> str:
    done = sum(each.is_translated and not each.is_fuzzy for each in catalogue.messages)
    fuzzy = sum(each.is_fuzzy for each in catalogue.messages)
    return f"{done} of {len(catalogue.messages)} texts translated, {fuzzy} fuzzy"


def _check(subject: _Program | _Scenario, languages: Sequence[str]) -> int:
    every: list[Diagnostic] = []
    for language in _languages(subject, languages):
        parsed = _read(subject, language)
        if parsed is None:
            raise RefusedError(f"There is no {_path(subject, language)}.")
        faults = sorted(subject.faults(parsed), key=lambda each: (each.span, each.code))
        every += faults
        print(_shown(parsed, faults) if faults else f"{parsed.catalogue.file}: {totals(())}")
    return Status.FAULTS if every else Status.CLEAN


def _shown(parsed: ParsedCatalogue, faults: Sequence[Diagnostic]) -> str:
    return text_form(faults, {parsed.catalogue.file: parsed.text}, COLOURED if is_coloured() else PLAIN)
