"""The settings of a user: read with every fault named, written whole."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from game.diagnostics.diagnostic import has_errors
from game.frozen import Frozen, NamedTuple
from game.scenario.meant import nearest
from game.session.said import Said
from game.source.limits import MOST_BYTES_IN_A_FILE
from game.source.reader import document
from game.source.tree import Entry, Scalar
from game.store.atomic import read_at_most, set_aside, write_whole
from game.store.keymap import Keys, format_keys, parse_keys
from game.store.sentences import place


class Settings(Frozen):
    """What a user has chosen. `text_scale` is in percent; `typeface` is that of documents.

    `effects`, `ambience` and `desk` are volumes in percent: of the story's sounds, of the room, and of
    papers and stamps. `captions` names a sound in words when it is
    heard, or would be. `tutorial` offers it on the title. `keys` are those that were changed.
    """

    text_scale: int = 100
    ground: Literal["standard", "high_contrast", "paper"] = "standard"
    colours: Literal["standard", "colour_blind_safe"] = "standard"
    reduced_motion: bool = False
    full_screen: bool = False
    typeface: Literal["typewriter", "sans"] = "typewriter"
    show_odds: bool = False
    sound: bool = True
    effects: int = 80
    ambience: int = 60
    desk: int = 60
    captions: bool = True
    tutorial: bool = True
    keys: Keys = ()


class ReadSettings(NamedTuple):
    """Settings with what says of each thing in the file that it could not be taken."""

    settings: Settings
    said: tuple[Said, ...]


_YES_OR_NO: Mapping[str, object] = {"yes": True, "no": False, "true": True, "false": False}
_VOLUMES: Mapping[str, object] = {str(percent): percent for percent in range(0, 101, 20)}
_VALUES: Mapping[str, Mapping[str, object]] = {
    "text_scale": {str(percent): percent for percent in range(100, 251, 25)},
    "ground": {word: word for word in ("standard", "high_contrast", "paper")},
    "colours": {word: word for word in ("standard", "colour_blind_safe")},
    "reduced_motion": _YES_OR_NO,
    "full_screen": _YES_OR_NO,
    "typeface": {word: word for word in ("typewriter", "sans")},
    "show_odds": _YES_OR_NO,
    "sound": _YES_OR_NO,
    "effects": _VOLUMES,
    "ambience": _VOLUMES,
    "desk": _VOLUMES,
    "captions": _YES_OR_NO,
    "tutorial": _YES_OR_NO,
}


def read_settings(path: Path) -> ReadSettings:
    """Return the settings in a file, those not given or not understood as they are by default.

    A file that cannot be read as YAML is kept aside under a new name, and what is said tells so.
    """
    try:
        content = read_at_most(path, MOST_BYTES_IN_A_FILE)
    except FileNotFoundError:
        return ReadSettings(Settings(), ())
    except OSError as fault:
        return ReadSettings(
            Settings(), (Said("settings_file.unreadable", {"reason": fault.strerror or str(fault)}),)
        )
    read, faults = document(content, path.name)
    broken = next((each for each in faults if has_errors((each,))), None)
    if broken is not None:
        return ReadSettings(Settings(), (_kept_aside(path, place(broken.span), broken.message),))
    values: dict[str, Any] = {}
    said = []
    for entry in read.root.entries if read.root is not None else ():
        refused = _fault(entry)
        if refused is None:
            values[entry.key.value] = _taken(entry)
        else:
            said.append(refused)
    return ReadSettings(Settings(**values), tuple(said))


def write_settings(path: Path, settings: Settings) -> None:
    """Write all settings. Raises OSError."""
    lines = [f"{each}: {_written(getattr(settings, each))}\n" for each in settings.__match_args__]
    write_whole(path, "".join(lines).encode())


def refusal(path: Path, settings: Settings) -> OSError | None:
    """Write all settings; return why the disk refuses, if it does."""
    try:
        write_settings(path, settings)
    except OSError as fault:
        return fault
    return None


def _taken(entry: Entry) -> object:
    """Return the value of an entry that has no fault."""
    name = entry.key.value
    return parse_keys(_word(entry)) if name == "keys" else _VALUES[name][_word(entry)]


def _fault(entry: Entry) -> Said | None:
    """Return what says why an entry cannot be taken, or None if it can."""
    name, word, allowed = entry.key.value, _word(entry), _VALUES.get(entry.key.value)
    where = place(entry.value.span)
    if name == "keys":
        return Said("settings_file.keys", {"place": where}) if parse_keys(word) is None else None
    if allowed is None:
        return _unknown(entry)
    if word in allowed:
        return None
    words = ", ".join(each for each in allowed if each not in ("true", "false"))
    given = {"place": where, "name": name, "words": words}
    return (
        Said("settings_file.not_one", {**given, "given": word[:40]})
        if word
        else Said("settings_file.no_word", given)
    )


def _unknown(entry: Entry) -> Said:
    name = entry.key.value
    given = {"place": place(entry.key.span), "name": name[:40]}
    near = nearest(name, _VALUES)
    return (
        Said("settings_file.meant", {**given, "meant": near})
        if near
        else Said("settings_file.unknown", given)
    )


def _word(entry: Entry) -> str:
    return entry.value.value if isinstance(entry.value, Scalar) else ""


def _kept_aside(path: Path, where: str, message: str) -> Said:
    given = {"place": where, "fault": message}
    try:
        return Said("settings_file.aside", {**given, "name": set_aside(path).name})
    except OSError:
        return Said("settings_file.broken", given)


def _written(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case tuple():
            return format_keys(value)
        case _:
            return str(value)
