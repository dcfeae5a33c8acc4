"""What the choices on offer may lead to, as far as the player can know it, and as his advisers see it.

Every figure is the chance of a catastrophe after the choice if from then on play is *undecided*:
every option on offer equally likely (section 10). The chances by choice are of the player's belief,
those of an adviser of the belief with the starts that he assumes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from game.analysis.account import Named, Risk
from game.analysis.belief import Belief
from game.analysis.graph import World
from game.analysis.ledger import Weigh
from game.analysis.liveness import Liveness
from game.analysis.minds import RULES, Minds, Starts, assumptions
from game.analysis.playable import CompiledGame
from game.analysis.turns import after_answers
from game.engine.moves import Wait, format_command
from game.engine.state import State
from game.scenario.expressions.evaluation import value as evaluated
from game.scenario.model import Advice


def choice_prospects(minds: Minds, position: int, weigh: Weigh[State]) -> Mapping[str, Risk]:
    """Return the chances by choice when so many commands have been given; none once the game is over.

    `weigh` gives the chance of worlds after a choice, solved or from playouts.
    """
    game = CompiledGame(minds.program)
    after = _after(game, minds.belief(RULES, position))
    return {choice: weigh(worlds) for choice, worlds in after.items()}


def adviser_prospects(minds: Minds, position: int, weigh: Weigh[State]) -> Mapping[Named, Risk]:
    """Return the chances that the advisers who speak take the choices to have of which they speak."""
    game = CompiledGame(minds.program)
    own = minds.belief(RULES, position)
    assumed = assumptions(minds.program.scenario)
    known: dict[tuple[Starts, str], Risk] = {}
    chances: dict[Named, Risk] = {}
    for adviser, choice in named(game, own):
        belief = minds.belief(assumed[adviser], position)
        mind = RULES if belief is own else assumed[adviser]
        if (mind, choice) not in known:
            worlds = _after(game, belief).get(choice)
            if worlds is None:
                continue
            known[mind, choice] = weigh(worlds)
        chances[adviser, choice] = known[mind, choice]
    return chances


def named(game: CompiledGame, belief: Belief[State]) -> Iterator[Named]:
    """Yield who speaks of which choice: of the option that he supports, else of the one that he opposes.

    Who speaks is shown, so it is the same in every world.
    """
    if not belief.worlds:
        return
    state = belief.worlds[0].state
    decisions = game.program.scenario.decisions
    for decision, _ in game.deadlines(state):
        for advice in decisions[decision].advice:
            option = advice.supports or advice.opposes
            if option is not None and _is_given(advice, game, state):
                yield advice.actor, f"{decision}.{option}"


def _is_given(advice: Advice, game: CompiledGame, state: State) -> bool:
    return advice.when is None or bool(evaluated(advice.when, lambda name: game.value(state, name)))


def _after(game: CompiledGame, belief: Belief[State]) -> Mapping[str, Iterable[World[State]]]:
    """Return the worlds after each choice on offer, by its id.

    They are what a solution knows: what comes of merged states.
    """
    merged = game.program.once(Liveness).forgotten
    worlds = [World(merged(state), weight) for state, weight in belief.worlds]
    answered = after_answers(game.program.scenario, game, worlds)
    after = {format_command(answer): worlds for answer, worlds in answered.items()}
    waited = tuple(
        World(game.successor(state, Wait()), weight)
        for state, weight in worlds
        if Wait() in game.legal_commands(state)
    )
    return {**after, format_command(Wait()): waited} if waited else after
