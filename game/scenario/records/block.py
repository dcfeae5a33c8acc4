"""The fields of a block and of a statement, which many records also take."""

from __future__ import annotations

from game.scenario.kinds.cues import PICTURE, SOUND
from game.scenario.kinds.expressions import NUMBER
from game.scenario.kinds.groups import chance
from game.scenario.kinds.references import EVENTS_TO_START, FLAGS, MAP_THINGS, MOVES, SENDINGS
from game.scenario.kinds.values import CHANGES, SETTINGS
from game.scenario.kinds.words import SOURCES, TEXT, WORDING, YES_NO, one_word
from game.scenario.model import Evidence, Outcome
from game.scenario.records.record import ALT, Field, Mark, Record

WORDS_OF_ASSET = Field(
    ALT,
    WORDING,
    "What is seen or heard in a file, for those who cannot.",
    marks=Mark.TEXT,
    example="A man at a desk.",
)

BLOCK_FIELDS = (
    Field(
        "set",
        SETTINGS,
        "Gives variables values.",
        default=(),
        marks=Mark.RULE,
        example="{ quarantine: announced }",
    ),
    Field("change", CHANGES, "Adds to variables.", default=(), marks=Mark.RULE, example="{ tension: +2 }"),
    Field("remember", FLAGS, "Switches flags on.", default=(), marks=Mark.RULE, example="agreed"),
    Field("forget", FLAGS, "Switches flags off.", default=(), marks=Mark.RULE, example="agreed"),
    Field(
        "text",
        TEXT,
        "Told to the player, with the values after the fields above.",
        marks=Mark.TOLD | Mark.TEXT,
        example="They shoot back.",
    ),
    Field("sound", SOUND, "A sound that goes with it.", example="radar"),
    Field("picture", PICTURE, "A picture that goes with it.", example="television"),
    WORDS_OF_ASSET,
    Field("show", MAP_THINGS, "Shows things of the map.", default=(), example="[walnut, screen]"),
    Field("hide", MAP_THINGS, "Hides things of the map.", default=(), example="walnut"),
    Field(
        "move",
        MOVES,
        "Moves markers to a place or along a route.",
        default=(),
        example="{ kimovsk: homeward }",
    ),
    Field(
        "send",
        SENDINGS,
        "Sends letters, and gives reports at once.",
        default=(),
        marks=Mark.RULE,
        example="second_letter",
    ),
    Field(
        "event",
        EVENTS_TO_START,
        "Starts events: at once, or each after a spread.",
        default=(),
        marks=Mark.RULE,
        example="{ reply: 6 to 12 h }",
    ),
    Field("chance", chance(lambda: OUTCOME), "One of the outcomes happens.", marks=Mark.RULE),
)

STATEMENT_FIELDS = (
    Field(
        "evidence",
        one_word("evidence", *(each.value for each in Evidence), becomes=Evidence),
        "Who stands behind the statement; the default is the scenario's, for an outcome its entry's.",
        default=None,
        example="documented",
    ),
    Field("source", SOURCES, "Where it comes from.", default=(), example="frus_xi doc. 96"),
    Field(
        "because",
        WORDING,
        "The reason, above all of an odds figure.",
        marks=Mark.TEXT,
        example="Our judgement.",
    ),
    Field("quote", YES_NO, "The words are real.", default=False, example="yes"),
)

OUTCOME: Record = Record(
    "an outcome",
    "One way that a chance may go.",
    (
        Field(
            "odds",
            NUMBER,
            "Its weight beside the others'; negative counts as 0.",
            True,
            None,
            Mark.RULE,
            "70",
        ),
        Field("historical", YES_NO, "What really happened.", default=False, marks=Mark.RULE, example="yes"),
    ),
    Outcome,
    block=BLOCK_FIELDS,
    statement=STATEMENT_FIELDS,
)
