"""A dark veil over what lies below a dialog."""

from __future__ import annotations

from game.frozen import Frozen

ALPHA = 178


class Veil(Frozen):
    """Darkens its box."""

    alpha: int = ALPHA
