"""The bytes of a pack into the bytes of its files. A pack is read from memory and never unpacked."""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from game.diagnostics.diagnostic import Diagnostic, Rule, Span
from game.diagnostics.printable import printable
from game.frozen import NamedTuple
from game.source.limits import (
    MOST_BYTES_IN_A_FILE,
    MOST_BYTES_IN_A_PACK,
    MOST_COMPRESSION,
    MOST_FILES_IN_A_PACK,
    OVER_A_LIMIT,
    over_a_limit,
)
from game.source.unsafe import NOT_A_PACK, UNKNOWN_ENDING, UNSAFE_NAME, UNSAFE_PATH

_ENDING = re.compile(r"\.(?:yaml|po|txt|md|png|jpe?g|webp|ogg|wav)\Z", re.IGNORECASE)
_LEAVING = re.compile(r"\A/|\A[A-Za-z]:|(?:\A|/)\.\.(?:/|\Z)|\\|\0")
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_ENCRYPTED = 0x1
_ROW_OF_THE_DIRECTORY = b"PK\x01\x02"
# The other ways give no bound on what a few bytes become in one step.
_BOUNDED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_SMALL = 100_000  # a ratio says nothing of so few bytes
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


class Pack(NamedTuple):
    """The files of a pack by their paths, `river/scenario.yaml`, and what is wrong with it."""

    files: Mapping[str, bytes]
    faults: tuple[Diagnostic, ...]


def pack_files(content: bytes, name: str) -> Pack:
    """Return the files of a pack called `name`, such as `river.zip`. Any bytes give a result.

    Where all lie in one folder, that is the scenario's, whatever the pack is called; otherwise the folder
    is called as the pack.
    Sizes in the archive's directory are not believed: reading stops at the limits.
    """
    whole = Span.whole(name)
    if len(content) > MOST_BYTES_IN_A_PACK:
        return Pack({}, (over_a_limit("the pack", "64 MB", whole),))
    # Counted in the bytes, since to list a million names takes half a minute. Folders may have rows too.
    if content.count(_ROW_OF_THE_DIRECTORY) > 2 * MOST_FILES_IN_A_PACK:
        return Pack({}, (_too_many(whole),))
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        members = archive.infolist()
    except _BROKEN:
        return Pack({}, (Diagnostic(NOT_A_PACK, "this is not a zip that can be read", whole),))
    faults = tuple(_faults(members, whole))
    if faults:
        return Pack({}, faults)
    own = re.sub(r"\.zip\Z", "", name, flags=re.IGNORECASE)
    return _read(archive, [each for each in members if not _is_folder(each)], own, whole)


def _is_folder(member: zipfile.ZipInfo) -> bool:
    """Return whether a row is for a folder; that of zipfile fails for a row without a name."""
    return member.filename.endswith("/")


def _too_many(whole: Span) -> Diagnostic:
    return over_a_limit("the pack", f"{MOST_FILES_IN_A_PACK:,} files", whole)


def _faults(members: list[zipfile.ZipInfo], whole: Span) -> Iterator[Diagnostic]:
    if sum(not _is_folder(each) for each in members) > MOST_FILES_IN_A_PACK:
        yield _too_many(whole)
        return
    seen: dict[str, str] = {}
    for member in members:
        path = member.orig_filename
        first = seen.get(path.lower())
        seen.setdefault(path.lower(), path)
        if wrong := _wrong(member) or _unsafe_name(path, first):
            rule, words = wrong
            yield Diagnostic(rule, f"`{_shown(path)}` {words}", whole)


def _wrong(member: zipfile.ZipInfo) -> tuple[Rule, str] | None:
    """Return why a file of a pack cannot be taken, as the end of a sentence on it."""
    path = member.orig_filename
    if _LEAVING.search(path):
        return UNSAFE_PATH, "leaves the pack"
    if stat.S_ISLNK(member.external_attr >> 16):
        return UNSAFE_PATH, "is a link"
    if member.flag_bits & _ENCRYPTED:
        return NOT_A_PACK, "is encrypted"
    if member.compress_type not in _BOUNDED:
        return NOT_A_PACK, "is packed in a way that is not read here"
    if not _is_folder(member) and not _ENDING.search(path):
        return UNKNOWN_ENDING, "has no place in a pack"
    return None


def _unsafe_name(path: str, first: str | None) -> tuple[Rule, str] | None:
    """Return why a name does not mean the same everywhere; `first` came before and differs only in case."""
    if any(_DEVICES.fullmatch(part) for part in path.split("/")):
        return UNSAFE_NAME, "is the name of a device on Windows"
    if first is not None:
        return UNSAFE_NAME, f"and `{_shown(first)}` are one file on some systems"
    return None


def _shown(path: str) -> str:
    seen = printable(path)
    return seen if len(seen) <= 60 else seen[:59] + "…"


def _read(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], own: str, whole: Span) -> Pack:
    files: dict[str, bytes] = {}
    left = MOST_BYTES_IN_A_PACK
    above = "" if _is_one_folder([member.filename for member in members]) else f"{own}/"
    for member in members:
        most = min(left, MOST_BYTES_IN_A_FILE if member.filename.endswith(".yaml") else left)
        try:
            with archive.open(member) as stream:
                read = stream.read(most + 1)
        except _BROKEN:
            return Pack({}, (Diagnostic(NOT_A_PACK, f"`{_shown(member.filename)}` cannot be read", whole),))
        if len(read) > most:
            what = f"`{_shown(member.filename)}` in the pack"
            return Pack({}, (over_a_limit(what, f"{most:,} bytes", whole),))
        if len(read) > _SMALL and len(read) > MOST_COMPRESSION * max(1, member.compress_size):
            message = f"`{_shown(member.filename)}` is packed more than {MOST_COMPRESSION} to 1"
            return Pack({}, (Diagnostic(OVER_A_LIMIT, message, whole),))
        left -= len(read)
        files[f"{above}{member.filename}"] = read
    return Pack(files, ())


def _is_one_folder(paths: list[str]) -> bool:
    """Return whether the whole pack lies within one folder that has a name."""
    tops = {path.partition("/")[0] if "/" in path else "" for path in paths}
    return len(tops) == 1 and "" not in tops
