"""The reference manual of the language, as Markdown: every record and field of the table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Any

from game.diagnostics.diagnostic import Rule
from game.scenario.cases import CasePolicy
from game.scenario.ids import RESERVED
from game.scenario.kinds.cues import FEATURES, PICTURE_WORDS, SOUND_WORDS
from game.scenario.kinds.groups import STATUS_STYLES
from game.scenario.records.block import BLOCK_FIELDS, STATEMENT_FIELDS
from game.scenario.records.plan import TODO, planned
from game.scenario.records.policies import POLICY_FILE
from game.scenario.records.reach import is_group, reached
from game.scenario.records.record import Field, Kind, Record
from game.scenario.records.scenario import SCENARIO
from game.scenario.records.tests import TEST_FILE

_HEAD = """\
# Reference of the scenario language, format 1

Written by `excomm docs` from the table that the program itself reads; changes belong there. `MODDING.md`
explains how to write a scenario. Here stands what there is: every record and field, the words of closed
lists, the rules of `excomm check`, and the forms of output.

A star marks a required field. A dash under *default* means that there is none. Fields stand in the order
in which `excomm fmt` puts them.
"""
_BLOCK = """\
## The block: what an entry does

The same fields, wherever something happens. They are carried out in this order, never in the order in
which they are written.
"""
_STATEMENT = """\
## The statement: who stands behind it

What an entry says about its evidence.
"""
_FORMS = """\
## Forms of output

The first field names the form and its version. Fields may be added, and are never changed. Absent things
are null and are never left out. Values in the examples are shortened.
"""
_RULES = """\
## Rules

The first letter is the severity: Error, Warning, Information. A code never changes its meaning.
"""


def reference(rules: Iterable[Rule], forms: Mapping[str, str], about: Mapping[str, str]) -> str:
    """Return the whole manual; `forms` are examples of JSON by the command that prints them.

    `about` says of some of these commands what their examples cannot show.
    """
    parts = [
        _HEAD,
        *(_record_part(each) for each in reached(SCENARIO)),
        f"{_BLOCK}\n{_table(BLOCK_FIELDS)}",
        f"{_STATEMENT}\n{_table(STATEMENT_FIELDS)}",
        f"## Every record\n\n{_table((TODO,))}",
        *(_record_part(each) for each in (*reached(TEST_FILE), *reached(POLICY_FILE))),
        _kinds_part(),
        _words_part(),
        _FORMS,
        *(_form_part(command, form, about.get(command, "")) for command, form in forms.items()),
        _RULES,
        *(_rule_part(each) for each in rules),
    ]
    return "\n".join(parts)


def _form_part(command: str, form: str, about: str) -> str:
    part = f"### `excomm {command}`\n\n```json\n{form.strip()}\n```\n"
    return f"{part}\n{about}" if about else part


def _record_part(record: Record) -> str:
    notes = [record.about]
    if record.block:
        notes.append("It also takes the fields of [the block](#the-block-what-an-entry-does).")
    if record.statement:
        notes.append("It also takes the fields of [the statement](#the-statement-who-stands-behind-it).")
    part = f"## {_title(record)}\n\n{' '.join(notes)}\n"
    return f"{part}\n{_table(record.fields)}" if record.fields else part


def _title(record: Record) -> str:
    words = record.name.removeprefix("a ").removeprefix("an ")
    return words[:1].upper() + words[1:]


def _table(fields: Iterable[Field]) -> str:
    rows = ["| Field | Kind | Default | Meaning | Example |", "| --- | --- | --- | --- | --- |"]
    for each in fields:
        star = " *" if each.required else ""
        example = f"`{each.name}: {each.example}`" if each.example else ""
        cells = (f"`{each.name}`{star}", _kind_words(each.kind), _default_words(each), each.about, example)
        rows.append("| " + " | ".join(_cell(cell) for cell in cells) + " |")
    return "\n".join(rows) + "\n"


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("\n", " ")


def _kind_words(kind: Kind) -> str:
    if kind.record is None:
        return kind.form
    title = _title(kind.record())
    link = f"[{title.lower()}](#{title.lower().replace(' ', '-')})"
    return f"{kind.form}: {link}" if is_group(kind) else link


def _default_words(field: Field) -> str:
    return "-" if field.required else _value_words(field.default)


def _value_words(value: Any) -> str:
    match value:
        case bool():
            return "`yes`" if value else "`no`"
        case Enum():
            return f"`{value.value}`"
        case CasePolicy(name, _):
            return f"`{name.value}`"
        case int() | str():
            return f"`{value}`"
        case (0,):
            return "`0 min`"
        case _:
            return "-"


def _kinds_part() -> str:
    rows = ["| Kind | Written | Examples |", "| --- | --- | --- |"]
    for kind in sorted(_kinds(), key=lambda each: each.name):
        examples = ", ".join(f"`{each}`" for each in kind.schema.get("examples", ()))
        rows.append("| " + " | ".join(_cell(cell) for cell in (kind.name, kind.form, examples)) + " |")
    return "## Kinds of values\n\n" + "\n".join(rows) + "\n"


def _kinds() -> Iterator[Kind]:
    """Yield the kinds that are values and no records, each form of a name once."""
    told: set[tuple[str, str]] = set()
    for record in (*reached(SCENARIO), *reached(TEST_FILE), *reached(POLICY_FILE)):
        for field in planned(record).fields.values():
            kind = field.kind
            if kind.record is None and "enum" not in kind.schema and (kind.name, kind.form) not in told:
                told.add((kind.name, kind.form))
                yield kind


def _words_part() -> str:
    rows = [
        ("Styles of `status:`", STATUS_STYLES),
        ("Sounds", SOUND_WORDS),
        ("Pictures", PICTURE_WORDS),
        *((f"Portraits, `{feature}:`", words) for feature, words in FEATURES.items()),
        ("Reserved ids", tuple(sorted(RESERVED))),
    ]
    lines = [f"- {what}: {', '.join(f'`{word}`' for word in words)}." for what, words in rows]
    return "## Words of closed lists\n\n" + "\n".join(lines) + "\n"


def _rule_part(rule: Rule) -> str:
    example = rule.example.rstrip("\n")
    return (
        f"### {rule.code}\n\n{rule.severity.value.capitalize()}: {rule.title}.\n\n{rule.cause}\n\n"
        f"```yaml\n{example}\n```\n\n{rule.cure}\n"
    )
