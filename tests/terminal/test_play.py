from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.engine.moves import Answer, Command
from game.session.said import Said
from game.session.session import Session, bound
from game.store.shelf import Found, Saved
from game.terminal.play import play
from game.terminal.table import Ask
from game.view.composition import page
from game.view.likelihood import Odds, Work
from game.view.printing import plain
from game.view.vocabulary import PROGRAM
from game.view.words import ENGLISH

NewGame = Callable[[str, str], Session]


class Keeper:
    """A shelf in memory."""

    language = None

    def __init__(self) -> None:
        self.documents: dict[str, str] = {}
        self.kept: list[Session] = []
        self.saved: dict[str, Session] = {}
        self.removed: list[tuple[str, Session]] = []
        self.taken: Session | None = None

    def keep(self, session: Session) -> None:
        self.kept.append(session)

    def save(self, session: Session, name: str) -> Saved:
        self.saved[name] = session
        return Saved(is_kept=True, said=Said("shelf.saved", {"name": name}))

    def write(self, _session: Session, kind: str, form: str, text: str) -> Path:
        self.documents[f"{kind}.{form}"] = text
        return Path(f"{kind}.{form}")

    def found(self, name: str) -> Found | Said:
        if name not in self.saved:
            return Said("shelf.none", {})
        return Found(self.saved[name], None)

    def take_up(self, found: Found) -> None:
        self.taken = found.session

    def refusal(self, _word: str, name: str) -> Said | None:
        return None if name in self.saved else Said("shelf.none", {})

    def remove(self, name: str) -> Said:
        self.removed.append((name, self.saved.pop(name)))
        return Said("shelf.removed", {"name": name})

    def bring_back(self) -> Said:
        if not self.removed:
            return Said("shelf.none_removed", {})
        name, session = self.removed.pop()
        self.saved[name] = session
        return Said("shelf.back", {"name": name})


@pytest.fixture
def river(new_game: NewGame) -> Session:
    return new_game("river_incident", "standard")


def played(session: Session, *typed: str, **given: object) -> list[str]:
    """Return the lines that a game writes for typed lines, without those of its first turn."""
    lines: list[str] = []
    source = iter(typed)
    assert play(session, lambda _prompt: next(source, None), lines.append, **given) == 0  # type: ignore[arg-type]
    return lines[9:]


def test_every_turn_is_kept(river: Session) -> None:
    shelf = Keeper()
    played(river, "wait", "undo", "call", shelf=shelf)
    assert [each.position for each in shelf.kept] == [0, 1, 0, 1]


def test_a_saved_game_is_loaded_with_its_question(river: Session) -> None:
    lines = played(river, "save early", "fire", "load early", "load late", shelf=Keeper())
    assert lines[0] == "Saved as early."
    assert lines[-10:-7] == ["The saved game goes on.", "", "[1969-03-02 20:00] Tension: uneasy"]
    assert lines[-1] == "There is no saved game."


def test_what_is_settled_beforehand_is_not_asked_until_one_goes_back(river: Session) -> None:
    def decide(session: Session) -> Command | None:
        return None if session.position else Answer("patrol", "call")

    lines = played(river, "undo", "hold", decide=decide)
    assert [each for each in lines if each.startswith(("> ", "The last"))] == [
        "> Telephone the other bank",
        "The last choice is undone.",
        "> Do nothing until dawn",
    ]


def test_odds_are_told_where_they_are_worked_out(river: Session) -> None:
    lines = played(river, "odds", odds=lambda _session: Odds({"patrol.fire": 0.4}, {}))
    assert lines == [
        ENGLISH["odds.solved"],
        "Fire a warning shot: in this model 40 worlds of 100 end in catastrophe (an even chance)",
    ]


def test_odds_that_are_not_there_are_words_with_the_reason(river: Session) -> None:
    known = Odds({"patrol.fire": 0.4}, {}, Work("beyond", 5_000_001, 60))
    lines = played(river, "odds", odds=lambda _session: known)
    assert lines == [ENGLISH["odds.beyond"], "Fire a warning shot: an even chance"]


def test_odds_are_asked_for_only_where_they_are_shown(river: Session) -> None:
    asked: list[str] = []

    def asking(what: str) -> Ask:
        return lambda _session: asked.append(what)

    both = {"odds": asking("odds"), "likelihoods": asking("words")}
    played(river, "status", "advisers", "hold", "odds", **both)
    assert asked == []
    played(river, "odds", "adviser nobody", "look", **both)
    assert asked == ["odds", "words"]


