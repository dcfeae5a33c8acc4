"""Kinds of the fields at the head of a scenario: its id, format, version and language."""

from __future__ import annotations

import re

from game.scenario.decoder import Decoder
from game.scenario.faults import NEWER_FORMAT, NOT_A_WORD
from game.scenario.ids import BAD_ID, is_id
from game.scenario.kinds.words import PLAIN, scalar
from game.scenario.missing import MISSING, Missing
from game.scenario.records.record import Kind
from game.scenario.where import Where
from game.source.tree import Node


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


VERSION = Kind("version", _read_version, "0.1.0", "numbers with dots", PLAIN.schema)

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
