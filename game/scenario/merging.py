"""The files of a scenario as one document: groups are joined, nothing may be said twice."""

from __future__ import annotations

from collections.abc import Sequence

from game.diagnostics.diagnostic import Diagnostic, Note
from game.source.composer import GIVEN_TWICE
from game.source.tree import Document, Entry, Mapping, Scalar

_TOP = 2
_DEPTH = {"map": 2, "patch": 3}
"""How deep the groups in a section are joined, where that is more than once."""


def merged(documents: Sequence[Document]) -> tuple[Mapping | None, tuple[Diagnostic, ...]]:
    """Return the documents as one mapping, in the order given; None if none could be read.

    A section in two files is one section. The same entry, or the same plain field, in two files is
    E109 at the later place, and the first counts.
    """
    faults: list[Diagnostic] = []
    whole: dict[str, Entry] = {}
    roots = [document.root for document in documents if document.root is not None]
    for root in roots:
        _join(whole, root, _TOP, faults)
    if not roots:
        return None, ()
    return Mapping(tuple(whole.values()), roots[0].span), tuple(faults)


def _join(whole: dict[str, Entry], more: Mapping, depth: int, faults: list[Diagnostic]) -> None:
    for entry in more.entries:
        first = whole.get(entry.key.value)
        if first is None:
            whole[entry.key.value] = entry
        elif depth and isinstance(first.value, Mapping) and isinstance(entry.value, Mapping):
            deeper = _DEPTH.get(entry.key.value, 1) if depth == _TOP else 1
            joined = {each.key.value: each for each in first.value.entries}
            _join(joined, entry.value, deeper - 1, faults)
            whole[entry.key.value] = Entry(first.key, Mapping(tuple(joined.values()), first.value.span))
        elif not _is_nothing(entry):
            faults.append(_twice(first, entry))


def _is_nothing(entry: Entry) -> bool:
    return isinstance(entry.value, Scalar) and entry.value.is_absent


def _twice(first: Entry, second: Entry) -> Diagnostic:
    return Diagnostic(
        GIVEN_TWICE,
        f"`{second.key.value}` is given twice",
        second.key.span,
        "remove one of them",
        (Note("first here", first.key.span),),
    )
