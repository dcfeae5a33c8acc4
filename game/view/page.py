"""The Page: all that a front-end may show at one turn of a game. Values only; no pixels, no rules.

Window, terminal, presenter, phones, transcripts and tests hang on it. A choice carries its ready
Command or the reason why not, so that no front-end makes a Command or computes a rule.
"""

from __future__ import annotations

from enum import Enum
from typing import Literal

from game.engine.moves import Command
from game.frozen import Frozen, NamedTuple
from game.view.debrief import Debrief, EndingCard
from game.view.line import Line
from game.view.picture import MapPicture
from game.view.sheet import Card, CodexCard, Cue, Mark, Sheet


class PageKind(Enum):
    """What a Page is about, in the order in which a game shows them."""

    OPENING = "opening"
    PLAY = "play"
    ENDING = "ending"


class Change(NamedTuple):
    """A reading of the status strip that moved, in numbers and in words."""

    id: str
    label: str
    before: int
    after: int
    before_words: str
    after_words: str


class Gauge(Frozen):
    """A reading of the status strip.

    `value` lies from `low` to `high`; None for a countdown that does not run. `change` is the move since
    the last choice. `steps` are the words of a ladder, from its first value to its last. `value` of a
    ladder is the place in `steps`; that of a countdown is in minutes, up to `high`, its whole length.
    `forms` are the words that it can read, of a countdown the usual ones: a place is kept for the longest.
    """

    id: str
    label: str
    style: Literal["meter", "words", "number", "ladder", "countdown"]
    words: str
    value: int | None
    low: int
    high: int
    change: int = 0
    steps: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()


ToldKind = Literal[
    "moment",
    "text",
    "event",
    "phase",
    "report",
    "letter",
    "change",
    "sound",
    "picture",
    "choice",
    "late",
    "question",
]


class Told(Frozen):
    """One thing that was told since the player last chose, in order.

    `kind` is what it is; `heading` its title or None. A `moment` comes before the first thing told
    at it, its heading being the status at its beginning; a value of the status that moved is a
    `change`; a `choice` is the player's answer and comes first, `late` one that a deadline took; a
    `question` is a decision that opened, for the journal: the Page asks it under `questions`.
    A thing with a title has a `sheet`, which also holds the texts that follow as things of their own;
    those are then `is_on_sheet`.
    """

    kind: ToldKind
    moment: str
    heading: Line | None = None
    paragraphs: tuple[Line, ...] = ()
    sheet: Sheet | None = None
    mark: Mark | None = None
    cue: Cue | None = None
    change: Change | None = None
    is_on_sheet: bool = False


class Adviser(Frozen):
    """An adviser with what he says about the question on the table.

    `stance` is the course of the option that he supports: force, hold, talk, or None for undecided.
    `likelihood` is a word of the fixed scale, or None where nobody works out odds. `supports` and
    `opposes` are labels of options. Who has nothing to say on the question does not `speak`.
    """

    id: str
    name: str
    role: str
    portrait: tuple[tuple[str, str], ...]
    stance: Literal["force", "hold", "talk"] | None
    stance_words: str
    supports: str | None = None
    opposes: str | None = None
    likelihood: str | None = None
    says: Line = ()
    for_: tuple[Line, ...] = ()
    against: tuple[Line, ...] = ()
    mark: Mark | None = None
    speaks: bool = False


class Choice(Frozen):
    """A card: an option or waiting.

    `key` is its number, `w` for waiting, or empty where it is not on offer: then `command` is None
    and `reason` says why. `id` is `decision.option`, or `wait`.
    """

    key: str
    id: str
    label: Line
    decision: str
    about: Line = ()
    warning: Line = ()
    course: Literal["force", "hold", "talk"] | None = None
    course_words: str = ""
    command: Command | None = None
    reason: Line = ()


class Question(Frozen):
    """An open decision: its sheet, until when, who speaks to it, its choices.

    `reply_to` is the letter that it answers; `is_new` if it opened since the player last chose.
    """

    id: str
    sheet: Sheet
    deadline: str | None
    choices: tuple[Choice, ...]
    advisers: tuple[Adviser, ...]
    reply_to: Sheet | None = None
    is_new: bool = True


class JournalEntry(NamedTuple):
    """A line of the journal with the thing told, and the number of choices made before it (for rewinding)."""

    moment: str
    words: str
    told: Told
    choices: int


class OddsRow(NamedTuple):
    """A choice with the chance of a catastrophe after it: a word, and worlds of a hundred in this model.

    `worlds` is empty where the odds are not worked out and the word comes from games played out.
    """

    key: str
    words: str
    worlds: str


class WayBack(NamedTuple):
    """The ways to other moments of a game, each after so many choices; None where there is none.

    `reason` says why the game goes forward only, and is empty where any choice can be gone back to.
    """

    undo: int | None
    redo: int | None
    reason: str


class Page(Frozen):
    """One turn of a game, whole.

    `setup` is its id and `setup_label` its name. `sheets` are the papers that came since the last
    choice, then those of the open questions. `journal` is the whole game so far, and `way_back` says how
    far one may go back in it; `cards` and `codex`
    are all that a citation, mark or link of the page may open. `ending` and `debrief` are None until
    the game is over, `odds` where nobody worked them out; `odds_words` says what they are of, or why
    there are none.
    """

    kind: PageKind
    scenario: str
    title: str
    setup: str
    setup_label: str
    seed: int
    heading: Line
    moment: str
    date_words: str
    time_words: str
    day: tuple[int, int]
    phase: Line
    status: tuple[Gauge, ...]
    told: tuple[Told, ...]
    sheets: tuple[Sheet, ...]
    questions: tuple[Question, ...]
    wait: Choice | None
    map: MapPicture
    journal: tuple[JournalEntry, ...]
    cards: tuple[Card, ...]
    codex: tuple[CodexCard, ...]
    way_back: WayBack
    zone: str | None = None
    ending: EndingCard | None = None
    debrief: Debrief | None = None
    odds: tuple[OddsRow, ...] | None = None
    odds_words: str = ""

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Return the choices of all questions and then waiting, in the order of their keys."""
        listed = tuple(choice for question in self.questions for choice in question.choices)
        return (*listed, self.wait) if self.wait is not None else listed
