"""Marks of evidence, source cards and codex cards: what a reader may open."""

from __future__ import annotations

from collections.abc import Iterable

from game.scenario.model import Cue as ModelCue
from game.scenario.model import Portrait, Scenario, Source, Statement
from game.view.lexicon import Lexicon
from game.view.line import Line, RunStyle
from game.view.printing import Reading, card_ids, line, literal, paragraphs
from game.view.sheet import Card, CodexCard, Cue, Mark


def mark(lexicon: Lexicon, statement: Statement | None) -> Mark | None:
    """Return the mark of a statement; None where nobody states it, and in fiction."""
    if statement is None or lexicon.scenario.fiction:
        return None
    evidence = statement.evidence.value
    words = lexicon.words[f"evidence.{evidence}"]
    return Mark(evidence, words, statement.because, card_ids(statement.source))


def cue(lexicon: Lexicon, kind: str, given: ModelCue | None) -> Cue | None:
    """Return a sound or picture with its caption."""
    if given is None:
        return None
    words = lexicon.words
    caption = given.alt or words.get(f"cue.{given.name}", words[f"cue.{kind}"])
    name = cue_name(lexicon.scenario, given)
    return Cue("sound" if kind == "sound" else "picture", name, caption, given.is_asset)


def features(scenario: Scenario, portrait: Portrait | None) -> tuple[tuple[str, str], ...]:
    """Return how a person looks, by name: features, or the `asset` that the scenario brings."""
    if portrait is None:
        return ()
    asset = portrait.asset
    return portrait.features if asset is None else (("asset", cue_name(scenario, asset)),)


def cue_name(scenario: Scenario, given: ModelCue) -> str:
    """Return the word of a cue, or the path of its file after the id of its scenario, wherever that lies."""
    return f"{scenario.id}/{given.name}" if given.is_asset else given.name


def cited(lines: Iterable[Line]) -> tuple[str, ...]:
    """Return the ids of the cards that citations in these lines open, each once, in order."""
    targets = (run.target for each in lines for run in each if run.style is RunStyle.CITE)
    return tuple(dict.fromkeys(target for target in targets if target is not None))


def cards(lexicon: Lexicon, ids: Iterable[str]) -> tuple[Card, ...]:
    """Return the cards of these ids, each once, in the order of the scenario's sources."""
    made = (_card(lexicon, each) for each in dict.fromkeys(ids))
    return tuple(sorted(made, key=lambda each: (each.number, each.id)))


def _card(lexicon: Lexicon, cited_as: str) -> Card:
    name, _, locator = cited_as.partition(" ")
    source = lexicon.scenario.sources.get(name)
    if source is None:
        return Card(cited_as, 0, lexicon.words["card.unknown"], None, (cited_as,))
    facts = (lexicon.words.get(f"source.{source.kind}"), locator, source.publisher, source.note)
    title = _title(lexicon, source)
    lines = tuple(each for each in facts if each)
    return Card(cited_as, lexicon.numbers[name], title, locator or None, lines)


def _title(lexicon: Lexicon, source: Source) -> str:
    words, title = lexicon.words, source.title
    if source.author:
        title = words["card.by"].format(author=source.author, title=title)
    return words["card.year"].format(title=title, year=source.year) if source.year else title


def codex(lexicon: Lexicon, reading: Reading) -> tuple[CodexCard, ...]:
    """Return all entries that a link may open: people, places, then the codex."""
    scenario, words = lexicon.scenario, lexicon.words
    people = (
        CodexCard(
            each.id,
            words["codex.person"],
            literal(each.name),
            tuple(line(lexicon, text, reading) for text in (each.role, each.about) if text),
            cue(lexicon, "picture", each.portrait.asset) if each.portrait else None,
            None,
            features(scenario, each.portrait),
        )
        for each in scenario.actors.values()
    )
    places = (
        CodexCard(
            each.id,
            words["codex.place"],
            line(lexicon, each.label, reading),
            (line(lexicon, each.about, reading),) if each.about else (),
            None,
            None,
        )
        for each in scenario.map.places.values()
    )
    entries = (
        CodexCard(
            each.id,
            words[f"codex.{each.kind}"],
            line(lexicon, each.title, reading),
            paragraphs(lexicon, each.text, reading),
            cue(lexicon, "picture", each.picture),
            mark(lexicon, each.statement),
        )
        for each in scenario.codex.values()
    )
    return (*people, *places, *entries)
