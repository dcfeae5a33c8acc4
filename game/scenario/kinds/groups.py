"""Kinds of groups: entries with ids, single records, chances, and a few groups of their own form."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from game.diagnostics.diagnostic import Note
from game.scenario.decoder import Decoder
from game.scenario.decoding import decoded
from game.scenario.faults import FIELD_MISSING, HISTORICAL_TWICE, NOTHING_GIVEN
from game.scenario.ids import BAD_ID, RESERVED, is_id, mended, reserved
from game.scenario.kinds.quantities import parse_minutes_key
from game.scenario.kinds.references import entries_of, many_ids, pairs
from game.scenario.kinds.words import NO_TEXT, TEXT, one_word, scalar
from game.scenario.meant import nearest
from game.scenario.missing import MISSING, Missing
from game.scenario.model import Chance, Fact, Flag, LessonLength
from game.scenario.names import field
from game.scenario.records.plan import planned
from game.scenario.records.record import Kind, Record
from game.scenario.text import Text
from game.scenario.where import Where
from game.source.limits import OVER_A_LIMIT
from game.source.shape import WRONG_SHAPE
from game.source.tree import Mapping, Node, Scalar

_OBJECT = {"type": "object"}
_TEXTS = {"type": "object", "additionalProperties": TEXT.schema}
_ID_FORM = "small letters, digits and `_`, beginning with a letter; at most 40 characters"
_LOST = "write the id on the line above, and indent below it what it has"
_PRINTS_HIDDEN = frozenset({"debrief", "facts"})
_NEEDED = {"decisions": "decision", "endings": "ending"}
_ONE_HISTORY = {"endings": "ending", "setups": "setup"}
MOST_OUTCOMES = 100
MOST_CHANCES_DEEP = 3


def is_field(record: Record, key: Scalar, value: Node) -> bool:
    """Whether what stands where a record has its id is a field of such a record."""
    return not isinstance(value, Mapping) and key.value in planned(record).fields


def check_id(decoder: Decoder, key: Scalar) -> None:
    """Report an id that is none, or a word that the language keeps for itself."""
    if not is_id(key.value):
        meant = mended(key.value)
        cure = f"write `{meant}`: {_ID_FORM}" if is_id(meant) else _ID_FORM
        decoder.report(BAD_ID, f"`{key.value}` is not a good id", key.span, cure)
    elif key.value in RESERVED:
        decoder.diagnostics.append(reserved(key))


def _group(
    decoder: Decoder,
    node: Node,
    form: str,
    entry: Callable[[Scalar, Node], Any],
    record: Record | None = None,
) -> Any:
    """Return what is read from a group of entries, each of a record if one is given.

    The fields of an entry that stand beside its name are passed over: it is said that nothing is below it.
    So are those that have no name above them, of which that is said.
    """
    found = entries_of(decoder, node, form)
    if isinstance(found, Missing):
        return MISSING
    made = {}
    beside: Collection[str] = ()
    for key, value in found:
        if key.value in beside:
            continue
        if record is not None and isinstance(value, Scalar) and value.is_absent:
            beside = planned(record).fields
        elif record is not None and is_field(record, key, value):
            beside = planned(record).fields
            decoder.report(BAD_ID, f"`{key.value}:` stands where {record.name} has its id", key.span, _LOST)
            continue
        check_id(decoder, key)
        read = entry(key, value)
        if not isinstance(read, Missing):
            made[key.value] = read
    return made


def _at_least_one(decoder: Decoder, made: Any, where: Where, what: str) -> Any:
    """Return a group that was read, or report that nothing stands in it."""
    place = decoder.places[where.path]
    if isinstance(place.value, Mapping) and not place.value.entries:
        return decoder.report(FIELD_MISSING, f"at least one {what} is needed here", place.key)
    return made


def _report_histories(decoder: Decoder, made: dict[str, Any], where: Where, what: str) -> None:
    """Report what is marked historical besides the first: history went one way."""
    marked = sorted((each for each in made.values() if each.historical), key=lambda each: each.span)
    for second in marked[1:]:
        place = decoder.places.get(f"{where.path}.{second.id}.historical")
        decoder.report(
            HISTORICAL_TWICE,
            f"`{second.id}` is marked `historical: yes`, and so is `{marked[0].id}`",
            place.key if place is not None else second.span,
            f"at most one {what} is",
            (Note("first here", marked[0].span),),
        )


def _entry_place(where: Where, section: str, key: str, node: Node) -> Where:
    """Return where an entry of a section stands, with what its texts and options need to know."""
    here = where.at(key)._replace(site=key, owner=key, prints_hidden=section in _PRINTS_HIDDEN)
    match section:
        case "decisions":
            return here._replace(decision=key)
        case "variables":
            return here._replace(variable=key)
        case "beliefs":
            return here._replace(variable=f"{where.owner}.{key}")
        case "intelligence":
            return here._replace(estimates=_estimated(node))
    return here


def _estimated(node: Node) -> tuple[str, ...]:
    estimates = field(node, "estimates")
    return tuple(key.value for key, _ in estimates.entries) if isinstance(estimates, Mapping) else ()


def entries(record: Record, section: str) -> Kind:
    """Return the kind of a group of records, each under its id."""

    def read(decoder: Decoder, node: Node, where: Where) -> Any:
        def entry(key: Scalar, value: Node) -> Any:
            return decoded(decoder, record, value, _entry_place(where, section, key.value, value), key)

        made = _group(decoder, node, f"{section}, each under its id", entry, record)
        if section in _ONE_HISTORY and not isinstance(made, Missing):
            _report_histories(decoder, made, where, _ONE_HISTORY[section])
        return made if section not in _NEEDED else _at_least_one(decoder, made, where, _NEEDED[section])

    return Kind(section, read, {}, f"{section} under their ids", _OBJECT, section, lambda: record)


def single(record: Record) -> Kind:
    """Return the kind of one record without an id; its block, if any, has the address around it."""

    def read(decoder: Decoder, node: Node, where: Where) -> Any:
        return decoded(decoder, record, node, where, Scalar(record.name, decoder.places[where.path].key))

    return Kind(record.name, read, None, f"the fields of {record.name}", _OBJECT, None, lambda: record)


def option_entries(record: Record) -> Kind:
    """Return the kind of the options of a decision, whose addresses are `decision.option`."""

    def read(decoder: Decoder, node: Node, where: Where) -> Any:
        def entry(key: Scalar, value: Node) -> Any:
            here = where.at(key.value)._replace(site=f"{where.decision}.{key.value}", owner=key.value)
            return decoded(decoder, record, value, here, key)

        made = _group(decoder, node, "options, each under its id", entry, record)
        return _at_least_one(decoder, made, where, "option")

    return Kind("options", read, {}, "options under their ids", _OBJECT, "options", lambda: record)


def advice_entries(record: Record) -> Kind:
    """Return the kind of advice, each under the id of its actor."""

    def read(decoder: Decoder, node: Node, where: Where) -> Any:
        found = entries_of(decoder, node, "advice, each under the id of its actor")
        if isinstance(found, Missing):
            return MISSING
        made = []
        for key, value in found:
            actor = decoder.resolve(("actors",), key.value, where, key.span, "advise")
            if isinstance(actor, Missing) and not isinstance(value, Mapping):
                continue  # no advice, but something that is indented wrongly
            advice = decoded(decoder, record, value, where.at(key.value)._replace(owner=key.value), key)
            if not isinstance(advice, Missing) and not isinstance(actor, Missing):
                made.append(advice)
        return tuple(made)

    return Kind(
        "advice of actors", read, (), "advice under the ids of actors", _OBJECT, "actors", lambda: record
    )


def chance(outcome: Callable[[], Record]) -> Kind:
    """Return the kind of a chance: outcomes under their ids, whose addresses go on from the block's."""

    def read(decoder: Decoder, node: Node, where: Where) -> Any:
        def entry(key: Scalar, value: Node) -> Any:
            here = where.at(key.value)._replace(
                site=f"{where.site}.{key.value}", owner=key.value, depth=where.depth + 1
            )
            return decoded(decoder, outcome(), value, here, key)

        place = decoder.places[where.path].key
        if where.depth >= MOST_CHANCES_DEEP:
            return decoder.report(
                OVER_A_LIMIT,
                f"chances stand at most {MOST_CHANCES_DEEP} deep in one another",
                place,
                "let an outcome start an event that has the chance",
            )
        made = _group(decoder, node, "outcomes, each under its id", entry, outcome())
        made = _at_least_one(decoder, made, where, "outcome")
        if isinstance(made, Missing) or not made:
            return MISSING
        if len(made) > MOST_OUTCOMES:
            decoder.report(OVER_A_LIMIT, f"a chance has at most {MOST_OUTCOMES} outcomes", place)
        _report_histories(decoder, made, where, "outcome of a chance")
        return Chance(where.site, tuple(made.values()), place)

    return Kind("chance", read, None, "outcomes under their ids", _OBJECT, None, outcome)


