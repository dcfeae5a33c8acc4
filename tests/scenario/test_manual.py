"""The reference, the schema and the order of fields come from the one table of records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game.commands.docs import manual_text
from game.commands.forms import FORMS
from game.commands.manual import rules
from game.scenario.decoder import Decoder
from game.scenario.decoding import decoded
from game.scenario.kinds.words import PLAIN
from game.scenario.names import gathered
from game.scenario.records.history import SOURCE
from game.scenario.records.plan import planned
from game.scenario.records.policies import POLICY_FILE
from game.scenario.records.reach import reached
from game.scenario.records.record import Field, Record
from game.scenario.records.scenario import SCENARIO
from game.scenario.records.tests import TEST_FILE
from game.scenario.schema import language_schema
from game.scenario.tidy.style import styled
from game.scenario.where import Where
from game.source.reader import document
from game.source.tree import Mapping

ROOT = Path(__file__).parents[2]
RECORDS = (*reached(SCENARIO), *reached(TEST_FILE), *reached(POLICY_FILE))


def test_the_reference_beside_the_scenarios_is_what_the_program_writes() -> None:
    """`excomm docs -o scenarios/REFERENCE.md` writes it anew."""
    assert (ROOT / "scenarios" / "REFERENCE.md").read_text(encoding="utf-8") == manual_text()


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.name)
def test_every_field_is_told_of_with_a_sentence(record: Record) -> None:
    text = manual_text()
    for each in record.fields:
        assert f"| `{each.name}`" in text
        assert each.about in text
        assert each.about.endswith(".")


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.name)
def test_every_value_of_a_field_has_an_example(record: Record) -> None:
    assert [
        each.name for each in planned(record).fields.values() if not each.example and not is_whole(each)
    ] == []


def is_whole(field: Field) -> bool:
    """Whether a field holds records, which have examples of their own, or a whole patch."""
    return field.kind.record is not None or field.name == "patch"


@pytest.mark.parametrize("code", rules())
def test_every_rule_has_its_page(code: str) -> None:
    assert f"\n### {code}\n" in manual_text()


def test_every_form_begins_with_its_name_and_version() -> None:
    for command, form in FORMS.items():
        assert form.startswith(f'{{"{command.split()[0]}": 1, ')


@pytest.fixture
def shelf() -> Iterator[None]:
    """Sources have a field more, between two others, for as long as a test runs."""
    fields, builds = SOURCE.fields, SOURCE.builds
    row = Field("shelf", PLAIN, "Where it stands in the library.", example="B 12")

    def built(*, shelf: str | None = None, **values: Any) -> Any:
        source = builds(**values)
        return source if shelf is None else (source, shelf)

    object.__setattr__(SOURCE, "fields", (fields[0], row, *fields[1:]))
    object.__setattr__(SOURCE, "builds", built)
    planned.cache_clear()
    yield
    object.__setattr__(SOURCE, "fields", fields)
    object.__setattr__(SOURCE, "builds", builds)
    planned.cache_clear()


def read_source(text: str) -> tuple[Any, Decoder]:
    root = document(text.encode(), "a/scenario.yaml")[0].root
    assert isinstance(root, Mapping)
    decoder = Decoder(gathered(root, is_complete=True))
    return decoded(decoder, SOURCE, root, Where(owner="dobbs")), decoder


@pytest.mark.usefixtures("shelf")
def test_a_row_that_is_added_to_the_table_is_read() -> None:
    (source, place), decoder = read_source("title: One Minute to Midnight\nshelf: B 12\n")
    assert (source.title, place, decoder.diagnostics) == ("One Minute to Midnight", "B 12", [])


def test_without_the_row_the_field_is_unknown() -> None:
    _, decoder = read_source("title: One Minute to Midnight\nshelf: B 12\n")
    assert [each.code for each in decoder.diagnostics] == ["E202"]


@pytest.mark.usefixtures("shelf")
def test_a_row_that_is_added_to_the_table_is_in_the_schema() -> None:
    properties = language_schema()["definitions"]["source"]["properties"]
    assert list(properties)[:3] == ["title", "shelf", "author"]
    assert properties["shelf"]["description"] == "Where it stands in the library."


@pytest.mark.usefixtures("shelf")
def test_a_row_that_is_added_to_the_table_is_in_the_reference() -> None:
    assert "| `shelf` | words | - | Where it stands in the library. | `shelf: B 12` |" in manual_text()


@pytest.mark.usefixtures("shelf")
def test_a_row_that_is_added_to_the_table_has_its_place_in_the_order_of_fmt() -> None:
    text = (
        b"sources:\n  dobbs:\n    author: Michael Dobbs\n    shelf: B 12\n    title: One Minute to Midnight\n"
    )
    made = styled(text, "a/scenario.yaml", SCENARIO)
    assert made is not None
    assert re.findall(r"^    (\w+):", made, re.MULTILINE) == ["title", "shelf", "author"]
