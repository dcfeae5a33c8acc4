"""What stands for a value that could not be read."""

from __future__ import annotations


class Missing:
    """Stands for a value that could not be read; its fault has been reported. There is one: MISSING."""


MISSING = Missing()
