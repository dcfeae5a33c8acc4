"""Kinds of words: texts with markup, plain strings, yes and no, words of closed lists, cues, sources."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast

from game.scenario.assets import PICTURES, SOUNDS, is_path, path_fault
from game.scenario.decoder import Decoder
from game.scenario.faults import NEWER_FORMAT, NOT_A_WORD
from game.scenario.ids import BAD_ID, is_id
from game.scenario.markup import text as marked_up
from game.scenario.meant import nearest
from game.scenario.missing import MISSING, Missing
from game.scenario.model import Cue, Portrait
from game.scenario.quantities.sources import parse_source
from game.scenario.records.record import Kind
from game.scenario.text import Text
from game.scenario.where import Where
from game.source.shape import WRONG_SHAPE
from game.source.tree import Mapping, Node, Scalar, Sequence

_STRING = {"type": ["string", "number", "boolean"]}
NO_TEXT = Text("", ())


def scalar(decoder: Decoder, node: Node, form: str) -> Scalar | Missing:
    """Return the node as a scalar, or report what stands there instead."""
    if isinstance(node, Scalar):
        return node
    shape = "a group" if isinstance(node, Mapping) else "a list"
    return decoder.report(WRONG_SHAPE, f"{form} is wanted here, but this is {shape}", node.span)


def listed(decoder: Decoder, node: Node, form: str) -> list[Scalar] | Missing:
    """Return the scalars of a list; one value stands for a list of one."""
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Mapping):
        return decoder.report(
            WRONG_SHAPE, "a list is wanted here, but this is a group", node.span, f"write {form}"
        )
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


def _closed(name: str, form: str, words: dict[str, Any]) -> Callable[[Decoder, Node, Where], Any]:
    def read(decoder: Decoder, node: Node, where: Where) -> Any:  # noqa: ARG001
        found = scalar(decoder, node, form)
        if isinstance(found, Missing):
            return MISSING
        if found.value in words:
            return words[found.value]
        meant = nearest(found.value, list(words))
        listing = ", ".join(words)
        return decoder.report(
            NOT_A_WORD,
            f"`{found.value}` is not one of the words that `{name}:` takes",
            found.span,
            f"did you mean `{meant}`? It can be: {listing}" if meant else f"it can be: {listing}",
        )

    return read


def one_word(name: str, *words: str, becomes: Callable[[str], Any] = str) -> Kind:
    """Return the kind of one word of a closed list."""
    values = {word: becomes(word) for word in words}
    read = _closed(name, "a word", values)
    return Kind(name, read, next(iter(values.values())), "one of " + ", ".join(words), {"enum": list(words)})


def _read_yes_no(decoder: Decoder, node: Node, where: Where) -> bool | Missing:
    name = where.path.rpartition(".")[2]
    found: bool | Missing = _closed(name, "yes or no", _TRUTHS)(decoder, node, where)
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

SOUND_WORDS = (
    "telephone", "teletype", "radio", "radar", "jet", "ship_horn", "sonar", "crowd", "typewriter", "siren",
    "silence",
)  # fmt: skip
PICTURE_WORDS = (
    "cabinet_room", "oval_office", "kremlin", "television", "newspaper", "photo_analyst", "u2", "destroyer",
    "submarine", "missile_site", "un_council", "embassy", "night_city",
)  # fmt: skip


def _cue(name: str, words: tuple[str, ...], endings: tuple[str, ...]) -> Kind:
    def read(decoder: Decoder, node: Node, where: Where) -> Cue | Missing:
        found = scalar(decoder, node, f"a {name}")
        if isinstance(found, Missing):
            return MISSING
        if found.value in words:
            return Cue(found.value, is_asset=False, alt=None)
        if is_path(found.value):
            fault = path_fault(found.value, name, endings, found.span)
            if fault is None:
                decoder.mention(found.value, "asset", where, found.span)
                return Cue(found.value, is_asset=True, alt=None)
            return cast("Missing", decoder.parsed(fault))
        meant = nearest(found.value, words)
        listing = f"it can be: {', '.join((*words, 'or a file'))} that ends in {', '.join(endings)}"
        return decoder.report(
            NOT_A_WORD,
            f"`{found.value}` is no {name} that the program has",
            found.span,
            f"did you mean `{meant}`? {listing}" if meant else listing,
        )

    return Kind(
        name,
        read,
        None,
        f"a {name}: a word of the list or a file",
        {"type": "string", "examples": list(words)},
    )


SOUND = _cue("sound", SOUND_WORDS, SOUNDS)
PICTURE = _cue("picture", PICTURE_WORDS, PICTURES)
ASSET = _cue("picture", (), PICTURES)

FEATURES: dict[str, tuple[str, ...]] = {
    "hair": ("short", "parted", "slick", "tousled", "long", "thin", "bald"),
    "hair_colour": ("brown", "black", "fair", "grey", "white"),
    "glasses": ("no", "yes"),
    "moustache": ("no", "yes"),
    "build": ("medium", "slim", "broad"),
    "dress": ("suit", "uniform", "fatigues", "blouse"),
}


def _read_portrait(decoder: Decoder, node: Node, where: Where) -> Portrait | Missing:
    if isinstance(node, Scalar):
        asset = ASSET.read(decoder, node, where)
        return asset if isinstance(asset, Missing) else Portrait(asset, ())
    if isinstance(node, Sequence):
        return decoder.report(WRONG_SHAPE, "a portrait is a file or a group of features", node.span)
    features = []
    for key, value in node.entries:
        if key.value not in FEATURES:
            meant = nearest(key.value, list(FEATURES))
            decoder.report(
                NOT_A_WORD,
                f"`{key.value}` is no feature of a portrait",
                key.span,
                f"did you mean `{meant}`?" if meant else "it may have: " + ", ".join(FEATURES),
            )
            continue
        word = _closed(key.value, "a word", {word: word for word in FEATURES[key.value]})(
            decoder, value, where
        )
        if not isinstance(word, Missing):
            features.append((key.value, word))
    return Portrait(None, tuple(features))


PORTRAIT = Kind(
    "portrait",
    _read_portrait,
    None,
    "a file, or features",
    {
        "type": ["object", "string"],
        "additionalProperties": False,
        "properties": {
            feature: YES_NO.schema if "yes" in words else {"enum": list(words)}
            for feature, words in FEATURES.items()
        },
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


def _read_id(decoder: Decoder, node: Node, where: Where) -> str | Missing:  # noqa: ARG001
    found = scalar(decoder, node, "an id")
    if isinstance(found, Missing):
        return MISSING
    if is_id(found.value):
        return found.value
    return decoder.report(
        BAD_ID,
        f"`{found.value}` is not a good id",
        found.span,
        "small letters, digits and `_`, beginning with a letter; at most 40 characters",
    )


SCENARIO_ID = Kind("id", _read_id, "", "an id", {"type": "string", "pattern": "^[a-z][a-z0-9_]{0,39}$"})


def _read_format(decoder: Decoder, node: Node, where: Where) -> int | Missing:  # noqa: ARG001
    found = scalar(decoder, node, "the number 1")
    if isinstance(found, Missing):
        return MISSING
    if found.value == "1":
        return 1
    if found.value.isascii() and found.value.isdigit():
        return decoder.report(
            NEWER_FORMAT,
            f"this scenario needs a later ExComm: its format is {found.value}, and this program knows 1",
            found.span,
            "install a newer version of ExComm",
        )
    return decoder.report(NOT_A_WORD, f"`{found.value}` is no format", found.span, "write `format: 1`")


FORMAT = Kind("format", _read_format, 1, "1", {"enum": [1, "1"]})

_VERSION = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,4}){0,2}")


def _read_version(decoder: Decoder, node: Node, where: Where) -> str | Missing:  # noqa: ARG001
    found = scalar(decoder, node, "a version")
    if isinstance(found, Missing) or _VERSION.fullmatch(found.value):
        return found if isinstance(found, Missing) else found.value
    return decoder.report(
        NOT_A_WORD,
        f"`{found.value}` is not a version",
        found.span,
        "write numbers with dots, such as `0.1.0`",
    )


VERSION = Kind("version", _read_version, "0.1.0", "numbers with dots", _STRING)

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[_-][A-Za-z]{2,8})?")


def is_language(word: str) -> bool:
    """Return whether a word is the code of a language.

    >>> is_language("es"), is_language("pt_BR"), is_language("../es")
    (True, True, False)
    """
    return _LANGUAGE.fullmatch(word) is not None


def _read_language(decoder: Decoder, node: Node, where: Where) -> str | Missing:  # noqa: ARG001
    found = scalar(decoder, node, "a language")
    if isinstance(found, Missing) or is_language(found.value):
        return found if isinstance(found, Missing) else found.value
    return decoder.report(
        NOT_A_WORD,
        f"`{found.value}` is not the code of a language",
        found.span,
        "write a code such as `en`, `es` or `fr`",
    )


LANGUAGE = Kind("language", _read_language, "en", "the code of a language", {"type": "string"})
