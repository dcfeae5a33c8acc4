"""The files of a scenario's folder, as bytes by name, read within the limits."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from game.diagnostics.diagnostic import Diagnostic, Span
from game.frozen import NamedTuple
from game.source.limits import (
    MOST_BYTES_IN_A_FILE,
    MOST_BYTES_IN_A_SCENARIO,
    MOST_FILES_IN_A_PACK,
    over_a_limit,
)
from game.source.unsafe import UNSAFE_PATH
from game.store.atomic import read_at_most

LEFT_OUT = (".test.yaml", ".run.yaml", ".policy.yaml")


class Files(NamedTuple):
    """What a scenario is made of.

    `documents` are the YAML files that are merged, named from the folder that holds the scenario's
    folder, with `/`; `others` are the sizes in bytes of all other files in it, by name; `translations`
    are those of them that hold its texts in other languages; `faults` are those of reading.
    """

    documents: Mapping[str, bytes]
    others: Mapping[str, int]
    faults: tuple[Diagnostic, ...] = ()
    translations: Mapping[str, bytes] = MappingProxyType({})

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages into which its texts are translated, by their codes."""
        return tuple(name.rpartition("/")[2].removesuffix(".po") for name in self.translations)


def folder_files(folder: Path) -> Files:
    """Return the files of a folder and its subfolders in the order of the language.

    Links are refused, so that nothing outside the folder is read. A file is read to just beyond its
    limit and no further. Raises OSError if the folder cannot be read.
    """
    root = folder.resolve()
    documents: dict[str, bytes] = {}
    others: dict[str, int] = {}
    translations: dict[str, bytes] = {}
    faults: list[Diagnostic] = []
    size = 0
    for number, (name, path) in enumerate(_walked(root, root.name)):
        if number == MOST_FILES_IN_A_PACK:
            most = f"{MOST_FILES_IN_A_PACK:,} files"
            faults.append(over_a_limit("the folder", most, Span.whole(root.name)))
            break
        if path.is_symlink():
            faults.append(
                Diagnostic(UNSAFE_PATH, "this is a link, and links are not followed", Span.whole(name))
            )
        elif not is_document(name):
            others[name] = path.stat().st_size
            if is_translation(name):
                translations[name] = read_at_most(path, MOST_BYTES_IN_A_FILE)
        elif size <= MOST_BYTES_IN_A_SCENARIO:  # what lies beyond is told by the loader at the last file read
            documents[name] = read_at_most(path, MOST_BYTES_IN_A_FILE)
            size += len(documents[name])
    return Files(documents, others, tuple(faults), translations)


def is_document(name: str) -> bool:
    """Return whether a file is merged into its scenario, by its name.

    >>> [is_document(name) for name in ("a/b.yaml", "a/b.test.yaml", "a/.git/b.yaml", "a/b.png")]
    [True, False, False, False]
    """
    is_hidden = any(folder.startswith(".") for folder in name.split("/")[1:-1])
    return name.endswith(".yaml") and not name.endswith(LEFT_OUT) and not is_hidden


def is_translation(name: str) -> bool:
    """Return whether a file holds the texts of its scenario in another language, by its name.

    >>> [is_translation(name) for name in ("a/lang/es.po", "a/es.po", "a/lang/old/es.po")]
    [True, False, False]
    """
    return name.count("/") == 2 and name.endswith(".po") and name.split("/")[1] == "lang"


def has_format(documents: Mapping[str, bytes]) -> bool:
    """Return whether one of the files has a `format:`, which makes the folder a scenario."""
    return any(
        content.startswith((b"format:", b"\xef\xbb\xbfformat:")) or b"\nformat:" in content
        for content in documents.values()
    )


def _walked(folder: Path, name: str) -> Iterator[tuple[str, Path]]:
    """List files and links below a folder, by parts and code points; folders with a dot are left out."""
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        path = Path(entry.path)
        if entry.is_dir(follow_symlinks=False):
            if not entry.name.startswith("."):
                yield from _walked(path, f"{name}/{entry.name}")
        elif entry.is_file(follow_symlinks=False) or entry.is_symlink():
            yield f"{name}/{entry.name}", path
