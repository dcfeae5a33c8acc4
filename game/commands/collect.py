"""`excomm collect`: where the games of many runs went, as words, as a table and as a page."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from game.analysis.gathering import Course, course, ending_counts, option_shares
from game.commands.arguments import Arguments
from game.commands.columned import columned
from game.commands.oddstable import choice_label, ending_label
from game.commands.refusal import RefusedError, Status
from game.engine.moves import Answer
from game.frozen import NamedTuple
from game.report.storypage import worlds
from game.scenario.model import Scenario
from game.scenario.quantities.moments import format_moment
from game.session.run import Run
from game.session.said import Said
from game.session.session import Rules, Session
from game.store.atomic import write_whole
from game.store.library import Volume
from game.store.places import Places, places
from game.store.recorded import played_again, volume_of
from game.store.runs import ENDING, load_run
from game.store.sentences import first_fault
from game.view.lexicon import lexicon
from game.view.printing import unread
from game.view.words import ENGLISH

COLUMNS = ("file", "scenario", "version", "hash", "setup", "seed", "mods", "ending", "moment", "waits")
_Named = tuple[str | None, tuple[str, ...], Path]
"""How a run names its rules: scenario, mods, and the folder from which paths count."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Collected(NamedTuple):
    """A run with the game that it made; `name` is that of its file."""

    name: str
    run: Run
    session: Session
    course: Course


def parser(program: str) -> Arguments:
    made = Arguments(
        program,
        "Tell where the games of many runs went: how they ended and how many took each option. Runs that"
        " cannot be read or that stop are named, and the others are counted.",
    )
    made.add_argument("runs", metavar="RUN", nargs="+", type=Path, help="run files, or folders of them")
    made.add_argument("--csv", metavar="FILE", type=Path, help="write a table with a row for each run")
    made.add_argument(
        "-o", metavar="FILE", type=Path, dest="output", help="write a page with the story as a heat map"
    )
    return made


def carry_out(program: str, words: Sequence[str]) -> int:
    given = parser(program).taken(words)
    paths = _files(given.runs)
    collected, faults = _collected(paths, given.runs)
    for fault in faults:
        print(fault, file=sys.stderr)
    if not collected:
        raise RefusedError("None of these runs can be played.", Status.FAULTS)
    stories = _stories(collected)
    if given.output is not None and len(stories) > 1:
        names = ", ".join(sorted({each[0].session.scenario.id for each in stories}))
        raise RefusedError(f"A page is about one scenario, and these are runs of several rules: {names}.")
    if given.csv is not None:
        write_whole(given.csv, table(collected).encode())
    if given.output is not None:
        _write_page(stories[0], given.output)
    print("\n\n".join("\n".join(_lines(each)) for each in stories))
    return Status.FAULTS if faults else Status.CLEAN


def _files(given: Iterable[Path]) -> list[Path]:
    """Return the run files that are named, and those in folders that are. Raises RefusedError for none."""
    found: dict[Path, None] = {}
    for path in given:
        inside = sorted(path.glob(f"*{ENDING}")) if path.is_dir() else [path]
        if not inside:
            raise RefusedError(f"{path} holds no runs, which are called something{ENDING}.")
        found.update(dict.fromkeys(inside))
    return list(found)


def _collected(paths: Sequence[Path], given: Sequence[Path]) -> tuple[list[Collected], list[str]]:
    """Return the runs that can be played to where they end, and a sentence for each of the others."""
    mine, known = places(), dict[_Named, tuple[Volume | Said, dict[str, Rules]]]()
    collected: list[Collected] = []
    faults: list[str] = []
    for path in paths:
        name = path.name if len(given) == 1 else path.as_posix()
        found = _one(path, name, mine, known)
        if isinstance(found, str):
            faults.append(found)
        else:
            collected.append(found)
    return collected, faults


