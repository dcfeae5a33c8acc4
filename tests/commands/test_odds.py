"""`odds`: which form solves, what is said on the way, and what is not loaded elsewhere."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from game.commands.main import main
from game.commands.outlooks import worked_out
from game.commands.progress import Progress
from game.commands.situations import started_named
from tests.samples.night import NIGHT

ROOT = Path(__file__).parents[2]
Captured = pytest.CaptureFixture[str]


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    "words",
    [["--version"], ["list"], ["check", "river_incident"], ["play", "river_incident", "--text"]],
    ids=lambda words: words[0],
)
def test_numpy_is_loaded_only_to_work_out_odds(words: list[str], tmp_path: Path) -> None:
    code = (
        "import sys; from game.commands.main import main; status = main(sys.argv[1:]);"
        "print(status, 'numpy' in sys.modules)"
    )
    home = {"EXCOMM_HOME": str(tmp_path), "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=ROOT,
        env={**os.environ, **home},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == b"0 False"


def test_a_large_scenario_is_solved_without_fractions(capsys: Captured) -> None:
    assert main(["odds", "berlin_1961", "--setup", "fog_1961", "--json"]) == 0
    odds = json.loads(capsys.readouterr().out)
    assert odds["method"] == "exact"
    assert odds["states"] > 20_000
    figures = [figure for endings in odds["policies"].values() for figure in endings.values()]
    assert {figure["exact"] for figure in figures} == {None}
    assert sum(figure["value"] for figure in odds["policies"]["undecided"].values()) == pytest.approx(1)


def odds_of(capsys: Captured, *words: str) -> Any:
    """Return what `odds --json` prints, with nothing but that on its output."""
    assert main(["odds", *words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("states", ["4", "25000"])
def test_more_states_than_are_allowed_are_sampled_and_it_is_said(states: str, capsys: Captured) -> None:
    assert main(["odds", "berlin_1961", "--setup", "fog_1961", "--states", states, "--json"]) == 0
    told = capsys.readouterr()
    assert told.err.startswith("berlin_1961 has more states under fog_1961 than --states allows: ")
    assert told.err.count("\n") == 1
    assert ("They are multiplied most by " in told.err) == (states == "25000")
    odds = json.loads(told.out)
    assert (odds["method"], odds["states"], odds["plays"]) == ("sampled", None, 50_000)
    exact = odds_of(capsys, "berlin_1961", "--setup", "fog_1961")
    assert odds["policies"].keys() == exact["policies"].keys()
    assert odds["options"].keys() == exact["options"].keys()
    for found, wanted in [
        (odds["policies"], exact["policies"]),
        *((odds["options"][option], exact["options"][option]) for option in exact["options"]),
    ]:
        assert found["careful"] is found["reckless"] is None
        for policy in ("undecided", "historical"):
            assert_near(found[policy], wanted[policy], odds["plays"])
    assert odds["catastrophe"]["endings"] == exact["catastrophe"]["endings"]
    assert odds["catastrophe"]["careful"] is None


def assert_near(sampled: dict[str, Any], exact: dict[str, Any], plays: int) -> None:
    assert sampled.keys() == exact.keys()
    for ending, figure in sampled.items():
        wanted = exact[ending]["value"]
        assert figure.keys() == {"value", "low", "high"}
        assert figure["low"] <= figure["value"] <= figure["high"]
        assert abs(figure["value"] - wanted) <= 4.5 * (wanted * (1 - wanted) / plays) ** 0.5 + 1e-12


def test_the_table_of_an_estimate_says_so(capsys: Captured) -> None:
    assert main(["odds", "night_patrol", "--states", "3"]) == 0
    table = capsys.readouterr().out
    assert "estimated from 50,000 sampled games" in table
    assert "careful" not in table


def run_file(folder: Path, seed: int, *choices: str) -> str:
    path = folder / f"seed{seed}.run.yaml"
    items = "".join(f"  - {each}\n" for each in choices)
    path.write_text(
        f"run: 1\nscenario: night_patrol\nseed: {seed}\nchoices:{chr(10) + items if items else ' []'}\n"
    )
    return str(path)


def test_odds_at_a_run_are_those_of_what_its_player_can_know(tmp_path: Path, capsys: Captured) -> None:
    start = odds_of(capsys, "night_patrol")
    revealed = {}
    for seed in range(1, 9):
        run = run_file(tmp_path, seed)
        belief = odds_of(capsys, "night_patrol", "--at", run)
        assert (belief["of"], belief["at"]) == ("belief", f"seed{seed}")
        assert (belief["policies"], belief["options"]) == (start["policies"], start["options"])
        state = odds_of(capsys, "--at", run, "--reveal")
        assert (state["of"], state["at"], state["scenario"]) == ("state", f"seed{seed}", "night_patrol")
        revealed[seed] = Fraction(state["options"]["patrol.fire"]["undecided"]["war"]["exact"])
    assert set(revealed.values()) == {Fraction(1, 5), Fraction(2, 5), Fraction(3, 5)}


def test_at_the_end_of_a_game_nothing_is_on_offer_and_the_ending_is_certain(
    tmp_path: Path, capsys: Captured
) -> None:
    odds = odds_of(capsys, "--at", run_file(tmp_path, 1, "patrol.hold"))
    assert odds["options"] == {}
    assert {odds["policies"][each]["quiet"]["exact"] for each in odds["policies"]} == {"1"}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--reveal", "night_patrol"], "`--reveal` goes with `--at RUN`"),
        ([], "needs a name"),
        (["berlin_1961", "--at", "RUN"], "is a run of `night_patrol`, not of `berlin_1961`"),
        (["--at", "RUN", "--setup", "fog"], "not under `fog`"),
        (["night_patrol", "--policy", "carefull"], "Did you mean `careful`?"),
        (["night_patrol", "--policy", "careful:wart"], "Did you mean `war`?"),
        (["night_patrol", "--policy", "BAD"], "bad.policy.yaml:2:11"),
    ],
)
def test_what_cannot_be_asked_for_is_refused_with_a_sentence(
    words: list[str], sentence: str, tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "bad.policy.yaml").write_text("policy:\n  patrol: strike\n")
    paths = {"RUN": run_file(tmp_path, 1), "BAD": str(tmp_path / "bad.policy.yaml")}
    assert main(["odds", *(paths.get(each, each) for each in words)]) in {1, 2}
    told = capsys.readouterr()
    assert told.out == ""
    assert sentence in told.err


@pytest.mark.parametrize(
    ("policy", "war"),
    [("careful:war", "0"), ("reckless", "2/5"), ("undecided", "2/15"), ("reckless:quiet", "0")],
)
def test_one_policy_has_odds_of_its_own(policy: str, war: str, capsys: Captured) -> None:
    odds = odds_of(capsys, "night_patrol", "--policy", policy)
    row = odds["policies"][odds["policy"]]
    assert row["war"]["exact"] == war
    assert sum(Fraction(each["exact"]) for each in row.values()) == 1
    assert odds["catastrophe"][odds["policy"]] == row["war"]
    assert {"careful", "reckless", "undecided", "historical"} <= odds["policies"].keys()
    assert odds["policy"] in odds["options"]["patrol.fire"]


def test_a_policy_is_a_table_in_a_file(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "hawks.policy.yaml"
    path.write_text("policy:\n  patrol: { fire: 3, hold: 1 }\n")
    odds = odds_of(capsys, "night_patrol", "--policy", str(path))
    assert odds["policy"] == "hawks.policy.yaml"
    assert odds["policies"]["hawks.policy.yaml"]["war"]["exact"] == "3/10"
    assert main(["odds", "night_patrol", "--policy", str(path)]) == 0
    assert "undecided" not in capsys.readouterr().out


def test_odds_are_the_same_the_second_time(capsys: Captured) -> None:
    for words in (
        ["berlin_1961"],
        ["night_patrol", "--states", "3"],
        ["night_patrol", "--policy", "careful"],
    ):
        told = []
        for more in ([], [], ["--no-cache"]):
            assert main(["odds", *words, *more, "--json"]) == 0
            told.append(capsys.readouterr())
        assert told[0] == told[1] == told[2]


def test_the_second_time_nothing_is_solved(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    first = odds_of(capsys, "bay_of_pigs_1961")

    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("game.commands.outlooks.solved", never)
    assert odds_of(capsys, "bay_of_pigs_1961") == first
    with pytest.raises(AssertionError):
        worked_out(started_named("bay_of_pigs_1961", [], "fog_1961"), None, 77_777, is_kept=True)


def test_without_numpy_it_is_said_first_and_small_scenarios_are_solved(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    wanted = odds_of(capsys, "night_patrol")
    monkeypatch.setattr("game.commands.outlooks.find_spec", lambda _: None)
    monkeypatch.setitem(sys.modules, "numpy", None)
    assert main(["odds", "night_patrol", "--json", "--no-cache"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out) == wanted
    assert told.err.startswith("The package numpy is missing")
    assert main(["odds", "night_patrol", "--json", "--states", "3"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["plays"] == 1_000


def test_progress_is_told_on_a_terminal_and_wiped(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = iter([0.0, 0.1, 1.0, 1.1, 12.5])
    monkeypatch.setattr("game.commands.progress.time.monotonic", lambda: next(seconds))
    stream = Terminal()
    with Progress(stream) as progress:
        for states in (10, 1_000, 2_000, 123_456):
            progress.told(states)
    said, wiped = "\r1,000 states, 1 s", "\r123,456 states, 12 s"
    assert stream.getvalue() == f"{said}{wiped}\r{' ' * (len(wiped) - 1)}\r"


def test_progress_says_nothing_where_there_is_no_terminal() -> None:
    stream = io.StringIO()
    with Progress(stream) as progress:
        progress.told(10)
    assert stream.getvalue() == ""


def test_one_state_is_told_in_the_singular(tmp_path: Path, capsys: Captured) -> None:
    folder = tmp_path / "night"
    folder.mkdir()
    two = "change: { tension: +1 } }\n      call: { label: Telephone, change: { tension: -1 } }"
    one = NIGHT.replace(two, "set: { tension: 9 } }").replace("time is over", "tension is 9")
    (folder / "scenario.yaml").write_text(one, encoding="utf-8")
    assert main(["odds", str(folder)]) == 0
    assert capsys.readouterr().out.startswith("A Night | standard | 1 state\n")