def test_who_types_is_told_what_the_game_is_about(river: Session) -> None:
    notes: list[str] = []
    played(river, "fire", note=notes.append)
    assert notes == [
        "    A patrol boat has drifted across the line. You have one night.",
        "Type the number of a choice, or help.",
        "The game is over. Type review, undo, journal, save or quit.",
    ]


def test_after_the_end_one_may_look_and_go_back(river: Session) -> None:
    lines = played(river, "fire", "look", "1", "undo")
    ending = "[1969-03-02 20:00] Ending: Shots at Dawn (war)"
    assert lines.count(ending) == 2
    assert "There is no command or choice '1' here." in lines


@pytest.mark.parametrize("typed", ["quit", "EXIT", "q"])
def test_a_game_can_be_left(river: Session, typed: str) -> None:
    assert played(river, typed, "fire") == []


def test_a_game_without_turning_back_says_so_whatever_way_is_tried(river: Session) -> None:
    reason = "This game is played without turning back: every choice stands."
    lines = played(bound(river), "call", "undo", "redo", "rewind 1", "help")
    assert lines.count(reason) == 4
    assert lines[-1] == reason
    assert not [line for line in lines if line.startswith(("undo", "rewind"))]


def test_nothing_to_undo_or_redo_is_said(river: Session) -> None:
    assert played(river, "undo", "redo", "rewind 1") == [
        "There is nothing to undo.",
        "There is nothing to redo.",
        "There is nothing to undo.",
    ]


def test_a_choice_to_go_back_to_is_one_of_those_made(river: Session) -> None:
    assert played(river, "call", "rewind 2")[-1] == "Write rewind and the number of a choice, from 1 to 1."


def test_entries_without_a_text_are_not_listed(game_recorded: Callable[[str], Session]) -> None:
    session = game_recorded("harbour_looks")
    lines: list[str] = []
    source = iter(["codex"])
    play(session, lambda _prompt: next(source, None), lines.append)
    titles = {plain(each.title) for each in page(session, None).codex if not each.paragraphs}
    assert titles
    assert not {line.rpartition(":")[0] for line in lines} & titles


def test_a_document_is_written_and_where_is_said(river: Session) -> None:
    shelf = Keeper()
    lines = played(river, "write", "fire", "write report", "write journal md", shelf=shelf, words=PROGRAM)
    assert lines[0] == "Say what to write: journal, journal md, transcript, transcript md."
    assert lines[-2:] == ["Written to report.html.", "Written to journal.md."]
    assert "The odds are not worked out." in shelf.documents["report.html"]
    assert shelf.documents["journal.md"].startswith("# Incident at the River: Journal\n")


def test_what_the_disk_refuses_is_one_sentence(river: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_given: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Keeper, "write", refused)
    (line,) = played(river, "write journal", shelf=Keeper(), words=PROGRAM)
    assert line == "It cannot be written: No space left on device."


REMOVED, BACK = (ENGLISH[f"shelf.{word}"].format(name="one") for word in ("removed", "back"))
ASKED = ENGLISH["terminal.remove"].format(name="one")


def test_a_saved_game_is_removed_when_it_is_asked_for_twice(river: Session) -> None:
    keeper = Keeper()
    lines = played(river, "save one", "remove one", "remove one", "load one", shelf=keeper)
    assert [line for line in lines if line in (ASKED, REMOVED)] == [ASKED, REMOVED]
    assert ENGLISH["shelf.none"] in lines
    assert keeper.saved == {}


def test_a_removal_that_something_comes_between_is_asked_again(river: Session) -> None:
    keeper = Keeper()
    lines = played(river, "save one", "remove one", "status", "remove one", shelf=keeper)
    assert lines.count(ASKED) == 2
    assert list(keeper.saved) == ["one"]


def test_the_game_removed_last_is_brought_back(river: Session) -> None:
    keeper = Keeper()
    lines = played(river, "save one", *["remove one"] * 2, "restore", "restore", "load one", shelf=keeper)
    assert BACK in lines
    assert ENGLISH["shelf.none_removed"] in lines
    assert keeper.taken is not None


def test_where_nothing_is_kept_nothing_is_removed(river: Session) -> None:
    lines = played(river, "remove one", "restore")
    assert lines.count(ENGLISH["terminal.no_load"]) == 2
