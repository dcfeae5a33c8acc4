"""How a game ended: the ending with its facts, and what is told after it."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.happenings import ChanceTaken, GameEnded, Happening, OptionChosen
from game.scenario.expressions.evaluation import value as evaluated
from game.view.citing import cue, mark
from game.view.debrief import Debrief, EndingCard, FactLine, Note
from game.view.lexicon import Lexicon
from game.view.papers import ending_sheet
from game.view.printing import Reading, line, literal, paragraphs, plain, words_of
from game.view.record import occurrences, record
from game.view.sheet import Sheet


def ending_card(
    lexicon: Lexicon, happenings: Sequence[Happening], moment: str, reading: Reading
) -> EndingCard | None:
    """Return the ending that was reached, None while the game goes on. Its facts may print hidden values."""
    over = next((each for each in reversed(happenings) if isinstance(each, GameEnded)), None)
    if over is None:
        return None
    ending = lexicon.scenario.endings.get(over.ending)
    if ending is None:
        return _unfinished(lexicon, over, moment, reading)
    facts = tuple(
        FactLine(
            plain(line(lexicon, each.label, reading)),
            line(lexicon, each.value, reading),
            line(lexicon, each.history, reading),
        )
        for each in ending.facts
    )
    return EndingCard(
        ending.id,
        ending_sheet(lexicon, ending, moment, reading),
        ending.catastrophe,
        ending.historical,
        ending.rank,
        facts,
        _cause(lexicon, happenings, reading),
        cue(lexicon, "sound", ending.sound),
    )


def _unfinished(lexicon: Lexicon, over: GameEnded, moment: str, reading: Reading) -> EndingCard:
    """Return the ending of a game that none of the scenario fits; it names a question without an answer."""
    words = lexicon.words
    text = words["unfinished.text"]
    if over.dead_end is not None:
        decision = lexicon.scenario.decisions[over.dead_end]
        text = words["unfinished.dead_end"].format(title=words_of(lexicon, decision.title, reading))
    title = literal(words["unfinished.title"])
    sheet = Sheet(over.ending, "ending", title, moment, paragraphs=(literal(text),))
    return EndingCard(over.ending, sheet, is_catastrophe=False, is_historical=False, rank=None, facts=())


def _cause(lexicon: Lexicon, happenings: Sequence[Happening], reading: Reading) -> str | None:
    """Return the last choice of the player, and the draw after it, if there was one."""
    words = lexicon.words
    drawn: str | None = None
    for each in reversed(happenings):
        match each:
            case ChanceTaken(_, _, weight, total, False) if drawn is None:
                drawn = words["cause.chance"].format(weight=weight, total=total)
            case OptionChosen(decision, option, False):
                label = lexicon.scenario.decisions[decision].options[option].label
                chosen = words["cause.choice"].format(label=words_of(lexicon, label, reading))
                return f"{chosen}. {drawn}" if drawn else f"{chosen}."
            case _:
                pass
    return None


def debrief(lexicon: Lexicon, happenings: Sequence[Happening], reading: Reading) -> Debrief:
    """Return the notes whose condition holds in the last state, and the record beside the run."""
    notes = tuple(
        Note(each.id, paragraphs(lexicon, each.text, reading), mark(lexicon, each.statement))
        for each in lexicon.scenario.debrief.values()
        if each.when is None or evaluated(each.when, reading)
    )
    return Debrief(notes, record(lexicon, occurrences(happenings), reading))
