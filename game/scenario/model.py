"""The Scenario: what the files of a crisis say, with every name resolved. The rulebook.

Attributes bear the names of the fields in the language (`from_` and `in_` where Python has the
word). Records are values: tuples and mappings in file order, built once and never written to.
`span` is the place of the record's name; it takes no part in comparison.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from game.diagnostics.diagnostic import Span
from game.scenario.expressions.tree import Expression
from game.scenario.expressions.types import ChoiceType, NumberType
from game.scenario.text import Text

NOWHERE = Span.whole("")


class Evidence(Enum):
    """Who stands behind a statement."""

    DOCUMENTED = "documented"
    INFERRED = "inferred"
    INVENTED = "invented"


class SourceRef(NamedTuple):
    """A source with the place in it, in free words."""

    source: str
    locator: str | None


class Coordinates(NamedTuple):
    """Decimal degrees: north and east are positive."""

    latitude: float
    longitude: float


class Box(NamedTuple):
    """A view of the map from its south-west to its north-east corner; it may cross the date line."""

    south: float
    west: float
    north: float
    east: float


class Cue(NamedTuple):
    """A sound or picture: a word of the closed list, or the path of an asset with words in its place."""

    name: str
    is_asset: bool
    alt: str | None


class Portrait(NamedTuple):
    """How a person looks: an asset, or features by name."""

    asset: Cue | None
    features: tuple[tuple[str, str], ...]


Spread = tuple[int, ...]
"""Equally likely delays in minutes, rising, at least one."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Who stands behind what is said, and why. `evidence` has its default filled in."""

    evidence: Evidence = Evidence.INVENTED
    source: tuple[SourceRef, ...] = ()
    because: str | None = None
    quote: bool = False


class Start(NamedTuple):
    """The values with which a variable may start, each with its weight, in the order of the draw."""

    values: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Clock:
    """Moments are minutes since the beginning of year 1; `step` is in minutes."""

    starts: int
    ends: int
    step: int
    zone: str | None = None
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Variable:
    """A number or a choice; a belief of an actor bears the id `actor.belief` and is hidden."""

    id: str
    type: NumberType | ChoiceType
    start: Start
    label: Text | None = None
    words: tuple[tuple[int, Text], ...] = ()
    hidden: bool = False
    about: str | None = None
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Flag:
    """Something that has happened or not; it starts as no."""

    id: str
    text: Text
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Phase:
    """A chapter. The first has no condition and holds at the start."""

    id: str
    title: Text
    text: Text | None = None
    picture: Cue | None = None
    when: Expression | None = None
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Actor:
    """A person; `assumes` are the starts that an adviser takes hidden values to have had."""

    id: str
    name: str
    role: Text | None = None
    side: str | None = None
    about: Text | None = None
    player: bool = False
    adviser: bool = False
    portrait: Portrait | None = None
    beliefs: Mapping[str, Variable] = field(default_factory=dict)
    assumes: tuple[tuple[str, int], ...] = ()
    span: Span = field(default=NOWHERE, compare=False, repr=False)


class Sending(NamedTuple):
    """An event that another entry starts: at once, or after a spread."""

    event: str
    delay: Spread | None