def _read_flags(decoder: Decoder, node: Node, where: Where) -> Any:
    def entry(key: Scalar, value: Node) -> Any:
        if isinstance(value, Scalar) and value.is_absent:
            cure = "write a sentence that says what is so once it is set"
            decoder.report(NOTHING_GIVEN, f"nothing stands after `{key.value}:`", key.span, cure)
        text = TEXT.read(decoder, value, where.at(key.value))
        return Flag(key.value, NO_TEXT if isinstance(text, Missing) else text, key.span)

    return _group(decoder, node, "flags, each with its sentence", entry)


FLAG_SENTENCES = Kind("flags", _read_flags, {}, "ids, each with a sentence", _TEXTS, "flags")

STATUS_STYLES = ("meter", "words", "number", "ladder", "countdown")
_STYLES = one_word("status", *STATUS_STYLES)
COUNTDOWNS = ("deadline", "ends")


def _read_status(decoder: Decoder, node: Node, where: Where) -> Any:
    found = entries_of(decoder, node, "readings, each with its style")
    if isinstance(found, Missing):
        return MISSING
    readings = []
    for key, value in found:
        style = _STYLES.read(decoder, value, where.at("status"))
        name: str | Missing = key.value
        if key.value not in COUNTDOWNS:
            name = decoder.resolve(("variables",), key.value, where, key.span, "show")
        if not isinstance(style, Missing) and not isinstance(name, Missing):
            readings.append((name, style))
    return tuple(readings)


