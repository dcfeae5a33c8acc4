"""The message table of section 7 of the language: names, values and types."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.diagnostics.diagnostic import Diagnostic, Severity, Span
from game.scenario.expressions.advice import advice
from game.scenario.expressions.checked import Checked, all_of, expression, no_number
from game.scenario.expressions.odds import odds_faults
from game.scenario.expressions.scope import Scope, Wanted, changed, condition, number
from game.scenario.expressions.scope import given as given_to
from game.scenario.expressions.tree import Binary, Constant, Operator, Read
from game.scenario.expressions.types import ChoiceType, NumberType, TruthType, Type
from game.scenario.unknown import first_reports
from game.source.tree import Scalar

QUARANTINE = ChoiceType("quarantine", ("none", "announced", "in_force"))
TYPES: dict[str, Type | None] = {
    "tension": NumberType(0, 10),
    "ships": NumberType(0, 25),
    "khrushchev.fear": NumberType(0, 10),
    "quarantine": QUARANTINE,
    "soviet_line": ChoiceType("soviet_line", QUARANTINE.values),
    "agreed": TruthType(),
    "broken": None,
    "chosen.trade": ChoiceType("chosen.trade", ("none", "private_promise", "refuse")),
    "seen.second_letter": TruthType(),
    "announced_ships": NumberType(0, 5),
}
SCOPE = Scope(TYPES)
WHEN, ODDS = condition("when"), number("odds")


def scalar(text: str, line: int = 77) -> Scalar:
    return Scalar(
        text,
        Span("river/scenario.yaml", line, 11, line, 11 + len(text)),
        locate=lambda start, end: Span("river/scenario.yaml", line, 11 + start, line, 11 + end),
    )


def checked(text: str, wanted: Wanted = WHEN, scope: Scope = SCOPE) -> Checked:
    return expression(scalar(text), wanted, scope)


def marked(text: str, fault: Diagnostic) -> str:
    return text[fault.span.column - 11 : fault.span.end_column - 11]


SET_QUARANTINE = given_to("quarantine", QUARANTINE)

Row = tuple[str, Wanted, str, str, str, str]
# Each row: text, what is wanted, code, marked part, words of the message, words of the help.
FAULTS: list[Row] = [
    (
        "tensoin > 6",
        WHEN,
        "E301",
        "tensoin",
        "there is no variable called `tensoin`",
        "did you mean `tension`?",
    ),
    ("khrushchev.fera > 6", WHEN, "E301", "khrushchev.fera", "`khrushchev.fera`", "`khrushchev.fear`"),
    ("chosen.trde is refuse", WHEN, "E301", "chosen.trde", "no decision called `trde`", "`chosen.trade`"),
    ("seen.second_leter", WHEN, "E301", "seen.second_leter", "letter", "`seen.second_letter`"),
    ("a.b.c > 3", WHEN, "E301", "a.b.c", "there is no variable called `a.b.c`", ""),
    ("in_force", WHEN, "E301", "in_force", "there is no variable", "`quarantine is in_force`"),
    (
        "quarantine is inforce",
        WHEN,
        "E302",
        "inforce",
        "`inforce` is not a value of `quarantine`",
        "`in_force`?",
    ),
    ("quarantine is inforce", WHEN, "E302", "inforce", "", "It can be: none, announced, in_force"),
    ("quarantine is 2", WHEN, "E302", "2", "`2` is not a value of `quarantine`", "it can be: none"),
    ("quarantine is yes", WHEN, "E302", "yes", "`yes` is not a value of `quarantine`", "it can be: none"),
    ("inforce", SET_QUARANTINE, "E302", "inforce", "not a value of `quarantine`", "`in_force`?"),
    ("chosen.trade is refused", WHEN, "E302", "refused", "not a value of `chosen.trade`", "`refuse`"),
    (
        "quarantine",
        WHEN,
        "E303",
        "quarantine",
        "`when:` needs a yes-or-no condition, but `quarantine` is a choice",
        "compare it: `quarantine is none`",
    ),
    ("tension", WHEN, "E303", "tension", "but `tension` is a number", "compare it: `tension > 5`"),
    ("tension + 1", WHEN, "E303", "tension + 1", "is a number", "`(tension + 1) > 5`"),
    (
        "agreed",
        ODDS,
        "E303",
        "agreed",
        "`odds:` needs a number, but `agreed` is yes or no",
        "`1 if agreed else 0`",
    ),
    ("quarantine", ODDS, "E303", "quarantine", "is a choice", "`1 if quarantine is none else 0`"),
    ("agreed and tension", WHEN, "E303", "tension", "`and` joins conditions", "compare it"),
    ("not tension", WHEN, "E303", "tension", "`not` needs a condition", "compare it"),
    ("agreed > 3", WHEN, "E303", "agreed", "`>` compares numbers", "`1 if agreed else 0`"),
    ("agreed + 3", ODDS, "E303", "agreed", "`+` needs numbers", "`1 if agreed else 0`"),
    ("max(quarantine, 1)", ODDS, "E303", "quarantine", "`max` needs numbers", "is none"),
    ("3 if tension else 4", ODDS, "E303", "tension", "`if` needs a condition", "compare it"),
    (
        "none if agreed else in_force",
        SET_QUARANTINE,
        "E303",
        "none if agreed else in_force",
        "chooses between numbers",
        "`when:`",
    ),
    ("agreed is 3", WHEN, "E303", "agreed is 3", "cannot be compared", "one type"),
    ("quarantine is tension", WHEN, "E303", "tension", "needs one of its values", "it can be: none"),
    (
        "in_force is quarantine",
        WHEN,
        "E303",
        "in_force is quarantine",
        "stands on its right",
        "`quarantine is in_force`",
    ),
    (
        "10 / ships > 1",
        WHEN,
        "E304",
        "10 / ships",
        "this may divide by zero",
        "`ships` is a number from 0 to 25",
    ),
    ("10 / ships > 1", WHEN, "E304", "10 / ships", "", "use `max(1, ships)`"),
    ("ships > 0 and 10 / ships > 1", WHEN, "E304", "10 / ships", "divide by zero", "max"),
    ("10 / (ships - 3)", ODDS, "E304", "10 / (ships - 3)", "divide by zero", "`max(1, ships - 3)`"),
    ("10 / 0", ODDS, "E304", "10 / 0", "this divides by zero", "another number"),
    ("tension = 6", WHEN, "E300", "=", "`=` is not used here", "write `is`"),
]


@pytest.mark.parametrize("row", FAULTS)
def test_a_fault_is_told_once_at_its_place_with_a_cure(row: Row) -> None:
    text, wanted, code, part, message, cure = row
    found = checked(text, wanted)
    assert not found.is_sound
    fault = found.diagnostics[0]
    assert fault.code == code
    assert marked(text, fault) == part
    assert message in fault.message
    assert cure in (fault.help or "")
    assert fault.severity is Severity.ERROR


@pytest.mark.parametrize(
    "text",
    [
        "10 / max(1, ships) > 1",
        "10 / (2 * ships - 5) > 1",
        "quarantine is in_force",
        "quarantine is soviet_line",
        "quarantine is not none and not agreed",
        "agreed is yes",
        "(tension > 3) is agreed",
        "chosen.trade is none or seen.second_letter",
        "(30 if agreed else 10 if tension > 3 else 0) > 5",
    ],
)
def test_a_sound_condition_says_nothing(text: str) -> None:
    found = checked(text)
    assert found.is_sound
    assert found.diagnostics == ()


def test_a_name_on_the_right_is_a_value_of_the_other_side_first() -> None:
    scope = Scope({"line": ChoiceType("line", ("calm", "hot")), "hot": ChoiceType("hot", ("calm", "hot"))})
    found = checked("line is hot", scope=scope)
    assert found.expression == Binary(
        Operator.IS, Read("line", ChoiceType("line", ("calm", "hot"))), Constant(1)
    )
    assert found.names == ("line",)


def test_what_is_said_with_a_faulty_name_stays_silent() -> None:
    for text in ("broken > 3", "broken is calm", "broken and agreed", "10 / broken"):
        found = checked(text)
        assert found.diagnostics == ()
        assert not found.is_sound
        assert "broken" in found.names


def test_an_unknown_name_silences_what_hangs_on_it_but_not_the_rest() -> None:
    found = checked("tensoin is inforce and shisp > 3")
    assert [each.code for each in found.diagnostics] == ["E301", "E301"]


def test_unknown_names_are_silent_while_a_file_is_unreadable() -> None:
    found = checked("tensoin > 3", scope=Scope(TYPES, is_complete=False))
    assert found.diagnostics == ()
    assert not found.is_sound


def test_an_unknown_variable_is_reported_once_in_a_file() -> None:
    first, second = (expression(scalar("tensoin > 3", line), WHEN, SCOPE).diagnostics[0] for line in (5, 9))
    other = checked("shisp > 3").diagnostics[0]
    assert first_reports([first, second, other], {}) == (first, other)


def test_a_condition_that_does_not_parse_still_counts_its_names() -> None:
    assert checked("tension = 9 and not agreed").names == ("tension", "agreed")


def test_a_change_may_begin_with_one_plus() -> None:
    assert checked(" + 2", changed("tension")).expression == Constant(2)
    assert checked("2", changed("tension")).expression == Constant(2)
    assert checked("-2", changed("tension")).expression == Constant(-2)
    fault = checked("++2", changed("tension")).diagnostics[0]
    assert (fault.code, fault.span.column) == ("E300", 12)


def test_only_a_change_may_begin_with_plus() -> None:
    assert [each.code for each in checked("+2", ODDS).diagnostics] == ["E300"]


def test_a_choice_is_given_a_value_or_another_choice_of_the_same_values() -> None:
    assert checked("in_force", SET_QUARANTINE).expression == Constant(2)
    assert checked("soviet_line", SET_QUARANTINE).names == ("soviet_line",)
    assert checked("soviet_line", SET_QUARANTINE).type == TYPES["soviet_line"]


def test_the_type_of_a_number_holds_its_bounds() -> None:
    assert checked("12 - tension", ODDS).type == NumberType(2, 12)


def test_a_change_of_a_choice_or_of_a_flag_is_refused() -> None:
    fault = no_number(scalar("quarantine"), QUARANTINE)
    assert (fault.code, fault.help) == ("E305", "give it a value: `set: { quarantine: in_force }`")
    fault = no_number(scalar("agreed"), TruthType())
    assert fault.help == "write `remember: agreed` or `forget: agreed`"


NEVER_MIND = "quarantine is none or quarantine is not none"
ADVICE: list[Row] = [
    (
        "tension > 12",
        WHEN,
        "W310",
        "tension > 12",
        "this is always false",
        "`tension` is a number from 0 to 10",
    ),
    (
        "ships >= 1958-09-02",
        WHEN,
        "W310",
        "ships >= 1958-09-02",
        "this is always false",
        "`1958-09-02` is a subtraction: there are no dates in conditions; `day` counts from 1",
    ),
    (NEVER_MIND, WHEN, "W310", NEVER_MIND, "this is always true", "one of none, announced, in_force"),
    ("30 if tension >= 0 else 5", ODDS, "W310", "tension >= 0", "this is always true", "from 0 to 10"),
    ("tension >= 9 and tension >= 5 and not agreed", WHEN, "W311", "tension >= 5", "no difference", "leave"),
    ("1 if agreed and agreed else 0", ODDS, "W311", "agreed", "makes no difference", "leave"),
]


@pytest.mark.parametrize("row", ADVICE)
def test_advice_is_at_the_part_that_says_nothing(row: Row) -> None:
    text, wanted, code, part, message, cure = row
    (fault,) = advice(scalar(text), checked(text, wanted))
    assert fault.code == code
    assert marked(text, fault) == part
    assert message in fault.message
    assert cure in (fault.help or "")
    assert fault.severity is Severity.WARNING


@pytest.mark.parametrize("text", ["no", "yes", "tension > 9", "tension = 3", "broken > 3"])
def test_there_is_no_advice_on_plain_words_sound_conditions_and_faulty_ones(text: str) -> None:
    assert advice(scalar(text), checked(text)) == ()


def test_a_list_of_conditions_means_all_of_them() -> None:
    both = all_of([checked("agreed"), checked("tension > 3")])
    assert both.expression == checked("agreed and tension > 3").expression
    assert both.names == ("agreed", "tension")
    assert not all_of([checked("agreed"), checked("tensoin > 3")]).is_sound


CHANCE = Span("river/scenario.yaml", 53, 9, 53, 15)


def codes_of_odds(*texts: str) -> list[tuple[str, int]]:
    odds = [(scalar(text, line).span, checked(text, ODDS)) for line, text in enumerate(texts, 60)]
    return [(each.code, each.span.line) for each in odds_faults(CHANCE, odds)]


def test_odds_are_judged_one_by_one_and_together() -> None:
    assert codes_of_odds("tension", "12 - tension") == []
    assert codes_of_odds("tension - 3", "5") == [("W543", 60)]
    assert codes_of_odds("tension", "10 * tension") == [("E540", 53)]
    assert codes_of_odds("tension", "10 - tension") == []
    assert codes_of_odds("100000 * tension", "1") == [("E544", 53)]
    assert codes_of_odds("100000 * tension", "tensoin") == []


@pytest.mark.parametrize(
    ("odds", "cure"),
    [
        ("1 / 3", "`1 / 3` is 0, since division rounds down: odds are weights, such as `1` and `2`"),
        ("0", "odds of 0 never come: write a number above zero, or remove the outcome"),
        ("-3", "odds of -3 never come: write a number above zero, or remove the outcome"),
        ("3 * tension", "keep one of them above zero: `max(1, ...)`"),
    ],
)
def test_odds_that_are_always_zero_are_told_with_the_reason(odds: str, cure: str) -> None:
    given = [(scalar(text, line).span, checked(text, ODDS)) for line, text in enumerate((odds, "tension"))]
    (fault,) = (each for each in odds_faults(CHANCE, given) if each.code == "E540")
    assert fault.help == cure


WORDS = """
    tension agreed chosen.trade quarantine none in_force refuse tensoin broken 3 0 42 yes no and or not is
    if else between min max abs ( ) , + - * / < <= > >= == != = && ! "none" “ 1.5
"""


@given(
    st.text(max_size=40) | st.lists(st.sampled_from(WORDS.split()), max_size=16).map(" ".join),
    st.sampled_from([WHEN, ODDS, SET_QUARANTINE, changed("tension")]),
)
def test_any_text_gives_a_value_or_faults_within_the_text(text: str, wanted: Wanted) -> None:
    found = checked(text, wanted)
    assert found.is_sound or found.diagnostics or "broken" in found.names
    assert not (found.is_sound and found.diagnostics)
    for each in (*found.diagnostics, *advice(scalar(text), found)):
        assert 11 <= each.span.column <= each.span.end_column <= 11 + len(text)


def test_a_choice_that_has_no_values_yet_stops_nothing() -> None:
    scope = Scope({"phase": ChoiceType("phase", ()), "day": NumberType(1, 0)})
    for text in ("phase is phase", "day > 3", "phase is secret_week"):
        found = checked(text, scope=scope)
        assert found.is_sound is bool(not found.diagnostics)
        assert len(advice(scalar(text), found)) <= 1
