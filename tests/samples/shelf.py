"""A small scenario that tests are written about: one decision, two hidden numbers, two endings."""

from __future__ import annotations

import shutil
from pathlib import Path

NIGHT_PATROL = Path(__file__).with_name("night_patrol")


def shelve(scenarios: Path) -> None:
    """Put the sample among the scenarios of a home, so that commands and runs find it by its id."""
    shutil.copytree(NIGHT_PATROL, scenarios / NIGHT_PATROL.name)
