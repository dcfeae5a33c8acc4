"""What a class is told beside the Page: what was shortened, the record, the votes, and what they risked."""

from __future__ import annotations

from collections.abc import Iterator

from game.analysis.account import Reckoning, Risk
from game.classroom.ballot import outvoted
from game.engine.happenings import OptionChosen
from game.engine.moves import Answer
from game.frozen import NamedTuple
from game.scenario.model import Decision
from game.session.run import Tally, Vote
from game.session.session import Session, as_it_stood
from game.view.composition import reading, told_last
from game.view.lexicon import Lexicon, lexicon
from game.view.line import Line
from game.view.moments import moment
from game.view.printing import Reading, line, literal, words_of
from game.view.words import Words

_HEADED = frozenset({"event", "phase", "report", "letter"})


class Passage(NamedTuple):
    """A line about what was not shown at length, at its moment."""

    moment: str
    words: Line


class Recorded(NamedTuple):
    """What was really decided: the option's label, what the record says of it, whether the class did so."""

    label: str
    is_same: bool
    lines: tuple[Passage, ...]


class Voted(NamedTuple):
    """A decision of the class beside the record; `first` and `second` have labels with their votes."""

    title: str
    first: tuple[tuple[str, int], ...]
    second: tuple[tuple[str, int], ...]
    taken: str
    is_overruled: bool
    minority: str
    recorded: str | None


class MinorityRisk(NamedTuple):
    """What the taken and the outvoted option of a vote would have risked; risks are None while unknown."""

    title: str
    taken: str
    outvoted: str
    votes: int
    sentence: str
    risk: Risk | None
    outvoted_risk: Risk | None


def meanwhile(session: Session, since: int, words: Words) -> tuple[Passage, ...]:
    """Return a line for each thing between a number of commands and the present: answers and news.

    What the present Page shows itself is left out, but not the answers before it.
    """
    return tuple(
        passage
        for position in range(since + 1, session.position + 1)
        for passage in _passed(as_it_stood(session, position), words, has_news=position < session.position)
    )


def _passed(session: Session, words: Words, *, has_news: bool) -> Iterator[Passage]:
    known = lexicon(session.scenario, words)
    before = as_it_stood(session, session.position - 1)
    now = moment(session.scenario.clock.starts + before.state.minute)
    command = session.halt.command
    if isinstance(command, Answer):
        yield Passage(now, _short(known, command, reading(before.program, before.state)))
    for each in session.halt.happenings:
        if isinstance(each, OptionChosen) and each.is_late:
            answer = Answer(each.decision, each.option)
            yield Passage(now, _short(known, answer, reading(session.program, session.state)))
    for told in told_last(session, words):
        if has_news and told.kind in _HEADED and told.heading:
            yield Passage(told.moment, told.heading)
        elif told.kind == "text" and not told.is_on_sheet:
            yield from (Passage(told.moment, each) for each in told.paragraphs)


def _short(known: Lexicon, answer: Answer, read: Reading) -> Line:
    """Return the line of a decision that a lesson leaves out: the author's, else title and option."""
    decision = known.scenario.decisions[answer.decision]
    recorded = decision.historical in (None, answer.option)
    if decision.short is not None and recorded:
        return line(known, decision.short, read)
    title = words_of(known, decision.title, read)
    label = words_of(known, decision.options[answer.option].label, read)
    return literal(known.words["class.meanwhile.line"].format(title=title, label=label))


def recorded(session: Session, decision: str, taken: str, words: Words) -> Recorded | None:
    """Return what was really decided; None where the record does not say. `taken` is an option or `wait`."""
    known, read = lexicon(session.scenario, words), reading(session.program, session.state)
    asked = session.scenario.decisions[decision]
    if asked.historical is None:
        return None
    rows = sorted(session.scenario.timeline.values(), key=lambda each: each.at)
    of_it = (each for each in rows if each.matches == f"{decision}.{asked.historical}")
    lines = tuple(Passage(moment(each.at), line(known, each.text, read)) for each in of_it)
    return Recorded(_label(known, asked, asked.historical, read), taken == asked.historical, lines)


def votes_of(session: Session, words: Words) -> tuple[Voted, ...]:
    """Return the votes of a game in their order, beside the record."""
    return tuple(_voted(session, each, words) for each in told_votes(session))


def told_votes(session: Session) -> tuple[Vote, ...]:
    """Return the votes of a game that its run fits."""
    decisions, last = session.scenario.decisions, session.position
    return tuple(each for each in session.run.votes if each.decision in decisions and 0 < each.choice <= last)


def split_votes(session: Session) -> tuple[Vote, ...]:
    """Return the votes in which somebody was outvoted."""
    return tuple(
        each for each in told_votes(session) if outvoted(each.last, taken_by(session, each)) is not None
    )


def _voted(session: Session, vote: Vote, words: Words) -> Voted:
    known, read = lexicon(session.scenario, words), reading(session.program, session.state)
    decision = session.scenario.decisions[vote.decision]
    historical = decision.historical
    return Voted(
        words_of(known, decision.title, read),
        _labelled(known, decision, vote.first, read),
        _labelled(known, decision, vote.second, read),
        _label(known, decision, taken_by(session, vote), read),
        vote.is_overruled,
        vote.minority,
        None if historical is None else _label(known, decision, historical, read),
    )


def taken_by(session: Session, vote: Vote) -> str:
    """Return what was decided after a vote: an option or `wait`."""
    command = session.trail[vote.choice].command
    return command.option if isinstance(command, Answer) else "wait"


def minority_risks(session: Session, reckoning: Reckoning | None, words: Words) -> tuple[MinorityRisk, ...]:
    """Return, for each vote in which somebody was outvoted, what both ways risked by the class's belief."""
    known, read = lexicon(session.scenario, words), reading(session.program, session.state)
    rows = []
    for vote in told_votes(session):
        decision, taken = session.scenario.decisions[vote.decision], taken_by(session, vote)
        other = outvoted(vote.last, taken)
        if other is None:
            continue
        risks = reckoning.choices[vote.choice - 1] if reckoning is not None else {}
        rows.append(
            MinorityRisk(
                words_of(known, decision.title, read),
                _label(known, decision, taken, read),
                _label(known, decision, other, read),
                dict(vote.last)[other],
                vote.minority,
                risks.get(_id(decision, taken)),
                risks.get(_id(decision, other)),
            )
        )
    return tuple(rows)


def _id(decision: Decision, option: str) -> str:
    return "wait" if option == "wait" else f"{decision.id}.{option}"


def _labelled(known: Lexicon, decision: Decision, tally: Tally, read: Reading) -> tuple[tuple[str, int], ...]:
    return tuple((_label(known, decision, option, read), votes) for option, votes in tally)


def _label(known: Lexicon, decision: Decision, option: str, read: Reading) -> str:
    if option in decision.options:
        return words_of(known, decision.options[option].label, read)
    return known.words["class.wait"]
