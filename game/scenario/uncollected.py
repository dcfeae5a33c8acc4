"""Loading and advice without the collector: to look through what they make takes a third of the time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


class _Stillness:
    """How many are loading now, on all threads, and whether the collector was at work before the first."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.count = 0
        self.was_enabled = False

    def begin(self) -> None:
        with self.lock:
            if self.count == 0:
                self.was_enabled = gc.isenabled()
                gc.disable()
            self.count += 1

    def end(self) -> None:
        with self.lock:
            self.count -= 1
            if self.count == 0 and self.was_enabled:
                gc.enable()


_stillness = _Stillness()


@contextmanager
def nothing_collected() -> Iterator[None]:
    """Keep the collector still until the last of those that ask for it at one time ends.

    At the end all that was made counts as old at once, as if it had outlived many looks. Where a program has
    set aside from all looks what it has, what was made is set aside too: next to nothing of it is a circle.
    """
    has_aside = gc.get_freeze_count() > 0
    _stillness.begin()
    try:
        yield
    finally:
        gc.freeze()
        if not has_aside:
            gc.unfreeze()
        _stillness.end()
