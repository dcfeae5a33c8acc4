"""Laws of expressions: text, value, code and bounds say the same of one tree."""

from __future__ import annotations

import ast
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.diagnostics.diagnostic import Span
from game.scenario.expressions.checked import Checked, expression
from game.scenario.expressions.compiled import compiled, function, function_of_nodes
from game.scenario.expressions.evaluation import value
from game.scenario.expressions.format import formatted
from game.scenario.expressions.idle import idle_parts, part
from game.scenario.expressions.ranges import (
    bounds,
    can_all_be_zero,
    can_be,
    children,
    domain,
    greatest_sum,
    is_always,
    reads,
)
from game.scenario.expressions.scope import Scope, Wanted
from game.scenario.expressions.tree import (
    NO,
    YES,
    Binary,
    Call,
    Conditional,
    Constant,
    Expression,
    Function,
    Operator,
    Read,
    joined,
)
from game.scenario.expressions.types import ChoiceType, NumberType, TruthType, Type
from game.source.tree import Scalar

LINE = ChoiceType("line", ("none", "announced", "in_force"))
TYPES: dict[str, Type] = {
    "tension": NumberType(0, 4),
    "khrushchev.fear": NumberType(-2, 2),
    "ships": NumberType(3, 5),
    "agreed": TruthType(),
    "seen.letter": TruthType(),
    "line": LINE,
    "other_line": ChoiceType("other_line", LINE.values),
}
SCOPE = Scope(TYPES)
NUMBER, TRUTH = NumberType(0, 0), TruthType()


def read_of(*names: str) -> st.SearchStrategy[Expression]:
    return st.sampled_from([Read(name, TYPES[name]) for name in names])


LEAF_NUMBERS = st.integers(-9, 9).map(Constant) | read_of("tension", "khrushchev.fear", "ships")
LEAF_TRUTHS = st.sampled_from([YES, NO]) | read_of("agreed", "seen.letter")
CHOICES = read_of("line", "other_line")
SIGNS = st.sampled_from([Operator.ADD, Operator.SUBTRACT, Operator.MULTIPLY])
COMPARISONS = st.sampled_from(
    [
        Operator.LESS,
        Operator.AT_MOST,
        Operator.GREATER,
        Operator.AT_LEAST,
        Operator.IS,
        Operator.IS_NOT,
    ]
)
EQUALITIES = st.sampled_from([Operator.IS, Operator.IS_NOT])


