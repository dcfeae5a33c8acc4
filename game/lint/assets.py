"""Files of pictures and sounds: there or not, named or not, too big, in words or not (E601, W602)."""

from __future__ import annotations

from collections.abc import Iterator

from game.diagnostics.diagnostic import Diagnostic, Rule, Span
from game.lint.subject import Subject
from game.scenario.assets import ASSET, PICTURES, SOUNDS
from game.scenario.meant import nearest

POOR_ASSET = Rule(
    code="W602",
    title="asset too big or unused; picture without `alt:`",
    cause="A picture of more than 1 MB or a sound of more than 2 MB makes a pack slow to load on a"
    " school's network; a file that nothing names is ballast; a picture without words in its place says"
    " nothing to those who cannot see it.",
    example="portrait: images/kennedy.jpg   # without alt:",
    cure="Make the file smaller, remove it, or add `alt:` with a sentence that says what is seen.",
)

_MOST_BYTES = {**dict.fromkeys(PICTURES, 1_000_000), **dict.fromkeys(SOUNDS, 2_000_000)}


def asset_faults(subject: Subject) -> Iterator[Diagnostic]:
    """Yield missing files and pictures without words where they are named, others as whole files."""
    named: set[str] = set()
    for mention in subject.decoder.mentions:
        if mention.use != "asset":
            continue
        file = f"{subject.folder}/{mention.name}"
        named.add(file)
        if file not in subject.assets:
            named |= {each for each in subject.assets if each.lower() == file.lower()}
            yield _missing(subject, mention.name, mention.span)
        record = mention.path.rpartition(".")[0]
        if _ending(mention.name) in PICTURES and not _has_words(subject, record):
            message = f"`{mention.name}` has no words for those who cannot see it"
            yield Diagnostic(
                POOR_ASSET, message, mention.span, "add `alt:` with a sentence that says what is seen"
            )
    if subject.is_complete:
        yield from _files(subject, named)


def _missing(subject: Subject, name: str, place: Span) -> Diagnostic:
    start = f"{subject.folder}/"
    there = [each.removeprefix(start) for each in subject.assets if each.startswith(start)]
    same = next((each for each in there if each.lower() == name.lower()), None)
    if same is not None:
        return Diagnostic(ASSET, f"the file is called `{same}`, in other letters", place, f"write `{same}`")
    meant = nearest(name, there)
    cure = f"did you mean `{meant}`?" if meant else "put the file into the folder of the scenario"
    return Diagnostic(ASSET, f"there is no file `{name}`", place, cure)


def _has_words(subject: Subject, record: str) -> bool:
    return subject.has(f"{record}.alt" if record else "alt") or subject.has_unknown_field(record)


def _files(subject: Subject, named: set[str]) -> Iterator[Diagnostic]:
    doubtful = subject.errors and any(each.rule is ASSET for each in subject.errors)
    for file, bytes_in_it in sorted(subject.assets.items()):
        most = _MOST_BYTES.get(_ending(file))
        if most is None:
            continue
        if bytes_in_it > most:
            message = f"this file has {bytes_in_it:,} bytes, and more than {most:,} are too many"
            yield Diagnostic(POOR_ASSET, message, Span.whole(file), "make it smaller")
        elif file not in named and not doubtful:
            yield Diagnostic(
                POOR_ASSET, "nothing names this file", Span.whole(file), "name it somewhere, or remove it"
            )


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower()
