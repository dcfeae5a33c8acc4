"""When Python looks for values that only refer to each other: seldom, and never long while somebody plays.

By its own rule it looks through everything that lives in the middle of a turn, for up to a fifth of a second.
"""

from __future__ import annotations

import gc

_YOUNG = 20_000
"""So many values more than before are made before the young ones are looked through: some milliseconds."""
_NEVER = 2**31 - 1


def spare_the_old() -> None:
    """Let only young values be looked through from now on; old ones wait for `look_through_all`."""
    gc.set_threshold(_YOUNG, 10, _NEVER)


def look_through_all() -> None:
    """Let go of all that is not needed: a tenth of a second or two, for when nobody looks."""
    gc.collect()
