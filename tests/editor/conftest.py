"""The real language server for YAML, over its standard streams, with the settings of `excomm new`."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from game.commands.beginning import SETTINGS
from game.commands.main import main
from game.store.places import shipped
from tests.editor.client import Client

NAME = "yaml-language-server"
Open = Callable[[Path], Client]


def _command() -> list[str] | None:
    """Return how the server is started: it is on the path, or where `.ci/run` puts it."""
    found = shutil.which(NAME)
    if found is None:
        above = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        found = shutil.which(NAME, path=str(above / "excomm-editor" / "node_modules" / ".bin"))
    return [found, "--stdio"] if found is not None and shutil.which("node") is not None else None


@pytest.fixture(scope="session")
def server() -> list[str]:
    """The command of the server. Without it these tests are skipped, and fail where CI is set."""
    command = _command()
    if command is None:
        sentence = f"{NAME} is not installed: `npm install -g {NAME}`, with Node.js, brings it"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(sentence)
    return command


@pytest.fixture(scope="module")
def opened(server: list[str]) -> Iterator[Open]:
    """Opens folders in an editor that has the settings of `excomm new`; all are closed at the end."""
    with ExitStack() as stack:
        clients: dict[Path, Client] = {}

        def open_folder(folder: Path) -> Client:
            if folder not in clients:
                clients[folder] = stack.enter_context(Client(server, folder, _settings()))
            return clients[folder]

        yield open_folder


def _settings() -> dict[str, object]:
    """Return the settings as an editor hands them on: what has dots in its name stands in groups."""
    written = json.loads(SETTINGS)
    yaml = {
        "schemas": written["yaml.schemas"],
        "schemaStore": {"enable": written["yaml.schemaStore.enable"]},
        "validate": True,
        "completion": True,
        "hover": True,
    }
    return {"yaml": yaml, "editor": {}, "http": {}, "[yaml]": written["[yaml]"]}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Makes copies of shipped scenarios, with their schemas; mods find what they extend beside them."""
    folder = tmp_path_factory.mktemp("shelf")

    def copied(name: str) -> Path:
        path = folder / name
        if not path.exists():
            shutil.copytree(shipped("scenarios") / name, path)
            assert main(["schema", "--project", str(path)]) == 0
        return path

    return copied


@pytest.fixture(scope="module")
def dyke(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `excomm new` writes."""
    folder = tmp_path_factory.mktemp("mine")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["new", "dyke", "--here"]) == 0
    return folder / "dyke"
