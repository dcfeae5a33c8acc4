"""Events that nothing starts, letters never sent, things of the map never shown, people never heard."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from game.diagnostics.diagnostic import Diagnostic, Rule
from game.lint.mentioned import Mentioned
from game.lint.subject import Subject
from game.scenario.model import Actor, Scenario

NEVER_STARTED = Rule(
    code="W506",
    title="event that nothing starts, letter never sent, marker never shown or without a place",
    cause="An event comes at a moment (`at:`), again and again (`every:`), on a condition (`when:`), or"
    " because another entry starts it (`event:`). This one has none of them. A letter needs a `send:`,"
    " a hidden thing of the map a `show:`, and a marker a place: `at:`, `along:`, or a `move:` later.",
    example="letters:\n  reply: { from: khrushchev, to: kennedy, text: Yes. }   # and no `send: reply`",
    cure="Start, send or show it somewhere, or remove it.",
)
NEVER_HEARD = Rule(
    code="W509",
    title="adviser without a word; actor, codex entry or source never used",
    cause="Somebody or something is declared and then never appears: an adviser gives no advice, nobody"
    " writes to an actor or acts as him, no text links to a codex entry, nothing cites a source.",
    example="sources:\n  dobbs_2008: { title: One Minute to Midnight }   # and nothing cites it",
    cure="Use it, or remove it.",
)


def unstarted(subject: Subject, mentioned: Mentioned) -> Iterator[tuple[str, Diagnostic]]:
    """Yield the events and letters that nothing starts, at their name, by path."""
    yield from chain(_events(subject, mentioned), _letters(subject, mentioned))


def used_entry_faults(subject: Subject, mentioned: Mentioned) -> Iterator[Diagnostic]:
    """Yield what is never shown, heard or named, at its name."""
    yield from _map(subject, mentioned)
    for actor in subject.scenario.actors.values():
        if not mentioned.is_doubtful(actor.id):
            yield from _actor(actor, mentioned)
    yield from _codex_and_sources(subject.scenario, mentioned)


def _events(subject: Subject, mentioned: Mentioned) -> Iterator[tuple[str, Diagnostic]]:
    for event in subject.scenario.events.values():
        path = f"events.{event.id}"
        has_start = any(subject.has(f"{path}.{field}") for field in ("at", "every", "when"))
        if has_start or subject.has_unknown_field(path) or mentioned.is_doubtful(event.id):
            continue
        if not mentioned.is_used_outside(event.id, path, "start"):
            message, cure = (
                f"nothing starts the event `{event.id}`",
                "give it `at:`, `every:` or `when:`, or start it with `event:`",
            )
            yield path, Diagnostic(NEVER_STARTED, message, event.span, cure)


def _letters(subject: Subject, mentioned: Mentioned) -> Iterator[tuple[str, Diagnostic]]:
    for letter in subject.scenario.letters.values():
        is_sent = mentioned.is_used_outside(letter.id, f"letters.{letter.id}", "start")
        if not is_sent and not mentioned.is_doubtful(letter.id):
            message = f"the letter `{letter.id}` is never sent"
            cure = f"write `send: {letter.id}` where it is sent"
            yield f"letters.{letter.id}", Diagnostic(NEVER_STARTED, message, letter.span, cure)


def _map(subject: Subject, mentioned: Mentioned) -> Iterator[Diagnostic]:
    of = subject.scenario.map
    for name, marker in of.markers.items():
        path = f"map.markers.{name}"
        is_placed = any(subject.has(f"{path}.{field}") for field in ("at", "along"))
        is_moved = any(".move." in f"{use}." for use in mentioned.paths(name, "name"))
        if not is_placed and not is_moved and not subject.has_unknown_field(path):
            message = f"the marker `{name}` is nowhere on the map"
            yield Diagnostic(
                NEVER_STARTED, message, marker.span, "give it `at:` or `along:`, or `move:` it later"
            )
    for word, things in (
        ("marker", of.markers),
        ("route", of.routes),
        ("ring", of.rings),
        ("line", of.lines),
    ):
        for name, thing in things.items():
            uses = mentioned.paths(name, "name")
            is_way = word == "route" and bool(uses)  # a marker may take a way that is not drawn
            is_shown = not thing.hidden or is_way or any(path.endswith(".show") for path in uses)
            if not is_shown and not mentioned.is_doubtful(name):
                message = f"the {word} `{name}` is hidden and never shown"
                yield Diagnostic(NEVER_STARTED, message, thing.span, f"write `show: {name}` where it appears")


def _actor(actor: Actor, mentioned: Mentioned) -> Iterator[Diagnostic]:
    if actor.player:
        return
    if actor.adviser:
        if not mentioned.paths(actor.id, "advise") and not mentioned.is_doubtful(actor.id):
            message = f"`{actor.id}` is an adviser, but gives no advice"
            yield Diagnostic(
                NEVER_HEARD, message, actor.span, "let the adviser speak under `advice:` of a decision"
            )
        return
    beliefs = (f"{actor.id}.{belief}" for belief in actor.beliefs)
    is_believer = any(mentioned.is_read(name) or mentioned.is_written(name) for name in beliefs)
    if not is_believer and not mentioned.is_used_outside(actor.id, f"actors.{actor.id}", "name", "advise"):
        yield Diagnostic(
            NEVER_HEARD,
            f"nothing uses the actor `{actor.id}`",
            actor.span,
            "link to the actor from a text, or remove the entry",
        )


def _codex_and_sources(scenario: Scenario, mentioned: Mentioned) -> Iterator[Diagnostic]:
    for entry in scenario.codex.values():
        is_linked = mentioned.is_used_outside(entry.id, f"codex.{entry.id}", "name")
        if not is_linked and not mentioned.is_doubtful(entry.id):
            message = f"no text links to the codex entry `{entry.id}`"
            yield Diagnostic(
                NEVER_HEARD, message, entry.span, f"write `<{entry.id}>` in a text, or remove the entry"
            )
    for source in scenario.sources.values():
        if not mentioned.paths(source.id, "cite") and not mentioned.is_doubtful(source.id):
            message = f"nothing cites the source `{source.id}`"
            yield Diagnostic(
                NEVER_HEARD,
                message,
                source.span,
                f"write `source: {source.id}` or `[@{source.id}]` where it speaks",
            )
