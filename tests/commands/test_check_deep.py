"""`check --deep`: what is explored, what is left undecided, and runs that show what they say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.commands import check
from game.commands.main import main
from game.proofs import deep
from game.store.library import volume
from game.store.places import places
from game.store.scenarios import found
from tests.commands.test_check import UNKNOWN, Captured, shelved
from tests.samples.night import NIGHT

STUCK = NIGHT.replace(
    "      call: { label: Telephone, change: { tension: -1 } }\n",
    "      call: { label: Telephone, change: { tension: -1 } }\n"
    "  reply:\n"
    "    title: They ask for an answer.\n"
    "    when: chosen.patrol is call\n"
    "    options:\n"
    "      accept: { label: Accept, when: tension >= 4 }\n",
)

LONG = NIGHT.replace(
    "    when: time is over\n",
    "    when:\n      - time is over\n"
    + "".join(f"      - tension != {20 + each}\n" for each in range(3000)),
)


def told(folder: str, capsys: Captured) -> dict[str, object]:
    main(["check", folder, "--deep", "--format", "json"])
    form: dict[str, object] = json.loads(capsys.readouterr().out)
    return form


def test_how_much_was_explored_is_said_below_the_faults(capsys: Captured) -> None:
    assert main(["check", "night_patrol", "--deep"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first == "night_patrol: no faults"
    assert second.endswith("a game takes 0 to 1 decisions and 1 minute of reading")


def test_a_dead_end_is_shown_by_a_run(tmp_path: Path, capsys: Captured) -> None:
    form = told(shelved(tmp_path, STUCK), capsys)
    [fault] = [each for each in form["diagnostics"] if each["code"] == "E522"]  # type: ignore[attr-defined]
    assert fault["witness"] == ["patrol.call"]
    assert form["complete"] is True


def test_a_list_of_thousands_of_conditions_is_explored(tmp_path: Path, capsys: Captured) -> None:
    assert main(["check", shelved(tmp_path, LONG), "--deep"]) == 0
    assert "state explored" in capsys.readouterr().out


def test_a_dead_end_is_an_error_for_the_exit_status(tmp_path: Path, capsys: Captured) -> None:
    folder = shelved(tmp_path, STUCK)
    assert main(["check", folder, "--ignore", "W310"]) == 0
    assert main(["check", folder, "--deep"]) == 1
    assert " = run: patrol.call" in capsys.readouterr().out


def test_deep_rules_do_not_run_beside_errors(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deep, "proved", lambda *_, **__: pytest.fail("explored"))
    assert main(["check", shelved(tmp_path, UNKNOWN), "--deep"]) == 1
    assert "E301" in capsys.readouterr().out


def test_over_budget_nothing_is_proved_and_the_form_says_so(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = deep.proved
    monkeypatch.setattr(deep, "proved", lambda subject, known, told: whole(subject, known, 0, told))
    form = told(shelved(tmp_path, STUCK), capsys)
    assert form["complete"] is False
    assert {"I555"} <= {each["code"] for each in form["diagnostics"]}  # type: ignore[attr-defined]


def test_a_comment_for_a_deep_rule_is_needless_only_where_deep_rules_have_run(tmp_path: Path) -> None:
    text = NIGHT.replace("    title: The boat", "    # excomm: ignore W550\n    title: The boat")
    stored = found(shelved(tmp_path, text), places())
    assert stored is not None
    opened = volume(stored)
    assert "I901" not in {each.code for each in check.judgement(opened, is_deep=False).faults}
    assert "I901" in {each.code for each in check.judgement(opened, is_deep=True).faults}