def _one(
    path: Path, name: str, mine: Places, known: dict[_Named, tuple[Volume | Said, dict[str, Rules]]]
) -> Collected | str:
    """Return a run with its game, or why there is none; `known` are scenarios and rules read before."""
    try:
        parsed = load_run(path)
    except OSError as fault:
        return f"{name}: {fault.strerror or fault}."
    run = parsed.run
    if run is None:
        return first_fault(parsed.diagnostics)
    rules = (run.scenario, run.mods, path.parent)
    if rules not in known:
        known[rules] = volume_of(run, path, mine), {}
    opened, ready = known[rules]
    if isinstance(opened, Said):
        return opened.in_words(ENGLISH)
    session, warning, stopped = played_again(parsed, path, opened, known=ready)
    if session is not None:
        ready.setdefault(session.setup, Rules(session.program, session.hash))
    if warning is not None:
        print(f"{name}: {warning}", file=sys.stderr)
    if stopped is not None:
        return stopped.in_words(ENGLISH)
    assert session is not None, "what has no fault began"
    return Collected(name, run, session, course(session))


def _stories(collected: Sequence[Collected]) -> list[list[Collected]]:
    """Return the runs by their rules, in the order in which these first come."""
    stories: dict[str, list[Collected]] = {}
    for each in collected:
        stories.setdefault(each.session.hash, []).append(each)
    return list(stories.values())


def table(collected: Sequence[Collected]) -> str:
    """Return the table of section 17: a row for each run, a column for each decision in file order.

    Runs of several scenarios have the decisions of all. What a spreadsheet would read as a formula
    stands behind an apostrophe.
    """
    decisions = dict.fromkeys(name for each in collected for name in each.session.scenario.decisions)
    written = io.StringIO()
    rows = csv.writer(written)
    rows.writerow((*COLUMNS, *decisions))
    for each in collected:
        rows.writerow([_cell(cell) for cell in (*_facts(each), *_chosen(each.course, decisions))])
    return written.getvalue()


def _facts(each: Collected) -> tuple[str, ...]:
    session, run = each.session, each.run
    scenario = session.scenario
    return (
        each.name,
        scenario.id,
        run.version or scenario.version,
        run.hash or session.hash,
        session.setup,
        str(session.seed),
        " ".join(scenario.mods),
        each.course.ending or "",
        format_moment(scenario.clock.starts + each.course.minute),
        str(each.course.waits),
    )


def _chosen(found: Course, decisions: Iterable[str]) -> tuple[str, ...]:
    return tuple(" ".join(found.chosen.get(each, ())) for each in decisions)


def _cell(words: str) -> str:
    return f"'{words}" if words.startswith(_FORMULA) else words


def _write_page(story: Sequence[Collected], path: Path) -> None:
    from game.report.collection import collection_page  # noqa: PLC0415 - only where a page is wanted

    page = collection_page(
        story[0].session.scenario, [each.course for each in story], [each.name for each in story]
    )
    write_whole(path, page.encode())


def _lines(story: Sequence[Collected]) -> list[str]:
    scenario, courses = story[0].session.scenario, [each.course for each in story]
    endings = [
        (ending_label(scenario, ending) if ending else "not over", str(games), worlds(games / len(courses)))
        for ending, games in ending_counts(scenario, courses).items()
    ]
    lines = [f"{scenario.title.written} | {_games(len(courses))}", ""]
    lines += columned([("ending", "games", "of 100"), *endings])
    return lines + _options(scenario, courses)


def _options(scenario: Scenario, courses: Sequence[Course]) -> list[str]:
    lines: list[str] = []
    for decision, shares in option_shares(scenario, courses).items():
        rows = [
            (
                choice_label(scenario, Answer(decision, each.option)),
                str(each.games),
                worlds(each.games / each.answered),
            )
            for each in shares
        ]
        lines += ["", unread(lexicon(scenario, ENGLISH), scenario.decisions[decision].title)]
        lines += columned([(f"answered in {_games(shares[0].answered)}", "games", "of 100"), *rows])
    return lines


def _games(number: int) -> str:
    return f"{number} game" if number == 1 else f"{number} games"
