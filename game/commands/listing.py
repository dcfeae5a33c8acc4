"""`excomm list`: the scenarios that are found, broken ones with their first error."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from textwrap import indent
from typing import Any

from game.commands.arguments import Arguments
from game.commands.refusal import Status
from game.diagnostics.listing import diagnostic_row
from game.store.library import Volume, volumes
from game.store.places import places


def parser(program: str) -> Arguments:
    made = Arguments(program, "List the scenarios that are found: the shipped ones and your own.")
    made.add_argument("--json", action="store_true", help="print the list as JSON")
    return made


def carry_out(program: str, words: Sequence[str]) -> int:
    given = parser(program).taken(words)
    if given.json:
        rows = [_row(each) for each in volumes(places())]
        print(json.dumps({"list": 1, "scenarios": rows}, ensure_ascii=False, indent=2))
    else:
        for each in volumes(places()):
            _print(each)
    return Status.CLEAN


def _print(volume: Volume) -> None:
    scenario = volume.scenario
    if scenario is None:
        print(f"{volume.name}: cannot be started")
        print(f"    {volume.refusal}")
        return
    title, summary = volume.title or scenario.title, volume.summary or scenario.summary
    print(f"{volume.name}: {title.written}")
    print(indent(summary.written.strip(), "    "))
    if volume.base is not None:
        print(f"    a mod of {volume.base.name}")
    print(f"    setups: {', '.join(scenario.setup_ids)}")
    print(f"    {_path(volume.stored.path)}")


def _row(volume: Volume) -> dict[str, Any]:
    """Return a row in the form of section 17; what a broken scenario does not say is null."""
    scenario, errors = volume.scenario, volume.errors
    return {
        "id": volume.name,
        "title": volume.title.written if volume.title else None,
        "summary": volume.summary.written if volume.summary else None,
        "version": (volume.mod or scenario).version if scenario else None,
        "path": _path(volume.stored.path),
        "kind": volume.stored.kind,
        "extends": volume.base.name if volume.base else None,
        "setups": list(scenario.setup_ids) if scenario else None,
        "languages": list(volume.languages) if scenario else None,
        "errors": len(errors),
        "first_error": diagnostic_row(errors[0]) if errors else None,
    }


def _path(path: Path) -> str:
    """Return a path from where one is if it lies below, with `/`."""
    absolute, here = path.absolute(), Path.cwd()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else absolute).as_posix()