def calls(function: Function, *arguments: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    return st.tuples(*arguments).map(lambda parts: Call(function, tuple(parts)))


def numbers(depth: int) -> st.SearchStrategy[Expression]:
    if depth == 0:
        return LEAF_NUMBERS
    inner = numbers(depth - 1)
    divisors = st.integers(1, 4).map(Constant) | read_of("ships")
    return st.one_of(
        LEAF_NUMBERS,
        st.builds(Binary, SIGNS, inner, inner),
        st.builds(Binary, st.just(Operator.DIVIDE), inner, divisors),
        calls(Function.MIN, inner, inner),
        calls(Function.MAX, inner, inner, inner),
        calls(Function.ABS, inner),
        calls(Function.NEGATIVE, inner.filter(lambda each: not isinstance(each, Constant))),
        st.builds(Conditional, inner, truths(depth - 1), inner),
    )


def truths(depth: int) -> st.SearchStrategy[Expression]:
    if depth == 0:
        return LEAF_TRUTHS
    inner, number = truths(depth - 1), numbers(depth - 1)
    return st.one_of(
        LEAF_TRUTHS,
        st.builds(Binary, COMPARISONS, number, number),
        st.builds(Binary, EQUALITIES, CHOICES, CHOICES | st.integers(0, 2).map(Constant)),
        st.builds(Binary, EQUALITIES, inner, inner),
        st.builds(Binary, st.sampled_from([Operator.AND, Operator.OR]), inner, inner),
        calls(Function.NOT, inner),
        calls(Function.BETWEEN, number, number, number),
    )


NUMBERS, TRUTHS = numbers(3), truths(3)
ANY = NUMBERS | TRUTHS


def scalar(text: str) -> Scalar:
    return Scalar(
        text,
        Span("river/scenario.yaml", 7, 11, 7, 11 + len(text)),
        locate=lambda start, end: Span("river/scenario.yaml", 7, 11 + start, 7, 11 + end),
    )


def checked(text: str, wanted: Type) -> Checked:
    return expression(scalar(text), Wanted("when:", wanted, "value"), SCOPE)


def rows(tree: Expression) -> list[dict[str, int]]:
    """Return all combinations of the values of the names of a tree."""
    names = tuple(dict.fromkeys(reads(tree)))
    values = product(*(domain(each.type) for each in names))
    return [dict(zip((each.name for each in names), each, strict=True)) for each in values]


def depth(tree: Expression) -> int:
    return 1 + max(map(depth, children(tree)), default=0)


def all_values(tree: Expression) -> set[int]:
    return {value(tree, row.__getitem__) for row in rows(tree)}


@given(NUMBERS)
def test_a_number_written_and_read_again_is_the_same_tree(tree: Expression) -> None:
    again = checked(formatted(tree), NUMBER)
    if len(formatted(tree)) <= 400:
        assert again.expression == tree


@given(TRUTHS)
def test_a_condition_written_and_read_again_is_the_same_tree(tree: Expression) -> None:
    again = checked(formatted(tree, TRUTH), TRUTH)
    if len(formatted(tree, TRUTH)) <= 400:
        assert again.expression == tree


@given(st.sampled_from([Constant(0), Constant(2), Read("other_line", TYPES["other_line"])]))
def test_a_value_of_a_choice_written_and_read_again_is_the_same(tree: Expression) -> None:
    assert checked(formatted(tree, LINE), LINE).expression == tree


@given(ANY)
def test_compiled_code_gives_the_value_of_the_reference(tree: Expression) -> None:
    names = list(TYPES)
    compute = function({name: index for index, name in enumerate(names)}, tree, tree)
    for row in rows(tree)[:200]:
        expected = value(tree, row.__getitem__)
        found = compute([row.get(name, 0) for name in names])
        assert found == (expected, expected)
        assert all(type(each) is int for each in found)


@given(ANY)
def test_bounds_are_those_of_trying_everything(tree: Expression) -> None:
    values = all_values(tree)
    assert bounds(tree) == (min(values), max(values))


@given(TRUTHS)
def test_a_condition_is_always_true_or_false_if_no_values_say_otherwise(tree: Expression) -> None:
    values = all_values(tree)
    assert is_always(tree) == (bool(min(values)) if len(values) == 1 else None)


@given(NUMBERS, st.integers(-5, 5))
def test_a_number_can_be_what_some_values_make_it(tree: Expression, wanted: int) -> None:
    assert can_be(tree, wanted) == (wanted in all_values(tree))


@given(st.lists(numbers(2), min_size=1, max_size=3).map(tuple))
def test_odds_are_judged_together(odds: tuple[Expression, ...]) -> None:
    together = Call(Function.MAX, odds)
    sums = [sum(max(0, value(each, row.__getitem__)) for each in odds) for row in rows(together)]
    assert can_all_be_zero(odds) == (min(sums) == 0)
    assert greatest_sum(odds, 0) == max(sums)


def test_odds_of_one_name_that_share_a_total_are_never_zero_together() -> None:
    fear = Read("fear", NumberType(0, 10))
    assert not can_all_be_zero((fear, Binary(Operator.SUBTRACT, Constant(10), fear)))


WIDE = [Read(f"wide_{index}", NumberType(0, 1000)) for index in range(4)]


def test_beyond_a_hundred_thousand_combinations_intervals_are_believed() -> None:
    same = Binary(Operator.SUBTRACT, WIDE[0], WIDE[0])
    total: Expression = same
    for each in WIDE[1:]:
        total = Binary(Operator.ADD, total, Binary(Operator.SUBTRACT, each, WIDE[1]))
    assert bounds(same) == (0, 0)
    assert bounds(total) == (-2000, 2000)


def test_intervals_of_wide_products_hold_every_value() -> None:
    wide = Binary(Operator.MULTIPLY, WIDE[0], WIDE[1])
    twice = Binary(Operator.SUBTRACT, wide, wide)
    assert bounds(twice) == (-1_000_000, 1_000_000)


@given(TRUTHS)
def test_idle_parts_can_be_left_out_together(tree: Expression) -> None:
    idle = idle_parts(tree)
    for path in idle:
        assert path
        assert part(tree, path) is not tree
    if is_always(tree) is not None:
        assert idle == ()


@pytest.mark.parametrize(
    ("text", "idle"),
    [
        ("tension >= 3 and tension >= 2", ["tension >= 2"]),
        ("tension >= 2 and tension >= 3", ["tension >= 2"]),
        ("agreed and agreed", ["agreed"]),
        ("agreed or tension >= 0 and agreed", ["tension >= 0 and agreed"]),
        ("agreed and tension >= 0", ["tension >= 0"]),
        ("agreed and seen.letter or agreed", ["agreed and seen.letter"]),
        ("agreed and tension > 2 or not agreed and tension > 3", ["not agreed"]),
        ("agreed and tension > 3 or not agreed and tension < 3", []),
        ("tension > 3 and ships > 3", []),
        ("not (agreed or agreed)", ["agreed"]),
        ("line is none or line is announced or line is in_force or agreed", []),
        ("line is none and line is not announced", ["line is not announced"]),
    ],
)
def test_the_part_that_says_nothing_new_is_idle(text: str, idle: list[str]) -> None:
    tree = checked(text, TRUTH).expression
    assert [formatted(part(tree, path)) for path in idle_parts(tree)] == idle


def test_division_rounds_down() -> None:
    assert value(checked("-7 / 2", NUMBER).expression, TYPES_TO_ZERO.__getitem__) == -4


TYPES_TO_ZERO = dict.fromkeys(TYPES, 0)


@pytest.mark.parametrize("count", [1, 2, 5, 100, 2000])
def test_parts_are_joined_in_their_order_and_never_deep(count: int) -> None:
    parts = [Read(f"name_{each}", TruthType()) for each in range(count)]
    tree = joined(Operator.AND, parts)
    assert reads(tree) == tuple(parts)
    assert depth(tree) <= 50


def test_a_few_parts_are_joined_as_they_are_written() -> None:
    listed = [checked(each, TruthType()).expression for each in ("agreed", "tension > 3", "ships is 4")]
    assert (
        joined(Operator.AND, listed)
        == checked("agreed and tension > 3 and ships is 4", TruthType()).expression
    )


def test_code_sees_no_builtins() -> None:
    node = ast.Name("print", ast.Load())
    with pytest.raises(NameError):
        function_of_nodes((), node)()


def test_code_reads_names_where_the_caller_says() -> None:
    tree = checked("max(tension, 3) + khrushchev.fear", NUMBER).expression
    node = compiled(tree, lambda name: ast.Constant(len(name)))
    assert function_of_nodes((), node)() == len("tension") + len("khrushchev.fear")
