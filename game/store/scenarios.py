"""Which scenarios there are, and where one that is named lies (section 3, "Found by")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from game.frozen import NamedTuple
from game.source.limits import MOST_BYTES_IN_A_FILE, MOST_BYTES_IN_A_PACK
from game.store.atomic import read_at_most
from game.store.folder import Files, folder_files, has_format, is_document, is_translation
from game.store.places import Places, shipped

FLAGSHIP = "cuba_1962"
"""The scenario that stands first, and is meant where a game is spoken of and none is named."""

_GOOD_ID = re.compile(r"[a-z][a-z0-9_]*")
_ID = re.compile(rb"^(?:\xef\xbb\xbf)?id:[ \t]*([a-z][a-z0-9_]*)[ \t\r]*(?:#.*)?$", re.MULTILINE)


class Stored(NamedTuple):
    """A folder or pack that may hold a scenario; `name` is its own, without `.zip`."""

    name: str
    path: Path
    kind: Literal["folder", "pack"]


def stored_at(path: Path) -> Stored | None:
    """Return the folder or pack at a path, the scenario that a YAML file belongs to, or None."""
    if path.is_dir():
        return Stored(path.resolve().name, path, "folder")
    if path.is_file() and path.suffix == ".yaml":
        return around(path)
    if path.is_file() and path.suffix.lower() == ".zip":
        return Stored(path.stem, path, "pack")
    return None


def stored_scenarios(places: Places) -> tuple[Stored, ...]:
    """Return what the shelves hold: the shipped folders, then the user's own, then packs in both.

    The flagship stands before the others.
    """
    shelves = (shipped("scenarios"), places.scenarios)
    found = [each for shelf in shelves for each in _on(shelf)]
    return tuple(sorted(found, key=lambda each: (each.kind == "pack", each.name != FLAGSHIP)))


def files_of(stored: Stored) -> Files:
    """Return the files of a scenario with what is wrong in reading them. Raises OSError."""
    if stored.kind == "folder":
        return folder_files(stored.path)
    from game.source.pack import pack_files  # noqa: PLC0415 - zipfile only where there is a pack

    pack = pack_files(read_at_most(stored.path, MOST_BYTES_IN_A_PACK), stored.path.name)
    documents = {name: content for name, content in pack.files.items() if is_document(name)}
    others = {name: len(content) for name, content in pack.files.items() if name not in documents}
    translations = {name: content for name, content in pack.files.items() if is_translation(name)}
    return Files(documents, others, pack.faults, translations)


def is_scenario(stored: Stored, files: Files) -> bool:
    """Return whether it is meant as one: a file has a `format:`, or it is a pack."""
    return stored.kind == "pack" or has_format(files.documents)


def found(reference: str, places: Places, beside: Path | None = None) -> Stored | None:
    """Return the scenario of an id, or at a path, or None.

    `beside` is the file that names it: the scenario in whose folder that lies comes first, and a
    path counts from there. Without it a path counts from where one is.
    """
    own = around(beside) if beside is not None else None
    if own is not None and (_is_named(own, reference) or _has_id(own, reference)):
        return own
    known = stored_scenarios(places)
    ways = (_is_named, _has_id) if _GOOD_ID.fullmatch(reference) else (_is_named,)
    for is_it in ways:
        for each in known:
            if is_it(each, reference):
                return each
    return stored_at((beside.parent if beside is not None else Path()) / reference)


def lying_here(reference: str) -> Stored | None:
    """Return the folder or pack of that name where one is, or None.

    A folder without a document of a scenario, such as one of recorded runs, is none.
    """
    for path in (Path(reference), Path(f"{reference}.zip")):
        stored = stored_at(path)
        if stored is not None and (stored.kind == "pack" or files_of(stored).documents):
            return stored
    return None


def scenarios_within(folder: Path) -> tuple[Stored, ...]:
    """Return the scenarios in the folders of a folder that is none itself but holds several; else nothing."""
    if not folder.is_dir() or _has_format(folder):
        return ()
    inside = tuple(each for each in _on(folder) if each.path.is_dir() and _has_format(each.path))
    return inside if len(inside) > 1 else ()


def around(file: Path) -> Stored | None:
    """Return the scenario in whose folder, or in a subfolder of which, a file lies, or None."""
    for folder in file.resolve().parents:
        if _has_format(folder):
            return Stored(folder.name, folder, "folder")
    return None


def _has_format(folder: Path) -> bool:
    """Return whether a file that lies in the folder itself has a `format:`."""
    return has_format({path.name: read_at_most(path, MOST_BYTES_IN_A_FILE) for path in _top_files(folder)})


def _top_files(folder: Path) -> list[Path]:
    """Return the YAML files that lie in a folder itself; none where it is not ours to read."""
    try:
        return [path for path in folder.glob("*.yaml") if path.is_file() and not path.is_symlink()]
    except OSError:
        return []


def _on(shelf: Path) -> Iterator[Stored]:
    try:
        paths = sorted(shelf.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError:  # whoever opens it is told
        yield Stored(shelf.name, shelf, "folder")
        return
    for path in paths:
        stored = None if path.name.startswith(".") else stored_at(path)
        if stored is not None:
            yield stored


def _is_named(stored: Stored, reference: str) -> bool:
    return stored.name == reference


def _has_id(stored: Stored, reference: str) -> bool:
    """Return whether a file says `id: reference` at its top; what cannot be read has no id."""
    try:
        documents = files_of(stored).documents
    except OSError:
        return False
    return any(
        match[1].decode() == reference for content in documents.values() for match in _ID.finditer(content)
    )
