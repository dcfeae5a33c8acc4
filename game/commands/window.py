"""The window for the commands: the right pygame, a display, a game to open with."""

from __future__ import annotations

import argparse
import os
import sys

from game.commands.refusal import RefusedError

_CURE = (
    "The package pygame stands in the place of pygame-ce:"
    " `{python} -m pip uninstall -y pygame pygame-ce` and then"
    " `{python} -m pip install pygame-ce` puts that right."
)


def check_pygame() -> None:
    """Load pygame-ce. Raises RefusedError if it is the other pygame, ModuleNotFoundError if there is none."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    import pygame  # noqa: PLC0415 - a fifth of a second that only the window needs

    if not getattr(pygame, "IS_CE", False):
        raise RefusedError(_CURE.format(python="py" if sys.platform == "win32" else "python3"))


def shown(given: argparse.Namespace) -> int:
    """Play in a window and return the exit status."""
    check_pygame()
    raise NotImplementedError
