"""Arrays and a header as bytes with a digest: whatever is damaged or of another make is refused whole."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from hashlib import blake2b
from math import prod
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

VERSION = 2
"""Raised whenever what is kept, or how, changes."""

Array = npt.NDArray[Any]

_MAGIC = b"ExComm columns\n"
_DIGEST = 32
_NUMBER = 8
_KINDS = frozenset({"|u1", "<u4", "<i4", "<i8", "<f8"})
_FAST = 1


class KeptError(ValueError):
    """The bytes are damaged, of another version, or of another scenario; nothing of them can be used."""


class Framed(NamedTuple):
    """Plain values that JSON can hold, and arrays by name."""

    header: Mapping[str, Any]
    arrays: Mapping[str, Array]


def framed(header: Mapping[str, Any], arrays: Mapping[str, Array]) -> bytes:
    """Return the bytes of a header and arrays; the header must be of values that JSON can hold."""
    packed = {name: zlib.compress(_plain(array).tobytes(), _FAST) for name, array in arrays.items()}
    table = {
        name: [_plain(array[:0]).dtype.str, list(array.shape), len(packed[name])]
        for name, array in arrays.items()
    }
    head = json.dumps({"header": header, "arrays": table}, separators=(",", ":")).encode()
    body = b"".join((len(head).to_bytes(_NUMBER, "big"), head, *packed.values()))
    return b"".join((_MAGIC, VERSION.to_bytes(_NUMBER, "big"), _digest(body), body))


def unframed(kept: bytes) -> Framed:
    """Return what `framed` was given. Raises KeptError for bytes that it did not give, or not like this."""
    view = memoryview(kept)
    start = len(_MAGIC) + _NUMBER + _DIGEST
    if len(kept) < start + _NUMBER or view[: len(_MAGIC)] != _MAGIC:
        raise KeptError("these are no kept columns")
    version = int.from_bytes(view[len(_MAGIC) : len(_MAGIC) + _NUMBER], "big")
    if version != VERSION:
        raise KeptError(f"kept by version {version}, this is version {VERSION}")
    body = view[start:]
    if _digest(body) != view[start - _DIGEST : start]:
        raise KeptError("the bytes are damaged")
    try:
        return _read(body)
    except (KeyError, TypeError, ValueError, zlib.error) as fault:
        raise KeptError(f"the bytes cannot be read: {fault}") from fault


def _read(body: memoryview) -> Framed:
    place = _NUMBER + int.from_bytes(body[:_NUMBER], "big")
    head = json.loads(bytes(body[_NUMBER:place]))
    arrays: dict[str, Array] = {}
    for name, (kind, shape, length) in head["arrays"].items():
        arrays[name] = _array(bytes(body[place : place + length]), kind, shape)
        place += length
    if place != len(body):
        raise KeptError("there is more than was kept")
    return Framed(head["header"], arrays)


def _array(packed: bytes, kind: str, shape: list[int]) -> Array:
    if kind not in _KINDS:
        raise KeptError(f"no array of {kind} is ever kept")
    made = np.dtype(kind)
    size = prod(shape) * made.itemsize
    plain = zlib.decompressobj().decompress(packed, max(1, size))
    if len(plain) != size:
        raise KeptError("an array has another length")
    return np.frombuffer(plain, dtype=made).reshape(shape)


def _plain(array: Array) -> Array:
    """Return an array as it is kept: in order, the low byte of each number first."""
    return np.ascontiguousarray(array, dtype=array.dtype.newbyteorder("<"))


def _digest(body: bytes | memoryview) -> bytes:
    return blake2b(body, digest_size=_DIGEST).digest()
