from __future__ import annotations

from game.engine.moves import Answer, Command, Wait
from game.terminal.answers import Answered, Refused, answer
from game.view.page import Choice, Page
from game.view.printing import literal
from game.view.words import ENGLISH


class Asked:
    """As much of a Page as an answer is read from."""

    def __init__(self, *choices: Choice, has_wait: bool = True) -> None:
        self.choices = choices
        self.questions = choices
        self.wait = Choice("w", "wait", literal("Wait"), "", command=Wait()) if has_wait else None


def choice(key: str, named: str, command: Command | None = None) -> Choice:
    decision, _, option = named.partition(".")
    given = command or (Answer(decision, option) if key else None)
    return Choice(key, named, literal(option.title()), decision, command=given, reason=literal("Not yet."))


CHOICES = (
    choice("1", "line.stop"),
    choice("2", "line.wait_longer"),
    choice("", "line.sink"),
    choice("3", "trade.stop"),
)


def meant(given: str, *, has_wait: bool = True) -> Answered | Refused | None:
    page: Page = Asked(*CHOICES, has_wait=has_wait)  # type: ignore[assignment]
    return answer(page, given, ENGLISH)


def test_a_number_an_id_or_an_option_means_its_choice() -> None:
    expected = Answered(Answer("line", "wait_longer"))
    assert [meant(each) for each in ("2", " line.wait_longer ", "WAIT_LONGER")] == [expected] * 3


def test_an_option_of_two_questions_must_be_named_whole() -> None:
    assert meant("stop") == Refused(
        "Several open questions have 'stop'. Write one of: line.stop, trade.stop."
    )
    assert meant("trade.stop") == Answered(Answer("trade", "stop"))


def test_w_and_wait_mean_waiting() -> None:
    assert [meant(each) for each in ("w", "Wait")] == [Answered(Wait())] * 2


def test_waiting_is_refused_where_the_clock_stands_still() -> None:
    assert meant("w", has_wait=False) == Refused("You cannot wait here: the question has no deadline.")


def test_a_grey_choice_is_refused_with_its_reason() -> None:
    assert meant("sink") == Refused("Not on offer: Sink. Not yet.")


def test_other_words_mean_no_choice() -> None:
    assert [meant(each) for each in ("", "4", "map", "line", "-1")] == [None] * 5
