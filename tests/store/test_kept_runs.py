"""Runs that were kept: by their own rules they replay the same, by others they are refused or tried."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from game.engine.play import value
from game.session.session import Session
from game.store.places import Places
from game.store.recorded import Recorder, recorded
from game.store.runs import ENDING
from game.view.words import ENGLISH
from tests.samples.night import NIGHT

KEPT = Path(__file__).parents[1] / "runs"
SILENT = {"empty": "is empty", "not_yaml": "cannot be read"}
"""What is said of files that cannot say it themselves."""


def runs(folder: str) -> list[object]:
    paths = sorted((KEPT / folder).glob(f"*{ENDING}"))
    return [pytest.param(path, id=path.name.removesuffix(ENDING)) for path in paths]


def noted(path: Path, word: str) -> str:
    """Return what the first line of a run says of it."""
    return path.read_text(encoding="utf-8").partition("\n")[0].removeprefix(f"# {word}: ")


def summary(session: Session) -> str:
    values = [(name, value(session.program, session.state, name)) for name in session.scenario.variables]
    digest = sha256(repr(values).encode()).hexdigest()[:16]
    return f"{session.ending} at minute {session.state.minute}, {digest}"


def test_there_are_kept_runs_of_every_kind() -> None:
    assert [len(runs(folder)) for folder in ("river_1969", "shipped", "refused")] == [7, 5, 12]


@pytest.mark.parametrize("path", runs("river_1969"))
def test_a_kept_run_replays_to_the_same_state(path: Path, home: Places) -> None:
    again = recorded(path, home)
    assert again.warning is None
    assert again.fault is None
    assert again.session is not None
    assert summary(again.session) == noted(path, "ends")


def test_games_of_one_scenario_share_what_was_read_and_made_of_it(home: Places) -> None:
    recorder = Recorder(home)
    again = [recorder.recorded(path).session for path in sorted((KEPT / "river_1969").glob(f"*{ENDING}"))]
    games = [each for each in again if each is not None]
    assert len(games) == 7
    assert len({id(each.scenario) for each in games}) == 1
    assert len({id(each.program) for each in games}) == len({each.setup for each in games})


def test_a_scenario_that_was_changed_meanwhile_is_read_anew(tmp_path: Path, home: Places) -> None:
    folder = tmp_path / "night"
    folder.mkdir()
    run = folder / f"game{ENDING}"
    run.write_text("run: 1\nseed: 7\nchoices:\n  - patrol.hold\n", encoding="utf-8")
    recorder, titles = Recorder(home), []
    for title in ("A Night", "Another Night"):
        (folder / "scenario.yaml").write_text(NIGHT.replace("A Night", title), encoding="utf-8")
        session = recorder.recorded(run).session
        assert session is not None
        titles.append(session.scenario.title.written)
    assert titles == ["A Night", "Another Night"]


@pytest.mark.parametrize("path", runs("shipped"))
def test_a_run_of_rules_that_may_have_changed_replays_or_is_told(path: Path, home: Places) -> None:
    again = recorded(path, home)
    assert again.session is not None
    if again.warning is None:
        assert again.fault is None
        assert summary(again.session) == noted(path, "ends")
    else:
        assert again.warning.startswith(f"This run was made with other rules of {again.session.scenario.id} ")
        assert again.session.is_over or again.fault is None or path.name in again.fault.in_words(ENGLISH)


@pytest.mark.parametrize("path", runs("refused"))
def test_a_bad_run_is_refused_with_its_sentence_and_stays(path: Path, home: Places) -> None:
    before = path.read_bytes()
    name = path.name.removesuffix(ENDING)
    said = recorded(path, home).fault
    assert said is not None
    fault = said.in_words(ENGLISH)
    assert (SILENT.get(name) or noted(path, "says")) in fault
    assert path.name in fault or "unknown" in name
    assert path.read_bytes() == before
