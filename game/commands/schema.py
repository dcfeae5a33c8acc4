"""`excomm schema`: the JSON Schema of the language, or the one of a scenario with its real ids."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from game.commands.arguments import Arguments
from game.commands.library import stored_named
from game.commands.refusal import RefusedError, Status
from game.scenario.project import Project, project
from game.scenario.schema import case_schema, language_schema, policy_schema
from game.store.atomic import write_whole
from game.store.library import Volume, volume
from game.store.places import shipped

FOLDER = ".excomm"
SCHEMAS = {"schema.json": language_schema, "tests.json": case_schema, "policies.json": policy_schema}


def parser(program: str) -> Arguments:
    made = Arguments(program, "Print the JSON Schema of the scenario language, or write that of a scenario.")
    made.add_argument("scenario", metavar="PATH", nargs="?", help="a scenario's folder; by default this one")
    made.add_argument(
        "--project", action="store_true", help="write `.excomm/schema.json` with the scenario's own ids"
    )
    others = made.add_mutually_exclusive_group()
    for word, schema, files in (("tests", case_schema, "test"), ("policies", policy_schema, "policy")):
        others.add_argument(
            f"--{word}",
            action="store_const",
            dest="schema",
            const=schema,
            default=language_schema,
            help=f"print the schema of {files} files instead",
        )
    return made


def carry_out(program: str, words: Sequence[str]) -> int:
    given = parser(program).taken(words)
    if given.project:
        for path in write_project_schemas(volume(stored_named(given.scenario or "."))):
            print(path)
    elif given.scenario is not None:
        raise RefusedError(f"Write `{program} --project {given.scenario}` for the schema of a scenario.")
    else:
        print(json.dumps(given.schema(), ensure_ascii=False, indent=1))
    return Status.CLEAN


def _check_readable(opened: Volume) -> None:
    unread = next((each.file for each in opened.loaded.documents if not each.is_readable), None)
    if unread is not None:
        raise RefusedError(
            f"{unread} cannot be read, so the schemas are left as they are; `excomm check` says why.",
            Status.FAULTS,
        )


def write_project_schemas(opened: Volume) -> tuple[Path, ...]:
    """Write the schemas of a scenario into its folder and return their paths.

    Raises RefusedError for packs, for the scenarios that came with the program, and where a file cannot be
    read, whose ids the schemas would lose.
    """
    folder = opened.stored.path.resolve()
    if opened.stored.kind == "pack":
        raise RefusedError(f"{opened.name} is a pack; nothing is written into it.")
    if folder.is_relative_to(shipped("scenarios").resolve()):
        raise RefusedError(f"{opened.name} came with the program; nothing is written into it.")
    _check_readable(opened)
    return write_schemas(folder, _project(opened))


def write_schemas(folder: Path, ids: Project) -> tuple[Path, ...]:
    """Write the schemas of a scenario's files, of its tests and of its policies; return their paths."""
    paths = []
    for name, schema in SCHEMAS.items():
        paths.append(folder / FOLDER / name)
        write_whole(paths[-1], json.dumps(schema(ids), ensure_ascii=False, separators=(",", ":")).encode())
    return tuple(paths)


def _project(opened: Volume) -> Project:
    read = opened.loaded
    if read.decoder is None:
        raise RefusedError(f"{opened.name} cannot be read: {opened.refusal}", Status.FAULTS)
    return project(read.decoder.names, read.draft)
