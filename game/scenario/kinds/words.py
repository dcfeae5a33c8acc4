"""Kinds of words: texts with markup, plain strings, yes and no, words of closed lists, sources."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game.scenario.decoder import Decoder
from game.scenario.faults import NOT_A_WORD
from game.scenario.markup import text as marked_up
from game.scenario.meant import one_of
from game.scenario.missing import MISSING, Missing
from game.scenario.quantities.sources import parse_source
from game.scenario.records.record import Kind
from game.scenario.text import Text
from game.scenario.where import Where
from game.source.commas import is_bare
from game.source.shape import WRONG_SHAPE, shape
from game.source.tree import Mapping, Node, Scalar

_STRING = {"type": ["string", "number", "boolean"]}
NO_TEXT = Text("", ())


def scalar(decoder: Decoder, node: Node, form: str) -> Scalar | Missing:
    """Return the node as a scalar, or report what stands there instead."""
    if isinstance(node, Scalar):
        return node
    message = f"{form} should stand here, but this is {shape(node)}"
    return decoder.report(WRONG_SHAPE, message, node.span, _quoted(node))


def _quoted(node: Node) -> str | None:
    """Return the cure for a text such as `{tension}`, which YAML reads as a group."""
    if not isinstance(node, Mapping) or len(node.entries) != 1 or not is_bare(node.entries[0]):
        return None
    return f'put a text that begins with a brace in quotation marks: `"{{{node.entries[0].key.value}}}"`'


def listed(decoder: Decoder, node: Node, form: str) -> list[Scalar] | Missing:
    """Return the scalars of a list; one value stands for a list of one."""
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Mapping):
        return decoder.report(WRONG_SHAPE, f"{form} should stand here, but this is a group", node.span)
    found = [scalar(decoder, item, form) for item in node.items]
    return [item for item in found if isinstance(item, Scalar)]


def _read_text(decoder: Decoder, node: Node, where: Where) -> Text | Missing:
    found = scalar(decoder, node, "a text")
    if isinstance(found, Missing):
        return MISSING
    scope = decoder.text_scope(where)
    text, faults = marked_up(found, scope)
    decoder.diagnostics += faults
    decoder.mention_text(text, where)
    other = decoder.worded(found, where.path, scope, text)
    return other if isinstance(other, Text) else text


TEXT = Kind("text", _read_text, NO_TEXT, "a text", _STRING)


def _read_texts(decoder: Decoder, node: Node, where: Where) -> tuple[Text, ...] | Missing:
    found = listed(decoder, node, "a list of sentences, each after a dash")
    if isinstance(found, Missing):
        return MISSING
    if isinstance(node, Scalar) and node.is_plain and node.value.startswith("-"):
        cure = "put a text that begins with a dash in quotation marks"
        return decoder.report(
            WRONG_SHAPE, "an item of a list is one dash, a space and a text", node.span, cure
        )
    texts = [_read_text(decoder, each, where.at(str(place))) for place, each in enumerate(found)]
    return tuple(each for each in texts if isinstance(each, Text))


TEXTS = Kind("texts", _read_texts, (), "a list of texts", {"type": ["array", "string"], "items": _STRING})


def _read_plain(decoder: Decoder, node: Node, where: Where) -> str | Missing:  # noqa: ARG001
    found = scalar(decoder, node, "a text")
    return found if isinstance(found, Missing) else found.value


PLAIN = Kind("plain text", _read_plain, "", "words", _STRING)


def _read_wording(decoder: Decoder, node: Node, where: Where) -> str | Missing:
    found = scalar(decoder, node, "a text")
    if isinstance(found, Missing):
        return MISSING
    other = decoder.worded(found, where.path, decoder.text_scope(where), None)
    return other if isinstance(other, str) else found.value


WORDING = Kind("words", _read_wording, "", "words", _STRING)

_TRUTHS = {"yes": True, "true": True, "no": False, "false": False}


def closed(name: str, form: str, words: dict[str, Any]) -> Callable[[Decoder, Node, Where], Any]:
    """Return the reader of a field that takes one of some words, each with what it means."""

    def read(decoder: Decoder, node: Node, where: Where) -> Any:  # noqa: ARG001
        found = scalar(decoder, node, form)
        if isinstance(found, Missing):
            return MISSING
        if found.value in words:
            return words[found.value]
        return decoder.report(
            NOT_A_WORD,
            f"`{found.value}` is not one of the words that `{name}:` takes",
            found.span,
            one_of(found.value, words, words),
        )

    return read


def one_word(name: str, *words: str, becomes: Callable[[str], Any] = str) -> Kind:
    """Return the kind of one word of a closed list."""
    values = {word: becomes(word) for word in words}
    read = closed(name, "a word", values)
    return Kind(name, read, next(iter(values.values())), "one of " + ", ".join(words), {"enum": list(words)})


def _read_yes_no(decoder: Decoder, node: Node, where: Where) -> bool | Missing:
    name = where.path.rpartition(".")[2]
    found: bool | Missing = closed(name, "yes or no", _TRUTHS)(decoder, node, where)
    return found


YES_NO = Kind(
    "yes/no",
    _read_yes_no,
    False,
    "yes or no",
    {
        "type": ["boolean", "string"],
        "pattern": "^(yes|no|true|false)$",
        "defaultSnippets": [{"label": "yes", "bodyText": "yes"}, {"label": "no", "bodyText": "no"}],
    },
)


def _read_sources(decoder: Decoder, node: Node, where: Where) -> Any:
    found = listed(decoder, node, "a source and its locator")
    if isinstance(found, Missing):
        return MISSING
    references = []
    for each in found:
        reference = parse_source(each.value)
        place = each.part(0, len(reference.source))
        decoder.resolve(("sources",), reference.source, where, place, "cite")
        references.append(reference)
    return tuple(references)


SOURCES = Kind(
    "source",
    _read_sources,
    (),
    "a source and its locator",
    {"type": ["string", "array"], "items": {"type": "string"}},
    "sources",
)


def _read_points(decoder: Decoder, node: Node, where: Where) -> Any:
    if not isinstance(node, Mapping):
        return decoder.report(WRONG_SHAPE, "points are a group of labels, each with a text", node.span)
    points = []
    for key, value in node.entries:
        label, text = _read_text(decoder, key, where), _read_text(decoder, value, where.at(key.value))
        if isinstance(label, Text) and isinstance(text, Text):
            points.append((label, text))
    return tuple(points)


POINTS = Kind(
    "points",
    _read_points,
    (),
    "labels, each with a text",
    {"type": "object", "additionalProperties": _STRING},
)
