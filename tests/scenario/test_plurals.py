from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.scenario.plurals import PluralRule, parse_plurals, plurals_of


def test_the_forms_of_a_language_are_those_of_its_formula() -> None:
    russian = plurals_of("ru")
    assert [russian.form(each) for each in (1, 2, 4, 5, 11, 12, 21, 22, 111, 100)] == [
        0, 1, 1, 2, 2, 2, 0, 1, 2, 2,
    ]  # fmt: skip
    arabic = plurals_of("ar")
    assert [arabic.form(each) for each in (0, 1, 2, 3, 11, 100)] == [0, 1, 2, 3, 4, 5]


def test_a_country_has_the_forms_of_its_language_unless_it_has_its_own() -> None:
    assert plurals_of("pt").form(0) == 1
    assert plurals_of("pt-BR").form(0) == 0
    assert plurals_of("zh_TW").forms == 1


@pytest.mark.parametrize("code", ["en", "es", "fr", "ru", "pl", "cs", "ar", "ja", "pt_BR"])
def test_a_header_says_the_rule_again(code: str) -> None:
    assert parse_plurals(plurals_of(code).header) == plurals_of(code)


@pytest.mark.parametrize(
    "header",
    [
        "",
        "nplurals=2",
        "nplurals=0; plural=0;",
        "nplurals=7; plural=0;",
        "nplurals=2; plural=;",
        "nplurals=2; plural=n n;",
        "nplurals=2; plural=(n != 1;",
        "nplurals=2; plural=n ? 1;",
        "nplurals=2; plural=m != 1;",
        "nplurals=2; plural=system(1);",
        "nplurals=2; plural=n **2;",
        f"nplurals=2; plural={'(' * 60}n{')' * 60};",
        f"nplurals=2; plural={'!' * 390}n;",
        f"nplurals=2; plural=n{'+n' * 400};",
    ],
)
def test_what_is_no_rule_is_none(header: str) -> None:
    assert parse_plurals(header) is None


@pytest.mark.parametrize(
    ("formula", "number", "form"),
    [
        ("n>1", 0, 0),
        ("n%10==1 || n==2 && n==3", 11, 1),
        ("n-1*2", 3, 1),
        ("n/0", 3, 0),
        ("n%0", 3, 0),
        ("n", 9, 1),
        ("0-n", 9, 0),
        ("!n", 0, 1),
        ("n==0 ? 1 : n==1 ? 0 : 1", 1, 0),
    ],
)
def test_a_formula_is_read_as_in_c_and_gives_a_form(formula: str, number: int, form: int) -> None:
    rule = parse_plurals(f"nplurals=2; plural={formula};")
    assert rule == PluralRule(2, formula)
    assert rule.form(number) == form


@given(st.text("n0123456789+-*/%<>=!&|?:() ", max_size=40), st.integers(0, 10**9))
def test_any_formula_is_refused_or_gives_a_form(formula: str, number: int) -> None:
    rule = parse_plurals(f"nplurals=3; plural={formula};")
    assert rule is None or 0 <= rule.form(number) < 3
