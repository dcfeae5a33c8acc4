"""`excomm fmt`: files of scenarios in the house style, comments and all."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from difflib import unified_diff
from pathlib import Path

from game.commands.arguments import Arguments
from game.commands.library import stored_named
from game.commands.refusal import RefusedError, Status
from game.frozen import NamedTuple
from game.scenario.records.policies import POLICY_FILE
from game.scenario.records.scenario import SCENARIO
from game.scenario.records.tests import TEST_FILE
from game.scenario.tidy.style import styled
from game.source.limits import MOST_BYTES_IN_A_FILE
from game.store.atomic import read_at_most, write_whole

_RUN = ".run.yaml"
_TOPS = {".test.yaml": TEST_FILE, ".policy.yaml": POLICY_FILE}


class Styled(NamedTuple):
    """A file as it is and in the house style; None for one that cannot be read."""

    path: Path
    before: str
    after: str | None


def parser(program: str) -> Arguments:
    made = Arguments(program, "Put the files of a scenario into the house style. Its rules stay the same.")
    made.add_argument("scenarios", metavar="PATH", nargs="+", help="a scenario's id or folder, or a file")
    made.add_argument("--check", action="store_true", help="write nothing; name what is in another style")
    made.add_argument("--diff", action="store_true", help="write nothing; print what would change")
    return made


def carry_out(program: str, words: Sequence[str]) -> int:
    given = parser(program).taken(words)
    status = Status.CLEAN
    for reference in given.scenarios:
        for found in _styled(reference):
            if found.after is None:
                print(f"{found.path} cannot be read; `excomm check` says why.", file=sys.stderr)
                status = Status.FAULTS
            elif found.after != found.before:
                if given.check or given.diff:
                    status = Status.FAULTS
                _tell(found, found.after, is_diff=given.diff, is_check=given.check)
    return status


def _tell(found: Styled, after: str, *, is_diff: bool, is_check: bool) -> None:
    """Write a file anew, or say what would change."""
    if is_diff:
        name = found.path.as_posix()
        before, lines = found.before.splitlines(keepends=True), after.splitlines(keepends=True)
        sys.stdout.writelines(unified_diff(before, lines, name, name))
    elif is_check:
        print(f"{found.path} is in another style")
    else:
        write_whole(found.path, after.encode())
        print(f"{found.path} written")


def _styled(reference: str) -> Iterator[Styled]:
    for path in _files(reference):
        content = read_at_most(path, MOST_BYTES_IN_A_FILE)
        top = next((top for ending, top in _TOPS.items() if path.name.endswith(ending)), SCENARIO)
        before = content.decode(errors="surrogateescape")
        if top is not SCENARIO or content.strip():
            yield Styled(path, before, styled(content, path.name, top))


def _files(reference: str) -> tuple[Path, ...]:
    """Return a file that is named, or those of a scenario; recorded runs are left as they were played."""
    path = Path(reference)
    if path.is_file() and path.suffix == ".yaml":
        return (path,)
    stored = stored_named(reference)
    if stored.kind == "pack":
        raise RefusedError(f"{reference} is a pack; nothing is written into it.")
    found = (each for each in sorted(stored.path.rglob("*.yaml")) if each.is_file() and not each.is_symlink())
    return tuple(each for each in found if not each.name.endswith(_RUN) and not _is_hidden(each, stored.path))


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)
