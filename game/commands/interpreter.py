"""How this very Python is called on a command line, so that a cure reaches the packages in use."""

from __future__ import annotations

import sys


def pip() -> str:
    """Return the words that call pip for the Python that runs, in quotes where its path has spaces."""
    path = sys.executable or "python"
    return f'"{path}" -m pip' if " " in path else f"{path} -m pip"
