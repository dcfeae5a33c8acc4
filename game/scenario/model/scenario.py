"""A crisis, whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.diagnostics.diagnostic import Span
from game.scenario.model.cue import Cue
from game.scenario.model.history import CodexEntry, DebriefNote, Ending, Row, Source
from game.scenario.model.lesson import Lesson
from game.scenario.model.people import Actor
from game.scenario.model.play import Decision, Event, Letter, Report, Response
from game.scenario.model.span import NOWHERE
from game.scenario.model.statement import Evidence
from game.scenario.model.time import Clock, Flag, Phase, Setup, Variable
from game.scenario.model.world import Map
from game.scenario.text import Text


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
