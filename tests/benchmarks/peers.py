"""Other programs beside ours: inkjs from npm, open_spiel in an environment of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
_PATIENCE = 900


class AbsentError(Exception):
    """A peer could not be installed or run here; says why."""


def _run(*command: str, folder: Path) -> str:
    try:
        done = subprocess.run(
            command, cwd=folder, capture_output=True, text=True, check=True, timeout=_PATIENCE
        )
    except subprocess.CalledProcessError as fault:
        raise AbsentError(f"{command[0]}: {fault.stderr.strip()[-300:]}") from fault
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise AbsentError(str(fault)) from fault
    return done.stdout


def inkjs(folder: Path, ink: str, seconds: float) -> dict[str, Any]:
    """Return how many plays of a story inkjs makes, and in how many seconds."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        raise AbsentError("no node and npm here")
    (folder / "package.json").write_text("{}")
    _run(npm, "install", "--silent", "inkjs", folder=folder)
    (folder / "crisis.ink").write_text(ink)
    full = str(folder / "node_modules" / "inkjs")
    return _figures(_run(node, str(HERE / "crisis.js"), full, "crisis.ink", str(seconds), folder=folder))


def open_spiel(folder: Path) -> dict[str, Any]:
    """Return how many states value iteration solves, and in how many seconds."""
    _run(sys.executable, "-m", "venv", "spiel", folder=folder)
    python = str(folder / "spiel" / "bin" / "python")
    _run(python, "-m", "pip", "install", "--quiet", "open_spiel", folder=folder)
    return _figures(_run(python, str(HERE / "spiel.py"), folder=folder))


def _figures(written: str) -> dict[str, Any]:
    figures: dict[str, Any] = json.loads(written.strip().splitlines()[-1])
    return figures
