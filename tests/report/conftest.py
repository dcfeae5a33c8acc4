"""What the tests of pages share: a browser, and a checker of accessibility."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync --no-pdf-header-footer"
)
Browse = Callable[..., str]


def absent(sentence: str) -> None:
    """Skip a test for what this machine lacks; where CI is set it has to be there."""
    (pytest.fail if os.environ.get("CI") else pytest.skip)(sentence)


@pytest.fixture(scope="session")
def browse(tmp_path_factory: pytest.TempPathFactory) -> Browse:
    """Opens a page in Chromium with further flags and returns what it printed."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        absent("there is no Chromium here, so the pages were not looked at")
    assert browser is not None
    profile = tmp_path_factory.mktemp("profile")

    def opened(page: Path, *flags: str) -> str:
        words = [browser, *FLAGS.split(), *flags, f"--user-data-dir={profile}", page.as_uri()]
        return subprocess.run(words, capture_output=True, text=True, timeout=120, check=True).stdout

    return opened


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core, from where `.ci/run` puts it."""
    above = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    script = above / "excomm-axe" / "node_modules" / "axe-core" / "axe.min.js"
    if not script.is_file():
        absent(f"axe-core is not installed: `npm install --prefix {script.parents[2]} axe-core` brings it")
    return script.read_text(encoding="utf-8")
