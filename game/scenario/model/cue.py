"""Sounds, pictures and portraits."""

from __future__ import annotations

from game.frozen import NamedTuple


class Cue(NamedTuple):
    """A sound or picture: a word of the closed list, or the path of an asset with words in its place."""

    name: str
    is_asset: bool
    alt: str | None


class Portrait(NamedTuple):
    """How a person looks: an asset, or features by name."""

    asset: Cue | None
    features: tuple[tuple[str, str], ...]
