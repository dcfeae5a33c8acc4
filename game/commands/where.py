"""`excomm where`: the folders in use."""

from __future__ import annotations

from collections.abc import Sequence

from game.commands.arguments import Arguments
from game.commands.refusal import Status
from game.store.places import places, shipped


def parser(program: str) -> Arguments:
    return Arguments(program, "Print the folders in use. EXCOMM_HOME moves all of the user's.")


def carry_out(program: str, words: Sequence[str]) -> int:
    parser(program).taken(words)
    mine = places()
    rows = (
        ("shipped scenarios", shipped("scenarios")),
        ("shipped assets", shipped("assets")),
        ("runs", mine.runs),
        ("documents", mine.documents),
        ("scenarios", mine.scenarios),
        ("settings", mine.settings),
        ("cache", mine.cache),
        ("log", mine.log),
        ("crash files", mine.crashes),
    )
    for label, path in rows:
        print(f"{label}: {path}")
    return Status.CLEAN
