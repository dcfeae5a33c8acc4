"""What `--historical` and `--choose` settle, so that nobody is asked (`choose:` of a test, section 14)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.analysis.playable import CompiledGame
from game.analysis.record import has_left_record, historical_command, record_of
from game.commands.refusal import RefusedError, Status
from game.engine.happenings import OptionChosen
from game.engine.moves import Answer, Command, Wait
from game.engine.play import open_decisions
from game.frozen import Frozen
from game.scenario.meant import nearest
from game.scenario.model import Scenario
from game.session.run import format_choice
from game.session.session import Session


class Guide(Frozen):
    """Choices made beforehand: for a decision its options or `wait`, one for each time it opens.

    The last word of a decision stays. `is_historical` follows the record where no choice speaks.
    """

    choices: Mapping[str, tuple[str, ...]] = {}
    is_historical: bool = False


def parsed_choices(scenario: Scenario, words: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Return the choices written `decision=option`. Raises RefusedError for what the scenario lacks."""
    choices: dict[str, tuple[str, ...]] = {}
    for word in words:
        decision, equals, option = (part.strip() for part in word.partition("="))
        if not equals:
            raise RefusedError(f"Write `--choose DECISION=OPTION`, not `--choose {word}`.")
        if decision not in scenario.decisions:
            raise RefusedError(_unknown(f"{scenario.id} has no decision", decision, scenario.decisions))
        options = (*scenario.decisions[decision].options, "wait")
        if option not in options:
            raise RefusedError(_unknown(f"{decision} has no option", option, options))
        choices[decision] = (*choices.get(decision, ()), option)
    return choices


def guided(session: Session, guide: Guide) -> Command | None:
    """Return the command that is settled beforehand, or None where the player is to be asked.

    Raises RefusedError if a choice made beforehand is not on offer.
    """
    chosen = _chosen(session, guide)
    if chosen is None and guide.is_historical:
        return _recorded(session)
    return chosen


def _chosen(session: Session, guide: Guide) -> Command | None:
    legal, is_waiting = session.legal_commands, False
    for decision in open_decisions(session.program, session.state):
        words = guide.choices.get(decision)
        if words is None:
            continue
        word = words[min(_answers(session, decision), len(words) - 1)]
        if word == "wait":
            is_waiting = True
        elif (answer := Answer(decision, word)) in legal:
            return answer
        else:
            raise RefusedError(f"`{format_choice(answer)}` is not on offer here.", Status.FAULTS)
    asks = any(isinstance(each, Answer) and each.decision not in guide.choices for each in legal)
    return Wait() if is_waiting and not asks and Wait() in legal else None


def _answers(session: Session, decision: str) -> int:
    """Return how often a decision was answered, by the player or by its deadline."""
    return sum(
        isinstance(each, OptionChosen) and each.decision == decision
        for halt in session.past
        for each in halt.happenings
    )


def _recorded(session: Session) -> Command | None:
    record = record_of(session.scenario)
    if any(has_left_record(record, halt.happenings) for halt in session.past):
        return None
    deadlines = CompiledGame(session.program).deadlines(session.state)
    return historical_command(record, session.legal_commands, deadlines)


def _unknown(sentence: str, word: str, known: Iterable[str]) -> str:
    near = nearest(word, known)
    return f"{sentence} `{word}`." + (f" Did you mean `{near}`?" if near else "")
