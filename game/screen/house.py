"""The stack of screens with the game under it, and how the acts of screens change both."""

from __future__ import annotations

from functools import partial

from game.classroom.lesson import Lesson, Terms
from game.classroom.steps import begun, resumed
from game.engine.moves import Command
from game.frozen import replace
from game.screen import acts
from game.screen.arrivals import arrivals
from game.screen.bookcase import Bookcase
from game.screen.coach import SCENARIO as TUTORIAL
from game.screen.coach import Coach, Step
from game.screen.games import Games, SavedGames
from game.screen.glimpses import Glimpses
from game.screen.kept import last_title
from game.screen.news import on_table, told_of_page, told_of_scenarios, told_of_settings
from game.screen.outlook import Outlook, Solvers
from game.screen.prepared import Decide
from game.screen.screens.class_room import ClassRoom
from game.screen.screens.ending import Ending
from game.screen.screens.help import help_of
from game.screen.screens.looks import looks
from game.screen.screens.note import error_note
from game.screen.screens.odds import OddsNote
from game.screen.screens.opening import Opening
from game.screen.screens.report import Report
from game.screen.screens.room import Room, from_the_first_paper, room
from game.screen.screens.saves import Saves
from game.screen.screens.scenarios import Scenarios
from game.screen.screens.screen import Act, Become, Open, Screen
from game.screen.screens.settings import SettingsScreen
from game.screen.screens.title import Title
from game.screen.scribe import Scribe
from game.screen.shown import plain
from game.screen.stack import Stack
from game.screen.teaching import Teaching
from game.session.said import Said
from game.session.session import Session, after, rewound
from game.store.settings import Settings, refusal
from game.store.shelf import Saved, Shelf
from game.view.page import Page
from game.view.review import Review
from game.view.words import Words


