"""What was told in a game: a fold over its happenings, halt by halt.

Values of the status are known at the first halt and carried along; what moved is told after the
entry that moved it, so that a cause stands before its effect.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import copy

from game.engine import happenings as happened
from game.engine.happenings import Happening, VariableMoved
from game.frozen import NamedTuple
from game.scenario.model import Cue as ModelCue
from game.scenario.recent import Recent
from game.view.chapter import Chapter
from game.view.citing import cue, mark
from game.view.gauges import Term, changes, gauges, status_line
from game.view.lexicon import Lexicon
from game.view.moments import moment
from game.view.page import Told, ToldKind
from game.view.papers import decision_sheet, letter_sheet, report_sheet, told_paragraphs
from game.view.printing import Reading, line, literal, paragraphs, told
from game.view.sheet import Sheet


class Stretch(NamedTuple):
    """The happenings from one halt to the next, with what the values of all names are at its end.

    There is always one at least, so that the tuple of them is that of this stretch alone.
    """

    happenings: tuple[Happening, ...]
    reading: Reading
    is_over: bool


class Opened(NamedTuple):
    """An open decision: the happening, the minute, and the number of the halt before which it opened."""

    happening: happened.DecisionOpened
    minute: int
    halt: int


class Beginning(NamedTuple):
    """What the status was made of when a moment began."""

    values: Mapping[str, int]
    terms: tuple[Term, ...]


class Chronicle(NamedTuple):
    """All that was told, halt by halt; the decisions still open; the letters that came, by id."""

    chapters: tuple[tuple[Told, ...], ...]
    opened: Mapping[str, Opened]
    letters: Mapping[str, Sheet]
    moved: Mapping[str, int]


def chronicle(lexicon: Lexicon, stretches: Sequence[Stretch]) -> Chronicle:
    """Return what was told in a game; `moved` is how far variables moved in the last stretch.

    A stretch has one past only, so that what was written up to its end is not written again.
    """
    writer = _writer(lexicon, stretches)
    for each in stretches[len(writer.chapters) :]:
        writer.write(each)
    _written.put((lexicon, stretches[-1].happenings), writer)
    return Chronicle(writer.chapters, writer.opened, writer.letters, writer.moved)


def _writer(lexicon: Lexicon, stretches: Sequence[Stretch]) -> _Writer:
    """Return a writer that has written as much of a game as is at hand."""
    for each in reversed(stretches):
        known = _written.found((lexicon, each.happenings))
        if known is not None:
            return known.copied()
    return _Writer(lexicon)


def terms(lexicon: Lexicon, opened: Mapping[str, Opened]) -> tuple[Term, ...]:
    """Return how long the open decisions that have a deadline stay open."""
    decisions = lexicon.scenario.decisions
    return tuple(
        Term(each.happening.deadline, decisions[name].deadline or 0)
        for name, each in opened.items()
        if each.happening.deadline is not None
    )


def _values_before(names: Iterable[str], stretch: Stretch) -> dict[str, int]:
    """Return the values before the first happening: those at the end, each move taken back."""
    values = {name: stretch.reading(name) for name in names}
    for each in reversed(stretch.happenings):
        if isinstance(each, VariableMoved) and each.name in values:
            values[each.name] = each.before
    return values


class _Writer:
    """Writes chapter after chapter, carrying the clock, the status and the open decisions along."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.chapters: tuple[tuple[Told, ...], ...] = ()
        self.minute = 0
        self.headed: int | None = None
        self.beginning = Beginning({}, ())
        self.values: dict[str, int] = {}
        self.moves: dict[str, tuple[int, int]] = {}
        self.moved: dict[str, int] = {}
        self.opened: dict[str, Opened] = {}
        self.letters: dict[str, Sheet] = {}

    def copied(self) -> _Writer:
        """Return a writer that goes on from here and leaves this one as it is."""
        other = copy(self)
        other.values, other.opened, other.letters = dict(self.values), dict(self.opened), dict(self.letters)
        return other

    def write(self, stretch: Stretch) -> None:
        """Write the next chapter."""
        if not self.chapters:
            watched = (name for name, _ in self.lexicon.scenario.status if name in self.lexicon.variables)
            self.values = _values_before(watched, stretch)
            self.reading = stretch.reading
        before = dict(self.values)
        self.written = Chapter()
        for each in stretch.happenings:
            self._write(each)
        self.reading = stretch.reading
        self._settle()
        if self.opened and not stretch.is_over:
            self._head()
        self.moved = {name: value - before[name] for name, value in self.values.items()}
        self.chapters = (*self.chapters, self.written.told)

    def _write(self, happening: Happening) -> None:
        match happening:
            case happened.VariableMoved(name, before, after):
                if name in self.values:
                    self.values[name] = after
                    self.moves[name] = (self.moves.get(name, (before, before))[0], after)
            case happened.Told(address):
                self._head()
                statement = mark(self.lexicon, self.lexicon.passages[address].statement)
                text = told_paragraphs(self.lexicon, happening)
                self.written.tell_text(address, self._moment, text, statement)
            case happened.Cued(kind, address):
                passage = self.lexicon.passages[address]
                self._tell_cue(address, kind, passage.sound if kind == "sound" else passage.picture)
            case happened.FlagSwitched() | happened.MapChanged() | happened.Queued() | happened.ChanceTaken():
                pass
            case _:
                self._settle()
                self._write_entry(happening)

    def _write_entry(self, happening: Happening) -> None:
        match happening:
            case happened.MomentBegan(minute):
                self.minute = minute
                self.beginning = Beginning(dict(self.values), terms(self.lexicon, self.opened))
            case happened.EventBegan():
                self._tell_event(happening)
            case happened.PhaseEntered():
                self._tell_phase(happening)
            case happened.ReportGiven(report):
                self._tell_paper("report", report, report_sheet(self.lexicon, happening, self._moment))
            case happened.LetterArrived():
                self._tell_letter(happening)
            case happened.OptionChosen():
                self._tell_choice(happening)
            case happened.Waited():
                self.written.tell(Told("choice", self._moment, literal(self.lexicon.words["wait"])))
            case happened.DecisionOpened():
                self._tell_question(happening)
            case happened.DecisionLapsed(decision):
                self.opened.pop(decision, None)
            case _:  # a response has no title; the end of time and of the game are told by the ending
                pass

    @property
    def _moment(self) -> str:
        return moment(self.lexicon.scenario.clock.starts + self.minute)

    def _status(self) -> str:
        values, open_terms = self.beginning
        strip = gauges(self.lexicon, values.__getitem__, self.minute, open_terms, {})
        return status_line(strip, self.lexicon.words)

    def _head(self) -> None:
        """Tell the moment, once, before the first thing that is told at it."""
        if self.headed != self.minute:
            self.headed = self.minute
            status = self._status()
            self.written.tell(Told("moment", self._moment, literal(status) if status else None))

    def _settle(self) -> None:
        """Tell the moves of the entry that is done."""
        for change, sentence in changes(self.lexicon, self.moves, self.reading):
            self._head()
            self.written.tell(Told("change", self._moment, literal(sentence), change=change))
        self.moves = {}

    def _tell_paper(self, kind: ToldKind, address: str, sheet: Sheet) -> None:
        self._head()
        self.written.tell_paper(kind, address, sheet)

    def _tell_cue(self, address: str, kind: str, given: ModelCue | None) -> None:
        shown = cue(self.lexicon, kind, given)
        if shown is not None:
            self._head()
            self.written.tell_cue(address, self._moment, shown)

    def _tell_event(self, began: happened.EventBegan) -> None:
        event = self.lexicon.scenario.events[began.event]
        if not event.quiet:
            title = line(self.lexicon, event.title, told(began.values))
            statement = mark(self.lexicon, event.statement)
            self._tell_paper("event", event.id, Sheet(event.id, "event", title, self._moment, mark=statement))

    def _tell_phase(self, entered: happened.PhaseEntered) -> None:
        phase = self.lexicon.scenario.phases[entered.phase]
        reading = told(entered.values)
        text = paragraphs(self.lexicon, phase.text, reading) if phase.text else ()
        title = line(self.lexicon, phase.title, reading)
        self._tell_paper("phase", phase.id, Sheet(phase.id, "phase", title, self._moment, paragraphs=text))
        self._tell_cue(phase.id, "picture", phase.picture)

    def _tell_letter(self, arrived: happened.LetterArrived) -> None:
        """Tell a letter to the player; another stays unseen."""
        letter = self.lexicon.scenario.letters[arrived.letter]
        if self.lexicon.scenario.actors[letter.to].player:
            sheet = letter_sheet(self.lexicon, arrived, self._moment)
            self.letters[letter.id] = sheet
            self._tell_paper("letter", letter.id, sheet)
            self._tell_cue(letter.id, "sound", letter.sound)
            self._tell_cue(letter.id, "picture", letter.picture)

    def _tell_question(self, opened: happened.DecisionOpened) -> None:
        self.opened[opened.decision] = Opened(opened, self.minute, len(self.chapters))
        sheet = decision_sheet(self.lexicon, opened, self._moment)
        self._head()
        self.written.tell(Told("question", self._moment, sheet.title, sheet.paragraphs, sheet))

    def _tell_choice(self, chosen: happened.OptionChosen) -> None:
        """Tell an answer with the words that it had when it was on offer."""
        self.opened.pop(chosen.decision, None)
        option = self.lexicon.scenario.decisions[chosen.decision].options[chosen.option]
        address = f"{chosen.decision}.{chosen.option}"
        title = line(self.lexicon, option.label, self.reading)
        kind: ToldKind = "late" if chosen.is_late else "choice"
        self._tell_paper(kind, address, Sheet(address, "result", title, self._moment))


_written: Recent[_Writer] = Recent(16)
