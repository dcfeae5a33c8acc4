"""Kinds of sounds, pictures and portraits."""

from __future__ import annotations

from typing import cast

from game.scenario.assets import PICTURES, SOUNDS, is_path, path_fault
from game.scenario.decoder import Decoder
from game.scenario.faults import NOT_A_WORD
from game.scenario.kinds.words import YES_NO, closed, scalar
from game.scenario.meant import nearest, one_of
from game.scenario.missing import MISSING, Missing
from game.scenario.model import Cue, Portrait
from game.scenario.records.record import Kind
from game.scenario.where import Where
from game.source.shape import WRONG_SHAPE
from game.source.tree import Node, Scalar, Sequence

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
        listed = (*words, f"or a file that ends in {', '.join(endings)}")
        return decoder.report(
            NOT_A_WORD,
            f"`{found.value}` is no {name} that the program has",
            found.span,
            one_of(found.value, listed, words),
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
        word = closed(key.value, "a word", {word: word for word in FEATURES[key.value]})(
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
