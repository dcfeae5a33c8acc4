"""The game in the terminal for the commands: the menu where nothing is named, then the game."""

from __future__ import annotations

import argparse
from functools import partial

from game.commands.consulting import Consulting
from game.commands.guide import Guide, guided
from game.commands.known_language import check_language
from game.commands.language import words_in
from game.commands.opening import Opening, new_game, opened
from game.commands.refusal import Status
from game.store.keeping import KeptScenarios
from game.store.library import Volume, volumes
from game.store.places import places
from game.store.shelf import Shelf, found_in
from game.terminal.console import Console
from game.terminal.menu import Beginning, Continue, NewGame, Offer, menu
from game.terminal.play import play
from game.view.words import Words


def played(given: argparse.Namespace) -> int:
    """Play the game that the arguments name, or one of the menu, and return the exit status."""
    console = Console()
    shelf = Shelf(places(), given.lang)
    opening = opened(given)
    words = words_in(given.lang)
    if opening is None:
        check_language(given.lang)
        opening = _picked(console, shelf, words)
    if opening is None:
        return Status.CLEAN
    if opening.path is not None:
        shelf.take_up(found_in(opening.path, opening.session))
    decide = partial(guided, guide=opening.guide)
    with Consulting() as consulting:
        if console.is_typed:
            consulting.prepare(opening.session)
        return play(
            opening.session,
            console.read,
            console.write,
            note=console.note,
            shelf=shelf,
            decide=decide,
            odds=consulting.odds,
            likelihoods=consulting.likelihoods,
            reckon=consulting.reckoning,
            words=words,
        )


def _picked(console: Console, shelf: Shelf, words: Words) -> Opening | None:
    last = shelf.last()
    kept = KeptScenarios(shelf.places)
    offers = tuple(_offer(each) for each in volumes(shelf.places, shelf.language, kept.note))
    kept.keep()
    match menu(offers, console.read, console.write, has_last=last is not None, words=words):
        case Continue():
            if last is None:
                return None
            shelf.take_up(last)
            return Opening(last.session, Guide())
        case NewGame(scenario, setup):
            return Opening(new_game(scenario, setup, None, language=shelf.language), Guide())
        case None:
            return None


def _offer(volume: Volume) -> Offer:
    scenario = volume.scenario
    if scenario is None:
        return Offer(volume.name, volume.name, "", (), volume.refusal)
    beginnings = tuple(
        Beginning(each.id, each.label.written, each.about.written) for each in scenario.setups.values()
    )
    standard = tuple(Beginning(each, each, "") for each in scenario.setup_ids)
    title, summary = volume.title or scenario.title, volume.summary or scenario.summary
    return Offer(volume.name, title.written, summary.written, beginnings or standard)
