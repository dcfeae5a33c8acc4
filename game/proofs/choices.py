"""What the odds say of choices and endings: dominated options (W550), pointless decisions (W552), W554.

The odds are those of columns; differences below their error, at most about 1e-12, count as none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from game.analysis.witness import Witness
from game.diagnostics.diagnostic import Diagnostic, Note, Rule
from game.proofs.finding import shown
from game.scenario.model import Scenario

if TYPE_CHECKING:  # numpy is heavy, and the manual reads this module
    from game.analysis.survey.options import Options
    from game.analysis.survey.survey import Survey
    from game.analysis.survey.values import Backward

DOMINATED = Rule(
    code="W550",
    title="dominated option: another is at least as good in every state, and better in one",
    cause="For every cut-off of `rank` (the endings of that rank or a better one, aimed at with best play)"
    " another option of the decision gives at least the same chance in every state in which this one is on"
    " offer, and in one a better one. The run shows the shortest way to such a state, and takes the worse.",
    example="options:\n  wait: { label: Wait, change: { tension: +1 } }   # and tension only does harm\n"
    "  call: { label: Call, change: { tension: -1 } }",
    cure="Give it an advantage of its own, or say with `because:` why it is kept.",
)
POINTLESS = Rule(
    code="W552",
    title="pointless decision: all options give the same odds in every state",
    cause="Whatever is chosen, the chances of all endings are the same, however the game is played on.",
    example="decisions:\n  tie: { title: Which tie?, options: { red: { label: Red, text: Red. }, blue: {"
    " label: Blue, text: Blue. } } }",
    cure="Let an option change something that an ending, an event or another decision asks for.",
)
SETTLED = Rule(
    code="W554",
    title="ending that stays below 1% or above 99% in every setup, whatever the player does",
    cause="Even the player who seeks the ending and knows all reaches it in less than one game in a hundred"
    " of every setup; or even the one who shuns it cannot keep it below 99 in a hundred.",
    example="endings:\n  peace: { when: luck >= 99, title: Peace, text: Peace. }   # and luck is drawn from"
    " 0 to 100",
    cure="Make it more likely, or let the player have more to say.",
)


class Choices:
    """What is known of choices and endings after some setups.

    `_worse` are pairs of places of options, the first of which may be dominated by the second, with the
    shortest run to where it is worse; `_alike` decisions whose options were always alike.
    """

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._ranks = sorted({each.rank for each in scenario.endings.values() if each.rank is not None})
        self._worse: dict[tuple[int, int], Witness | None] | None = None
        self._alike = set(scenario.decisions)
        self._is_choice: set[str] = set()
        self._rare = set(scenario.endings)
        self._sure = set(self._rare)

    def weigh(self, survey: Survey, backward: Backward, names: Mapping[str, str]) -> None:
        """Take the odds of one more setup into account; `names` are the endings by those of the survey."""
        from game.analysis.survey.options import Options  # noqa: PLC0415 - numpy is heavy

        options = Options(survey)
        self._is_choice |= {each for each in self._alike if options.has_choice(each)}
        if self._ranks:
            self._compare(survey, backward, options, names)
        self._spread(survey, backward, options, names)

    def _compare(
        self, survey: Survey, backward: Backward, options: Options, names: Mapping[str, str]
    ) -> None:
        from game.analysis.survey.options import goal  # noqa: PLC0415 - numpy is heavy

        if self._worse is None:
            kept = {place for place, _ in options.pairs() if self._because(survey, place) is None}
            self._worse = {pair: None for pair in options.pairs() if pair[0] in kept}
        numbers = {name: number for number, name in enumerate(survey.program.endings)}
        for rank in self._ranks:
            pairs = [pair for pair in self._worse if options.is_offered(pair[0])]
            if not pairs:
                return
            within = frozenset(
                name for name in numbers if _rank(self._scenario, names.get(name, name)) <= rank
            )
            values = backward.chances(goal(numbers, within)).greatest
            for option, other in pairs:
                compared = options.compared(option, other, values, backward.error)
                if not compared.is_matched:
                    del self._worse[option, other]
                elif len(compared.better) and self._worse[option, other] is None:
                    self._worse[option, other] = survey.witness_on(compared.better)

    def _because(self, survey: Survey, place: int) -> str | None:
        row = survey.program.options[place]
        return self._scenario.decisions[row.decision].options[row.option].because

    def _spread(self, survey: Survey, backward: Backward, options: Options, names: Mapping[str, str]) -> None:
        from game.analysis.survey.options import goal  # noqa: PLC0415 - numpy is heavy

        numbers = {name: number for number, name in enumerate(survey.program.endings)}
        root = survey.id(survey.start)
        goals = [(each, each in self._rare | self._sure) for each in self._scenario.endings]
        for ending, is_asked in goals:
            if not self._alike and not is_asked:
                continue
            named = frozenset(name for name in numbers if names.get(name, name) == ending)
            chances = backward.chances(goal(numbers, named))
            if chances.greatest[root] >= 0.01 - backward.error:
                self._rare.discard(ending)
            if chances.least[root] <= 0.99 + backward.error:
                self._sure.discard(ending)
            self._alike = {
                decision
                for decision in self._alike
                if not any(options.differing(decision, row, backward.error) for row in chances)
            }

    def faults(self, reached: Collection[str]) -> Iterator[Diagnostic]:
        """Yield what holds in all setups; `reached` are the endings that come at all.

        Where only one comes nothing else can be expected of any choice.
        """
        if len(reached) < 2:
            return
        yield from self._dominated()
        for decision in self._scenario.decisions.values():
            if decision.id in self._alike & self._is_choice:
                message = f"`{decision.id}` is pointless: all its options give the same odds"
                cure = "let an option change something that matters"
                yield Diagnostic(POINTLESS, message, decision.span, cure)
        for ending in reached:
            span = self._scenario.endings[ending].span
            if ending in self._rare:
                message = f"`{ending}` stays below 1% in every setup, even for the player who seeks it"
                yield Diagnostic(SETTLED, message, span, "make it more likely")
            elif ending in self._sure:
                message = f"`{ending}` stays above 99% in every setup, even for the player who shuns it"
                yield Diagnostic(SETTLED, message, span, "let the player have more to say")

    def _dominated(self) -> Iterator[Diagnostic]:
        options = [
            option for decision in self._scenario.decisions.values() for option in decision.options.values()
        ]
        told: set[int] = set()
        for (place, other), run in (self._worse or {}).items():
            if run is None or place in told:
                continue
            told.add(place)
            option, better = options[place], options[other]
            message = f"`{option.id}` is dominated: `{better.id}` is at least as good wherever it is on offer"
            note = Note(f"`{better.id}`, which is better at the end of the run", better.span)
            cure = "give it an advantage of its own, or say with `because:` why it is kept"
            yield shown(DOMINATED, message, option.span, cure, run, (note,))


def _rank(scenario: Scenario, ending: str) -> float:
    """Return the rank of an ending; those without one are behind all others."""
    found = scenario.endings[ending].rank
    return float("inf") if found is None else found
