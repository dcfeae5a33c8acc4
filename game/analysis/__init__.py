"""Scenario into odds, beliefs, witnesses, coverage, samples and graphs.

As a library. A scenario under a setup is compiled to a Program, and a Program is solved:

>>> from game.analysis import Policy, solved
>>> from game.commands.library import scenario_named
>>> from game.engine.compilation.program import compiled
>>> scenario = scenario_named("river_incident")
>>> program = compiled(scenario, "standard")
>>> solution = solved(program)
>>> solution.odds.policies[Policy.UNDECIDED]["thank_you_note"].exact
Fraction(1137027217, 27912134250)
>>> solution.odds.catastrophe[Policy.RECKLESS].exact
Fraction(3809, 4500)

The odds after each option that is on offer when the player first has the move:

>>> {option: str(odds.catastrophe[Policy.RECKLESS].exact) for option, odds in solution.options.items()}
{'patrol.hold': '1041449/1930500', 'patrol.call': '91867/123750', 'patrol.fire': '2/5'}

A game is played by moves, and any of its states has odds. A World is a state and its weight; the
odds of several are the weighted mean of theirs:

>>> from game.analysis import CompiledGame, World, first_turns
>>> game = CompiledGame(program)
>>> worlds = first_turns(game, [World(game.start().state)])
>>> [str(solution.odds_of([world]).catastrophe[Policy.RECKLESS].exact) for world in worlds]
['22/25', '91/100', '62/75', '17/20', '49/60', '79/100']

What an edit has moved, the largest movement first; here two setups of one scenario:

>>> from game.analysis import movements
>>> pigs = scenario_named("bay_of_pigs_1961")
>>> strict, kinder = (solved(compiled(pigs, setup)).odds for setup in ("strict_1961", "kinder_april"))
>>> moved = movements(strict, kinder)
>>> moved[0].size != 0 and abs(moved[0].size) >= abs(moved[1].size)
True

By how much the catastrophe grows with the logarithm of each weight, to first order:

>>> from game.analysis import every_visit, weight_slopes
>>> slope = weight_slopes(program, *every_visit(program, budget=5000))
>>> round(slope["patrol.fire", "they_shoot"], 4)
0.0711

What plays tell, as the happenings of whole games and as a graph of the story:

>>> from game.analysis import Layer, story_graph, storylines
>>> graph = story_graph(scenario, storylines(program, Policy.UNDECIDED, plays=200, seed=1))
>>> [node.key for node in graph.nodes][:5]
['decision:patrol', 'decision:telephone', 'decision:light', 'decision:boarding', 'decision:dawn_report']
>>> events = (link for link in graph.links if link.layer is Layer.EVENTS)
>>> {link.option for link in events if link.target == "decision:telephone"}
{'call'}

And the same rules for other solvers:

>>> from game.analysis import process
>>> lines = process(program, budget=5000).model.splitlines()
>>> next(line for line in lines if not line.startswith("//"))
'mdp'

Names are loaded when they are first asked for, so that nothing is paid for what is not used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.analysis.belief import Belief, Believer, Stretch
    from game.analysis.difference import Movement, movements
    from game.analysis.figures import Figure, Odds, Policy
    from game.analysis.graph import Multiplier, OverBudgetError, World
    from game.analysis.liveness import Liveness
    from game.analysis.numbers import Number, rule_numbers
    from game.analysis.playable import CompiledGame, Playable
    from game.analysis.prism import Process, process
    from game.analysis.sensitivity import Bar, moved_bars, weight_bars
    from game.analysis.slopes import Visit, every_visit, sampled_visits, weight_slopes
    from game.analysis.solving import Solved, solved
    from game.analysis.storygraph import Layer, Link, Node, StoryGraph, story_graph
    from game.analysis.storyline import storylines
    from game.analysis.turns import after_answers, first_turns

__all__ = [
    "Bar",
    "Belief",
    "Believer",
    "CompiledGame",
    "Figure",
    "Layer",
    "Link",
    "Liveness",
    "Movement",
    "Multiplier",
    "Node",
    "Number",
    "Odds",
    "OverBudgetError",
    "Playable",
    "Policy",
    "Process",
    "Solved",
    "StoryGraph",
    "Stretch",
    "Visit",
    "World",
    "after_answers",
    "every_visit",
    "first_turns",
    "moved_bars",
    "movements",
    "process",
    "rule_numbers",
    "sampled_visits",
    "solved",
    "story_graph",
    "storylines",
    "weight_bars",
    "weight_slopes",
]

_MODULES = {
    "belief": ("Belief", "Believer", "Stretch"),
    "difference": ("Movement", "movements"),
    "figures": ("Figure", "Odds", "Policy"),
    "graph": ("Multiplier", "OverBudgetError", "World"),
    "liveness": ("Liveness",),
    "numbers": ("Number", "rule_numbers"),
    "playable": ("CompiledGame", "Playable"),
    "prism": ("Process", "process"),
    "sensitivity": ("Bar", "moved_bars", "weight_bars"),
    "slopes": ("Visit", "every_visit", "sampled_visits", "weight_slopes"),
    "solving": ("Solved", "solved"),
    "storygraph": ("Layer", "Link", "Node", "StoryGraph", "story_graph"),
    "storyline": ("storylines",),
    "turns": ("after_answers", "first_turns"),
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names}


if not TYPE_CHECKING:  # so that the type checker knows a name that is not there

    def __getattr__(name: str) -> object:
        """Return a public name from the module that it lives in."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
