"""Comments that silence rules in the files beside a scenario: tests, runs, policies and translations."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.silencing import catalogue_ignores
from game.source.limits import MOST_BYTES_IN_A_FILE
from game.source.reader import document
from game.source.tree import Ignore
from game.store.atomic import read_at_most
from game.store.folder import LEFT_OUT
from game.store.library import Volume

_MARK = b"excomm:"


def ignores_beside(found: Volume) -> Iterator[Ignore]:
    """Yield the comments of files that are no part of the scenario itself. A pack holds only translations."""
    for name, content in found.files.translations.items():
        if _MARK in content:
            yield from catalogue_ignores(content.decode(errors="replace"), name)
    if found.stored.kind == "pack":
        return
    above = found.stored.path.resolve().parent
    for name in found.files.others:
        if name.endswith(LEFT_OUT):
            content = read_at_most(above / name, MOST_BYTES_IN_A_FILE)
            if _MARK in content:
                yield from document(content, name)[0].ignores
