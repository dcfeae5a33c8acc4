"""An X display of its own without a screen."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

TOOLS = ("Xvfb", "xdotool", "xwininfo")


def missing_tools() -> list[str]:
    """Return what is not installed of what a display and hands on its keys need."""
    return [name for name in TOOLS if shutil.which(name) is None]


@contextmanager
def fresh_display(width: int, height: int) -> Iterator[str]:
    """Give the name of a fresh display, as `DISPLAY` wants it; it is gone afterwards."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as pipe:
            yield f":{pipe.readline().strip()}"
    finally:
        server.terminate()
        server.wait()
