"""Records of time and values: the clock, variables, flags, phases, setups."""

from __future__ import annotations

from game.scenario.building import build_actor, build_clock, build_variable
from game.scenario.kinds.cues import PICTURE, PORTRAIT
from game.scenario.kinds.expressions import CONDITION
from game.scenario.kinds.groups import entries
from game.scenario.kinds.quantities import DURATION, MOMENT, RANGE, START, VALUE_IDS, WORDS_BY_LEVEL
from game.scenario.kinds.references import ASSUMPTIONS, PINS, SETUP_VALUES
from game.scenario.kinds.words import PLAIN, TEXT, WORDING, YES_NO
from game.scenario.model import Phase, Setup
from game.scenario.records.block import WORDS_OF_ASSET
from game.scenario.records.record import Field, Mark, Record

CLOCK = Record(
    "clock",
    "When the game plays, and the grid of its moments.",
    (
        Field("starts", MOMENT, "The first moment of play.", True, None, Mark.RULE, "1962-10-16 09:00"),
        Field("step", DURATION, "The grid of moments, counted from the start.", True, None, Mark.RULE, "6 h"),
        Field("ends", MOMENT, "The last moment of play.", True, None, Mark.RULE, "1962-10-28 18:00"),
        Field("zone", WORDING, "Shown beside the clock.", marks=Mark.TEXT, example="Washington time"),
    ),
    build_clock,
)

VARIABLE = Record(
    "a variable",
    "A number, or a choice of named values.",
    (
        Field("label", TEXT, "The name that the player sees.", marks=Mark.TEXT, example="Tension"),
        Field(
            "range",
            RANGE,
            "A number, always held within it; 0 to 10 if not given.",
            marks=Mark.RULE,
            example="0 to 10",
        ),
        Field(
            "values",
            VALUE_IDS,
            "The values of a choice, instead of a range.",
            marks=Mark.RULE,
            example="[none, announced, in_force]",
        ),
        Field("start", START, "What it starts with; drawn if it lists several.", True, None, Mark.RULE, "4"),
        Field(
            "words",
            WORDS_BY_LEVEL,
            "Shown instead of the value: from this level on, or for this value.",
            default=(),
            marks=Mark.TEXT,
            example="{ 0: calm, 3: uneasy }",
        ),
        Field(
            "hidden", YES_NO, "Never shown before the debrief.", default=False, marks=Mark.RULE, example="yes"
        ),
        Field(
            "about",
            WORDING,
            "For the author, the editor and the debrief.",
            marks=Mark.TEXT,
            example="How near war seems.",
        ),
    ),
    build_variable,
)

ACTOR = Record(
    "an actor",
    "A person; also a codex entry.",
    (
        Field("name", WORDING, "The name.", True, None, Mark.TEXT, "Robert McNamara"),
        Field("role", TEXT, "The office.", marks=Mark.TEXT, example="Secretary of Defense"),
        Field("side", PLAIN, "The side, by a word of your own.", example="usa"),
        Field("about", TEXT, "Who this is.", marks=Mark.TEXT, example="A manager who trusts figures."),
        Field("player", YES_NO, "Whether the player plays this actor.", default=False, example="yes"),
        Field("adviser", YES_NO, "Whether the actor sits in the room.", default=False, example="yes"),
        Field(
            "portrait",
            PORTRAIT,
            "A picture, or features from which one is drawn.",
            example="{ hair: bald, build: broad }",
        ),
        WORDS_OF_ASSET,
        Field(
            "beliefs",
            entries(VARIABLE, "beliefs"),
            "Numbers that only the rules see.",
            default={},
            marks=Mark.RULE,
        ),
        Field(
            "assumes",
            ASSUMPTIONS,
            "The starts that an adviser takes the hidden values to have had.",
            default=(),
            marks=Mark.RULE,
            example="{ invasion_fear: 8 }",
        ),
    ),
    build_actor,
)

PHASE = Record(
    "a phase",
    "A chapter; phases only go forward.",
    (
        Field("title", TEXT, "The heading.", True, None, Mark.TEXT, "The Secret Week"),
        Field(
            "text", TEXT, "Told when it begins.", marks=Mark.TEXT, example="Nobody outside the room knows."
        ),
        Field("picture", PICTURE, "A picture that goes with it.", example="night_city"),
        WORDS_OF_ASSET,
        Field(
            "when",
            CONDITION,
            "Entered when this is true; the first phase has none.",
            marks=Mark.RULE,
            example="day >= 8",
        ),
    ),
    Phase,
)

SETUP = Record(
    "a setup",
    "A way to begin.",
    (
        Field("label", TEXT, "Its name.", True, None, Mark.TEXT, "Strict 1962"),
        Field(
            "about", TEXT, "What is different in it.", True, None, Mark.TEXT, "Every roll follows the record."
        ),
        Field(
            "set",
            SETUP_VALUES,
            "Variables that start with this instead of a draw.",
            default=(),
            marks=Mark.RULE,
            example="{ invasion_fear: 6 }",
        ),
        Field(
            "pin",
            PINS,
            "Chances that are fixed: a site and its result.",
            default=(),
            marks=Mark.RULE,
            example="{ ships: ships_turn }",
        ),
        Field(
            "historical",
            YES_NO,
            "Pins every chance to its historical outcome.",
            default=False,
            marks=Mark.RULE,
            example="yes",
        ),
    ),
    Setup,
)
