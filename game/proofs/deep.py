"""All deep advice on a scenario: the one way into this room."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from game.analysis.graph import OverBudgetError, Told
from game.analysis.odds import BUDGET
from game.analysis.solving import unheard
from game.analysis.things import Thing
from game.diagnostics.diagnostic import Diagnostic
from game.engine.compilation.program import compiled
from game.engine.program import Program
from game.frozen import NamedTuple
from game.lint.subject import Subject
from game.proofs.budget import OVER_BUDGET, over_budget
from game.proofs.choices import Choices
from game.proofs.endings import ending_faults, unreached_endings
from game.proofs.ground import Ground
from game.proofs.history import history_faults
from game.proofs.pins import not_forced, pin_faults
from game.proofs.reading import Extent, extent, extent_line, reading_faults, words_by_point
from game.proofs.sample import Sample
from game.proofs.ties import Tied, tied_endings, ties, with_ties
from game.proofs.unfinished import unfinished_games
from game.proofs.unmoved import unmoved_faults
from game.proofs.unreached import unreached_faults


class Proofs(NamedTuple):
    """What was found; `is_complete` says that every rule was decided.

    `states` were found in all setups together. `extent` is how long games are, None where that is not known.
    """

    diagnostics: tuple[Diagnostic, ...]
    is_complete: bool
    states: int
    extent: Extent | None

    @property
    def sentence(self) -> str | None:
        """How much was explored and how long games are."""
        return None if self.extent is None else extent_line(self.states, self.extent)


def proved(
    subject: Subject,
    known: Sequence[Diagnostic] = (),
    budget: int = BUDGET,
    told: Told = unheard,
) -> Proofs:
    """Return what the deep rules say of a scenario without errors, each thing once.

    Every setup is explored by itself, up to `budget` merged states; what is reached in one is reached.
    `known` are the faults that were told before: nothing is said twice. `told` hears from time to time
    how far the exploration is.
    """
    study = _Study(subject, tuple(known), budget, told)
    found = list(study.findings())
    spoken = {(each.code, each.span) for each in known}
    new = [each for each in _each_once(found) if (each.code, each.span) not in spoken]
    return Proofs(tuple(new), not study.over, study.states, None if study.over else study.extent)


class _Study:
    """The exploration of all setups, one after the other; of each only what was found is kept."""

    def __init__(self, subject: Subject, known: tuple[Diagnostic, ...], budget: int, told: Told) -> None:
        self.over: list[Diagnostic] = []
        self.states = 0
        self.extent: Extent | None = None
        self._subject = subject
        self._known = known
        self._budget = budget
        self._told = told
        self._tied = ties(subject.scenario)
        self._happened: set[Thing] = set()
        self._choices = Choices(subject.scenario)
        self._sample = Sample(subject.scenario)
        self._opened: defaultdict[str, set[int]] = defaultdict(set)

    def findings(self) -> Iterator[Diagnostic]:
        try:
            yield from history_faults(self._subject)
        except OverBudgetError as fault:
            self.over.append(over_budget(self._subject, self._subject.scenario.setup_ids[0], fault))
        for setup in self._subject.scenario.setup_ids:
            self._sample.play(compiled(self._subject.scenario, setup))
            try:
                yield from self._shown(setup)
            except OverBudgetError as fault:
                self.over.append(over_budget(self._subject, setup, fault))
        yield from self._sample.faults()
        yield from self._proved() if not self.over else self.over

    def _shown(self, setup: str) -> list[Diagnostic]:
        """Return what games of a setup show, and keep what is common to all setups."""
        from game.analysis.survey.survey import Survey  # noqa: PLC0415 - numpy is heavy
        from game.analysis.survey.values import Backward  # noqa: PLC0415

        subject, scenario = self._subject, self._subject.scenario
        program = compiled(with_ties(scenario, self._tied), setup)
        wanted = {thing for others in not_forced(scenario, setup).values() for thing in others}
        survey = Survey(program, self._budget, self._told, wanted, words_by_point(program))
        self.states += survey.states
        self._happened |= _untied(survey.happened, self._tied)
        for decision, minutes in survey.opened().items():
            self._opened[decision] |= minutes
        names = {name: first.id for name, (first, _) in self._tied.items()}
        backward = Backward(survey.ways)
        self._choices.weigh(survey, backward, names)
        found = extent(survey, backward, scenario, names)
        self.extent = found if self.extent is None else self.extent.joined(found)
        return [
            *unfinished_games(subject, survey),
            *tied_endings(subject, self._tied, survey),
            *pin_faults(subject, survey),
        ]

    def _proved(self) -> Iterator[Diagnostic]:
        """Yield what no game of any setup reaches."""
        from game.analysis.survey.survey import Survey  # noqa: PLC0415 - numpy is heavy

        def surveyed(program: Program) -> Survey:
            return Survey(program, self._budget, self._told)

        opened = {name: frozenset(minutes) for name, minutes in self._opened.items()}
        ground = Ground(self._subject, frozenset(self._happened), opened, self._known)
        tied = {
            second.id for name, (_, second) in self._tied.items() if Thing("ending", name) in self._happened
        }
        endings = unreached_endings(ground, tied)
        reached = [each for each in self._subject.scenario.endings if ground.happens("ending", each)]
        yield from chain(
            unreached_faults(ground),
            ending_faults(ground, endings, surveyed),
            unmoved_faults(self._subject, self._sample.unmoved(), self._known, surveyed),
            self._choices.faults(reached),
            () if self.extent is None else reading_faults(self._subject, self.extent),
        )


def _untied(happened: frozenset[Thing], tied: Tied) -> frozenset[Thing]:
    """Return what happens, where two endings hold the one that comes too."""
    firsts = {
        Thing("ending", first.id) for name, (first, _) in tied.items() if Thing("ending", name) in happened
    }
    return happened | firsts


def _each_once(found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the findings without those of a rule at a place of which it has spoken."""
    first: dict[tuple[object, ...], Diagnostic] = {}
    for each in found:
        key = (each.code, each.span, each.message if each.rule is OVER_BUDGET else "")
        first.setdefault(key, each)
    return tuple(first.values())
