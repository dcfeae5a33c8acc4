"""A program packed into one executable is its own solver: the same executable is started again."""

from __future__ import annotations

from multiprocessing.spawn import freeze_support


def take_over() -> None:
    """Solve and end, if the program was started for that; else do nothing.

    To be called before anything else, in a packed program only.
    """
    freeze_support()  # that of multiprocessing itself does nothing but on Windows
