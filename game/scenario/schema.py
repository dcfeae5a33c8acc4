"""JSON Schema (draft-07) of the language, alone or with the ids of a scenario, for editors.

Only constructs that editors with the YAML language server complete well are used (section 16):
objects with optional properties, `properties` that list real ids beside `additionalProperties`,
`enum` with descriptions, snippets and examples. Files are merged by section, so that nothing is
required at the top of one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.scenario.kinds.cases import CHOOSE
from game.scenario.kinds.expressions import CONDITION
from game.scenario.kinds.policies import ANSWERS
from game.scenario.kinds.references import OPTION_OR_WAIT, PINS
from game.scenario.kinds.words import SOURCES
from game.scenario.patchschema import Schema, with_patch
from game.scenario.project import NO_PROJECT, Project
from game.scenario.records.plan import planned
from game.scenario.records.play import ADVICE, DECISION
from game.scenario.records.policies import POLICY_FILE
from game.scenario.records.reach import is_group, reached
from game.scenario.records.record import Field, Kind, Record
from game.scenario.records.scenario import SCENARIO
from game.scenario.records.tests import TEST_FILE

_DRAFT = "http://json-schema.org/draft-07/schema#"
_TOPS = frozenset({SCENARIO.name, TEST_FILE.name})


def language_schema(project: Project = NO_PROJECT) -> Schema:
    """Return the schema of the files of a scenario; with a project its ids are completed and looked up."""
    return _schema(SCENARIO, project)


def case_schema(project: Project = NO_PROJECT) -> Schema:
    """Return the schema of test files."""
    return _schema(TEST_FILE, project)


def policy_schema(project: Project = NO_PROJECT) -> Schema:
    """Return the schema of policy files."""
    return _schema(POLICY_FILE, project)


def _schema(top: Record, project: Project) -> Schema:
    writer = _Writer(project)
    records = {_name(each): writer.record(each) for each in reached(top) if each is not top}
    whole = writer.record(top)
    schema = {"$schema": _DRAFT, "title": "ExComm", **whole, "definitions": records | writer.definitions}
    return with_patch(schema) if top is SCENARIO else schema


def _name(record: Record) -> str:
    return record.name.removeprefix("a ").removeprefix("an ").replace(" ", "_")


class _Writer:
    """Writes the schemas of records with the ids of one project.

    `definitions` are those of kinds that name ids: they are long, and stand in many fields.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self.definitions: dict[str, Schema] = {}

    def record(self, record: Record, options: tuple[str, ...] = ()) -> Schema:
        """Return the schema of a record; `options` are those of the decision around it."""
        plan = planned(record)
        schema: Schema = {
            "type": "object",
            "additionalProperties": False,
            "properties": {name: self._field(each, options) for name, each in plan.fields.items()},
        }
        required = [each.name for each in plan.required]
        if required and record.name not in _TOPS:
            schema["required"] = required
        return schema

    def _field(self, field: Field, options: tuple[str, ...]) -> Schema:
        about = f"{field.about} Required." if field.required else field.about
        shown = f"{about}\n\nFor example: `{field.name}: {field.example}`" if field.example else about
        return {"description": about, "markdownDescription": shown, **self._kind(field.kind, options)}

    def _kind(self, kind: Kind, options: tuple[str, ...]) -> Schema:
        if kind.record is not None:
            return self._records(kind, kind.record(), options)
        if kind.section == "options":
            more = ("wait",) if kind is OPTION_OR_WAIT else ()
            return _enumeration(dict.fromkeys((*options, *more), "")) if options else {**kind.schema}
        if kind.section is None and not kind.ids and kind is not CONDITION:
            return {**kind.schema}
        name = f"{kind.name.replace(' ', '_').replace('/', '_')}_of_{kind.section or 'words'}"
        if name not in self.definitions:
            ids = self._project.words(*kind.ids)
            self.definitions[name] = self._ids(kind, ids) if ids else self._special(kind)
        return {"$ref": f"#/definitions/{name}"}

    def _special(self, kind: Kind) -> Schema:
        if kind is CONDITION:
            return {**kind.schema, "defaultSnippets": self._snippets()}
        if kind is SOURCES:
            return {**kind.schema, "examples": list(self._project.words("sources"))}
        listed = self._listed(kind)
        return {**kind.schema, "properties": listed} if listed else {**kind.schema}

    def _listed(self, kind: Kind) -> Schema:
        """Return the schema of what stands beside each id that a kind of groups names."""
        if kind is PINS:
            return self._results()
        if kind is CHOOSE:
            return self._answers()
        if kind is ANSWERS:
            return self._weighted_answers(kind.schema["additionalProperties"]["additionalProperties"])
        value = kind.schema.get("additionalProperties")
        names = self._project.words(kind.section) if kind.section is not None else {}
        if not isinstance(value, dict):
            return {}
        return {name: {"description": words, **self._value(name, value)} for name, words in names.items()}

    def _value(self, name: str, value: Schema) -> Schema:
        """Return the schema of what a variable is given; a choice proposes its values."""
        choices = self._project.choices.get(name)
        is_free = "boolean" in value.get("type", ())
        return {**value, "examples": list(choices)} if choices and is_free else value

    def _records(self, kind: Kind, record: Record, options: tuple[str, ...]) -> Schema:
        reference = {"$ref": f"#/definitions/{_name(record)}"}
        if record is ADVICE and options:
            reference = self._advice(options)
        if not is_group(kind):
            return reference
        entry = {"description": record.about, **reference}
        named = self._named(kind, options)
        listed = {name: {"description": words or record.about, **reference} for name, words in named.items()}
        if record is DECISION:
            listed = {
                name: {"description": words, **self.record(DECISION, self._project.options.get(name, ()))}
                for name, words in named.items()
            }
        return {
            "type": "object",
            **({"properties": listed} if listed else {}),
            "additionalProperties": entry,
            "defaultSnippets": [_new_entry(record)],
        }

    def _named(self, kind: Kind, options: tuple[str, ...]) -> Mapping[str, str]:
        """Return the ids that a group of records has already, each with its words."""
        if kind.section == "options":
            return dict.fromkeys(options, "")
        return self._project.words(kind.section) if kind.section is not None else {}

    def _advice(self, options: tuple[str, ...]) -> Schema:
        """Return the schema of advice on a decision with such options, which all its advisers share."""
        name = f"advice_on_{'_or_'.join(options)}"
        if name not in self.definitions:
            self.definitions[name] = self.record(ADVICE, options)
        return {"$ref": f"#/definitions/{name}"}

    def _ids(self, kind: Kind, ids: Mapping[str, str]) -> Schema:
        """Return the schema of one id, of one or several, or of ids as the names of a group."""
        types = kind.schema["type"]
        if types == "string":
            return _enumeration(ids)
        schema = _one_or_several(ids, types)
        if "object" in types:
            value = kind.schema["additionalProperties"]
            schema["properties"] = {name: {"description": words, **value} for name, words in ids.items()}
        return schema

    def _snippets(self) -> list[Schema]:
        """Return templates of conditions: one for each name that a condition may read."""
        found = [_snippet("day >= …", "day >= ${1:2}"), _snippet("time is over", "time is over")]
        for name, words in self._project.words("variables").items():
            values = self._project.choices.get(name)
            template = f"{name} is ${{1|{','.join(values)}|}}" if values else f"{name} >= ${{1:6}}"
            found.append(_snippet(f"{name} {'is' if values else '>='} …", template, words))
        found += [_snippet(name, name, words) for name, words in self._project.words("flags").items()]
        seen = self._project.words("events", "letters", "intelligence")
        found += [_snippet(f"seen.{name}", f"seen.{name}", words) for name, words in seen.items()]
        for name, options in self._project.options.items():
            template = f"chosen.{name} is ${{1|{','.join(options)}|}}"
            found.append(_snippet(f"chosen.{name} is …", template))
        return found

    def _results(self) -> Schema:
        return {site: _result(results) for site, results in self._project.results.items()}

    def _answers(self) -> Schema:
        made = {}
        for name, options in self._project.options.items():
            made[name] = _one_or_several(dict.fromkeys((*options, "wait"), ""), ["string", "array"])
        return made

    def _weighted_answers(self, weight: Schema) -> Schema:
        made = {}
        for name, options in self._project.options.items():
            ids = dict.fromkeys((*options, "wait"), "")
            made[name] = {
                **_one_or_several(ids, ["string", "object"]),
                "properties": dict.fromkeys(ids, weight),
                "additionalProperties": False,
            }
        return made


