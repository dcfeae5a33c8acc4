"""Scenarios of the view's tests: built from the model, without files."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.scenario.expressions.tree import YES
from game.scenario.expressions.types import ChoiceType, NumberType
from game.scenario.model import (
    Actor,
    Block,
    Chance,
    Clock,
    Coordinates,
    Cue,
    Decision,
    Event,
    Evidence,
    Letter,
    Map,
    Marker,
    Option,
    Outcome,
    Phase,
    Place,
    Report,
    Ring,
    Route,
    Row,
    Scenario,
    Source,
    SourceRef,
    Start,
    Statement,
    Variable,
)
from game.scenario.text import Piece, Text, Value, Words
from game.view.lexicon import Lexicon, lexicon
from game.view.words import ENGLISH

Write = Callable[..., Text]

STARTS = 1031812380  # 1962-10-24 09:00


def written(*paragraphs: str | tuple[Piece, ...]) -> Text:
    """Return a text of paragraphs, each plain words or pieces."""
    pieces = tuple((Words(each),) if isinstance(each, str) else each for each in paragraphs)
    names = tuple(each.name for paragraph in pieces for each in paragraph if isinstance(each, Value))
    return Text("", pieces, names)


@pytest.fixture
def write() -> Write:
    return written


@pytest.fixture
def line_at_sea() -> Scenario:
    """A small crisis with one of everything that is printed."""
    levels = ((0, written("calm")), (3, written("uneasy")), (9, written("at the brink")))
    tension = Variable("tension", NumberType(0, 10), Start(((4, 1),)), label=written("Tension"), words=levels)
    defcon = Variable(
        "defcon",
        ChoiceType("defcon", ("three", "two")),
        Start(((0, 1),)),
        label=written("DEFCON"),
        words=((0, written("3")), (1, written("2"))),
    )
    fear = Variable("fear", NumberType(0, 10), Start(((5, 1),)), hidden=True)
    proof = Statement(Evidence.DOCUMENTED, (SourceRef("log", "page 7"),), because="The log says so.")
    shots = Outcome("shots", YES, Block("ships.shots", text=written("A shot falls.")), statement=proof)
    ships = Event(
        "ships",
        written("News of the ships"),
        Block(
            "ships",
            text=written("They come on."),
            sound=Cue("radar", is_asset=False, alt=None),
            picture=Cue("images/ship.png", is_asset=True, alt="A ship in fog"),
            chance=Chance("ships", (shots,)),
        ),
        statement=proof,
    )
    stop = Option("stop", written("Stop them"), Block("line.stop"), course="hold")
    sink = Option("sink", written("Sink them"), Block("line.sink", text=written("It is done.")))
    options = {"stop": stop, "sink": sink}
    count = (Words("We count "), Value("estimate.fear", is_bare=False), Words("."))
    return Scenario(
        "line_at_sea",
        written("Line at Sea"),
        written("A line is drawn."),
        Clock(STARTS, STARTS + 3 * 1440, 360),
        status=(("tension", "meter"), ("defcon", "ladder"), ("deadline", "countdown"), ("ends", "countdown")),
        actors={
            "me": Actor("me", "The President", side="here", player=True),
            "them": Actor("them", "The Premier", side="there"),
        },
        variables={"tension": tension, "defcon": defcon, "fear": fear},
        phases={
            "calm": Phase("calm", written("Calm")),
            "storm": Phase("storm", written("Storm"), text=written("It breaks."), when=YES),
        },
        intelligence={
            "count": Report(
                "count",
                written("A count"),
                Block("count", text=written(count)),
                from_=written("CIA"),
                confidence="low",
                unknown=(written("Who commands."),),
                estimates=(("fear", 1),),
                statement=proof,
            )
        },
        decisions={
            "line": Decision("line", written("What now?"), options, written("They wait."), deadline=480)
        },
        events={"ships": ships, "quiet": Event("quiet", written("Nobody hears"), Block("quiet"), quiet=True)},
        letters={
            "offer": Letter(
                "offer",
                "them",
                "me",
                written("We offer peace."),
                Block("offer", text=written("He means it.")),
                points=((written("He offers"), written("peace")),),
            ),
            "unseen": Letter("unseen", "me", "them", written("Not for us."), Block("unseen")),
        },
        map=Map(
            places={"port": Place("port", Coordinates(10, 20), written("The port"))},
            markers={
                "site": Marker("site", "missile_site", side="there", at=Coordinates(22, -83)),
                "tanker": Marker(
                    "tanker", "ship", side="there", form="tanker", along="west", label=written("Tanker")
                ),
                "wreck": Marker("wreck", "crash", at=Coordinates(20, -75), hidden=True),
            },
            routes={"west": Route("west", (Coordinates(0, 170), Coordinates(0, -170)), 600, hidden=True)},
            rings={"range": Ring("range", Coordinates(22, -83), 100.0, label=written("Range"))},
        ),
        timeline={
            "then": Row("then", STARTS + 60, is_day=False, text=written("They came."), matches="ships"),
            "day": Row("day", STARTS + 600, is_day=True, text=written("A shot."), matches="ships.shots"),
            "stood": Row("stood", STARTS + 2880, is_day=False, text=written("Held."), matches="line.stop"),
            "told": Row("told", STARTS + 3000, is_day=False, text=written("The end.")),
        },
        sources={
            "book": Source("book", "A Book"),
            "log": Source("log", "Deck Log", author="The Navy", year="1962", kind="document"),
        },
    )


@pytest.fixture
def lexicon_at_sea(line_at_sea: Scenario) -> Lexicon:
    return lexicon(line_at_sea, ENGLISH)
