"""The stack of screens with the game under it, and how the acts of screens change both."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace

from game.classroom.lesson import Lesson, Terms, begun, resumed
from game.engine.moves import Command
from game.screen import acts
from game.screen.acts import Act
from game.screen.arrivals import arrivals
from game.screen.bookcase import Bookcase
from game.screen.coach import SCENARIO as TUTORIAL
from game.screen.coach import Coach, Step
from game.screen.kept import last_title, newest_save
from game.screen.motion import has_moved
from game.screen.outlook import Outlook
from game.screen.screens.advisers import Advisers
from game.screen.screens.class_room import ClassRoom
from game.screen.screens.ending import Ending
from game.screen.screens.keys import KeysScreen
from game.screen.screens.looks import looks
from game.screen.screens.odds import OddsNote
from game.screen.screens.opening import Opening
from game.screen.screens.overlay import Note, error_note, help_note
from game.screen.screens.report import Report
from game.screen.screens.room import Room, from_the_first_paper, room
from game.screen.screens.saves import Saves, kept_games
from game.screen.screens.scenarios import Scenarios
from game.screen.screens.screen import Screen
from game.screen.screens.settings import SettingsScreen
from game.screen.screens.title import Title
from game.screen.scribe import Scribe
from game.screen.shown import plain
from game.screen.teaching import Teaching
from game.session.session import Session, after, bound, rewound, started
from game.store.runs import saved_runs
from game.store.settings import Settings, write_settings
from game.store.shelf import Shelf
from game.view.page import Page
from game.view.picture import MapPicture
from game.view.words import Words

MOST_OF_A_NEW_SEED = 1_000_000
"""Seeds drawn for new games are short enough to be read out."""

LEAVING = (acts.Home, acts.Begin, acts.Resume, acts.Load, acts.QuickLoad)
"""After these another game is played, or none, and the tutorial stays unfinished."""

Decide = Callable[[Session], Command | None]


class House:
    """Everything of the window that changes but the picture: screens, game, settings, a word in passing."""

    def __init__(self, shelf: Shelf, bookcase: Bookcase, settings: Settings, words: Words) -> None:
        self.shelf = shelf
        shelf.warn = self._say
        self.bookcase = bookcase
        self.settings = settings
        self.words = words
        self.outlook = Outlook(words)
        self.teaching = Teaching(shelf.places)
        self.scribe = Scribe(shelf, words)
        self.session: Session | None = None
        self.page: Page | None = None
        self.coach: Coach | None = None
        self._is_learning = False
        self.toast = ""
        self.is_left = False
        self.is_presented = False
        self.heard: list[str] = []
        self.stack: list[Screen] = [Title().told(None, None, has_tutorial=settings.tutorial)]
        self._told: tuple[int, int, bool] = (-1, 0, False)
        self._last: str | None = None

    @property
    def top(self) -> Screen:
        return self.stack[-1]

    @property
    def seen(self) -> tuple[Screen, ...]:
        """The screens that are seen: the top, and what overlays lie over."""
        first = len(self.stack) - 1
        while first > 0 and self.stack[first].is_overlay:
            first -= 1
        return tuple(self.stack[first:])

    def enter(self, session: Session, decide: Decide | None) -> None:
        """Begin with a game, played on as far as it is settled beforehand."""
        while decide is not None and not session.is_over and (command := decide(session)) is not None:
            session = after(session, command)
        self._play(session, is_new=session.position == 0)

    def notice(self) -> bool:
        """Take in what was read and worked out meanwhile; return whether something is seen of it."""
        has_news = self.teaching.notice(self.stack, self.outlook.solver(self.session)) | self._notice_odds()
        written = self.scribe.notice(self.session, self.outlook.solver(self.session))
        self.toast = written or self.teaching.fault(self.words) or self.toast
        now = (self.bookcase.read, len(self.bookcase.files), self.bookcase.is_read)
        if now == self._told:
            return has_news
        self._told = now
        self._learn()
        self._last = last_title(self.shelf.places, self.bookcase.scenarios)
        sights = [each.sight for each in self.bookcase.files if each.sight is not None]
        sight = next((each for each in sights if each.picture.rings), None)
        for i, screen in enumerate(self.stack):
            match screen:
                case Title():
                    self.stack[i] = screen.told(self._last, sight, has_tutorial=self.settings.tutorial)
                case Scenarios():
                    self.stack[i] = screen.told(self.bookcase.files, is_read=self.bookcase.is_read)
                case _:
                    pass
        return True

    def do(self, act: Act) -> None:
        """Carry out what a screen asks for; the coach sees to what was learned by it."""
        before, coach = self.top, self.coach
        self._carry_out(act)
        if coach is None or self.coach is not coach:
            return
        self.coach = coach.after(Step(before, act, self.top), self.page)
        if self.coach.is_over:
            self._end_tutorial()
        elif isinstance(act, LEAVING):
            self.coach = None

    def _carry_out(self, act: Act) -> None:  # noqa: C901, PLR0912  one case an act
        match act:
            case acts.Become(screen):
                self._hear_paper(self.top, screen)
                self.stack[-1] = screen
            case acts.Open(screen):
                self.stack.append(screen)
            case acts.Back():
                self._back()
            case acts.Home():
                self._home()
            case acts.Play(command):
                self.heard.append("stamp")
                self._choose(command)
            case acts.Begin():
                self._begin(act)
            case acts.Resume():
                self._resume()
            case acts.Save():
                self._save()
            case acts.Write(document):
                assert self.session is not None
                solver = self.outlook.solver(self.session)
                self.toast = self.scribe.ask(document, self.session, solver)
            case acts.Load(name):
                self._load(name)
            case acts.QuickLoad():
                self._quick_load()
            case acts.Rewind(choices):
                self._rewind(choices)
            case acts.Adopt(settings):
                self.adopt(settings)
            case acts.Show(name):
                self.heard.append("paper")
                self.show(name)
            case acts.BeginLesson(scenario, setup, seed, terms):
                self.teach(self._started(scenario, setup, seed), terms)
            case acts.Teach(lesson):
                self.heard.append("stamp")
                self._teach(lesson)
            case acts.Phones():
                self._turn_phones()
            case acts.Learn():
                self._is_learning = True
                self._learn()
            case acts.PutAway():
                self._end_tutorial()
            case acts.Leave():
                self.is_left = True

    def teach(self, session: Session, terms: Terms) -> None:
        """Begin a lesson with a game."""
        self.is_presented = True
        self.teaching.host = terms.address
        self._teach(begun(session, terms, self.teaching.now))

    def show(self, name: str) -> None:  # noqa: C901  one case a name
        """Open a screen by its name."""
        if name == "title":
            return
        if name in ("scenarios", "class"):
            files, is_read = self.bookcase.files, self.bookcase.is_read
            self.stack.append(Scenarios(files=files, is_read=is_read, is_for_class=name == "class"))
        elif name == "settings":
            if not isinstance(self.top, SettingsScreen):
                self.stack.append(SettingsScreen(settings=self.settings))
        elif name == "report":
            if self.session is not None and self.session.is_over:
                self.stack.append(Report(review=self.outlook.report(self.session)))
        elif name == "keys":
            self.stack.append(KeysScreen(settings=self.settings))
        elif name == "saves":
            self.stack.append(
                Saves(games=kept_games(saved_runs(self.shelf.places), self.bookcase.files, self.words))
            )
        elif name == "help":
            if not isinstance(self.top, Note):
                self.stack.append(help_note(self.top.help_key, self.words))
        else:
            screen = looks(name, self.page, self.top, self.words)
            if screen is not None:
                self.stack.append(screen)

    def adopt(self, settings: Settings) -> None:
        """Let other settings hold and keep them."""
        self.settings = settings
        self._told = (-1, 0, False)
        for i, screen in enumerate(self.stack):
            match screen:
                case SettingsScreen():
                    self.stack[i] = replace(screen, settings=settings)
                case KeysScreen():
                    self.stack[i] = replace(screen, settings=settings, is_waiting=False)
                case _:
                    pass
        self._renew()
        try:
            write_settings(self.shelf.places.settings, settings)
        except OSError as fault:
            self.toast = self.words["toast.no_settings"].format(reason=fault.strerror or fault)

    def _say(self, sentence: str) -> None:
        self.toast = sentence

    def _hear_paper(self, before: Screen, after: Screen) -> None:
        """Let it be heard that a paper is turned."""
        if isinstance(before, Room) and isinstance(after, Room) and before.at.paper != after.at.paper:
            self.heard.append("paper")

    def _back(self) -> None:
        if len(self.stack) > 1:
            self.stack.pop()

    def _home(self) -> None:
        self.teaching.close()
        self.session, self.page = None, None
        self._told = (-1, 0, False)
        self.stack = [Title()]
        self.notice()

    def _choose(self, command: Command) -> None:
        assert self.session is not None
        assert self.page is not None
        label = next((each.label for each in self.page.choices if each.command == command), ())
        self._play(after(self.session, command))
        if len(self.stack) == 2 and not self.page.ending:
            self.toast = self.toast or self.words["toast.chosen"].format(label=plain(label))

    def _begin(self, new: acts.Begin) -> None:
        session = self._started(new.scenario, new.setup, new.seed)
        self._play(session if new.can_turn_back else bound(session), is_new=True)

    def _started(self, scenario: str, setup: str, seed: int | None) -> Session:
        """Return a new game, to be kept in a file of its own; without a seed, one with any luck."""
        self.shelf.autosave = None
        luck = secrets.randbelow(MOST_OF_A_NEW_SEED) if seed is None else seed
        return started(self.bookcase.scenarios[scenario], setup, luck)

    def _play(self, session: Session, *, is_new: bool = False) -> None:
        """Lay a game on the table with all that came since the last choice on top, and keep it."""
        before = self.page.map if self.page is not None and not is_new else None
        page = self._lay(session)
        if before is not None and not self.settings.reduced_motion:
            self._sail(before)
        if self.is_presented and isinstance(self.stack[-1], Room):
            self.stack[-1] = from_the_first_paper(self.stack[-1])
        if is_new:
            self.stack += [
                *reversed(arrivals(page, is_still=self.settings.reduced_motion)),
                Opening(page=page),
            ]
        elif session.position:
            self.stack += reversed(arrivals(page, is_still=self.settings.reduced_motion))

    def _teach(self, lesson: Lesson) -> None:
        """Let a lesson be seen where it stands, and keep its game."""
        page = self._lay(lesson.session)
        self.stack[-1] = self.teaching.room(lesson, page, self.words)

    def _turn_phones(self) -> None:
        assert self.session is not None
        language = self.shelf.language or self.session.scenario.language
        self.toast = self.teaching.turn_phones(self.words, language)
        if isinstance(self.top, ClassRoom):
            self.stack[-1] = replace(self.top, has_code=not self.top.door)

    def _sail(self, before: MapPicture) -> None:
        """Let the marks of the map go from where they were to where they are."""
        bottom = self.stack[-1]
        if isinstance(bottom, Room) and has_moved(before, bottom.page.map):
            self.stack[-1] = replace(bottom, before=before)

    def _lay(self, session: Session) -> Page:
        self.session = session
        self.outlook.ask(session)
        self.page = page = self.outlook.page(session)
        on_table = self._on_table(page)
        bottom: Screen = Ending(page=page) if page.ending else room(on_table)
        self.stack = [Title(last=self._last), bottom]
        self.shelf.keep(session)
        return page

    def _notice_odds(self) -> bool:
        """Take in what was worked out; how far the work is matters only to who looks at it."""
        session = self.session
        if session is None or not self.outlook.has_news(session):
            return False
        if self._notice_report(session):
            return True
        is_looked_at = any(isinstance(screen, OddsNote) for screen in self.stack)
        if not is_looked_at and not self.outlook.has_other_chances(session):
            return False
        self.page = self.outlook.page(session)
        self._renew()
        return True

    def _notice_report(self, session: Session) -> bool:
        """Let a report that lies open say what has become known; return whether there is one."""
        reports = [(i, screen) for i, screen in enumerate(self.stack) if isinstance(screen, Report)]
        for i, screen in reports:
            self.stack[i] = screen.told(self.outlook.told(screen.review, session))
        return bool(reports)

    def _renew(self) -> None:
        """Let the screens show the page as it is now."""
        if self.page is None:
            return
        for i, screen in enumerate(self.stack):
            match screen:
                case Room():
                    self.stack[i] = replace(screen, page=self._on_table(self.page))
                case Advisers():
                    self.stack[i] = replace(screen, page=self.page)
                case ClassRoom():
                    self.stack[i] = screen.told(self.page, screen.outcome)
                case OddsNote():
                    self.stack[i] = screen.told(self.page, self.words)
                case _:
                    pass

    def _on_table(self, page: Page) -> Page:
        """Return the page as the room shows it: without odds unless the player wants them on the cards."""
        return page if self.settings.show_odds else replace(page, odds=None)

    def _learn(self) -> None:
        """Begin the tutorial as soon as its scenario is read."""
        scenario = self.bookcase.scenarios.get(TUTORIAL)
        if self._is_learning and scenario is not None and isinstance(self.top, Title):
            self._begin(acts.Begin(TUTORIAL, scenario.setup_ids[0], None))
            self.coach = Coach()
        self._is_learning = self._is_learning and isinstance(self.top, Title) and not self.bookcase.is_read

    def _end_tutorial(self) -> None:
        """Put the coach away; the title offers the tutorial no more."""
        self.coach = None
        self.adopt(replace(self.settings, tutorial=False))

    def _resume(self) -> None:
        session = self.shelf.last()
        if session is None:
            self.toast = self.words["toast.nothing"]
        else:
            self._lay(session)

    def _save(self) -> None:
        if self.session is not None:
            saved = self.shelf.save(self.session, "")
            self.toast = self.words["toast.saved"] if saved.is_kept else saved.sentence

    def _load(self, name: str) -> None:
        loaded = self.shelf.load(name)
        if isinstance(loaded, str):
            self.stack.append(error_note(loaded, self.words))
        else:
            self._lay(loaded)
            self.toast = self.toast or self.words["toast.loaded"]

    def _quick_load(self) -> None:
        newest = newest_save(self.shelf.places)
        if newest is None:
            self.toast = self.words["toast.nothing"]
        else:
            self._load(newest)

    def _rewind(self, choices: int) -> None:
        assert self.session is not None
        lesson = next((each.lesson for each in self.stack if isinstance(each, ClassRoom)), None)
        before = rewound(self.session, choices)
        if lesson is not None:
            self._teach(resumed(lesson, before, self.teaching.now))
        else:
            self._lay(before)
        self.toast = self.toast or self.words["toast.undone"]
