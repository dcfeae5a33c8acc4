"""Beliefs: the worlds that would have shown the player the same, with their weights."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from random import Random

from game.analysis.belief import Belief, Believer, Stretch
from game.analysis.figures import Policy
from game.analysis.odds import solution
from game.analysis.playable import CompiledGame
from game.analysis.shown import Display, View
from game.engine.compilation.program import compiled
from game.engine.moves import Answer, ChanceOutcome, Command
from game.engine.state import State
from game.scenario.model import Scenario
from tests.engine.generated import scenario_text
from tests.engine.test_agreement import ROOT, scenario_in, scenario_of
from tests.samples.shelf import NIGHT_PATROL

Draw = Callable[[tuple[ChanceOutcome, ...]], ChanceOutcome]

ESTIMATED = """
format: 1
id: generated
title: Counted from Above
summary: A report that may be wrong by one.
fiction: yes
clock: { starts: 1970-01-01 00:00, step: 6 h, ends: 1970-01-01 12:00 }
variables:
  sites: { range: 0 to 6, start: { 1: 3, 3: 1 }, hidden: yes }
flags: { struck: It was struck. }
intelligence:
  count:
    title: A count
    at: 1970-01-01 06:00
    text: They count {estimate.sites:one|#}.
    estimates: { sites: within 1 }
decisions:
  first:
    title: First?
    options:
      look: { label: Look }
  go:
    title: Strike?
    at: 1970-01-01 06:00
    options:
      strike:
        label: Strike
        chance:
          hits: { odds: sites, text: It begins., remember: struck }
          misses: { odds: 6 - sites, text: Nothing comes. }
      rest: { label: Rest }
endings:
  war: { priority: 10, catastrophe: yes, when: struck, title: War, text: It is war. }
  quiet: { when: time is over, title: Quiet, text: It is quiet. }
"""


def stretch_after(
    game: CompiledGame, command: Command | None, state: State | None, draw: Draw
) -> Stretch[State]:
    """Play from a command to the next turn of the player, or to the end."""
    step = game.start() if state is None or command is None else game.step(state, command)
    happenings = [*step.happenings]
    while game.turn(step.state) == "chance":
        step = game.step(step.state, draw(game.outcomes(step.state)))
        happenings += step.happenings
    return Stretch(command, tuple(happenings), step.state)


def by_result(**results: str) -> Draw:
    """Draw the results that are given by the last word of the site, else the first."""

    def draw(outcomes: tuple[ChanceOutcome, ...]) -> ChanceOutcome:
        wanted = results.get(outcomes[0].site.split(".")[-1])
        return next((each for each in outcomes if each.result == wanted), outcomes[0])

    return draw


def recorded(game: CompiledGame, commands: list[Command], draw: Draw) -> list[Stretch[State]]:
    stretches = [stretch_after(game, None, None, draw)]
    for command in commands:
        stretches.append(stretch_after(game, command, stretches[-1].state, draw))
    return stretches


def weights(game: CompiledGame, belief: Belief[State], name: str) -> dict[int, Fraction]:
    """Return how likely each value of a name is believed to be."""
    found: dict[int, Fraction] = {}
    for state, weight in belief.worlds:
        value = game.value(state, name)
        found[value] = found.get(value, Fraction()) + weight
    return found


def test_the_player_at_the_river_believes_in_three_worlds_alike() -> None:
    scenario = scenario_in(NIGHT_PATROL)
    game = CompiledGame(compiled(scenario, "standard"))
    solved = solution(scenario, game)
    for fear in ("2", "4", "6"):
        begun = recorded(game, [], by_result(start=fear))
        belief = Believer(scenario, game).belief(begun)
        third = Fraction(1, 3)
        assert weights(game, belief, "their_fear") == {2: third, 4: third, 6: third}
        fire = solved.options_of(belief.worlds, is_recorded=belief.is_recorded)["patrol.fire"]
        assert fire.policies[Policy.UNDECIDED]["war"].exact == Fraction(2, 5)


def test_an_estimate_teaches_the_player() -> None:
    scenario = scenario_of(ESTIMATED)
    game = CompiledGame(compiled(scenario, "standard"))
    look: list[Command] = [Answer("first", "look")]

    def believed(start: str, error: str) -> dict[int, Fraction]:
        played = recorded(game, look, by_result(start=start, sites=error))
        return weights(game, Believer(scenario, game).belief(played), "sites")

    half = {1: Fraction(3, 4), 3: Fraction(1, 4)}
    assert believed("1", "1") == believed("3", "-1") == half  # both print 2
    assert believed("1", "0") == {1: 1}
    assert believed("3", "1") == {3: 1}


def test_odds_of_a_belief_are_the_weighted_mean_of_its_worlds() -> None:
    scenario = scenario_of(ESTIMATED)
    game = CompiledGame(compiled(scenario, "standard"))
    played = recorded(game, [Answer("first", "look")], by_result(start="3", sites="-1"))
    belief = Believer(scenario, game).belief(played)
    options = solution(scenario, game).options_of(belief.worlds)
    war = options["go.strike"].policies[Policy.UNDECIDED]["war"].exact
    assert war == Fraction(3, 4) * Fraction(1, 6) + Fraction(1, 4) * Fraction(3, 6)


def test_an_adviser_may_believe_in_another_start() -> None:
    scenario = scenario_of(ESTIMATED)
    game = CompiledGame(compiled(scenario, "standard"))
    sure = CompiledGame(compiled(scenario, "standard", starts=[("sites", 3)]))
    played = recorded(game, [Answer("first", "look")], by_result(start="1", sites="1"))
    belief = Believer(scenario, sure).belief(played)
    assert weights(game, belief, "sites") == {3: 1}
    impossible = recorded(game, [Answer("first", "look")], by_result(start="1", sites="0"))
    assert Believer(scenario, sure).belief(impossible).worlds == ()


def test_a_belief_of_too_many_worlds_is_a_sample_and_says_so() -> None:
    scenario = scenario_of(ESTIMATED)
    game = CompiledGame(compiled(scenario, "standard"))
    played = recorded(game, [Answer("first", "look")], by_result(start="1", sites="1"))
    whole = Believer(scenario, game).belief(played)
    assert whole.is_whole
    assert len(whole.worlds) == 2
    part = Believer(scenario, game, most=1).belief(played)
    assert not part.is_whole
    assert weights(game, part, "sites") == {1: 1}


def test_an_answer_off_the_record_is_remembered() -> None:
    scenario = scenario_in(ROOT / "tests" / "cases" / "odds" / "pins")
    game = CompiledGame(compiled(scenario, "free"))
    belief = Believer(scenario, game).belief(recorded(game, [], by_result()))
    assert belief.is_recorded
    answered = recorded(game, [Answer("go", "sail")], by_result())
    assert not Believer(scenario, game).belief(answered).is_recorded


def test_the_belief_is_what_all_lines_of_play_that_show_the_same_add_up_to() -> None:
    compared = 0
    for seed in range(25):
        scenario = scenario_of(scenario_text(Random(seed), hours=7))
        game = CompiledGame(compiled(scenario, scenario.setup_ids[0]))
        played = random_game(game, Random(seed))
        try:
            lines = all_lines(game, [each.command for each in played], most=400)
        except _TooLongError:
            continue
        seen = shown(scenario, game, played)
        alike: dict[State, Fraction] = {}
        for line, weight in lines:
            if shown(scenario, game, line) == seen:
                alike[line[-1].state] = alike.get(line[-1].state, Fraction()) + weight
        total = sum(alike.values(), Fraction())
        belief = Believer(scenario, game).belief(played)
        assert {state: weight / total for state, weight in alike.items()} == dict(belief.worlds), seed
        compared += len(alike) > 1
    assert compared >= 3


class _TooLongError(Exception):
    """There are too many lines of play to go through one by one."""


def shown(scenario: Scenario, game: CompiledGame, played: list[Stretch[State]]) -> list[object]:
    """Return all that a game has shown, stretch by stretch."""
    display, view, seen = Display(scenario), View(), list[object]()
    for stretch in played:
        things, view = display.shown(view, stretch.happenings)
        seen += [*things, *display.flushed(view), view.minute, display.turn(game, stretch.state)]
        view = View(view.minute)
    return seen


def all_lines(
    game: CompiledGame, commands: list[Command | None], most: int
) -> list[tuple[list[Stretch[State]], Fraction]]:
    """Return every line of play in which the commands can be given, and how likely its luck is."""
    lines: list[tuple[list[Stretch[State]], Fraction]] = [([], Fraction(1))]
    for command in commands:
        lines = [
            ([*line, stretch], weight * share)
            for line, weight in lines
            if command is None or command in game.legal_commands(line[-1].state)
            for stretch, share in all_stretches(game, command, line[-1].state if line else None, most)
        ]
        if len(lines) > most:
            raise _TooLongError
    return lines


def all_stretches(
    game: CompiledGame, command: Command | None, state: State | None, most: int
) -> list[tuple[Stretch[State], Fraction]]:
    """Return every way from a command to the next turn of the player, and how likely it is."""
    step = game.start() if state is None or command is None else game.step(state, command)
    pending = [(step.state, step.happenings, Fraction(1))]
    ways: list[tuple[Stretch[State], Fraction]] = []
    while pending:
        now, happenings, weight = pending.pop()
        outcomes = game.outcomes(now)
        total = sum(each.weight for each in outcomes)
        for each in outcomes:
            after = game.step(now, each)
            share = weight * each.weight / total
            pending.append((after.state, (*happenings, *after.happenings), share))
        if len(ways) > most:
            raise _TooLongError
        if not outcomes:
            ways.append((Stretch(command, happenings, now), weight))
    return ways


def random_game(game: CompiledGame, random: Random) -> list[Stretch[State]]:
    draw = random.choice
    stretches = [stretch_after(game, None, None, draw)]
    while len(stretches) < 3 and game.turn(stretches[-1].state) == "player":
        state = stretches[-1].state
        stretches.append(stretch_after(game, random.choice(game.legal_commands(state)), state, draw))
    return stretches
