"""`excomm lesson`: the printed pack of a lesson, for pupils and for the teacher."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.classroom.plan import DEBRIEF, LEAST, MOST, own_command, planned, rehearsed
from game.commands.arguments import Arguments, whole
from game.commands.language import words_in
from game.commands.library import scenario_named, setup_named
from game.commands.refusal import RefusedError, Status
from game.engine.moves import Command, Wait
from game.report.lesson import LessonPack, lesson_pack
from game.report.lesson_road import Slot, Timetable, road
from game.scenario.model import Scenario
from game.session.session import Session, started
from game.store.atomic import write_whole

_USUAL = 45
_SEED = 1
"""The luck of the road that is printed; the setup of the record leaves none."""


def parser(program: str) -> Arguments:
    made = Arguments(
        program,
        "Write the hand-outs of a lesson as HTML to print and as Markdown: one folder for pupils, which does"
        " not say how it ends, and one for the teacher. Nothing is added to what the authors have written.",
    )
    made.add_argument("scenario", metavar="SCENARIO", help="a scenario's id, folder or pack")
    made.add_argument(
        "--minutes", metavar="M", type=whole(MOST), default=_USUAL, help=f"how long; by default {_USUAL}"
    )
    made.add_argument(
        "--setup", metavar="ID", help="the way to begin; by default the one of the record, else the first"
    )
    made.take_mods()
    made.take_language()
    made.add_argument(
        "-o", metavar="FOLDER", type=Path, dest="output", required=True, help="the folder; made if missing"
    )
    return made


def carry_out(program: str, words: Sequence[str]) -> int:
    given = parser(program).taken(words)
    if given.minutes < LEAST:
        raise RefusedError(f"A lesson has {LEAST} to {MOST} minutes, not {given.minutes}.")
    scenario = scenario_named(given.scenario, given.mods, given.lang)
    setup = setup_named(scenario, given.setup, is_historical=True)
    pack = pack_of(scenario, setup, given.minutes, given.lang or scenario.language)
    for each in pack.files:
        write_whole(given.output / each.path, each.text.encode())
    _say(given.output, pack)
    return Status.CLEAN


def pack_of(scenario: Scenario, setup: str, minutes: int, language: str) -> LessonPack:
    """Return the pack of a lesson that follows the record, in a language."""
    game = started(scenario, setup, _SEED)
    plan = planned(scenario, minutes)
    slots = tuple(Slot(each.decision, each.begins, each.minutes) for each in rehearsed(game, plan))
    timetable = Timetable(minutes, plan.kept, slots, DEBRIEF)
    return lesson_pack(road(game, timetable, _answer), words_in(language), language)


def _answer(game: Session) -> Command:
    return own_command(game, ()) or Wait()


def _say(folder: Path, pack: LessonPack) -> None:
    for edition in ("pupils", "teacher"):
        count = sum(each.path.startswith(edition) for each in pack.files)
        print(f"{folder / edition}: {count} files")
    if pack.missing:
        print("The authors have not written:")
        print("\n".join(f"  {each}" for each in pack.missing))
    written = {each.path for each in pack.files}
    left = [
        path
        for edition in ("pupils", "teacher")
        for path in sorted((folder / edition).iterdir())
        if path.suffix in (".html", ".md") and f"{edition}/{path.name}" not in written
    ]
    if left:
        print("Not of this lesson: " + ", ".join(str(each) for each in left))
