"""The files of pictures and sounds that scenarios bring with them, read when they are to be seen or heard."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from game.scenario.assets import SOUNDS
from game.source.limits import MOST_BYTES_IN_A_PACK
from game.store.atomic import read_at_most
from game.store.places import Places
from game.store.scenarios import Stored, found

MOST_BYTES_IN_A_PICTURE = 4_000_000
MOST_BYTES_IN_A_SOUND = 8_000_000
"""Four times what `check` calls too big: a large file is shown, one without measure is not."""


Content = Callable[[str], bytes | None]
"""What is in the file of a path, such as `river/images/bridge.png`; None where there is nothing to be had."""


def nothing(path: str) -> None:
    """Return nothing, whatever the path: there are no scenarios with files of their own."""
    del path


class Assets:
    """Finds files by the id of their scenario and their path in it, such as `river/images/bridge.png`.

    `named` are the scenarios and mods that were given as folders or packs: they come before the shelves.
    """

    def __init__(self, places: Places, named: Sequence[str] = ()) -> None:
        self._places = places
        self._named = tuple(named)

    def content(self, path: str) -> bytes | None:
        """Return what is in a file; None where there is none, or more than can be shown or played."""
        scenario, _, name = path.partition("/")
        most = MOST_BYTES_IN_A_SOUND if name.lower().endswith(SOUNDS) else MOST_BYTES_IN_A_PICTURE
        for stored in self._stored(scenario):
            try:
                content = _content(stored, name, most)
            except OSError:
                continue
            if content is not None and len(content) <= most:
                return content
        return None

    def _stored(self, scenario: str) -> Iterator[Stored]:
        """The places where a file of the scenario may lie, mods that lie over it included."""
        for reference in (*reversed(self._named), scenario):
            stored = found(reference, self._places)
            if stored is not None:
                yield stored


def _content(stored: Stored, name: str, most: int) -> bytes | None:
    if stored.kind == "pack":
        from game.source.pack import pack_files  # noqa: PLC0415 - zipfile only where there is a pack

        files = pack_files(read_at_most(stored.path, MOST_BYTES_IN_A_PACK), stored.path.name).files
        return next((each for path, each in files.items() if path.partition("/")[2] == name), None)
    return read_at_most(path, most) if (path := _within(stored.path, name)) is not None else None


def _within(folder: Path, name: str) -> Path | None:
    """Return the file of a name in a folder; None where it is none, or where a link leads out of it."""
    root = folder.resolve()
    path = (root / name).resolve()
    return path if path.is_file() and path.is_relative_to(root) and not (root / name).is_symlink() else None
