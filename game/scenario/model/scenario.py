"""A crisis, whole."""

from __future__ import annotations

from collections.abc import Mapping

from game.diagnostics.diagnostic import Span
from game.frozen import Frozen, aside
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


class Scenario(Frozen):
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
    setups: Mapping[str, Setup] = {}
    actors: Mapping[str, Actor] = {}
    variables: Mapping[str, Variable] = {}
    flags: Mapping[str, Flag] = {}
    phases: Mapping[str, Phase] = {}
    intelligence: Mapping[str, Report] = {}
    decisions: Mapping[str, Decision] = {}
    responses: Mapping[str, Response] = {}
    events: Mapping[str, Event] = {}
    letters: Mapping[str, Letter] = {}
    codex: Mapping[str, CodexEntry] = {}
    map: Map = Map()
    endings: Mapping[str, Ending] = {}
    timeline: Mapping[str, Row] = {}
    debrief: Mapping[str, DebriefNote] = {}
    lesson: Lesson | None = None
    sources: Mapping[str, Source] = {}
    mods: tuple[str, ...] = ()
    span: Span = aside(default=NOWHERE)

    @property
    def beliefs(self) -> Mapping[str, Variable]:
        """Return all beliefs by their full names, in file order."""
        return {each.id: each for actor in self.actors.values() for each in actor.beliefs.values()}

    @property
    def setup_ids(self) -> tuple[str, ...]:
        """Return the setups that may be played, the proposed one first."""
        return tuple(self.setups) or ("standard",)
