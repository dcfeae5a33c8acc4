"""The pictures of README: screens of real games, drawn without a window.

    python assets/build/make_pictures.py

They are written to assets/pictures. A picture that is not of today's screens is made anew by this command.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

import pygame  # noqa: E402 - the drivers are set before

from game.analysis.playable import CompiledGame  # noqa: E402
from game.analysis.record import historical_command, record_of, undecided_commands  # noqa: E402
from game.classroom.lesson import Lesson, Step, Terms, counted  # noqa: E402
from game.classroom.steps import begun, forward  # noqa: E402
from game.commands.consulting import Consulting  # noqa: E402
from game.engine.moves import Answer, Command  # noqa: E402
from game.scenario.model import Scenario  # noqa: E402
from game.screen.bookcase import Bookcase  # noqa: E402
from game.screen.screens.advisers import Advisers  # noqa: E402
from game.screen.screens.class_room import ClassRoom  # noqa: E402
from game.screen.screens.ending import Ending  # noqa: E402
from game.screen.screens.letter import DONE, Letter  # noqa: E402
from game.screen.screens.map import Map  # noqa: E402
from game.screen.screens.report import Report  # noqa: E402
from game.screen.screens.room import room  # noqa: E402
from game.screen.screens.scenarios import Scenarios  # noqa: E402
from game.screen.screens.screen import Screen  # noqa: E402
from game.screen.screens.settings import SettingsScreen  # noqa: E402
from game.screen.screens.title import Title  # noqa: E402
from game.screen.stage import Workshop  # noqa: E402
from game.screen.still import still  # noqa: E402
from game.session.session import Session, after, started  # noqa: E402
from game.store.places import places  # noqa: E402
from game.store.settings import Settings  # noqa: E402
from game.view.afterwards import review  # noqa: E402
from game.view.composition import page  # noqa: E402
from game.view.vocabulary import PROGRAM  # noqa: E402

SIZE = (1280, 720)
SCENARIO, SETUP = "cuba_1962", "strict_1962"
THE_LINE = "first_ship"
DEPARTURE = "pilot_lost.that_site"


def on_record(session: Session, departure: str = "") -> Iterator[Session]:
    """Yield the turns of the game as it was really played, but for one choice, `decision.option`."""
    record = record_of(session.scenario)
    while True:
        yield session
        if session.is_over:
            return
        deadlines = CompiledGame(session.program).deadlines(session.state)
        offered = session.legal_commands
        command = next((each for each in offered if word_of(each) == departure), None)
        command = command or historical_command(record, offered, deadlines)
        session = after(session, command or undecided_commands(offered, deadlines)[0])


def word_of(command: Command) -> str:
    """Return an answer as a run file writes it."""
    return f"{command.decision}.{command.option}" if isinstance(command, Answer) else ""


def reported(scenario: Scenario) -> Report:
    """Return the report of a game that left the record in the afternoon."""
    *_, last = on_record(started(scenario, "fog_1962", 3), DEPARTURE)
    with Consulting() as consulting:
        return Report(review=review(last, consulting.reckoning(last), PROGRAM))


def voted(session: Session) -> Lesson:
    """Return a lesson of thirty in the middle of the second vote on a question."""
    lesson = begun(session, Terms(45, pupils=30), 0.0)
    for step, hands in ((Step.VOTE, (9, 4, 14)), (Step.VOTE_AGAIN, (6, 2, 17))):
        while lesson.step is not step:
            lesson = forward(lesson, 0.0)
        for place, number in enumerate(hands):
            lesson = counted(lesson, place, number)
    return lesson


def class_room(lesson: Lesson) -> ClassRoom:
    screen = ClassRoom(lesson=lesson, page=page(lesson.session), words=PROGRAM, now=360.0)
    return screen.told(screen.page, screen.outcome)


def shown() -> Iterator[tuple[str, tuple[Screen, ...]]]:
    """Yield the pictures by name, as screens that lie over each other."""
    bookcase = Bookcase(places())
    bookcase.open()
    bookcase.wait()
    pages = [page(turn) for turn in on_record(started(bookcase.scenarios[SCENARIO], SETUP, 1))]
    line = next(each for each in pages if any(asked.id == THE_LINE for asked in each.questions))
    letter = next(
        (each, told)
        for each in pages
        for told in each.told
        if told.kind == "letter" and told.sheet is not None and told.sheet.id == "k_26"
    )
    sight = next(each.sight for each in bookcase.files if each.sight is not None and each.sight.picture.rings)
    yield "title", (Title().told(None, sight),)
    yield "scenarios", (Scenarios(files=bookcase.files, is_read=True),)
    yield "room", (room(line),)
    yield "map", (Map(page=line, view=0),)
    yield "lesson", (class_room(voted(started(bookcase.scenarios["black_saturday"], "strict_1962", 1))),)
    yield "debate", (Advisers(page=line, question=0),)
    yield "letter", (Letter(page=letter[0], told=letter[1], elapsed=DONE),)
    yield "report", (reported(bookcase.scenarios["black_saturday"]),)
    yield "ending", (Ending(page=pages[-1]),)
    yield "settings", (SettingsScreen(settings=Settings()),)


def main() -> None:
    pygame.display.init()
    pygame.font.init()
    folder = ROOT / "assets" / "pictures"
    folder.mkdir(exist_ok=True)
    workshop = Workshop(ROOT / "assets")
    for name, screens in shown():
        pygame.image.save(still(screens, SIZE, workshop, PROGRAM), folder / f"{name}.png")
        print(folder / f"{name}.png")


if __name__ == "__main__":
    main()
