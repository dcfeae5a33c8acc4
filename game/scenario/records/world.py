"""Records of the map."""

from __future__ import annotations

from game.scenario.kinds.groups import entries
from game.scenario.kinds.quantities import BOX, DURATION, PATH, PLACE, POINT, RADIUS
from game.scenario.kinds.references import PHASE_ID, ROUTE_ID, SIDE
from game.scenario.kinds.words import TEXT, YES_NO, one_word
from game.scenario.model import Line, Map, Marker, Place, Ring, Route, View
from game.scenario.records.record import Field, Mark, Record

_LABEL = Field("label", TEXT, "Its name on the map.", marks=Mark.TEXT, example="Havana")
_HIDDEN = Field("hidden", YES_NO, "Not shown before `show:`.", default=False, example="yes")

VIEW = Record(
    "a view",
    "A part of the world that the map shows.",
    (
        Field(
            "box",
            BOX,
            "Its south-west and north-east corners.",
            True,
            None,
            Mark.NONE,
            "15 N 95 W to 42 N 50 W",
        ),
        _LABEL,
        Field("phase", PHASE_ID, "Shown when this phase begins.", example="black_saturday"),
    ),
    View,
)

PLACE_RECORD = Record(
    "a place",
    "A named place; also a codex entry.",
    (
        Field("at", POINT, "Where it lies.", True, None, Mark.NONE, "22.7 N 83.2 W"),
        Field("label", TEXT, "Its name.", True, None, Mark.TEXT, "San Cristóbal"),
        Field("about", TEXT, "What there is to know.", marks=Mark.TEXT, example="West of Havana."),
    ),
    Place,
)

MARKER = Record(
    "a marker",
    "A mark on the map, at a place or along a route.",
    (
        Field(
            "kind",
            one_word(
                "kind", "missile_site", "airfield", "ship", "submarine", "aircraft", "city", "base", "crash"
            ),
            "What it marks.",
            True,
            None,
            Mark.NONE,
            "ship",
        ),
        Field("side", SIDE, "The side, as one of the actors' sides.", example="ussr"),
        Field(
            "form",
            one_word("form", "medium", "intermediate", "tanker", "warship"),
            "Its form: of missile sites, or of ships.",
            example="medium",
        ),
        Field("at", PLACE, "Where it stands.", example="san_cristobal"),
        Field("along", ROUTE_ID, "The route on which it moves from the start.", example="homeward"),
        _LABEL,
        _HIDDEN,
    ),
    Marker,
)

ROUTE = Record(
    "a route",
    "A way on the map.",
    (
        Field("path", PATH, "Its places.", True, None, Mark.NONE, "[27.3 N 55.7 W, 33.0 N 40.0 W]"),
        Field("takes", DURATION, "How long the way takes.", True, None, Mark.NONE, "60 h"),
        _LABEL,
        _HIDDEN,
    ),
    Route,
)

RING = Record(
    "a ring",
    "A circle around a place.",
    (
        Field("around", PLACE, "Its centre.", True, None, Mark.NONE, "havana"),
        Field("radius", RADIUS, "Its radius.", True, None, Mark.NONE, "500 nm"),
        _LABEL,
        _HIDDEN,
    ),
    Ring,
)

LINE = Record(
    "a line",
    "A line on the map.",
    (Field("path", PATH, "Its places.", True, None, Mark.NONE, "[cape_maisi, banes]"), _LABEL, _HIDDEN),
    Line,
)

MAP = Record(
    "map",
    "The map's own things; the coasts are the program's.",
    (
        Field("view", entries(VIEW, "views"), "Named views; the first is shown first.", default={}),
        Field("places", entries(PLACE_RECORD, "places"), "Named places.", default={}),
        Field("markers", entries(MARKER, "markers"), "Marks at places or on routes.", default={}),
        Field("routes", entries(ROUTE, "routes"), "Ways that markers take.", default={}),
        Field("rings", entries(RING, "rings"), "Circles of equal distance.", default={}),
        Field("lines", entries(LINE, "lines"), "Lines.", default={}),
    ),
    lambda id, span, **groups: Map(**groups),  # noqa: A006, ARG005
    may_be_empty=True,
)
