"""Records of what is decided and what happens."""

from __future__ import annotations

from game.scenario.building import build_advice, build_event, build_letter
from game.scenario.kinds.cues import PICTURE, SOUND
from game.scenario.kinds.expressions import CONDITION
from game.scenario.kinds.groups import advice_entries, option_entries, single
from game.scenario.kinds.quantities import DURATION, MOMENT, SPREAD, WHOLE
from game.scenario.kinds.references import ACTOR_ID, CAUSES, ESTIMATES, LETTER_ID, OPTION_HERE, OPTION_OR_WAIT
from game.scenario.kinds.words import PLAIN, POINTS, TEXT, TEXTS, YES_NO, one_word
from game.scenario.model import Decision, Option, Report, Response
from game.scenario.records.block import BLOCK_FIELDS, STATEMENT_FIELDS, WORDS_OF_ASSET
from game.scenario.records.record import Field, Mark, Record

ON_ARRIVAL = Record(
    "what happens on arrival",
    "A block that is carried out when a letter arrives.",
    (),
    lambda block, **_: block,
    block=BLOCK_FIELDS,
)

REPORT = Record(
    "a report",
    "A piece of intelligence.",
    (
        Field("title", TEXT, "The heading.", True, None, Mark.TEXT, "Sites that could fire"),
        Field("at", MOMENT, "Given at this moment, once.", marks=Mark.RULE, example="1962-10-27 06:00"),
        Field(
            "when",
            CONDITION,
            "Given once when this is true; with `at:` looked at only then.",
            marks=Mark.RULE,
            example="seen.ships",
        ),
        Field("from", TEXT, "The line beneath the heading.", marks=Mark.TEXT, example="CIA to the President"),
        Field(
            "confidence", one_word("confidence", "low", "medium", "high"), "How sure it is.", example="medium"
        ),
        Field(
            "unknown",
            TEXTS,
            "What is not known.",
            default=(),
            marks=Mark.TEXT,
            example="Whether any warhead is there.",
        ),
        Field(
            "estimates",
            ESTIMATES,
            "Variables that it estimates, with the greatest error.",
            default=(),
            marks=Mark.RULE,
            example="{ sites_ready: within 1 }",
        ),
        Field(
            "text",
            TEXT,
            "What it says.",
            True,
            None,
            Mark.TOLD | Mark.TEXT,
            "The CIA counts {estimate.sites_ready} sites.",
        ),
    ),
    Report,
    block=BLOCK_FIELDS,
    statement=STATEMENT_FIELDS,
)

LETTER = Record(
    "a letter",
    "A message that takes its time.",
    (
        Field("from", ACTOR_ID, "Who writes.", True, None, Mark.NONE, "khrushchev"),
        Field(
            "to",
            ACTOR_ID,
            "To whom; what is not to the player stays unseen, but acts.",
            True,
            None,
            Mark.RULE,
            "kennedy",
        ),
        Field(
            "text",
            TEXT,
            "What it says, with the values at its arrival.",
            True,
            None,
            Mark.TOLD | Mark.TEXT,
            "A new and public price.",
        ),
        Field("travels", SPREAD, "How long it takes.", default=(0,), marks=Mark.RULE, example="6 to 12 h"),
        Field("subject", TEXT, "Its heading.", marks=Mark.TEXT, example="The missiles in Turkey"),
        Field("sound", SOUND, "A sound that goes with it.", example="teletype"),
        Field("picture", PICTURE, "A picture that goes with it.", example="kremlin"),
        WORDS_OF_ASSET,
        Field(
            "points",
            POINTS,
            "Its points, each with a label.",
            default=(),
            marks=Mark.TEXT,
            example="{ He offers: to take them home }",
        ),
        Field("on_arrival", single(ON_ARRIVAL), "What happens when it arrives.", marks=Mark.RULE),
        Field(
            "repeats", YES_NO, "Whether it may be sent again.", default=False, marks=Mark.RULE, example="yes"
        ),
    ),
    build_letter,
    statement=STATEMENT_FIELDS,
)

ADVICE = Record(
    "advice",
    "What one adviser says about a decision.",
    (
        Field("supports", OPTION_HERE, "The option that the adviser is for.", example="quarantine"),
        Field("opposes", OPTION_HERE, "The option that the adviser is against.", example="air_strike"),
        Field(
            "says",
            TEXT,
            "In a sentence.",
            True,
            None,
            Mark.TEXT,
            "A line of ships leaves the next move open.",
        ),
        Field(
            "for",
            TEXTS,
            "Short reasons for it.",
            default=(),
            marks=Mark.TEXT,
            example="The allies will mind it least.",
        ),
        Field(
            "against",
            TEXTS,
            "Short reasons against it.",
            default=(),
            marks=Mark.TEXT,
            example="It takes long.",
        ),
        Field("when", CONDITION, "Given only while this is true.", marks=Mark.RULE, example="day >= 3"),
    ),
    build_advice,
    statement=STATEMENT_FIELDS,
)

