"""The bytes of a pack into the bytes of its files. A pack is read from memory and never unpacked."""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from game.diagnostics.diagnostic import Diagnostic, Rule, Span
from game.source.limits import (
    MOST_BYTES_IN_A_FILE,
    MOST_BYTES_IN_A_PACK,
    MOST_COMPRESSION,
    MOST_FILES_IN_A_PACK,
    OVER_A_LIMIT,
    over_a_limit,
)

UNSAFE_PATH = Rule(
    code="E121",
    title="pack: a path that leaves it, or a link",
    cause="A file in a pack lies at an absolute path, has `..` or a backslash in its path, or is a link. Such a file could"
    " be meant to overwrite something outside the pack.",
    example="/etc/scenario.yaml",
    cure="Make the pack anew from the scenario's folder: `excomm pack`.",
)

NOT_A_PACK = Rule(
    code="E122",
    title="pack: not a zip that can be read, or encrypted",
    cause="The file is damaged, is no zip at all, or asks for a password.",
    example="river_incident.zip   # cut off while it was copied",
    cure="Fetch it again, or make it anew without a password.",
)

UNSAFE_NAME = Rule(
    code="E123",
    title="pack: a Windows device name, or two names that differ only in case",
    cause="On some systems such names mean a device, or one and the same file. A pack must mean the same everywhere.",
    example="images/CON.png",
    cure="Rename the file.",
)

UNKNOWN_ENDING = Rule(
    code="E124",
    title="pack: an ending outside the list",
    cause="A pack holds texts, translations, pictures and sounds, and nothing else.",
    example="setup.exe",
    cure="Remove the file. Allowed are yaml, po, txt, md, png, jpg, jpeg, webp, ogg and wav.",
)

LINK = UNSAFE_PATH
ENDINGS = frozenset({"yaml", "po", "txt", "md", "png", "jpg", "jpeg", "webp", "ogg", "wav"})
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_ENCRYPTED = 0x1
_SMALL = 100_000  # a ratio says nothing of so few bytes
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


class Pack(NamedTuple):
    """The files of a pack by their paths, `river/scenario.yaml`, and what is wrong with it."""

    files: Mapping[str, bytes]
    faults: tuple[Diagnostic, ...]


def pack_files(content: bytes, name: str) -> Pack:
    """Return the files of a pack called `name`, such as `river.zip`. Any bytes give a result.

    Sizes in the archive's directory are not believed: reading stops at the limits.
    """
    whole = Span.whole(name)
    if len(content) > MOST_BYTES_IN_A_PACK:
        return Pack({}, (over_a_limit("the pack", "64 MB", whole),))
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        members = [each for each in archive.infolist() if not each.is_dir()]
    except _BROKEN:
        return Pack({}, (Diagnostic(NOT_A_PACK, "this is not a zip that can be read", whole),))
    faults = tuple(_faults(members, whole))
    if faults:
        return Pack({}, faults)
    return _read(archive, members, name.removesuffix(".zip"), whole)


def _faults(members: list[zipfile.ZipInfo], whole: Span) -> Iterator[Diagnostic]:
    if len(members) > MOST_FILES_IN_A_PACK:
        yield over_a_limit("the pack", f"{MOST_FILES_IN_A_PACK:,} files", whole)
        return
    seen: dict[str, str] = {}
    for member in members:
        path = member.orig_filename
        parts = path.split("/")
        if path.startswith("/") or "\\" in path or ".." in parts or re.match(r"[A-Za-z]:", path) or "\0" in path:
            yield Diagnostic(UNSAFE_PATH, f"`{_shown(path)}` leaves the pack", whole)
        elif stat.S_ISLNK(member.external_attr >> 16):
            yield Diagnostic(UNSAFE_PATH, f"`{_shown(path)}` is a link", whole)
        elif member.flag_bits & _ENCRYPTED:
            yield Diagnostic(NOT_A_PACK, f"`{_shown(path)}` is encrypted", whole)
        elif any(_DEVICES.fullmatch(part) for part in parts):
            yield Diagnostic(UNSAFE_NAME, f"`{_shown(path)}` is the name of a device on Windows", whole)
        elif path.lower() in seen:
            yield Diagnostic(UNSAFE_NAME, f"`{_shown(path)}` and `{seen[path.lower()]}` are one file on some systems", whole)
        elif path.rpartition(".")[2].lower() not in ENDINGS or "." not in parts[-1]:
            yield Diagnostic(UNKNOWN_ENDING, f"`{_shown(path)}` has no place in a pack", whole)
        seen.setdefault(path.lower(), path)


def _shown(path: str) -> str:
    printable = "".join(letter if letter.isprintable() else "?" for letter in path)
    return printable if len(printable) <= 60 else printable[:59] + "…"


def _read(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], folder: str, whole: Span) -> Pack:
    files: dict[str, bytes] = {}
    left = MOST_BYTES_IN_A_PACK
    inside = _common_folder([member.filename for member in members], folder)
    for member in members:
        most = min(left, MOST_BYTES_IN_A_FILE if member.filename.endswith(".yaml") else left)
        try:
            with archive.open(member) as stream:
                read = stream.read(most + 1)
        except _BROKEN:
            return Pack({}, (Diagnostic(NOT_A_PACK, f"`{_shown(member.filename)}` cannot be read", whole),))
        if len(read) > most:
            return Pack({}, (over_a_limit(f"`{_shown(member.filename)}` in the pack", f"{most:,} bytes", whole),))
        if len(read) > _SMALL and len(read) > MOST_COMPRESSION * max(1, member.compress_size):
            message = f"`{_shown(member.filename)}` is packed more than {MOST_COMPRESSION} to 1"
            return Pack({}, (Diagnostic(OVER_A_LIMIT, message, whole),))
        left -= len(read)
        files[f"{folder}/{member.filename.removeprefix(inside)}"] = read
    return Pack(files, ())


def _common_folder(paths: list[str], folder: str) -> str:
    """Return the folder's own name with `/` if the whole pack lies within it."""
    inside = f"{folder}/"
    return inside if paths and all(path.startswith(inside) for path in paths) else ""
