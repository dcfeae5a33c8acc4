"""The message table of section 7 of the language, and what else pupils type."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.scenario.expressions.lexer import names_in, tokens
from game.scenario.expressions.parser import parse
from game.scenario.expressions.syntax import Application, Fork, Mistake, Name, Number, Operation, Truth
from game.scenario.expressions.tree import Function, Operator

# Each row: the text, the marked part (its first place in the text), words of the message, words of the cure.
MISTAKES = [
    ("tension = 6", "=", "`=` is not used here", "write `is`"),
    ("tension > 6 and", "and", "the condition stops too early", "`and`"),
    ("tension >", ">", "the condition stops too early", "`>`"),
    (
        "tension 6",
        "6",
        "I did not expect `6` here",
        "is a word such as `and`, `is` or `>` missing before it?",
    ),
    ("a && b", "&&", "`&&` is not used here", "write `and`"),
    ("a || b", "||", "`||` is not used here", "write `or`"),
    ("a & b", "&", "`&` is not used here", "write `and`"),
    ("!a", "!", "`!` is not used here", "write `not a`"),
    ("a and !b", "!", "`!` is not used here", "write `not b`"),
    ("a AND b", "AND", "words are in small letters", "write `and`"),
    ("Not a", "Not", "words are in small letters", "write `not`"),
    ("Tension > 3", "Tension", "names are in small letters", "write `tension`"),
    ('quarantine is "none"', '"none"', "values need no quotes", "write `none`"),
    ("quarantine is 'none'", "'none'", "values need no quotes", "write `none`"),
    ("quarantine is “none”", "“none”", "values need no quotes", "write `none`"),
    ("quarantine is »none«", "»none«", "values need no quotes", "write `none`"),
    ('quarantine is "none', '"none', "values need no quotes", "write `none`"),
    ("tension if agreed", "if", "`if` needs an `else`", "write `tension if agreed else 0`"),
    ("(tension if agreed)", "if", "`if` needs an `else`", "write `tension if agreed else 0`"),
    ("if agreed", "if", "a condition does not begin with `if`", "leave `if` out"),
    ("3 else 4", "else", "`else` needs an `if`", "30 if agreed else 10"),
    ("3 < tension < 6", "3 < tension < 6", "comparisons cannot be chained", "`tension between 4 and 5`"),
    ("3 <= tension < 6 and a", "3 <= tension < 6", "cannot be chained", "`tension between 3 and 5`"),
    ("9 >= tension > low", "9 >= tension > low", "cannot be chained", "`tension between low + 1 and 9`"),
    ("a is b is c", "a is b is c", "cannot be chained", "`a is b and b is c`"),
    ("+3", "+", "a number has no `+` before it", "leave the `+` out"),
    ("1.5 * ships", "1.5", "there are only whole numbers", "count in tenths wherever this number is used"),
    ("ships > 0.25", "0.25", "there are only whole numbers", "then this is `25`"),
    ("1.2.3", "1.2.3", "`1.2.3` is not a number", "only whole numbers"),
    ("30 %", "%", "`%` is not used here", "write the number alone"),
    ("= 6", "=", "`=` is not used here", "repeat the name"),
    ("ships > = 3", "> =", "`> =` is not used here", "write `>=`"),
    ("ships <  = 3", "<  =", "`<  =` is not used here", "write `<=`"),
    ("ships < > 3", "< >", "`< >` is not used here", "write `is not`"),
    ("agreed, ships > 3", ",", "I did not expect `,` here", "join conditions with `and` or `or`"),
    ("ships > 3 and no agreed", "agreed", "I did not expect `agreed` here", "write `not agreed`"),
    ("max(3; ships)", ";", "`;` is not used here", "write a comma"),
    ("ships > 3; agreed", ";", "`;` is not used here", "`and` or `or`"),
    ("1_000", "1_000", "a number has only digits", "write `1000`"),
    ("ships ≥ 3", "≥", "`≥` is not used here", "write `>=`"),
    ("ships => 3", "=>", "`=>` is not used here", "write `>=`"),
    ("ships <> 3", "<>", "`<>` is not used here", "write `is not`"),
    ("ships === 3", "===", "`===` is not used here", "write `is`"),
    ("ships − 3", "−", "`−` is not used here", "write `-`"),
    ("ships ^ 2", "^", "`^` is not used here", "`*`"),
    ("ships += 2", "+=", "`+=` is not used here", "`change:`"),
    ("agreed ? 3 : 4", "?", "`?` is not used here", "30 if agreed else 10"),
    ("(tension > 3", "(", "this bracket is never closed", "missing `)`"),
    ("tension > 3)", ")", "has no `(` before it", "leave it out"),
    ("()", ")", "something is missing before `)`", "leave the brackets out"),
    ("max()", ")", "something is missing before `)`", "between them"),
    ("min tension", "min", "`min` needs brackets", "`min(tension, 5)`"),
    ("abs(3, 4)", "4", "`abs` takes one number", "`max`"),
    ("max(3 4)", "4", "I did not expect `4` here", "missing before it"),
    ("sum(3, 4)", "sum", "there is no function called `sum`", "`min`, `max` and `abs`"),
    ("1,000", ",", "I did not expect `,` here", "write `1000`"),
    ("ships > 12 500", "500", "I did not expect `500` here", "write `12500`"),
    ("ships > 1,5", ",", "I did not expect `,` here", "count in tenths"),
    ("tension between 3 to 5", "between 3", "`between` needs an `and`", "write `tension between 3 and 5`"),
    ("tension between 3, ships", "between 3", "`between` needs an `and`", "`tension between 3 and ships`"),
    ("tension between 3-5", "between 3-5", "`between` needs an `and`", "write `tension between 3 and 5`"),
    ("tension between 3", "between 3", "`between` needs an `and`", "both ends, as in `tension between 3 and"),
    ("tension is between 3 and 5", "between", "`is` and `between` do not go together", "`tension between 3"),
    ("tension is > 5", ">", "`is` and `>` do not go together", "leave `is` out"),
    ("tension > 3 and < 5", "<", "something is missing before `<`", "`tension < 5`"),
    ("tension not > 5", "not", "I did not expect `not` here", "`not tension > 5`"),
    ("chosen.", "chosen.", "a name does not end with a dot", "write `chosen`"),
    ("_ships", "_ships", "`_ships` is not a good name", "begins with a small letter"),
    ("défense > 3", "défense", "`défense` is not a good name", "letters a to z"),
    ("ships $ 3", "$", "`$` is not used here", "leave it out"),
    ("ships § 3", "§", "`§` is not used here", "only names"),
    ("1234567890 > 3", "1234567890", "has 10 digits; at most 9", "thousands"),
    ("", "", "the condition is empty", "tension >= 6"),
]


@pytest.mark.parametrize(("text", "marked", "message", "cure"), MISTAKES, ids=[row[0] for row in MISTAKES])
def test_a_mistake_is_marked_explained_and_cured(text: str, marked: str, message: str, cure: str) -> None:
    mistake = parse(text)
    assert isinstance(mistake, Mistake)
    assert text[mistake.start : mistake.end] == marked
    assert mistake.start == text.index(marked)
    assert message in mistake.message
    assert cure in mistake.cure


@pytest.mark.parametrize(
    ("text", "what", "cure"),
    [
        ("0.4", "number", "odds are weights: write `4`, and all others of this chance 10 times as great"),
        ("0.5", "change", "count in tenths wherever this number is used: then this is `5`"),
        ("30 %", "number", "write the number alone: odds are weights and need not add up to 100"),
        ("30 %", "change", "write the number alone: it is no share of a hundred"),
        (
            "= 2",
            "change",
            "`change:` adds to what there is: write `+2` or `-2`; a new value is given under `set:`",
        ),
        ("-= 2", "change", "write the sign and the number: `-2`"),
        ("= none", "value", "leave it out"),
        ("+", "change", "write how much, such as `+1`"),
        ("if agreed then 3 else 4", "number", "write `30 if agreed else 10`"),
        (
            "3, 4",
            "number",
            "a comma stands only in `min(...)` and `max(...)`; a number is written without one",
        ),
    ],
)
def test_a_cure_goes_by_what_the_text_is_for(text: str, what: str, cure: str) -> None:
    mistake = parse(text, what)
    assert isinstance(mistake, Mistake)
    assert mistake.cure == cure


def test_operators_bind_as_tightly_as_the_table_says() -> None:
    found = parse("a or b and not c + 2 * -d > 3")
    assert isinstance(found, Operation)
    assert found.operator is Operator.OR
    assert isinstance(found.right, Operation)
    assert found.right.operator is Operator.AND
    assert found.right.right == Application(
        Function.NOT,
        (
            Operation(
                Operator.GREATER,
                Operation(
                    Operator.ADD,
                    Name("c", 15, 16),
                    Operation(
                        Operator.MULTIPLY,
                        Number(2, 19, 20),
                        Application(Function.NEGATIVE, (Name("d", 24, 25),), 23, 25),
                        19,
                        25,
                    ),
                    15,
                    25,
                ),
                Number(3, 28, 29),
                15,
                29,
            ),
        ),
        11,
        29,
    )


def test_subtraction_goes_from_left_to_right() -> None:
    found = parse("9 - 3 - 2")
    assert isinstance(found, Operation)
    assert found.left == Operation(Operator.SUBTRACT, Number(9, 0, 1), Number(3, 4, 5), 0, 5)


@pytest.mark.parametrize(("text", "operator"), [("a == b", Operator.IS), ("a != b", Operator.IS_NOT)])
def test_signs_of_programmers_for_is_are_read(text: str, operator: Operator) -> None:
    assert parse(text) == Operation(operator, Name("a", 0, 1), Name("b", 5, 6), 0, 6)


def test_is_not_is_one_operator() -> None:
    assert parse("a is not b") == Operation(Operator.IS_NOT, Name("a", 0, 1), Name("b", 9, 10), 0, 10)


def test_a_dotted_name_is_one_name() -> None:
    assert parse("chosen.trade") == Name("chosen.trade", 0, 12)


def test_else_may_be_followed_by_another_if() -> None:
    found = parse("1 if a else 2 if b else 3")
    assert isinstance(found, Fork)
    assert found.otherwise == Fork(Number(2, 12, 13), Name("b", 17, 18), Number(3, 24, 25), 12, 25)


def test_brackets_belong_to_the_place_of_what_they_hold() -> None:
    assert parse(" (yes)") == Truth(1, 1, 6)


@pytest.mark.parametrize("text", ["(" * 40 + "a" + ")" * 40, "not " * 40 + "a", "-" * 40 + "a"])
def test_forty_levels_are_enough(text: str) -> None:
    assert not isinstance(parse(text), Mistake)


@pytest.mark.parametrize("text", ["(" * 41 + "a" + ")" * 41, "not " * 41 + "a", "-" * 41 + "a"])
def test_more_than_forty_levels_are_refused(text: str) -> None:
    mistake = parse(text, "number")
    assert isinstance(mistake, Mistake)
    assert mistake.message == "this number is nested more than 40 deep"


def test_more_than_four_hundred_characters_are_refused() -> None:
    assert not isinstance(parse("1" + "+1" * 199 + " "), Mistake)
    mistake = parse("1" + "+1" * 200)
    assert isinstance(mistake, Mistake)
    assert "401 characters" in mistake.message


def test_names_of_a_text_that_does_not_parse_still_count() -> None:
    assert names_in("tension = 6 && !agreed or line is 'none' and tension") == (
        "tension",
        "agreed",
        "line",
        "none",
    )


WORDS = """
    tension agreed chosen.trade 3 42 yes no and or not is if else between min max abs ( ) , + - * / < <= > >=
    == != = && ! "none" “ 1.5 . AND é
"""
FRAGMENTS = st.sampled_from(WORDS.split())


@given(st.text(max_size=60) | st.lists(FRAGMENTS, max_size=25).map(" ".join))
def test_any_text_is_an_expression_or_a_mistake_within_it(text: str) -> None:
    found = parse(text)
    assert 0 <= found.start <= found.end <= len(text)
    if isinstance(found, Mistake):
        assert found.message
        assert found.cure


@given(st.text(max_size=80))
def test_tokens_stand_in_order_and_hold_all_but_spaces(text: str) -> None:
    found = tokens(text)
    assert all(text[each.start : each.end] == each.text for each in found)
    assert "".join("".join(each.text for each in found).split()) == "".join(text.split())
