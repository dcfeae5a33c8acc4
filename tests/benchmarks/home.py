"""A home for the files of programs that are begun here."""

from __future__ import annotations

import os
from pathlib import Path


def at_home(folder: Path) -> dict[str, str]:
    """Return the environment of programs whose files lie in a folder.

    Python keeps in it what it has compiled, as it does for a user, whatever it is told for these tests.
    """
    environment = {**os.environ, "EXCOMM_HOME": str(folder), "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment
