"""The screens that lie on each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from game.screen.screens.screen import Screen

Kind = TypeVar("Kind", bound=Screen)


class Stack(list[Screen]):
    """Screens from the bottom to the top, never none; what it holds may be changed in place."""

    @property
    def top(self) -> Screen:
        return self[-1]

    @property
    def seen(self) -> tuple[Screen, ...]:
        """The screens that are seen: the top, and what overlays lie over."""
        first = len(self) - 1
        while first > 0 and self[first].is_overlay:
            first -= 1
        return tuple(self[first:])

    def turn(self, screen: Screen) -> None:
        """Let another screen lie in the place of the top one."""
        self[-1] = screen

    def back(self) -> None:
        """Take the top away, if something lies under it."""
        if len(self) > 1:
            self.pop()

    def lay(self, *screens: Screen) -> None:
        """Let these lie there and no others."""
        self[:] = screens

    def tell(self, told: Callable[[Screen], Screen]) -> None:
        """Let each screen be what it becomes by being told something."""
        self[:] = map(told, self)

    def tell_each(self, kind: type[Kind], told: Callable[[Kind], Screen]) -> bool:
        """Let each screen of a kind be what it becomes by being told; return whether one is there."""
        self[:] = [told(screen) if isinstance(screen, kind) else screen for screen in self]
        return self.has(kind)

    def of(self, kind: type[Kind]) -> Iterator[Kind]:
        """Yield the screens of a kind."""
        return (screen for screen in self if isinstance(screen, kind))

    def has(self, kind: type[Screen]) -> bool:
        return any(True for _ in self.of(kind))

    def drop(self, kind: type[Screen]) -> None:
        """Take the screens of a kind away."""
        self[:] = [screen for screen in self if not isinstance(screen, kind)]
