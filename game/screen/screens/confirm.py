"""What is asked once more before something that cannot be taken back: the focus stands on the way back."""

from __future__ import annotations

from typing import ClassVar

from game.frozen import NamedTuple, replace
from game.screen.acts import Back
from game.screen.desk import Desk, Layout, Stop
from game.screen.parts.dialog import Dialog, dialog_layout
from game.screen.press import Press
from game.screen.scene import Piece
from game.screen.screens.screen import Act, Become, Screen
from game.screen.shown import plain
from game.screen.uses import Uses
from game.view.line import Line

ANSWERS = ("back", "go")


class Question(NamedTuple):
    """Keys of words: what is asked, what is said of it where no author does, the answer that does it."""

    asks: str = "confirm.title"
    about: str = ""
    go: str = "confirm.go"


OF_AN_ORDER = Question()


class Confirm(Screen):
    """What is asked of something by its label, the warning of its author, and the act that does it."""

    label: Line
    act: Act
    warning: Line = ()
    words: Question = OF_AN_ORDER
    focus: str = "back"

    is_overlay = True
    help_key = "help.screen.confirm"
    uses: ClassVar[Uses] = (
        ("key.left_right", "hint.choose"),
        ("key.enter", "hint.confirm"),
        ("key.escape", "hint.back"),
        ("key.digits", "hint.pick"),
    )

    def layout(self, desk: Desk) -> Layout:
        words = desk.words
        dialog = Dialog(
            words[self.words.asks].format(label=plain(self.label)),
            plain(self.warning) or words.get(self.words.about, ""),
            (words["confirm.back"], words[self.words.go]),
            ANSWERS.index(self.focus),
        )
        placed = dialog_layout(desk.type, dialog, desk.box)
        stops = tuple(Stop(name, box) for name, box in zip(ANSWERS, placed.answers, strict=True))
        return Layout((Piece("dialog", desk.box, dialog),), stops)

    def activated(self, id: str) -> Act | None:  # noqa: A002  an id is an id
        return Back() if id == "back" else self.act

    def answer(self, press: Press) -> Act | None:
        """Digits choose the answer, as they choose a card."""
        if press.key in ("1", "2"):
            return Become(replace(self, focus=ANSWERS[int(press.key) - 1]))
        return None
