"""What all screens have in common: a focus, a scroll, a layout, and answers to keys."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar, Self

from game.frozen import FrozenByName, NamedTuple, replace
from game.screen.acts import Back, Request
from game.screen.desk import Desk, Layout
from game.screen.press import Press
from game.screen.uses import Uses
from game.view.sheet import Cue


class Screen(FrozenByName):
    """A screen as it stands. Nothing changes it: each answer is another screen or an act.

    `focus` is the id of the stop that has it, `offset` how far what can be scrolled is.
    """

    focus: str = ""
    offset: float = 0.0

    is_overlay = False
    """Whether the screen below is seen around it."""
    help_key: ClassVar[str]
    """The words that say what can be done here."""

    @property
    @abstractmethod
    def uses(self) -> Uses:
        """What keys do on this screen, the most useful first: its foot shows the first, help all of it."""

    @abstractmethod
    def layout(self, desk: Desk) -> Layout:
        """Return the picture; the same for the same screen and desk."""

    def focused(self, id: str) -> Self:  # noqa: A002  an id is an id
        return replace(self, focus=id)

    def scrolled(self, id: str, offset: float) -> Self:  # noqa: A002, ARG002  most screens have one reel
        return replace(self, offset=offset)

    def pointed(self, id: str) -> Self:  # noqa: A002, ARG002  most screens have nothing to point at
        """Return the screen with the mouse on a spot, or on none where the id is empty."""
        return self

    def dragged(self, right: float, down: float) -> Self:  # noqa: ARG002  most screens lie fast
        """Return the screen drawn along by the mouse, in logical units."""
        return self

    def wheeled(self, notches: float, x: float, y: float) -> Self:  # noqa: ARG002  most screens scroll
        """Return the screen after a turn of the wheel at a logical point; itself if it has no answer."""
        return self

    def presented(self, by: int) -> Act | None:  # noqa: ARG002  most screens are one page
        """Return what brings the next page before a class, or with -1 the one before it."""
        return None

    def is_picked(self, id: str) -> bool:  # noqa: A002, ARG002  an id is an id
        """Whether the player has brought the focus to a stop himself, so that a click may use it."""
        return True

    def activated(self, id: str) -> Act | None:  # noqa: A002, ARG002  some screens have nothing to do
        """Return what Enter, Space or a click on a stop asks for."""
        return None

    def answer(self, press: Press) -> Act | None:  # noqa: ARG002  most screens have no keys of their own
        """Return what a key asks for that means something on this screen only."""
        return None

    def back(self) -> Act:
        """Return what Esc asks for."""
        return Back()

    @property
    def cues(self) -> tuple[Cue, ...]:
        """The sounds of the story that are heard when the screen comes into sight."""
        return ()

    @property
    def takes_any_key(self) -> bool:
        """Whether the next key is taken as it is, whatever it does elsewhere."""
        return False

    @property
    def takes_text(self) -> bool:
        """Whether words are written here, so that letters, digits and the space bar are signs of them."""
        return False

    def typed(self, signs: str) -> Act | None:  # noqa: ARG002  most screens have nothing to write
        """Return what signs ask for that were typed on any keyboard."""
        return None

    @property
    def is_moving(self) -> bool:
        return False

    def later(self, milliseconds: float) -> Self:  # noqa: ARG002  most screens stand still
        """Return the screen after some time."""
        return self


class Become(NamedTuple):
    """The screen stays and looks so from now on."""

    screen: Screen


class Open(NamedTuple):
    """Another screen lies on top."""

    screen: Screen


Act = Become | Open | Request
"""What a screen answers: how it looks from now on, what lies over it, or what it asks of the house."""
