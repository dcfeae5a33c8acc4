"""Rectangles of the logical canvas."""

from __future__ import annotations

from game.frozen import NamedTuple


class Box(NamedTuple):
    """A rectangle in logical units, x to the right and y downward; edges of neighbours may be equal."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2

    def grown(self, by: float) -> Box:
        """Return the box with each edge moved outward; a negative amount moves it inward."""
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def moved(self, right: float = 0, down: float = 0) -> Box:
        return Box(self.x + right, self.y + down, self.width, self.height)

    def holds(self, other: Box) -> bool:
        """Whether the other box lies wholly inside, edges included."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def has_point(self, x: float, y: float) -> bool:
        return self.x <= x < self.right and self.y <= y < self.bottom

    def meets(self, other: Box) -> bool:
        """Whether both share some area; touching edges share none."""
        return (
            self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
        )


def columns(box: Box, count: int, gutter: float) -> tuple[Box, ...]:
    """Return boxes of equal width side by side that fill the box, with the gutter between them."""
    width = (box.width - gutter * (count - 1)) / count
    return tuple(Box(box.x + i * (width + gutter), box.y, width, box.height) for i in range(count))


def rows(box: Box, heights: tuple[float, ...], gutter: float = 0) -> tuple[Box, ...]:
    """Return boxes of the given heights, from the top of the box downward, as wide as the box."""
    stacked = []
    y = box.y
    for height in heights:
        stacked.append(Box(box.x, y, box.width, height))
        y += height + gutter
    return tuple(stacked)


def enclosing(boxes: tuple[Box, ...]) -> Box:
    """Return the smallest box that holds all of the boxes; there must be one."""
    left = min(box.x for box in boxes)
    top = min(box.y for box in boxes)
    return Box(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)
