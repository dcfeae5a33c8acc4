"""A lesson in the window: what a class sees, and what the keys of the teacher or a remote do."""

from __future__ import annotations

from game.classroom.lesson import VOTES, Lesson, Step, counted, picked, written
from game.classroom.steps import backward, closed, deciding, forward
from game.frozen import aside, replace
from game.screen.acts import Home, Phones, Show, Teach
from game.screen.desk import Desk, Layout
from game.screen.press import Press
from game.screen.screens.class_bars import OPTION
from game.screen.screens.class_keys import lesson_uses
from game.screen.screens.class_papers import NOTHING, Leaf, Outcome, lesson_papers
from game.screen.screens.class_picture import picture
from game.screen.screens.class_shown import Shown
from game.screen.screens.class_side import Door
from game.screen.screens.confirm import Confirm, Question
from game.screen.screens.screen import Act, Become, Open, Screen
from game.screen.uses import LOOKS, Uses
from game.view.composition import reading
from game.view.lexicon import lexicon
from game.view.line import Line
from game.view.page import Page
from game.view.printing import literal, paragraphs
from game.view.words import Words


class ClassRoom(Screen):
    """A lesson at a moment; `now` is what time it is by the clock of the house.

    `papers` are those of the step, `paper` is the number of the one on top. `door` is the way in for phones
    while it is open, and `has_code` shows it alone.
    """

    lesson: Lesson
    page: Page
    words: Words = aside()
    now: float = 0.0
    papers: tuple[Leaf, ...] = ()
    paper: int = 0
    door: Door | None = None
    has_code: bool = False
    outcome: Outcome = NOTHING

    help_key = "help.screen.class"

    @property
    def takes_text(self) -> bool:
        return self.lesson.step is Step.MINORITY

    @property
    def uses(self) -> Uses:
        return lesson_uses(self.lesson, has_code=self.has_code and self.door is not None)

    def layout(self, desk: Desk) -> Layout:
        return picture(desk, self._shown(desk.words))

    def typed(self, signs: str) -> Act | None:
        return self._become(written(self.lesson, self.lesson.sentence + signs)) if self.takes_text else None

    def answer(self, press: Press) -> Act | None:  # noqa: PLR0911  a key a line
        if press.has_control or press.has_alt:
            return None
        if press.key in ("page_down", "enter") or (press.key == "space" and not self.takes_text):
            return self.presented(1)
        if press.key == "page_up":
            return self.presented(-1)
        if self.takes_text and press.key != "escape":
            return self._erased() if press.key == "backspace" else Become(self)
        if press.key in ("up", "down") and self.lesson.step is Step.DECIDE:
            return self._numbered(self._next(-1 if press.key == "up" else 1))
        place = press.numbered(range(len(self.lesson.options)))
        if place is not None:
            return self._numbered(place)
        if press.key in ("+", "-") or (press.key in ("left", "right") and self.lesson.step in VOTES):
            return self._become(counted(self.lesson, self._place, 1 if press.key in ("+", "right") else -1))
        return self._lettered(press.key)

    def presented(self, by: int) -> Act | None:
        """Return what brings the next paper or the next step, or with -1 the one before it."""
        if self.has_code and self.door is not None:
            return Become(replace(self, has_code=False))
        if 0 <= self.paper + by < len(self.papers):
            return Become(replace(self, paper=self.paper + by, offset=0.0))
        if by > 0 and self.lesson.step is Step.DECIDE and self.lesson.chosen is None:
            return Become(self)
        moved = forward(self.lesson, self.now) if by > 0 else backward(self.lesson)
        if moved == self.lesson:
            return None
        if moved.session is not self.lesson.session:
            return Teach(moved)
        return self._become(moved)

    def activated(self, id: str) -> Act | None:  # noqa: A002  an id is an id
        """A click on an option gives it a vote, or lets the President decide for it."""
        kind, _, place = id.partition(" ")
        return self._numbered(int(place)) if kind == OPTION else self.presented(1)

    def back(self) -> Act:
        if self.lesson.is_over:
            return Home()
        return self._confirmed("class.leave", Home())

    def told(self, page: Page, outcome: Outcome) -> ClassRoom:
        """Return the lesson with the Page and what is known at the end as they are now."""
        papers = lesson_papers(self.lesson, page, outcome, self.words)
        return replace(self, page=page, outcome=outcome, papers=papers)

    @property
    def _place(self) -> int:
        kind, _, place = self.focus.partition(" ")
        return int(place) if kind == OPTION else 0

    def _next(self, by: int) -> int:
        """The place of the option beside the one that is marked; where none is, the first or the last."""
        options, chosen = self.lesson.options, self.lesson.chosen
        at = options.index(chosen) if chosen is not None else -1 if by > 0 else 0
        return (at + by) % len(options)

    def _become(self, lesson: Lesson) -> Act:
        if lesson.step is self.lesson.step:
            return Become(replace(self, lesson=lesson))
        there = replace(self, lesson=lesson, paper=0, offset=0.0, focus=f"{OPTION} 0")
        return Become(there.told(self.page, self.outcome))

    def _erased(self) -> Act:
        return self._become(written(self.lesson, self.lesson.sentence[:-1]))

    def _numbered(self, place: int) -> Act | None:
        """A number adds a hand to an option in a vote; then it says what the President decides."""
        if place >= len(self.lesson.options):
            return None
        here = replace(self, focus=f"{OPTION} {place}")
        lesson = counted(self.lesson, place) if self.lesson.step in VOTES else picked(self.lesson, place)
        return Become(replace(here, lesson=lesson))

    def _lettered(self, key: str) -> Act | None:
        lesson = self.lesson
        if key in LOOKS:
            return Show(LOOKS[key])
        acts: dict[str, Act] = {
            "h": Become(replace(self, lesson=replace(lesson, is_open=not lesson.is_open))),
            "n": Phones(),
            "q": Become(replace(self, has_code=not self.has_code)),
        }
        if lesson.is_over:
            acts["r"] = Show("report")
        else:
            acts["e"] = self._confirmed("class.close", Teach(closed(self.lesson)))
            acts["d"] = self._become(deciding(lesson))
        return acts.get(key)

    def _confirmed(self, what: str, act: Act) -> Act:
        """Return what asks whether that is meant which ends the lesson."""
        words = Question(about=f"{what}.warning", go="class.yes")
        return Open(Confirm(label=literal(self.words[what]), act=act, words=words))

    def _shown(self, words: Words) -> Shown:
        return Shown(
            self.lesson,
            self.page,
            self.now,
            self._place,
            self.papers,
            self.paper,
            self.offset,
            self._asked(words),
            self.door,
            self.uses,
            self.has_code,
        )

    def _asked(self, words: Words) -> tuple[Line, ...]:
        """What the author gives a class to discuss."""
        session, question = self.lesson.session, self.lesson.question
        written_ = session.scenario.decisions[question].questions if question is not None else ()
        known, read = lexicon(session.scenario, words), reading(session.program, session.state)
        return tuple(part for each in written_ for part in paragraphs(known, each, read))
