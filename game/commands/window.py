"""The window for the commands: the right pygame, a display, the game to open with."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol, cast

from game.commands.interpreter import pip
from game.commands.refusal import RefusedError

if TYPE_CHECKING:
    from game.screen.prepared import Prepared

_APPLICATION = "game.screen.app"
_CURE = (
    "The package pygame stands in the place of pygame-ce:"
    " `{pip} uninstall -y pygame pygame-ce` and then `{pip} install pygame-ce` puts that right."
)


class Application(Protocol):
    """The module of the window."""

    def run(self, prepare: Callable[[], Prepared]) -> int:
        """Show the game, or the title where there is none, until the player leaves.

        `prepare` is called when the first picture is seen.

        Raises pygame.error where no window can be opened, and only then.
        """


def has_window() -> bool:
    """Return whether this program has a window."""
    return find_spec(_APPLICATION) is not None


def shown(given: argparse.Namespace) -> int | None:
    """Play in a window and return the exit status, or None where none can be opened."""
    _check_pygame()
    from pygame import error  # noqa: PLC0415 - a fifth of a second that only the window needs

    application = cast("Application", import_module(_APPLICATION))
    from game.screen.collector import spare_the_old  # noqa: PLC0415 - as above

    spare_the_old()
    try:
        if given.run is None and given.scenario is None:
            if given.lang is not None:
                from game.commands.known_language import check_language  # noqa: PLC0415 - the first picture waits

                check_language(given.lang)
            return application.run(partial(_prepared, given))
        ready = _prepared(given)  # names that are not there are told before a window opens
        return application.run(lambda: ready)
    except error as fault:
        print(f"No window can be opened: {fault}.", file=sys.stderr)
        return None


def _prepared(given: argparse.Namespace) -> Prepared:
    """Return what the window begins with; what that needs is loaded after its first picture."""
    from game.commands.guide import guided  # noqa: PLC0415 - as above
    from game.commands.language import words_in  # noqa: PLC0415
    from game.commands.opening import opened  # noqa: PLC0415
    from game.screen.prepared import Prepared  # noqa: PLC0415
    from game.store.places import places  # noqa: PLC0415
    from game.store.shelf import Shelf, found_in  # noqa: PLC0415

    opening = opened(given)
    shelf = Shelf(places(), given.lang)
    words = words_in(given.lang)
    if opening is None:
        return Prepared(None, shelf, None, words, given.presenter, given.safe)
    if opening.path is not None:
        shelf.take_up(found_in(opening.path, opening.session))
    guide = partial(guided, guide=opening.guide)
    named = tuple(each for each in (given.scenario, *given.mods) if each is not None)
    return Prepared(opening.session, shelf, guide, words, given.presenter, given.safe, given.terms, named)


def _check_pygame() -> None:
    """Raises RefusedError if the other pygame is installed, ModuleNotFoundError if there is none."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    import pygame  # noqa: PLC0415 - as above

    if not getattr(pygame, "IS_CE", False):
        raise RefusedError(_CURE.format(pip=pip()))
