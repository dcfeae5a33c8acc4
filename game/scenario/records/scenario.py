"""The record of a whole scenario: the top of the table."""

from __future__ import annotations

from game.scenario.building import build_scenario
from game.scenario.kinds.cues import PICTURE
from game.scenario.kinds.groups import FLAG_SENTENCES, RENAMED, STATUS, VERBATIM, entries, single
from game.scenario.kinds.headings import FORMAT, LANGUAGE, SCENARIO_ID, VERSION
from game.scenario.kinds.words import PLAIN, TEXT, YES_NO, one_word
from game.scenario.model import Evidence
from game.scenario.records.block import WORDS_OF_ASSET
from game.scenario.records.history import CODEX_ENTRY, ENDING, LESSON, NOTE, ROW, SOURCE
from game.scenario.records.play import DECISION, EVENT, LETTER, REPORT, RESPONSE
from game.scenario.records.record import Field, Mark, Record
from game.scenario.records.time import ACTOR, CLOCK, PHASE, SETUP, VARIABLE
from game.scenario.records.world import MAP

SCENARIO = Record(
    "a scenario",
    "A crisis, whole. All its files are one document.",
    (
        Field("format", FORMAT, "The version of the language.", True, None, Mark.RULE, "1"),
        Field(
            "id",
            SCENARIO_ID,
            "Its id, which is also the name of its folder.",
            True,
            None,
            Mark.RULE,
            "river_incident",
        ),
        Field("title", TEXT, "Its name.", True, None, Mark.TEXT, "Incident at the River"),
        Field(
            "summary",
            TEXT,
            "One or two sentences for the list of scenarios.",
            True,
            None,
            Mark.TEXT,
            "You have one night.",
        ),
        Field("author", PLAIN, "Who wrote it.", example="The ExComm project"),
        Field("license", PLAIN, "Under which licence it may be used.", example="CC-BY-4.0"),
        Field("version", VERSION, "The scenario's own version.", default="0.1.0", example="0.1.0"),
        Field("picture", PICTURE, "The cover.", example="u2"),
        WORDS_OF_ASSET,
        Field("language", LANGUAGE, "The language of its texts.", default="en", example="en"),
        Field(
            "evidence",
            one_word("evidence", *(each.value for each in Evidence), becomes=Evidence),
            "The evidence of every statement that does not say.",
            default=Evidence.DOCUMENTED,
            example="documented",
        ),
        Field("fiction", YES_NO, "Ends all duties of evidence.", default=False, example="yes"),
        Field(
            "renamed",
            RENAMED,
            "Former ids, for runs, tests and mods.",
            default=(),
            example="{ old_name: new_name }",
        ),
        Field("extends", PLAIN, "The scenario that a mod changes.", example="nine_days"),
        Field("needs", PLAIN, "The versions of it that the mod fits.", example='">=0.1, <1.0"'),
        Field("patch", VERBATIM, "What a mod changes."),
        Field(
            "clock",
            single(CLOCK),
            "When the game begins and ends, and its step.",
            True,
            None,
            Mark.RULE,
            "{ starts: 1962-10-16 08:00, step: 6 h, ends: 1962-10-28 18:00 }",
        ),
        Field(
            "status",
            STATUS,
            "The status bar: readings and their styles, at most five.",
            default=(),
            marks=Mark.RULE,
            example="{ tension: meter }",
        ),
        Field(
            "setups",
            entries(SETUP, "setups"),
            "Ways to begin; the first is proposed.",
            default={},
            marks=Mark.RULE,
        ),
        Field("actors", entries(ACTOR, "actors"), "People.", default={}, marks=Mark.RULE),
        Field(
            "variables", entries(VARIABLE, "variables"), "Numbers and choices.", default={}, marks=Mark.RULE
        ),
        Field(
            "flags",
            FLAG_SENTENCES,
            "What has happened or not; each with a sentence.",
            default={},
            marks=Mark.RULE,
            example="{ agreed: Moscow has agreed. }",
        ),
        Field("phases", entries(PHASE, "phases"), "Chapters.", default={}, marks=Mark.RULE),
        Field("intelligence", entries(REPORT, "intelligence"), "Reports.", default={}, marks=Mark.RULE),
        Field("decisions", entries(DECISION, "decisions"), "What the player decides.", True, None, Mark.RULE),
        Field(
            "responses",
            entries(RESPONSE, "responses"),
            "What others do after it.",
            default={},
            marks=Mark.RULE,
        ),
        Field("events", entries(EVENT, "events"), "What happens.", default={}, marks=Mark.RULE),
        Field(
            "letters",
            entries(LETTER, "letters"),
            "Messages that take their time.",
            default={},
            marks=Mark.RULE,
        ),
        Field("codex", entries(CODEX_ENTRY, "codex"), "People, things and terms, explained.", default={}),
        Field("map", single(MAP), "The map.", default=None),
        Field(
            "endings",
            entries(ENDING, "endings"),
            "How it may end.",
            True,
            None,
            Mark.RULE,
            "{ truce: { when: time is over, title: A Truce, text: The guns fall silent. } }",
        ),
        Field("timeline", entries(ROW, "timeline"), "The record of history.", default={}),
        Field("debrief", entries(NOTE, "debrief"), "What was learnt later.", default={}),
        Field("lesson", single(LESSON), "What a teacher is given."),
        Field("sources", entries(SOURCE, "sources"), "Where statements come from.", default={}),
    ),
    build_scenario,
)