OPTION = Record(
    "an option",
    "One answer to a decision.",
    (
        Field("label", TEXT, "What is chosen, in a few words.", True, None, Mark.TEXT, "Stop the ships"),
        Field(
            "about",
            TEXT,
            "One sentence under the label.",
            marks=Mark.TEXT,
            example="A line at sea, and a demand.",
        ),
        Field(
            "warning",
            TEXT,
            "What it risks.",
            marks=Mark.TEXT,
            example="Nobody can promise that all are found.",
        ),
        Field(
            "course",
            one_word("course", "force", "hold", "talk"),
            "The colour and word of its card.",
            example="hold",
        ),
        Field("when", CONDITION, "On offer only while this is true.", marks=Mark.RULE, example="not agreed"),
        Field(
            "unless_text",
            TEXT,
            "Shown in grey with this reason while it is not on offer.",
            marks=Mark.TEXT,
            example="The fleet is not ready.",
        ),
        Field(
            "because",
            PLAIN,
            "Why it is kept though it is dominated, or does nothing.",
            example="It was urged.",
        ),
    ),
    Option,
    block=BLOCK_FIELDS,
)

DECISION = Record(
    "a decision",
    "A question to the player.",
    (
        Field("title", TEXT, "The question.", True, None, Mark.TEXT, "How shall we answer?"),
        Field("text", TEXT, "The situation.", marks=Mark.TOLD | Mark.TEXT, example="The council is split."),
        Field("at", MOMENT, "Opens at this moment.", marks=Mark.RULE, example="1962-10-20 14:30"),
        Field("when", CONDITION, "Opens when this is true.", marks=Mark.RULE, example="seen.second_letter"),
        Field("answers", LETTER_ID, "The letter to which it is the reply.", example="second_letter"),
        Field(
            "deadline",
            DURATION,
            "How long it may stay open; without it the clock stands still.",
            marks=Mark.RULE,
            example="6 h",
        ),
        Field(
            "if_late",
            OPTION_HERE,
            "The option taken when the deadline passes.",
            marks=Mark.RULE,
            example="refuse",
        ),
        Field("repeats", YES_NO, "Whether it may open again.", default=False, marks=Mark.RULE, example="yes"),
        Field(
            "historical",
            OPTION_OR_WAIT,
            "What was really chosen.",
            marks=Mark.RULE,
            example="private_promise",
        ),
        Field("advice", advice_entries(ADVICE), "What the advisers say.", default=(), marks=Mark.RULE),
        Field("options", option_entries(OPTION), "The answers, in this order.", True, None, Mark.RULE),
        Field("essential", YES_NO, "Kept in every lesson length.", default=False, example="yes"),
        Field("minutes", WHOLE, "Class time.", default=8, example="12"),
        Field(
            "questions",
            TEXTS,
            "For discussion.",
            default=(),
            marks=Mark.TEXT,
            example="Which course could be undone?",
        ),
        Field(
            "short",
            TEXT,
            "One line for a lesson that leaves it out.",
            marks=Mark.TEXT,
            example="Kennedy kept silent.",
        ),
    ),
    Decision,
)

EVENT = Record(
    "an event",
    "Something that happens.",
    (
        Field("title", TEXT, "Announced, unless it is quiet.", True, None, Mark.TEXT, "News of the ships"),
        Field("at", MOMENT, "At this moment, once.", marks=Mark.RULE, example="1962-10-24 10:25"),
        Field(
            "every",
            DURATION,
            "Again and again, first one period after the start.",
            marks=Mark.RULE,
            example="24 h",
        ),
        Field(
            "when",
            CONDITION,
            "Must hold; alone it starts the event.",
            marks=Mark.RULE,
            example="tension >= 6",
        ),
        Field("unless", CONDITION, "Must not hold.", marks=Mark.RULE, example="agreed"),
        Field(
            "priority",
            WHOLE,
            "Among condition events the highest comes first.",
            default=0,
            marks=Mark.RULE,
            example="10",
        ),
        Field(
            "repeats", YES_NO, "Whether it may happen again.", default=False, marks=Mark.RULE, example="yes"
        ),
        Field(
            "quiet",
            YES_NO,
            "Whether its title is not announced.",
            default=False,
            marks=Mark.RULE,
            example="yes",
        ),
    ),
    build_event,
    block=BLOCK_FIELDS,
    statement=STATEMENT_FIELDS,
)

RESPONSE = Record(
    "a response",
    "What somebody does after a choice, an event or a letter.",
    (
        Field("by", ACTOR_ID, "Who.", True, None, Mark.NONE, "khrushchev"),
        Field(
            "after",
            CAUSES,
            "After which option, event or letter's arrival.",
            True,
            None,
            Mark.RULE,
            "trade.private_promise",
        ),
        Field("in", SPREAD, "How long after it.", default=(0,), marks=Mark.RULE, example="8 to 14 h"),
        Field("when", CONDITION, "Looked at when it is due.", marks=Mark.RULE, example="not agreed"),
    ),
    Response,
    block=BLOCK_FIELDS,
    statement=STATEMENT_FIELDS,
)