def _one_or_several(ids: Mapping[str, str], types: list[str]) -> Schema:
    """Return the schema of an id, or of a list or group of them.

    An empty place fits no branch of an `if`, so that there snippets propose the ids.
    """
    one = _enumeration(ids)
    return {
        "type": types,
        "items": one,
        "if": {"type": "string"},
        "then": one,
        "defaultSnippets": [_snippet(name, name, words) for name, words in ids.items()],
    }


def _enumeration(ids: Mapping[str, str]) -> Schema:
    schema: Schema = {"enum": list(ids)}
    if any(ids.values()):
        schema["markdownEnumDescriptions"] = list(ids.values())
    return schema


def _result(results: tuple[str, ...]) -> Schema:
    """Return the schema of a result; errors of estimates are numbers, and may bear a sign."""
    if any(each.lstrip("-").isdigit() for each in results):
        return {"type": ["string", "number"], "examples": list(results)}
    return _enumeration(dict.fromkeys(results, ""))


def _snippet(label: str, body: str, about: str = "") -> Schema:
    schema: Schema = {"label": label, "body": body}
    return {**schema, "description": about} if about else schema


def _new_entry(record: Record) -> Schema:
    """Return the template of an entry: its required fields, each with its example."""
    body = {each.name: _stop(place, each) for place, each in enumerate(_asked(record), 2)}
    return {
        "label": f"new {_name(record).replace('_', ' ')}",
        "description": record.about,
        "body": {"${1:id}": body or {}},
    }


def _asked(record: Record) -> Iterable[Field]:
    return (each for each in planned(record).required if each.kind.record is None)


def _stop(place: int, field: Field) -> str:
    written = field.example.replace("}", "\\}").replace("$", "\\$")
    return f"${{{place}:{written}}}"
