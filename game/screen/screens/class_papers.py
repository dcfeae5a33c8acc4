"""The papers of a lesson: evidence, what followed, what really happened, and what is told at its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.analysis.account import Reckoning
from game.classroom.lesson import Lesson, Step
from game.classroom.telling import MinorityRisk, Passage, Voted, meanwhile, minority_risks, recorded, votes_of
from game.frozen import NamedTuple, replace
from game.screen.parts.body import Section
from game.screen.parts.sheet import Sheet
from game.screen.screens.reading import changes
from game.screen.shown import headed, moment_words, plain, sheet_of
from game.screen.text import Text
from game.screen.text import plain as text
from game.session.session import as_it_stood
from game.view.amounts import amount
from game.view.composition import page as page_of
from game.view.composition import reading
from game.view.counting import figured
from game.view.lexicon import lexicon
from game.view.line import Run
from game.view.page import Page
from game.view.printing import paragraphs
from game.view.sheet import Sheet as Paper
from game.view.words import Words


class Leaf(NamedTuple):
    """A paper, and the Page whose map lies beside it; none at the end of a lesson."""

    sheet: Sheet
    page: Page | None = None


class Outcome(NamedTuple):
    """What is known at the end: the reckoning, whether it is still worked out, where the game is kept."""

    reckoning: Reckoning | None = None
    is_pending: bool = False
    kept: str = ""


NOTHING = Outcome()


def lesson_papers(lesson: Lesson, page: Page, outcome: Outcome, words: Words) -> tuple[Leaf, ...]:
    """Return the papers of the step that the lesson stands at; none where it is no step of papers."""
    match lesson.step:
        case Step.EVIDENCE:
            return _evidence(lesson, page, words)
        case Step.CONSEQUENCE:
            return tuple(Leaf(each, page) for each in _consequence(lesson, page, words))
        case _:
            return tuple(map(Leaf, _told(lesson, page, outcome, words)))


def _told(lesson: Lesson, page: Page, outcome: Outcome, words: Words) -> tuple[Sheet, ...]:
    """What is told without a map: what really happened, and what comes at the end."""
    match lesson.step:
        case Step.HISTORY:
            return _history(lesson, words)
        case Step.ENDING:
            return _ending(page, words)
        case Step.COMPARISON:
            return _comparison(lesson, words)
        case Step.RISKS:
            return _risks(lesson, outcome, words)
        case Step.TICKET:
            return _ticket(lesson, outcome, words)
        case _:
            return ()


def _evidence(lesson: Lesson, page: Page, words: Words) -> tuple[Leaf, ...]:
    """What passed unseen, then the papers of the turn, the question last."""
    passed = meanwhile(lesson.session, lesson.since, words)
    sheets = [_lines(words["class.meanwhile"], passed, words)] if passed else []
    if lesson.session.position != lesson.since or not lesson.session.position:
        sheets += _sheets((each for each in page.sheets if each.kind not in ("decision", "ending")), words)
    asked = next((each.sheet for each in page.questions if each.id == lesson.question), None)
    letter = next((each.reply_to for each in page.questions if each.id == lesson.question), None)
    sheets += _sheets((each for each in (letter, asked) if each is not None), words)
    title = plain(page.phase) if page.phase else page.title
    leaves: dict[Sheet, Leaf] = {}
    for leaf in (*_opening(lesson, words), *(Leaf(each, page) for each in sheets)):
        leaves.setdefault(leaf.sheet, leaf)
    passing = Sheet(headed(title), paragraphs=(text(words["class.passes"]),))
    return tuple(leaves.values()) or (Leaf(passing, page),)


def _opening(lesson: Lesson, words: Words) -> list[Leaf]:
    """What is known as the game begins; nothing once the class has decided something."""
    session = lesson.session
    if session.votes or lesson.since or not session.position:
        return []
    first = page_of(as_it_stood(session, 0), words=words)
    return [Leaf(sheet_of(each, words), first) for each in first.sheets if each.kind != "decision"]


def _sheets(papers: Iterable[Paper], words: Words) -> list[Sheet]:
    return [sheet_of(each, words) for each in papers]


def _consequence(lesson: Lesson, page: Page, words: Words) -> tuple[Sheet, ...]:
    """The choice with the readings that moved, then every paper that came of it."""
    label = _taken(lesson, words)
    told = [each for each in page.told if each.kind in ("text", "choice") and not each.is_on_sheet]
    lines = [part for each in told for part in each.paragraphs]
    moved = [
        words["class.moved"].format(label=each.label, before=each.before_words, after=each.after_words)
        for each in changes(page.told)
    ]
    papers = [
        sheet_of(each, words)
        for each in page.sheets
        if each.kind not in ("decision", "ending", "opening") and (each.paragraphs or each.kind != "result")
    ]
    first = Sheet(
        headed(label),
        moment_words(page.moment, words),
        tuple(lines) or (() if papers or moved else (text(words["class.nothing"]),)),
        sections=(Section(label=words["told.changed"], notes=tuple(moved)),) if moved else (),
        rule="own",
    )
    is_said = any(each.title == first.title for each in papers)
    return (
        tuple(papers)
        if is_said and not moved
        else (first, *(each for each in papers if each.title != first.title))
    )


def _taken(lesson: Lesson, words: Words) -> str:
    assert lesson.question is not None
    if lesson.chosen in (None, "wait"):
        return words["class.wait"]
    session = lesson.session
    option = session.scenario.decisions[lesson.question].options[lesson.chosen or ""]
    return plain(
        paragraphs(lexicon(session.scenario, words), option.label, reading(session.program, session.state))[0]
    )


def _history(lesson: Lesson, words: Words) -> tuple[Sheet, ...]:
    assert lesson.question is not None
    found = recorded(lesson.session, lesson.question, lesson.chosen or "", words)
    if found is None:
        return ()
    label = words["class.history.wait"] if found.label == words["class.wait"] else found.label
    said = (
        words["class.history.same"]
        if found.is_same
        else words["class.history.other"].format(label=_taken(lesson, words))
    )
    return (
        replace(
            _lines(headed(words["class.history.chosen"].format(label=label)), found.lines, words),
            sections=(Section(paragraphs=(text(said),)),),
            rule="neutral",
        ),
    )


def _ending(page: Page, words: Words) -> tuple[Sheet, ...]:
    if page.ending is None:
        return ()
    facts = tuple(
        f"{fact.label}: {plain(fact.value)}"
        + (f" ({words['ending.history'].format(history=plain(fact.history))})" if fact.history else "")
        for fact in page.ending.facts
    )
    sheet = sheet_of(page.ending.sheet, words)
    return (replace(sheet, sections=(Section(notes=facts),) if facts else ()),)


def _comparison(lesson: Lesson, words: Words) -> tuple[Sheet, ...]:
    """A paper for each decision that was voted on."""
    return tuple(_voted(each, words) for each in votes_of(lesson.session, words))


def _voted(row: Voted, words: Words) -> Sheet:
    taken = "class.row.overruled" if row.is_overruled else "class.row.taken"
    lines = [words["class.row.first"].format(votes=_votes(row.first, words))]
    if row.second:
        lines.append(words["class.row.second"].format(votes=_votes(row.second, words)))
    lines.append(words[taken].format(label=row.taken))
    if row.recorded is not None:
        lines.append(words["class.row.record"].format(label=row.recorded))
    if row.minority:
        lines.append(words["class.row.minority"].format(sentence=row.minority))
    return Sheet(row.title, paragraphs=tuple(map(text, lines)), rule="neutral")


def _votes(votes: tuple[tuple[str, int], ...], words: Words) -> str:
    return "; ".join(words["class.row.votes"].format(label=label, votes=number) for label, number in votes)


def _risks(lesson: Lesson, outcome: Outcome, words: Words) -> tuple[Sheet, ...]:
    """A paper for each decision in which somebody was outvoted."""
    rows = minority_risks(lesson.session, outcome.reckoning, words)
    return tuple(_risk(row, outcome, words) for row in rows)


def _risk(row: MinorityRisk, outcome: Outcome, words: Words) -> Sheet:
    said = [text(words["class.row.minority"].format(sentence=row.sentence))] if row.sentence else []
    if row.risk is None or row.outvoted_risk is None:
        key = "class.risks.pending" if outcome.is_pending else "class.risks.none"
        others = words["class.minority.option"].format(label=row.outvoted, votes=row.votes)
        said += [text(words["class.minority.others"].format(options=others)), text(words[key])]
        return Sheet(row.title, paragraphs=tuple(said), rule="neutral")
    taken, other = amount(row.risk, words), amount(row.outvoted_risk, words)
    said += [
        text(words["class.risks.taken"].format(label=row.taken, worlds=figured(words, "world", taken.words))),
        text(
            words["class.risks.outvoted"].format(
                label=row.outvoted, votes=row.votes, worlds=figured(words, "world", other.words)
            )
        ),
    ]
    verdict = "same" if taken.words == other.words else "more" if other.value > taken.value else "less"
    said.append(text(words[f"class.risks.{verdict}"]))
    about = Section(paragraphs=(text(words["class.risks.about"]),))
    return Sheet(row.title, paragraphs=tuple(said), sections=(about,), rule="neutral")


def _ticket(lesson: Lesson, outcome: Outcome, words: Words) -> tuple[Sheet, ...]:
    """The author's questions for the end of the lesson, and where the game is kept."""
    session = lesson.session
    written = session.scenario.lesson.exit_ticket if session.scenario.lesson is not None else ()
    known, read = lexicon(session.scenario, words), reading(session.program, session.state)
    asked = tuple(part for each in written for part in paragraphs(known, each, read))
    kept = (words["class.ticket.kept"].format(name=outcome.kept),) if outcome.kept else ()
    notes = (*kept, words["class.ticket.compare"])
    return (
        Sheet(
            words["class.step.ticket"],
            paragraphs=asked or (text(words["class.ticket.none"]),),
            sections=(Section(notes=notes),),
            rule="calm",
        ),
    )


def _lines(title: str, passages: tuple[Passage, ...], words: Words) -> Sheet:
    return Sheet(headed(title), paragraphs=tuple(_stamped(passages, words)), rule="neutral")


def _stamped(passages: tuple[Passage, ...], words: Words) -> Iterator[Text]:
    """Yield the lines, each with its moment where that is another one."""
    before = ""
    for each in passages:
        stamp = moment_words(each.moment, words)
        yield (Run(f"{stamp}. "), *each.words) if stamp != before else each.words
        before = stamp
