"""A game written down: nothing that was told is missing, and nothing told is taken for markup."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from game.commands.main import main
from game.report.script import Block, Script, journal_script, script_markdown, script_page, transcript_script
from game.session.runfile import format_run
from game.session.session import Session
from game.terminal.transcript import transcript
from game.view.line import Run, RunStyle
from game.view.vocabulary import PROGRAM
from tests.report.test_afteraction import Outline, played

BAD = "<b>*1*</b> _x_ [y](z) # `q` | ~~"


@pytest.fixture(scope="module")
def session() -> Session:
    return played("cuba_1962", 3)


def told(session: Session) -> list[str]:
    """Return the texts and answers of the transcript, without options in the way."""
    lines = transcript(session, PROGRAM).splitlines()
    return [each.lstrip("> ").strip() for each in lines if each.startswith(("> ", "Event: ", "Letter: "))]


def test_all_that_the_transcript_tells_stands_in_both_forms(session: Session) -> None:
    script = transcript_script(session, PROGRAM)
    page = Outline(script_page(script, PROGRAM)).text
    marked = re.sub(r"\\(.)", r"\1", script_markdown(script, PROGRAM))
    for line in told(session):
        plain = line.removeprefix("(late) ")
        assert plain in page
        assert plain in marked.replace("*", "")


def test_the_journal_has_a_line_for_each_entry(session: Session) -> None:
    script = journal_script(session, PROGRAM)
    answers = [each for each in script.blocks if each.kind == "answer"]
    assert len(answers) >= session.position - 3
    assert script.blocks[0].kind == "moment"
    assert "heading" not in {each.kind for each in script.blocks}


def test_words_that_look_like_markup_are_words() -> None:
    lines = (Block("text", (Run(BAD),)), Block("text", (Run("1. no list"),)), Block("option", (Run(BAD),)))
    script = Script(BAD, BAD, lines, ((1, BAD),))
    page = script_page(script, PROGRAM)
    assert "<b>" not in page
    assert unescape(page).count(BAD) == 6
    marked = script_markdown(script, PROGRAM)
    assert "<b>" not in marked.replace("\\<b\\>", "")
    assert "\n1\\. no list" in marked


def test_emphasis_is_kept() -> None:
    script = Script(
        "A", "B", (Block("text", (Run("The "), Run("Grozny", RunStyle.ITALIC), Run(" turns."))),), ()
    )
    assert "The *Grozny* turns." in script_markdown(script, PROGRAM)
    assert "The <em>Grozny</em> turns." in script_page(script, PROGRAM)


@pytest.mark.parametrize(
    ("name", "begins"), [("a.md", "# "), ("a.html", "<!DOCTYPE html>"), ("a.txt", "October")]
)
def test_a_file_is_written_in_the_form_that_its_name_asks_for(
    session: Session, tmp_path: Path, name: str, begins: str
) -> None:
    run, output = tmp_path / "game.run.yaml", tmp_path / name
    run.write_text(format_run(session.run), encoding="utf-8")
    assert main(["replay", str(run), "-o", str(output)]) == 0
    assert output.read_text(encoding="utf-8").startswith(begins)


def test_a_journal_is_no_plain_text(
    session: Session, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = tmp_path / "game.run.yaml"
    run.write_text(format_run(session.run), encoding="utf-8")
    assert main(["replay", str(run), "--journal"]) == 2
    assert "--format md" in capsys.readouterr().err
    assert main(["replay", str(run), "--journal", "--format", "md"]) == 0
    assert "Journal" in capsys.readouterr().out
