"""`excomm pack`: a scenario or a mod as one file to hand on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.commands.arguments import Arguments
from game.commands.library import volume_named
from game.commands.refusal import RefusedError, Status
from game.source.pack import pack_files
from game.store.atomic import write_whole
from game.store.packing import packable_files, packed
from game.store.sentences import first_fault


def parser(program: str) -> Arguments:
    made = Arguments(program, "Put a scenario or a mod into one file, a zip that plays as it is.")
    made.add_argument("scenario", metavar="PATH", help="a scenario's id or folder")
    made.add_argument(
        "-o",
        metavar="FILE",
        type=Path,
        dest="output",
        help="the file; by default the scenario's id with .zip",
    )
    return made


def carry_out(program: str, words: Sequence[str]) -> int:
    given = parser(program).taken(words)
    opened = volume_named(given.scenario)
    if opened.stored.kind == "pack":
        raise RefusedError(f"{given.scenario} is a pack already.")
    if opened.scenario is None:
        raise RefusedError(f"{opened.name} cannot be packed: {opened.refusal}", Status.FAULTS)
    output: Path = given.output or Path(f"{opened.name}.zip")
    if output.suffix != ".zip":
        raise RefusedError(f"A pack is called something.zip, not {output.name}.")
    content = packed(packable_files(opened.stored.path), opened.name)
    faults = pack_files(content, output.name).faults
    if faults:
        raise RefusedError(f"{opened.name} cannot be packed: {first_fault(faults)}", Status.FAULTS)
    write_whole(output, content)
    print(f"{output}: {len(content):,} bytes")
    return Status.CLEAN
