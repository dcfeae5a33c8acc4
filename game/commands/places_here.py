"""Faults with the paths by which their files can be opened from where one is, for reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from game.diagnostics.diagnostic import Diagnostic, Span
from game.frozen import replace
from game.store.library import Volume


def paths_here(found: Volume) -> Mapping[str, Path]:
    """Return where the folders lie from which the files of a scenario are named, by their names.

    Nothing in a pack can be opened, so a pack has none.
    """
    parts = (*found.mods, *((found.base,) if found.base is not None else ()), found.stored)
    return {each.path.resolve().name: path_here(each.path) for each in parts if each.kind == "folder"}


def path_here(path: Path) -> Path:
    """Return a path from where one is if it lies below, else as it was given."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_absolute() and path.is_relative_to(here) else path


def named_here(name: str, folders: Mapping[str, Path]) -> str:
    """Return the path of a file that is named from the folder above its scenario's.

    >>> named_here("river/lang/es.po", {"river": Path("../mine/river")})
    '../mine/river/lang/es.po'
    """
    folder, _, rest = name.partition("/")
    return (folders[folder] / rest).as_posix() if folder in folders else name


def faults_here(faults: Iterable[Diagnostic], folders: Mapping[str, Path]) -> tuple[Diagnostic, ...]:
    """Return faults whose places are paths from where one is."""

    def here(span: Span) -> Span:
        return span._replace(file=named_here(span.file, folders))

    return tuple(
        replace(
            each,
            span=here(each.span),
            notes=tuple(note._replace(span=here(note.span)) for note in each.notes),
        )
        for each in faults
    )
