"""The record of a mod: what stands beside its `patch:`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game.scenario.kinds.groups import VERBATIM
from game.scenario.kinds.headings import FORMAT, LANGUAGE, SCENARIO_ID, VERSION
from game.scenario.kinds.words import PLAIN, TEXT
from game.scenario.records.record import Field, Mark, Record


def mod_record(builds: Callable[..., Any]) -> Record:
    """Return the record of a mod, which becomes what `builds` makes of it."""
    return Record(
        "a mod",
        "Changes to another scenario.",
        (
            Field("format", FORMAT, "The version of the language.", True, None, Mark.NONE, "1"),
            Field("id", SCENARIO_ID, "Its id, and the name of its folder.", True, None, Mark.NONE, "rapids"),
            Field("title", TEXT, "Its name.", True, None, Mark.TEXT, "Another River"),
            Field("summary", TEXT, "What it changes.", True, None, Mark.TEXT, "The same night, otherwise."),
            Field("author", PLAIN, "Who wrote it.", example="The ExComm project"),
            Field("license", PLAIN, "Under which licence it may be used.", example="CC-BY-4.0"),
            Field("version", VERSION, "Its own version.", default="0.1.0", example="0.1.0"),
            Field("language", LANGUAGE, "The language of its texts.", default="en", example="en"),
            Field("extends", PLAIN, "The scenario that it changes.", True, None, Mark.NONE, "nine_days"),
            Field("needs", PLAIN, "The versions that it fits.", True, None, Mark.NONE, '">=0.1, <1.0"'),
            Field("patch", VERBATIM, "What it changes.", True),
        ),
        builds,
    )
