"""What was worked out once and need not be again: bytes by a key, in the user's cache.

A file is trusted only if it says the key that is asked for and its digest fits; any other is taken
for nothing and written anew. What the disk refuses is no loss: then nothing is kept.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from pathlib import Path

import game
from game.store.atomic import read_at_most, write_whole
from game.store.places import Places

MOST_BYTES = 400_000_000
"""So much is kept in all; what was not used for longest goes first."""

_FOLDER = "solutions"
_ENDING = ".kept"
_HEAD = b"excomm kept 1\n"
_DIGEST = 32
_ROOMS = ("source", "scenario", "engine", "analysis")


class Solutions:
    """The results of one user, each under the parts of its key."""

    def __init__(self, places: Places, most_bytes: int = MOST_BYTES) -> None:
        self._folder = places.cache / _FOLDER
        self._most_bytes = most_bytes

    def read(self, parts: Iterable[str]) -> bytes | None:
        """Return what was kept under a key, or None where there is nothing that can be trusted."""
        key = _key(parts)
        path = self._path(key)
        try:
            content = read_at_most(path, self._most_bytes)
            os.utime(path)
        except OSError:  # not there, or not ours to read
            return None
        head = len(_HEAD) + 2 * _DIGEST
        kept = content[head:]
        return kept if content[:head] == _HEAD + key + _digest(key, kept) else None

    def write(self, parts: Iterable[str], content: bytes) -> None:
        """Keep a result, and drop old ones beyond the bound. Where the disk refuses, nothing is kept."""
        key = _key(parts)
        whole = _HEAD + key + _digest(key, content) + content
        if len(whole) > self._most_bytes:
            return
        try:
            self._make_room(len(whole))
            write_whole(self._path(key), whole)
        except OSError:  # a full or a foreign disk: it is worked out again next time
            return

    def _path(self, key: bytes) -> Path:
        return self._folder / f"{key.hex()[:32]}{_ENDING}"

    def _make_room(self, size: int) -> None:
        """Drop what was not used for longest, and what killed processes left half written."""
        found = []
        for path in (*self._folder.glob(f"*{_ENDING}"), *self._folder.glob(".*.part")):
            known = path.stat()
            found.append((known.st_mtime_ns, known.st_size, path))
        left = sum(length for _, length, _ in found) + size
        for _, length, path in sorted(found):
            if left <= self._most_bytes:
                return
            path.unlink(missing_ok=True)
            left -= length


def solver_version() -> str:
    """Return what changes whenever the program might work odds out in another way."""
    return version_of(_ROOMS)


@cache
def version_of(rooms: tuple[str, ...]) -> str:
    """Return what changes whenever rooms of the program might do something in another way.

    It is a digest of their sources, and of the program's version where they are not at hand. What runs is
    what was there at the beginning: it is read once.
    """
    package = Path(game.__file__).resolve().parent
    digest = blake2b(game.__version__.encode(), digest_size=16)
    for room in rooms:
        for path in sorted((package / room).rglob("*.py")):
            content = path.read_bytes()
            digest.update(f"{path.relative_to(package).as_posix()} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def _key(parts: Iterable[str]) -> bytes:
    """Return the digest of a key; each part goes in with its length, so that `a`, `bc` is not `ab`, `c`."""
    digest = blake2b(digest_size=_DIGEST)
    for part in parts:
        encoded = part.encode()
        digest.update(len(encoded).to_bytes(8, "big") + encoded)
    return digest.digest()


def _digest(key: bytes, content: bytes) -> bytes:
    return blake2b(content, key=key, digest_size=_DIGEST).digest()
