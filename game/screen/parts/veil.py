"""A dark veil over what lies below a dialog."""

from __future__ import annotations

from dataclasses import dataclass

ALPHA = 178


@dataclass(frozen=True, slots=True)
class Veil:
    """Darkens its box."""

    alpha: int = ALPHA
