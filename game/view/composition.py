"""The Page of a session: everything a front-end may show at this turn."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from game.engine.play import value
from game.engine.program import Program
from game.engine.state import State
from game.frozen import replace
from game.session.session import Session
from game.view.advisers import Asking
from game.view.chart import picture, positions
from game.view.chronicle import Chronicle, Stretch, chronicle, terms
from game.view.citing import cards, codex
from game.view.debrief import EndingCard
from game.view.gauges import gauges
from game.view.journal import journal
from game.view.lexicon import Lexicon, lexicon
from game.view.likelihood import Odds, odds_rows, odds_words
from game.view.line import Line
from game.view.moments import date_words, days, moment, time_of_day
from game.view.outcome import debrief, ending_card
from game.view.page import Choice, OddsRow, Page, PageKind, Question, Told, WayBack
from game.view.papers import opening_sheet
from game.view.printing import Reading, line, words_of
from game.view.questions import questions, wait
from game.view.references import card_ids
from game.view.sheet import Sheet
from game.view.words import ENGLISH, Words

_PAPERS = frozenset({"event", "phase", "report", "letter", "question"})
"""Things told that are papers even if nothing is written on them but the title."""


def page(session: Session, odds: Odds | None = None, words: Words = ENGLISH) -> Page:
    """Return the Page of a session as it stands.

    Two sessions that have shown the player the same give the same Page while their game goes on, if
    they are given the same odds: hidden values are printed only after the end.
    """
    composition = _Composition(session, odds, words)
    composed = composition.page()
    return replace(composed, cards=cards(composition.lexicon, card_ids(composed)))


def told_last(session: Session, words: Words = ENGLISH) -> tuple[Told, ...]:
    """Return what the Page of a session says was told, without the rest of it."""
    return _story(session, lexicon(session.scenario, words)).chapters[-1]


def _story(session: Session, known: Lexicon) -> Chronicle:
    return chronicle(known, tuple(_stretches(session)))


def reading(program: Program, state: State) -> Reading:
    """Return the reading of all values of a state."""
    return lambda name: value(program, state, name)


def _stretches(session: Session) -> Iterator[Stretch]:
    for number, each in enumerate(session.past):
        is_over = session.is_over and number == session.position
        yield Stretch(each.happenings, reading(session.program, each.state), is_over)


def _way_back(session: Session, words: Words) -> WayBack:
    return WayBack(
        undo=session.position - 1 if session.can_undo else None,
        redo=session.position + 1 if session.can_redo else None,
        reason="" if session.can_turn_back else words["way_back.none"],
    )


class _Composition:
    """The parts of one Page, each from the session and from what was told in it."""

    def __init__(self, session: Session, odds: Odds | None, words: Words) -> None:
        self.session = session
        self.scenario = session.scenario
        self.odds = odds
        self.lexicon = lexicon(session.scenario, words)
        self.reading = reading(session.program, session.state)
        self.minute = session.state.minute
        self.moment = self.scenario.clock.starts + self.minute
        self.happenings = tuple(chain.from_iterable(each.happenings for each in session.past))
        self.story = _story(session, self.lexicon)

    def page(self) -> Page:
        session, scenario, lexicon = self.session, self.scenario, self.lexicon
        ending = ending_card(lexicon, self.happenings, moment(self.moment), self.reading)
        kind = PageKind.ENDING if ending else PageKind.PLAY if session.position else PageKind.OPENING
        asked = self._questions()
        waiting = wait(lexicon, session.legal_commands)
        sheets = tuple(self._sheets(kind, asked, ending))
        phase = self.reading("phase") if scenario.phases else 0
        return Page(
            kind=kind,
            scenario=scenario.id,
            title=words_of(lexicon, scenario.title, self.reading),
            setup=session.setup,
            setup_label=self._setup_label(),
            seed=session.seed,
            heading=ending.sheet.title if ending else asked[0].sheet.title if asked else (),
            moment=moment(self.moment),
            date_words=date_words(self.moment, lexicon.words),
            time_words=time_of_day(self.moment),
            day=days(scenario.clock, self.minute),
            phase=self._phase_title(phase),
            status=gauges(
                lexicon, self.reading, self.minute, terms(lexicon, self.story.opened), self.story.moved
            ),
            told=self.story.chapters[-1],
            sheets=sheets,
            questions=asked,
            wait=waiting,
            map=picture(lexicon, positions(scenario.map, self.happenings), self.minute, phase, self.reading),
            journal=journal(self.story),
            cards=(),
            codex=codex(lexicon, self.reading),
            way_back=_way_back(session, lexicon.words),
            zone=scenario.clock.zone,
            ending=ending,
            debrief=debrief(lexicon, self.happenings, self.reading) if ending else None,
            odds=self._odds(asked, waiting),
            odds_words=self._odds_words(),
        )

    def _questions(self) -> tuple[Question, ...]:
        if self.session.is_over:
            return ()
        asking = Asking(self.lexicon, self.reading, self.odds)
        return questions(asking, self.story, self.session.legal_commands)

    def _sheets(
        self, kind: PageKind, asked: tuple[Question, ...], ending: EndingCard | None
    ) -> Iterator[Sheet]:
        """Yield the papers of this turn: the opening, what was told, the questions, the ending."""
        if kind is PageKind.OPENING:
            yield opening_sheet(self.lexicon, self.session.setup, self.reading)
        for thing in self.story.chapters[-1]:
            if thing.sheet is not None and (thing.kind in _PAPERS or thing.sheet.paragraphs):
                yield thing.sheet
        yield from (each.sheet for each in asked if not each.is_new)
        if ending is not None:
            yield ending.sheet

    def _phase_title(self, phase: int) -> Line:
        phases = tuple(self.scenario.phases.values())
        return line(self.lexicon, phases[phase].title, self.reading) if phases else ()

    def _setup_label(self) -> str:
        setup = self.scenario.setups.get(self.session.setup)
        if setup is None:  # a scenario without setups has the one of the language
            return self.lexicon.words["setup.standard"]
        return words_of(self.lexicon, setup.label, self.reading)

    def _odds(self, asked: tuple[Question, ...], waiting: Choice | None) -> tuple[OddsRow, ...] | None:
        if self.odds is None:
            return None
        choices = [each for question in asked for each in question.choices if each.key]
        choices += [waiting] if waiting else []
        return odds_rows(self.odds, {each.id: each.key for each in choices}, self.lexicon.words)

    def _odds_words(self) -> str:
        words = self.lexicon.words
        if not any(each.catastrophe for each in self.scenario.endings.values()):
            return words["odds.no_catastrophe"]
        return words["odds.over"] if self.session.is_over else odds_words(self.odds, words)
