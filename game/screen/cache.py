"""Finished things kept for the next frame, the longest unused thrown away first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

import pygame

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Cache(Generic[K, V]):
    """Values by key, held while their weights stay within a limit; the newest is always held."""

    def __init__(self, limit: int, weight: Callable[[V], int]) -> None:
        self._limit = limit
        self._weight = weight
        self._held: OrderedDict[K, V] = OrderedDict()
        self._sum = 0

    def get(self, key: K, make: Callable[[], V]) -> V:
        """Return the value of the key, made now if it is not held."""
        if key in self._held:
            self._held.move_to_end(key)
            return self._held[key]
        return self.put(key, make())

    def held(self, key: K) -> V | None:
        """Return the value of the key, or None if it is not held."""
        if key in self._held:
            self._held.move_to_end(key)
        return self._held.get(key)

    def put(self, key: K, value: V) -> V:
        """Hold a value, in the place of the one that was held; return it."""
        if key in self._held:
            self._sum -= self._weight(self._held.pop(key))
        self._held[key] = value
        self._sum += self._weight(value)
        while self._sum > self._limit and len(self._held) > 1:
            self._sum -= self._weight(self._held.popitem(last=False)[1])
        return value

    def __contains__(self, key: K) -> bool:
        return key in self._held

    def __len__(self) -> int:
        return len(self._held)


def surface_bytes(surface: pygame.Surface) -> int:
    return surface.get_width() * surface.get_height() * surface.get_bytesize()