@dataclass(frozen=True, slots=True)
class Chance:
    """One of its outcomes happens. `site` is its address for draws and pins."""

    site: str
    outcomes: tuple[Outcome, ...]
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Block:
    """What an entry does, in the order of section 6. `site` is its address."""

    site: str
    set: tuple[tuple[str, Expression], ...] = ()
    change: tuple[tuple[str, Expression], ...] = ()
    remember: tuple[str, ...] = ()
    forget: tuple[str, ...] = ()
    text: Text | None = None
    sound: Cue | None = None
    picture: Cue | None = None
    show: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()
    move: tuple[tuple[str, str], ...] = ()
    send: tuple[str, ...] = ()
    event: tuple[Sending, ...] = ()
    chance: Chance | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """One way that a chance may go; `odds` is its weight."""

    id: str
    odds: Expression
    block: Block
    historical: bool = False
    statement: Statement = Statement()
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Report:
    """A piece of intelligence; `estimates` are variables with the greatest error, evenly drawn."""

    id: str
    title: Text
    block: Block
    at: int | None = None
    when: Expression | None = None
    from_: Text | None = None
    confidence: str | None = None
    unknown: tuple[Text, ...] = ()
    estimates: tuple[tuple[str, int], ...] = ()
    statement: Statement = Statement()
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Letter:
    """A message that takes its time. `block` is what happens on arrival."""

    id: str
    from_: str
    to: str
    text: Text
    block: Block
    travels: Spread = (0,)
    subject: Text | None = None
    sound: Cue | None = None
    picture: Cue | None = None
    points: tuple[tuple[Text, Text], ...] = ()
    repeats: bool = False
    statement: Statement = Statement()
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Advice:
    """What one adviser says about a decision while its condition holds."""

    actor: str
    says: Text
    supports: str | None = None
    opposes: str | None = None
    for_: tuple[Text, ...] = ()
    against: tuple[Text, ...] = ()
    when: Expression | None = None
    statement: Statement = Statement()
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to a decision."""

    id: str
    label: Text
    block: Block
    about: Text | None = None
    warning: Text | None = None
    course: str | None = None
    when: Expression | None = None
    unless_text: Text | None = None
    because: str | None = None
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Decision:
    """A question to the player. `deadline` is in minutes; without it the clock stands still.

    `historical` is an option, `wait`, or None where the record does not say.
    """

    id: str
    title: Text
    options: Mapping[str, Option]
    text: Text | None = None
    at: int | None = None
    when: Expression | None = None
    answers: str | None = None
    deadline: int | None = None
    if_late: str | None = None
    repeats: bool = False
    historical: str | None = None
    advice: tuple[Advice, ...] = ()
    essential: bool = False
    minutes: int = 8
    questions: tuple[Text, ...] = ()
    short: Text | None = None
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens: at a moment, every so often, on a condition, or started by another entry."""

    id: str
    title: Text
    block: Block
    at: int | None = None
    every: int | None = None
    when: Expression | None = None
    unless: Expression | None = None
    priority: int = 0
    repeats: bool = False
    quiet: bool = False
    statement: Statement = Statement()
    span: Span = field(default=NOWHERE, compare=False, repr=False)

    @property
    def is_conditional(self) -> bool:
        """Whether its own condition starts it (part 5 of a moment)."""
        return self.when is not None and self.at is None and self.every is None


@dataclass(frozen=True, slots=True)
class Response:
    """What somebody does after a choice, an event or a letter's arrival."""

    id: str
    by: str
    after: tuple[str, ...]
    block: Block
    in_: Spread = (0,)
    when: Expression | None = None
    statement: Statement = Statement()
    span: Span = field(default=NOWHERE, compare=False, repr=False)


class Fact(NamedTuple):
    """A line of an ending: what it came to here, and then."""

    label: Text
    value: Text
    history: Text


