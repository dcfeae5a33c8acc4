"""What an author wrote for himself (I910), and a folder of another name (W120)."""

from __future__ import annotations

from collections.abc import Iterator

from game.diagnostics.diagnostic import Diagnostic, Rule
from game.lint.subject import Subject
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
        message = f"the folder is called `{subject.folder}`, and the scenario `{subject.scenario.id}`"
        yield Diagnostic(FOLDER_NAME, message, place.value.span, "rename the folder, or change the id")
