"""What an author wrote for himself (I910), and a folder of another name (W120)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.diagnostics.diagnostic import Diagnostic, Rule, Span
from game.lint.subject import Subject
from game.scenario.mods import Mod
from game.source.tree import Scalar

REMARK = Rule(
    code="I910",
    title="a note of the author",
    cause="`todo:` is a note for yourself. It is listed so that it is not forgotten.",
    example="todo: find the page number",
    cure="Do what it says and remove it.",
)
FOLDER_NAME = Rule(
    code="W120",
    title="folder or pack that does not bear the name of the id",
    cause="Scenarios are found by their id, and people look for them by the name of the folder.",
    example="id: river_incident   # in a folder called stream",
    cure="Rename the folder, or change the id.",
)


def remark_faults(subject: Subject) -> Iterator[Diagnostic]:
    """Yield the notes of the author, at the note."""
    for path, place in subject.decoder.places.items():
        if path.endswith(".todo") or path == "todo":
            words = place.value.value.strip() if isinstance(place.value, Scalar) else ""
            if words:
                yield Diagnostic(
                    REMARK, f"to do: {words}", subject.value(path, place.key), "remove it when it is done"
                )


def folder_faults(subject: Subject) -> Iterator[Diagnostic]:
    """Yield that the folder bears another name than the scenario, at `id:`."""
    place = subject.decoder.places.get("id")
    if place is not None and subject.scenario.id and subject.folder != subject.scenario.id:
        yield _other_name(subject.folder, "scenario", subject.scenario.id, place.value.span)


def mod_folder_faults(mods: Sequence[Mod]) -> Iterator[Diagnostic]:
    """Yield that the folder of a mod bears another name than the mod, at `id:`."""
    for mod in mods:
        place = mod.place("id")
        folder = place.file.partition("/")[0]
        if mod.id and folder != mod.id:
            yield _other_name(folder, "mod", mod.id, place)


def _other_name(folder: str, what: str, name: str, place: Span) -> Diagnostic:
    message = f"the folder is called `{folder}`, and the {what} `{name}`"
    return Diagnostic(FOLDER_NAME, message, place, "rename the folder, or change the id")
