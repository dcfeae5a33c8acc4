"""What a screen asks of the house: the only ways in which it can change anything but the screens."""

from __future__ import annotations

from game.classroom.lesson import Lesson, Terms
from game.engine.moves import Command
from game.frozen import NamedTuple
from game.report.document import Document
from game.store.settings import Settings


class Back(NamedTuple):
    """The screen goes, and the one below is seen again."""


class Home(NamedTuple):
    """All screens go, and the title is seen."""


class Play(NamedTuple):
    """The player gives a command that the Page offered."""

    command: Command


class Begin(NamedTuple):
    """A new game; without a seed, with any luck. In one that cannot turn back every choice stands."""

    scenario: str
    setup: str
    seed: int | None
    can_turn_back: bool = True


class Resume(NamedTuple):
    """The last game goes on."""


class Save(NamedTuple):
    """The game is kept under a name of its own."""


class Write(NamedTuple):
    """A document of the game is written to a file."""

    document: Document


class Load(NamedTuple):
    """A saved game goes on."""

    name: str


class Remove(NamedTuple):
    """A saved game is put aside."""

    name: str


class BringBack(NamedTuple):
    """The game that was put aside last is among the saved games again."""


class QuickLoad(NamedTuple):
    """The game that was saved last goes on."""


class GiveUp(NamedTuple):
    """The game that the player waits for is not wanted any more."""


class Rewind(NamedTuple):
    """The game goes back, or forward again, to where so many choices were made."""

    choices: int


class Adopt(NamedTuple):
    """Other settings hold from now on."""

    settings: Settings


class Show(NamedTuple):
    """A screen that the whole window knows how to make: `scenarios`, `settings`, `saves`, `journal`..."""

    name: str


class BeginLesson(NamedTuple):
    """A new game before a class; without a seed, with any luck."""

    scenario: str
    setup: str
    seed: int | None
    terms: Terms


class Teach(NamedTuple):
    """The lesson goes on with its game at another place."""

    lesson: Lesson


class Phones(NamedTuple):
    """The page for phones is opened, or closed again."""


class Learn(NamedTuple):
    """The tutorial begins."""


class PutAway(NamedTuple):
    """The tutorial ends, whether done or not."""


class Leave(NamedTuple):
    """The program ends."""


Request = (
    Back
    | Home
    | Play
    | Begin
    | Resume
    | Save
    | Write
    | Load
    | Remove
    | BringBack
    | QuickLoad
    | GiveUp
    | Rewind
    | Adopt
    | Show
    | BeginLesson
    | Teach
    | Phones
    | Learn
    | PutAway
    | Leave
)