@dataclass(frozen=True, slots=True)
class Ending:
    """How a game may end."""

    id: str
    title: Text
    text: Text
    when: Expression
    priority: int = 0
    picture: Cue | None = None
    sound: Cue | None = None
    facts: tuple[Fact, ...] = ()
    historical: bool = False
    catastrophe: bool = False
    rank: int | None = None
    statement: Statement = Statement()
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Setup:
    """A way to begin. `pin` holds sites and the result each is fixed to, as written in runs."""

    id: str
    label: Text
    about: Text
    set: tuple[tuple[str, int], ...] = ()
    pin: tuple[tuple[str, str], ...] = ()
    historical: bool = False
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class CodexEntry:
    """A person, weapon, place, organisation, document or term."""

    id: str
    kind: str
    title: Text
    text: Text
    picture: Cue | None = None
    statement: Statement = Statement()
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Source:
    """A document, recording, book, article or memoir."""

    id: str
    title: str
    author: str | None = None
    year: str | None = None
    kind: str | None = None
    publisher: str | None = None
    note: str | None = None
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the record; `at` is a moment, or a day if `is_day`."""

    id: str
    at: int
    is_day: bool
    text: Text
    matches: str | None = None
    statement: Statement = Statement()
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class DebriefNote:
    """What is told after the end if its condition holds in the last state.

    A note that is an `estimate` says how great others took the danger to be.
    """

    id: str
    text: Text
    when: Expression | None = None
    estimate: bool = False
    statement: Statement = Statement()
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class View:
    """A named view of the map."""

    id: str
    box: Box
    label: Text | None = None
    phase: str | None = None
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Place:
    """A named place; also a codex entry."""

    id: str
    at: Coordinates
    label: Text
    about: Text | None = None
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Marker:
    """A mark on the map, at a place or along a route."""

    id: str
    kind: str
    side: str | None = None
    form: str | None = None
    at: Coordinates | None = None
    along: str | None = None
    label: Text | None = None
    hidden: bool = False
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Route:
    """A way on the map; `takes` is in minutes."""

    id: str
    path: tuple[Coordinates, ...]
    takes: int
    label: Text | None = None
    hidden: bool = False
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle of equal distance; `radius` is in kilometres."""

    id: str
    around: Coordinates
    radius: float
    label: Text | None = None
    hidden: bool = False
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Line:
    """A line on the map."""

    id: str
    path: tuple[Coordinates, ...]
    label: Text | None = None
    hidden: bool = False
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Map:
    """The map's own things; the coasts are the program's."""

    view: Mapping[str, View] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    markers: Mapping[str, Marker] = field(default_factory=dict)
    routes: Mapping[str, Route] = field(default_factory=dict)
    rings: Mapping[str, Ring] = field(default_factory=dict)
    lines: Mapping[str, Line] = field(default_factory=dict)


class LessonLength(NamedTuple):
    """A length of the lesson in minutes and the decisions kept; None keeps all."""

    minutes: int
    keep: tuple[str, ...] | None


class Standard(NamedTuple):
    """A curriculum row."""

    id: str
    body: str
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a teacher is given."""

    level: str | None = None
    aims: tuple[Text, ...] = ()
    lengths: tuple[LessonLength, ...] = ()
    vocabulary: tuple[str, ...] = ()
    standards: tuple[Standard, ...] = ()
    exit_ticket: tuple[Text, ...] = ()
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Scenario:
    """A crisis, whole; `mods` are the ids of those that have changed it, in the order taken."""

    id: str
    title: Text
    summary: Text
    clock: Clock
    format: int = 1
    author: str | None = None
    license: str | None = None
    version: str = "0.1.0"
    picture: Cue | None = None
    language: str = "en"
    evidence: Evidence = Evidence.DOCUMENTED
    fiction: bool = False
    renamed: tuple[tuple[str, str], ...] = ()
    status: tuple[tuple[str, str], ...] = ()
    setups: Mapping[str, Setup] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)
    variables: Mapping[str, Variable] = field(default_factory=dict)
    flags: Mapping[str, Flag] = field(default_factory=dict)
    phases: Mapping[str, Phase] = field(default_factory=dict)
    intelligence: Mapping[str, Report] = field(default_factory=dict)
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    responses: Mapping[str, Response] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    letters: Mapping[str, Letter] = field(default_factory=dict)
    codex: Mapping[str, CodexEntry] = field(default_factory=dict)
    map: Map = field(default_factory=Map)
    endings: Mapping[str, Ending] = field(default_factory=dict)
    timeline: Mapping[str, Row] = field(default_factory=dict)
    debrief: Mapping[str, DebriefNote] = field(default_factory=dict)
    lesson: Lesson | None = None
    sources: Mapping[str, Source] = field(default_factory=dict)
    mods: tuple[str, ...] = ()
    span: Span = field(default=NOWHERE, compare=False, repr=False)

    @property
    def beliefs(self) -> Mapping[str, Variable]:
        """Return all beliefs by their full names, in file order."""
        return {each.id: each for actor in self.actors.values() for each in actor.beliefs.values()}

    @property
    def setup_ids(self) -> tuple[str, ...]:
        """Return the setups that may be played, the proposed one first."""
        return tuple(self.setups) or ("standard",)
