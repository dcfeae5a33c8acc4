"""The Scenario: what the files of a crisis say, with every name resolved. The rulebook.

Attributes bear the names of the fields in the language (`from_` and `in_` where Python has the
word). Records are values: tuples and mappings in file order, built once and never written to.
`span` is the place of the record's name; it takes no part in comparison.
"""

from __future__ import annotations

from game.scenario.model.block import Block, Chance, Outcome, Sending, Spread
from game.scenario.model.cue import Cue, Portrait
from game.scenario.model.history import CodexEntry, DebriefNote, Ending, Fact, Row, Source
from game.scenario.model.lesson import Lesson, LessonLength, Standard
from game.scenario.model.people import Actor
from game.scenario.model.play import Advice, Decision, Event, Letter, Option, Report, Response
from game.scenario.model.scenario import Scenario
from game.scenario.model.span import NOWHERE
from game.scenario.model.statement import Evidence, SourceRef, Statement
from game.scenario.model.time import Clock, Flag, Phase, Setup, Start, Variable
from game.scenario.model.world import Box, Coordinates, Line, Map, Marker, Place, Ring, Route, View

__all__ = [
    "NOWHERE",
    "Actor",
    "Advice",
    "Block",
    "Box",
    "Chance",
    "Clock",
    "CodexEntry",
    "Coordinates",
    "Cue",
    "DebriefNote",
    "Decision",
    "Ending",
    "Event",
    "Evidence",
    "Fact",
    "Flag",
    "Lesson",
    "LessonLength",
    "Letter",
    "Line",
    "Map",
    "Marker",
    "Option",
    "Outcome",
    "Phase",
    "Place",
    "Portrait",
    "Report",
    "Response",
    "Ring",
    "Route",
    "Row",
    "Scenario",
    "Sending",
    "Setup",
    "Source",
    "SourceRef",
    "Spread",
    "Standard",
    "Start",
    "Statement",
    "Variable",
    "View",
]
