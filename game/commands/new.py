"""`excomm new`: a small scenario to begin with, in the user's folder of scenarios or here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.commands.arguments import Arguments
from game.commands.beginning import beginning
from game.commands.refusal import RefusedError, Status
from game.commands.schema import write_project_schemas
from game.scenario.ids import RESERVED, is_id
from game.store.atomic import write_whole
from game.store.library import volume
from game.store.places import places
from game.store.scenarios import Stored, stored_scenarios


def parser(program: str) -> Arguments:
    made = Arguments(
        program, "Write a small scenario to begin with: three decisions, with remarks and tests."
    )
    made.add_argument("name", metavar="NAME", help="its id: small letters, digits and `_`")
    made.add_argument("--here", action="store_true", help="in a folder here, not among your scenarios")
    return made


def carry_out(program: str, words: Sequence[str]) -> int:
    given = parser(program).taken(words)
    folder = _free_folder(given.name, is_here=given.here)
    for name, text in beginning(given.name).items():
        write_whole(folder / name, text.encode())
    write_project_schemas(volume(Stored(given.name, folder, "folder")))
    print(f"{_reference(given.name, is_here=True) if given.here else folder} written.")
    print(f"`excomm check {_reference(given.name, is_here=given.here)}` names its faults;", end=" ")
    print(f"`excomm play {_reference(given.name, is_here=given.here)}` plays it.")
    return Status.CLEAN


def _reference(name: str, *, is_here: bool) -> str:
    return f"./{name}" if is_here else name


def _free_folder(name: str, *, is_here: bool) -> Path:
    """Return the folder that the scenario goes into. Raises RefusedError for a name that is bad or taken."""
    if not is_id(name) or name in RESERVED:
        raise RefusedError(
            f"`{name}` is not a good id: small letters, digits and `_`, beginning with a letter, at most 40."
        )
    mine = places()
    if any(each.name == name for each in stored_scenarios(mine)):
        raise RefusedError(f"There is a scenario `{name}` already.")
    folder = (Path.cwd() if is_here else mine.scenarios) / name
    if folder.exists():
        raise RefusedError(f"{folder} is there already.")
    return folder