class House:
    """Everything of the window that changes but the picture: screens, game, settings, a word in passing."""

    def __init__(self, shelf: Shelf, bookcase: Bookcase, settings: Settings, words: Words) -> None:
        self.shelf = shelf
        self.bookcase = bookcase
        self.games = Games(shelf, bookcase)
        self.glimpses = Glimpses(shelf, words)
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
        self.caption = ""
        self.is_left = False
        self.has_audience = False
        self.heard: list[str] = []
        self.stack = Stack([Title().told(None, None, has_tutorial=settings.tutorial)])
        self._told: tuple[int, int, bool] = (-1, 0, False)
        self._last: str | None = None

    @property
    def top(self) -> Screen:
        return self.stack.top

    @property
    def is_taught(self) -> bool:
        """Whether a lesson is held, which is always shown to a class."""
        return self.stack.has(ClassRoom)

    @property
    def is_presented(self) -> bool:
        """Whether a class looks on: in a lesson, and where the player says so."""
        return self.has_audience or self.is_taught

    def enter(self, session: Session, decide: Decide | None) -> None:
        """Begin with a game, played on as far as it is settled beforehand."""
        while decide is not None and not session.is_over and (command := decide(session)) is not None:
            session = after(session, command)
        if session.position:
            self._play(session)
        else:
            self._begin(session)

    def solve_with(self, solvers: Solvers) -> None:
        """Have the odds worked out from now on, those of the game on the table too."""
        self.outlook.solvers = solvers
        if self.session is not None:
            self.outlook.ask(self.session)

    def notice(self) -> bool:
        """Take in what was read and worked out meanwhile; return whether something is seen of it."""
        has_news = (
            self.games.notice() | self.games.mark(self.stack, self.words) | self.glimpses.notice(self.stack)
        )
        has_news |= self.teaching.notice(self.stack, self.outlook.solver(self.session)) | self._notice_odds()
        written = self.scribe.notice(self.session, self.outlook.solver(self.session))
        self.toast = written or self.teaching.fault(self.words) or self.toast
        now = (self.bookcase.read, len(self.bookcase.files), self.bookcase.is_read)
        if now == self._told:
            return has_news
        self._told = now
        self._learn()
        self._last = last_title(self.shelf.places, self.bookcase.scenarios)
        has_tutorial = self.settings.tutorial
        self.stack.tell(
            partial(told_of_scenarios, bookcase=self.bookcase, last=self._last, has_tutorial=has_tutorial)
        )
        return True

    def do(self, act: Act) -> None:
        """Carry out what a screen asks for; the coach sees to what was learned by it."""
        if self.games.awaited is not None and not isinstance(act, (Become, acts.GiveUp)):
            return
        before, coach = self.top, self.coach
        self._carry_out(act)
        if coach is None:
            return
        taught = coach.after(Step(before, act, self.top), self.page)
        if taught.is_over:
            self._end_tutorial()
        elif self.coach is coach:
            self.coach = taught

    def _carry_out(self, act: Act) -> None:  # noqa: C901, PLR0912, PLR0915  one case an act
        match act:
            case Become(screen):
                self._hear_paper(self.top, screen)
                self.stack.turn(screen)
            case Open(screen):
                self.stack.append(screen)
            case acts.Back():
                self.stack.back()
            case acts.Home():
                self._home()
            case acts.Play(command):
                self.heard.append("stamp")
                self._choose(command)
            case acts.Begin():
                self.games.begin(act, self._begin)
            case acts.Resume():
                self.games.resume(self._last or "", self._open, self._find_nothing)
            case acts.Save():
                self._save()
            case acts.Write(document):
                assert self.session is not None
                solver = self.outlook.solver(self.session)
                self.toast = self.scribe.ask(document, self.session, solver)
            case acts.Load(name):
                self.games.load(name, self._load, self._refuse)
            case acts.Remove(name):
                self.stack.back()
                self.games.remove(name, self._tell_of_saves)
            case acts.BringBack():
                self.games.bring_back(self._tell_of_saves)
            case acts.QuickLoad():
                self.games.load_newest(self._load, self._find_nothing, self._refuse)
            case acts.GiveUp():
                self.games.give_up()
                self.games.mark(self.stack, self.words)
            case acts.Rewind(choices):
                self._rewind(choices)
            case acts.Adopt(settings):
                self.adopt(settings)
            case acts.Show(name):
                self.heard.append("paper")
                self.show(name)
            case acts.BeginLesson():
                self.games.begin(act, partial(self.teach, terms=act.terms))
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
        self.teaching.host = terms.address
        self._teach(begun(session, terms, self.teaching.now))

    def show(self, name: str) -> None:
        """Open a screen by its name, if there is something to be seen on it."""
        match name:
            case "saves":
                self.games.list_saved(self._list)
            case "report":
                self._ask_report()
            case _:
                screen = self._named(name)
                if screen is not None:
                    self.stack.append(screen)

    def _ask_report(self) -> None:
        """Have the report written of a game that is over, unless it lies open."""
        session = self.session
        if session is not None and session.is_over and not isinstance(self.top, Report):
            self.games.report(partial(self.outlook.report, session), self._lay_report)

    def _lay_report(self, review: Review) -> None:
        self.stack.append(Report(review=review))

    def _named(self, name: str) -> Screen | None:
        """Return a screen by its name; None where it lies open, or there is nothing to be seen on it."""
        settings, books = self.settings, self.bookcase
        screen: Screen | None = None
        match name:
            case "title":
                pass
            case "scenarios" | "class":
                screen = Scenarios(files=books.files, is_read=books.is_read, is_for_class=name == "class")
            case "settings":
                screen = SettingsScreen(settings=settings)
            case "help":
                screen = help_of(self.top)
            case _:
                screen = looks(name, self.page, self.top, self.words)
        return None if isinstance(self.top, type(screen)) else screen

    def adopt(self, settings: Settings) -> None:
        """Let other settings hold and keep them."""
        self.settings = settings
        self._told = (-1, 0, False)
        self.stack.tell(partial(told_of_settings, settings=settings))
        self._renew()
        self.games.writings.send(partial(refusal, self.shelf.places.settings, settings), self._tell_refusal)

    def _tell_refusal(self, fault: OSError | None) -> None:
        """Say why settings cannot be kept, if they cannot."""
        if fault is not None:
            self.toast = self.words["toast.no_settings"].format(reason=fault.strerror or fault)

    def _tell(self, said: Said) -> None:
        self.toast = said.in_words(self.words)

    def _hear_paper(self, before: Screen, after: Screen) -> None:
        """Let it be heard that a paper is turned."""
        if isinstance(before, Room) and isinstance(after, Room) and before.at.paper != after.at.paper:
            self.heard.append("paper")

    def _home(self) -> None:
        self.teaching.close()
        self.session, self.page, self.coach = None, None, None
        self._told = (-1, 0, False)
        self.stack.lay(Title())
        self.notice()

    def _choose(self, command: Command) -> None:
        assert self.session is not None
        assert self.page is not None
        label = next((each.label for each in self.page.choices if each.command == command), ())
        self._play(after(self.session, command))
        if len(self.stack) == 2 and not self.page.ending:
            self.toast = self.toast or self.words["toast.chosen"].format(label=plain(label))

    def _begin(self, session: Session) -> None:
        """Lay a new game on the table, under its opening and all that came before the first choice."""
        page = self._open(session)
        self._bring(page)
        self.stack.append(Opening(page=page))

    def _play(self, session: Session) -> None:
        """Lay a game on the table after a choice, under all that came of it."""
        self._bring(self._lay(session))

    def _bring(self, page: Page) -> None:
        """Put all that came since the last choice on the table, the first on top."""
        if self.is_presented and isinstance(self.top, Room):
            self.stack.turn(from_the_first_paper(self.top))
        self.stack += reversed(arrivals(page, is_still=self.settings.reduced_motion))

    def _open(self, session: Session) -> Page:
        """Lay another game on the table; the tutorial, if it was that, stays unfinished."""
        self.coach = None
        return self._lay(session)

    def _teach(self, lesson: Lesson) -> None:
        """Let a lesson be seen where it stands, and keep its game."""
        page = self._lay(lesson.session)
        self.stack.turn(self.teaching.room(lesson, page, self.words))

    def _turn_phones(self) -> None:
        assert self.session is not None
        language = self.shelf.language or self.session.scenario.language
        self.toast = self.teaching.turn_phones(self.words, language)
        if isinstance(self.top, ClassRoom):
            self.stack.turn(replace(self.top, has_code=not self.top.door))

    def _lay(self, session: Session) -> Page:
        self.session = session
        self.outlook.ask(session)
        self.page = page = self.outlook.page(session)
        bottom: Screen = Ending(page=page) if page.ending else room(on_table(page, self.settings))
        self.stack.lay(Title(last=self._last), bottom)
        self.games.keep(session, self._tell)
        return page

    def _notice_odds(self) -> bool:
        """Take in what was worked out; how far the work is matters only to who looks at it."""
        session = self.session
        if session is None or not self.outlook.has_news(session):
            return False
        if self.outlook.tell_reports(self.stack, session):
            return True
        if not self.stack.has(OddsNote) and not self.outlook.has_other_chances(session):
            return False
        self.page = self.outlook.page(session)
        self._renew()
        return True

    def _renew(self) -> None:
        """Let the screens show the page as it is now."""
        page = self.page
        if page is not None:
            self.stack.tell(partial(told_of_page, page=page, settings=self.settings, words=self.words))

    def _learn(self) -> None:
        """Begin the tutorial as soon as its scenario is read."""
        scenario = self.bookcase.scenarios.get(TUTORIAL)
        if self._is_learning and scenario is not None and isinstance(self.top, Title):
            self._is_learning = False
            self.games.begin(acts.Begin(TUTORIAL, scenario.setup_ids[0], None), self._teach_by_doing)
        self._is_learning = self._is_learning and isinstance(self.top, Title) and not self.bookcase.is_read

    def _teach_by_doing(self, session: Session) -> None:
        self._begin(session)
        self.coach = Coach()

    def _end_tutorial(self) -> None:
        """Put the coach away; the title offers the tutorial no more."""
        self.coach = None
        self.adopt(replace(self.settings, tutorial=False))

    def _save(self) -> None:
        if self.session is not None:
            self.games.save(self.session, self._tell_saved)

    def _tell_saved(self, saved: Saved) -> None:
        self.toast = self.words["toast.saved"] if saved.is_kept else saved.said.in_words(self.words)

    def _load(self, session: Session) -> None:
        """Lay a saved game on the table."""
        self._open(session)
        self.toast = self.toast or self.words["toast.loaded"]

    def _find_nothing(self) -> None:
        self.toast = self.words["toast.nothing"]

    def _refuse(self, said: Said) -> None:
        """Say why a game cannot be loaded."""
        self.stack.append(error_note(said.in_words(self.words), self.words))

    def _list(self, saved: SavedGames) -> None:
        """Lay the list of saved games on top, or in the place of the one that lies there."""
        listed = self.glimpses.listed(saved, self.bookcase.files)
        if isinstance(self.top, Saves):
            self.stack.turn(self.top.renewed(listed))
        else:
            self.stack.append(listed)

    def _tell_of_saves(self, said: Said) -> None:
        """Say what became of a saved game, and list them again."""
        self._tell(said)
        self.games.list_saved(self._list)

    def _rewind(self, choices: int) -> None:
        assert self.session is not None
        lesson = next((each.lesson for each in self.stack.of(ClassRoom)), None)
        before = rewound(self.session, choices)
        if lesson is not None:
            self._teach(resumed(lesson, before, self.teaching.now))
        else:
            self._lay(before)
        self.toast = self.toast or self.words["toast.undone"]
