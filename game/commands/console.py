"""The streams of the process, made safe: any code page, no terminal, closed, or gone in the middle."""

from __future__ import annotations

import io
import os
import stat
import sys
from pathlib import Path


def make_streams_safe() -> None:
    """See to it that nothing printed can fail for its letters, and that there is something to print to."""
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - for the process's life
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - for the process's life
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")


def drop_output() -> None:
    """Let the rest of the output go nowhere: who read it has gone."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def is_coloured() -> bool:
    """Return whether output may be coloured: on a terminal that can, and NO_COLOR is not set."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def has_input() -> bool:
    """Return whether somebody can answer: a terminal, or something piped in."""
    if sys.stdin is None or sys.stdin.closed:
        return False
    if sys.stdin.isatty():
        return True
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except (OSError, io.UnsupportedOperation):
        return False
    return not stat.S_ISCHR(mode)


def has_display() -> bool:
    """Return whether a window may be tried: somebody named a driver, or the system has a display."""
    if os.environ.get("SDL_VIDEODRIVER") or sys.platform in ("win32", "darwin", "cygwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
