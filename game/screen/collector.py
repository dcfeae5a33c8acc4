"""When Python looks for values that only refer to each other: never long while somebody plays.

By its own rule it looks through everything that lives in the middle of a turn, for up to a fifth of a second.
"""

from __future__ import annotations

import gc

_YOUNG = 10_000
"""So many values more than before are made before the young ones are looked through: some milliseconds."""
_NEVER = 2**31 - 1


def spare_the_old() -> None:
    """Let only young values be looked through while the window begins: most of them come to stay."""
    gc.set_threshold(_YOUNG, 10, _NEVER)


def set_aside() -> None:
    """Let what lives now be looked through no more: it lives as long as the window."""
    gc.freeze()


def settle() -> None:
    """Let go of what is not needed, and set the rest aside; from now on the old is looked through too."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, 10, 10)
