"""Pictures that scenarios bring as files, decoded if they are of a size that can be shown."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from io import BytesIO

import pygame

from game.store.assets import Content

MOST_PIXELS = 25_000_000
"""A file of some kilobytes may claim to be as large as a house: what is larger is not decoded."""


def decoded(content: bytes) -> pygame.Surface | None:
    """Return the picture in a file; None where there is none that can be read, or one that is too large."""
    size = claimed_size(content)
    if size is None or not 0 < size[0] * size[1] <= MOST_PIXELS:
        return None
    try:
        return pygame.image.load(BytesIO(content))
    except (pygame.error, OSError):
        return None


def photographed(content: Content, path: str) -> pygame.Surface | None:
    """Return the picture in the file of a path; None where there is none to be had."""
    found = content(path)
    return None if found is None else decoded(found)


def claimed_size(content: bytes) -> tuple[int, int] | None:
    """Return width and height as a PNG, JPEG or WebP says; None where it is none of them, or cut off."""
    try:
        if content.startswith(b"\x89PNG\r\n\x1a\n"):
            return struct.unpack(">II", content[16:24])
        if content.startswith(b"\xff\xd8"):
            return next(_frames(content), None)
        if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
            return _size_of_webp(content)
    except (struct.error, IndexError):
        return None
    return None


def _frames(content: bytes) -> Iterator[tuple[int, int]]:
    """The sizes that the segments of a JPEG give for its picture."""
    at = 2
    while at < len(content):
        mark, length = content[at + 1], struct.unpack(">H", content[at + 2 : at + 4])[0]
        if 0xC0 <= mark <= 0xCF and mark not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            yield width, height
        at += 2 + length


def _size_of_webp(content: bytes) -> tuple[int, int] | None:
    kind = content[12:16]
    if kind == b"VP8X":
        wide, high = content[24:27], content[27:30]
        return int.from_bytes(wide, "little") + 1, int.from_bytes(high, "little") + 1
    if kind == b"VP8 ":
        width, height = struct.unpack("<HH", content[26:30])
        return width & 0x3FFF, height & 0x3FFF
    if kind == b"VP8L":
        bits = struct.unpack("<I", content[21:25])[0]
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return None


def filling(picture: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
    """Return a picture scaled and cut about its middle so that it fills a size in pixels."""
    width, height = picture.get_size()
    share = max(size[0] / width, size[1] / height)
    cut = (max(1, min(width, round(size[0] / share))), max(1, min(height, round(size[1] / share))))
    part = picture.subsurface(((width - cut[0]) // 2, (height - cut[1]) // 2, *cut))
    return pygame.transform.smoothscale(_deep(part), size)


def _deep(picture: pygame.Surface) -> pygame.Surface:
    """A picture in 32 bits: one with a palette cannot be scaled smoothly."""
    deep = pygame.Surface(picture.get_size(), pygame.SRCALPHA)
    deep.blit(picture, (0, 0))
    return deep
