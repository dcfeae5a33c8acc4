"""Packs, written: the folder of a scenario as the bytes of a zip."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from game.source.limits import MOST_BYTES_IN_A_PACK
from game.store.atomic import read_at_most
from game.store.folder import folder_files
from game.store.runs import ENDING

_THE_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o100644 << 16
_UNIX = 3


def packable_files(folder: Path) -> Mapping[str, bytes]:
    """Return what of a folder goes into its pack, by the path within it; runs stay. Raises OSError."""
    files = folder_files(folder)
    above = folder.resolve().parent
    names = [*files.documents, *(name for name in files.others if not name.endswith(ENDING))]
    return {name.partition("/")[2]: read_at_most(above / name, MOST_BYTES_IN_A_PACK) for name in names}


def packed(files: Mapping[str, bytes], name: str) -> bytes:
    """Return files as a zip in which they lie in a folder of a name.

    The same files give the same bytes on every machine and at any time: names in order, no times, and
    nothing compressed, since no two versions of zlib compress alike.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(f"{name}/{path}", _THE_FIRST_DAY)
            entry.create_system = _UNIX
            entry.external_attr = _READABLE
            archive.writestr(entry, files[path])
    return made.getvalue()