STATUS = Kind(
    "status",
    _read_status,
    (),
    "readings, each with its style",
    {"type": "object", "additionalProperties": _STYLES.schema},
    "readings",
)


def _renamed(decoder: Decoder, key: Scalar, value: Node, where: Where) -> tuple[str, str] | Missing:  # noqa: ARG001
    today = scalar(decoder, value, "an id")
    return MISSING if isinstance(today, Missing) else (key.value, today.value)


RENAMED = Kind(
    "renamed",
    pairs("former ids, each with the id of today", _renamed),
    (),
    "former ids with the ids of today",
    _OBJECT,
)

VERBATIM = Kind("patch", lambda decoder, node, where: node, None, "the sections that a mod changes", _OBJECT)  # noqa: ARG005


def facts(fact: Record) -> Kind:
    """Return the kind of an ending's facts, each under its label."""

    def read(decoder: Decoder, node: Node, where: Where) -> Any:
        found = entries_of(decoder, node, "labels, each with `value:` and `history:`")
        if isinstance(found, Missing):
            return MISSING
        made = []
        for key, value in found:
            label = TEXT.read(decoder, key, where)
            line = decoded(decoder, fact, value, where.at(key.value)._replace(prints_hidden=True), key)
            if isinstance(label, Text) and isinstance(line, Fact):
                made.append(line._replace(label=label))
        if len(found) > 4:
            decoder.report(
                HISTORICAL_TWICE,
                f"an ending has room for four facts, and here are {len(found)}",
                decoder.places[where.path].key,
                "keep the four that matter most",
            )
        return tuple(made)

    return Kind("facts", read, (), "labels, each with a value and history", _OBJECT, None, lambda: fact)


def _read_lengths(decoder: Decoder, node: Node, where: Where) -> Any:
    found = entries_of(decoder, node, "minutes, each with `keep:`")
    if isinstance(found, Missing):
        return MISSING
    lengths = []
    for key, value in found:
        minutes = parse_minutes_key(decoder, key)
        keep = _kept(decoder, value, where)
        if not isinstance(minutes, Missing) and not isinstance(keep, Missing):
            lengths.append(LessonLength(minutes, keep))
    return tuple(lengths)


def _kept(decoder: Decoder, node: Node, where: Where) -> Any:
    fields = {key.value: value for key, value in node.entries} if isinstance(node, Mapping) else {}
    keep = fields.get("keep")
    if keep is None or len(fields) != 1:
        meant = nearest(next(iter(fields), ""), ["keep"])
        cure = f"did you mean `{meant}:`?" if meant else "write `{ keep: all }`"
        return decoder.report(WRONG_SHAPE, "a length has one field, `keep:`", node.span, cure)
    if isinstance(keep, Scalar) and keep.value == "all":
        return None
    return many_ids("decisions", "name", "decisions").read(decoder, keep, where)


LENGTHS = Kind("lengths", _read_lengths, (), "minutes, each with `keep:`", _OBJECT)
