"""Records of how it ends, of the record of history, of the lesson, of the codex and of sources."""

from __future__ import annotations

from game.scenario.building import build_fact, build_lesson, build_row
from game.scenario.kinds.cues import ASSET, PICTURE, SOUND
from game.scenario.kinds.expressions import CONDITION
from game.scenario.kinds.groups import LENGTHS, entries, facts
from game.scenario.kinds.quantities import MOMENT_OR_DAY, WHOLE
from game.scenario.kinds.references import CODEX_IDS, MATCH
from game.scenario.kinds.words import PLAIN, TEXT, TEXTS, WORDING, YES_NO, one_word
from game.scenario.model import CodexEntry, DebriefNote, Ending, Source, Standard
from game.scenario.records.block import STATEMENT_FIELDS, WORDS_OF_ASSET
from game.scenario.records.record import Field, Mark, Record

FACT = Record(
    "a fact",
    "A line of an ending: what it came to here, and then.",
    (
        Field(
            "value",
            TEXT,
            "What it came to in this game; hidden values may be printed.",
            True,
            None,
            Mark.TEXT,
            '"{sites_ready.number} of 6"',
        ),
        Field("history", TEXT, "What it came to in history.", True, None, Mark.TEXT, "6 of 6"),
    ),
    build_fact,
)

ENDING = Record(
    "an ending",
    "How a game may end.",
    (
        Field(
            "priority",
            WHOLE,
            "Of those that hold, the highest comes.",
            default=0,
            marks=Mark.RULE,
            example="10",
        ),
        Field("when", CONDITION, "When it comes.", True, None, Mark.RULE, "tension >= 10"),
        Field("title", TEXT, "The heading.", True, None, Mark.TEXT, "A Quiet Morning"),
        Field("text", TEXT, "What it means.", True, None, Mark.TEXT, "The boat is towed home."),
        Field("picture", PICTURE, "A picture that goes with it.", example="night_city"),
        WORDS_OF_ASSET,
        Field("sound", SOUND, "A sound that goes with it.", example="silence"),
        Field("facts", facts(FACT), "At most four lines: what it came to here, and then.", default=()),
        Field("historical", YES_NO, "How it really ended.", default=False, marks=Mark.RULE, example="yes"),
        Field(
            "catastrophe",
            YES_NO,
            "The odds and the ledger are about these endings together.",
            default=False,
            marks=Mark.RULE,
            example="yes",
        ),
        Field("rank", WHOLE, "1 is best; equal ranks are allowed.", marks=Mark.RULE, example="3"),
    ),
    Ending,
    statement=STATEMENT_FIELDS,
)

CODEX_ENTRY = Record(
    "a codex entry",
    "A person, a thing or a term, explained.",
    (
        Field(
            "kind",
            one_word(
                "kind", "person", "weapon", "ship", "aircraft", "place", "organisation", "document", "term"
            ),
            "What it is; terms are the glossary.",
            True,
            None,
            Mark.NONE,
            "weapon",
        ),
        Field("title", TEXT, "Its name.", True, None, Mark.TEXT, "Jupiter missile"),
        Field("text", TEXT, "What there is to know.", True, None, Mark.TEXT, "A missile of medium range."),
        Field("picture", ASSET, "A picture of it.", example="images/jupiter.jpg"),
        WORDS_OF_ASSET,
    ),
    CodexEntry,
    statement=STATEMENT_FIELDS,
)

ROW = Record(
    "a timeline row",
    "A row of the record, read only after the game.",
    (
        Field("at", MOMENT_OR_DAY, "When.", True, None, Mark.NONE, "1962-10-27 19:45"),
        Field("text", TEXT, "What happened.", True, None, Mark.TEXT, "Major Anderson is shot down."),
        Field("matches", MATCH, "What it is in the game.", example="u2_lost.shot_down"),
    ),
    build_row,
    statement=STATEMENT_FIELDS,
)

NOTE = Record(
    "a debrief note",
    "What is told after the end.",
    (
        Field(
            "text",
            TEXT,
            "What was learnt; hidden values may be printed.",
            True,
            None,
            Mark.TEXT,
            "Nobody in the room knew.",
        ),
        Field("when", CONDITION, "Told if this holds at the end.", example="pilot_lost"),
        Field(
            "estimate",
            YES_NO,
            "A published estimate of the danger: it stands beside the model's odds too.",
            default=False,
            example="yes",
        ),
    ),
    DebriefNote,
    statement=STATEMENT_FIELDS,
)

STANDARD = Record(
    "a standard",
    "A row of a curriculum.",
    (
        Field("body", PLAIN, "Whose curriculum.", True, None, Mark.NONE, "C3"),
        Field("code", PLAIN, "Its number there.", True, None, Mark.NONE, "D2.His.1.9-12"),
        Field("text", WORDING, "What it asks.", True, None, Mark.TEXT, "Evaluate how events were shaped."),
    ),
    lambda span, **values: Standard(**values),  # noqa: ARG005
)

LESSON = Record(
    "lesson",
    "What a teacher is given.",
    (
        Field("level", WORDING, "For whom.", marks=Mark.TEXT, example="ages 14 to 18"),
        Field(
            "aims",
            TEXTS,
            "What pupils learn.",
            default=(),
            marks=Mark.TEXT,
            example="Weigh a choice by its risk.",
        ),
        Field(
            "lengths",
            LENGTHS,
            "Lengths in minutes, with the decisions kept.",
            default=(),
            example="{ 45: { keep: all } }",
        ),
        Field("vocabulary", CODEX_IDS, "The glossary sheet.", default=(), example="[jupiter, sa2]"),
        Field("standards", entries(STANDARD, "standards"), "Rows of curricula.", default={}),
        Field(
            "exit_ticket",
            TEXTS,
            "Questions at the end.",
            default=(),
            marks=Mark.TEXT,
            example="What would have changed your vote?",
        ),
    ),
    build_lesson,
)

SOURCE = Record(
    "a source",
    "A document, recording, book, article or memoir.",
    (
        Field("title", PLAIN, "Its title.", True, None, Mark.NONE, "One Minute to Midnight"),
        Field("author", PLAIN, "Who wrote or published it.", example="Michael Dobbs"),
        Field("year", PLAIN, "When it came out.", example="2008"),
        Field(
            "kind",
            one_word("kind", "document", "recording", "book", "article", "memoir"),
            "What it is.",
            example="book",
        ),
        Field("publisher", PLAIN, "Printed in the credits.", example="Knopf"),
        Field("note", PLAIN, "Printed in the credits.", example="Second edition."),
    ),
    Source,
)
