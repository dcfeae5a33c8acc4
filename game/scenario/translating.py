"""What translators work with: the texts that a catalogue should have, and what is wrong with one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from game.diagnostics.diagnostic import Diagnostic, Rule, Span
from game.frozen import replace
from game.scenario.catalogue import Catalogue, Key, Message, by_key
from game.scenario.faults import UNREADABLE
from game.scenario.markup import BROKEN_MARKUP
from game.scenario.meant import nearest
from game.scenario.plurals import PluralRule, plurals_of
from game.scenario.wording import Wording, names
from game.source.tree import Scalar

UNTRANSLATED = Rule(
    code="W713",
    title="translation missing, fuzzy, or with other names in it",
    cause="A text has no translation, or one that does not hold: it is marked fuzzy, belongs to an earlier"
    " version of the text, or prints, links or cites something else than the text does. The player then"
    " reads the source text.",
    example='#, fuzzy\nmsgctxt "title"\nmsgid "Incident at the River"\nmsgstr "Incidente"',
    cure="Translate it, remove the mark when it holds, and keep what stands in braces, angles and brackets."
    " `excomm i18n update` adds what is not in the file. Where only a part is meant to be translated, write"
    " `X-Partial: yes` into the header; then nothing is missing.",
)
_MOST_NAMED = 3
_MOST_UNTRANSLATED = 10


def template(wordings: Iterable[Wording]) -> tuple[Message, ...]:
    """Return the messages of a scenario, each text once, in the order in which they are read."""
    return tuple({each.key: Message(each.path, each.source) for each in wordings}.values())


def updated(catalogue: Catalogue, messages: Sequence[Message]) -> Catalogue:
    """Return a catalogue that has these messages in this order, with the translations it had.

    A text that has changed keeps its translation, marked fuzzy; what is gone is kept as obsolete.
    """
    known = by_key((*catalogue.messages, *catalogue.obsolete))
    wanted = {Key.of(each.context, each.source) for each in messages}
    old = [each for each in catalogue.messages if Key.of(each.context, each.source) not in wanted]
    left = {each.context: each for each in old}
    made = [_kept(each, known, left, catalogue.plurals) for each in messages]
    gone = [each for each in left.values() if each.is_translated]
    earlier = [each for each in catalogue.obsolete if Key.of(each.context, each.source) not in wanted]
    return replace(catalogue, messages=tuple(made), obsolete=(*earlier, *gone))


def _kept(
    message: Message, known: Mapping[Key, Message], left: dict[str, Message], plurals: PluralRule
) -> Message:
    had = known.get(Key.of(message.context, message.source))
    is_fuzzy = had.is_fuzzy if had is not None else False
    if had is None and message.context:
        had = left.pop(message.context, None)
        is_fuzzy = had is not None and had.is_translated
    forms = had.forms if had is not None else ()
    count = 1 if message.plural is None else plurals.forms
    blank = Scalar("", Span.whole(""))
    return message._replace(
        forms=(*forms, *[blank] * count)[:count],
        is_fuzzy=is_fuzzy,
        notes=had.notes if had is not None else (),
    )


def new_catalogue(file: str, language: str, title: str) -> Catalogue:
    """Return the catalogue of a language in which nothing is translated yet."""
    plurals = plurals_of(language)
    header = {
        "Project-Id-Version": title,
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plurals.header,
    }
    return Catalogue(file, header, plurals=plurals)


def translation_faults(
    catalogue: Catalogue, wordings: Sequence[Wording], own: Sequence[Wording]
) -> Iterator[Diagnostic]:
    """Yield what is wrong with a catalogue of a scenario, at the entry; what it lacks at the whole file.

    `wordings` are all texts that it may translate, `own` those that it should. While many texts are not
    translated, and most are not, that is said once.
    """
    untranslated = [each for each in catalogue.messages if not each.is_translated]
    is_begun = len(untranslated) > max(_MOST_UNTRANSLATED, len(catalogue.messages) // 2)
    if is_begun and not catalogue.is_partial:
        yield _begun(catalogue, len(catalogue.messages) - len(untranslated))
    known = {each.key: each for each in wordings}
    paths = dict.fromkeys(each.path for each in wordings)
    for message in catalogue.messages:
        wording = known.get(Key.of(message.context, message.source))
        if message.context not in paths:
            yield _not_there(message, paths)
        elif wording is None:
            sentence = f"the text at `{message.context}` is another now"
            yield Diagnostic(UNTRANSLATED, sentence, message.place, "translate it anew: `excomm i18n update`")
        elif message.is_translated or not (catalogue.is_partial or is_begun):
            yield from _message_faults(message, wording, catalogue.plurals)
    told = {each.context for each in catalogue.messages}
    told |= {nearest(each, paths) or each for each in told.difference(paths)}
    missing = list(dict.fromkeys(each.path for each in own if each.path not in told))
    if missing and not catalogue.is_partial:
        yield absent(catalogue, missing)


def _not_there(message: Message, paths: Mapping[str, None]) -> Diagnostic:
    near = nearest(message.context, paths) if message.context else None
    cure = f"did you mean `{near}`?" if near else "remove it, or let `excomm i18n update` put it aside"
    where = f"at `{message.context}`" if message.context else "without `msgctxt`"
    return Diagnostic(UNREADABLE, f"the scenario has no text {where}", message.address, cure)


def absent(catalogue: Catalogue, paths: Sequence[str]) -> Diagnostic:
    """Return the one fault of all that a catalogue lacks."""
    named = ", ".join(f"`{each}`" for each in paths[:_MOST_NAMED])
    more = f" and {len(paths) - _MOST_NAMED} more" if len(paths) > _MOST_NAMED else ""
    cure = "`excomm i18n update` adds them"
    return Diagnostic(UNTRANSLATED, f"not in this file: {named}{more}", Span.whole(catalogue.file), cure)


def _begun(catalogue: Catalogue, translated: int) -> Diagnostic:
    """Return the one fault of a catalogue in which most is still to be translated."""
    sentence = f"{translated} of {len(catalogue.messages)} texts are translated"
    cure = "write each translation behind its `msgstr`; where only a part is meant, see `--explain W713`"
    return Diagnostic(UNTRANSLATED, sentence, Span.whole(catalogue.file), cure)


def _message_faults(message: Message, wording: Wording, plurals: PluralRule) -> Iterator[Diagnostic]:
    where = f"`{message.context}`"
    if message.plural is not None:
        cure = "write the forms into the text: `{ships:one ship|# ships}`"
        yield Diagnostic(UNREADABLE, f"{where} has no plural of its own", message.place, cure)
    elif not message.is_translated:
        yield Diagnostic(UNTRANSLATED, f"{where} is not translated", message.forms[0].span, None)
    elif message.is_fuzzy:
        cure = "see whether it holds, and then remove the mark"
        yield Diagnostic(UNTRANSLATED, f"the translation of {where} is marked fuzzy", message.place, cure)
    elif wording.text is not None:
        yield from _markup_faults(message, wording, plurals)


def _markup_faults(message: Message, wording: Wording, plurals: PluralRule) -> Iterator[Diagnostic]:
    assert wording.text is not None
    text, faults = wording.read(message.forms[0], plurals)
    for fault in faults:
        yield fault if fault.rule is BROKEN_MARKUP else replace(fault, rule=UNTRANSLATED)
    has, wanted = names(text), names(wording.text)
    if faults or has == wanted:
        return
    lacks = ", ".join(f"`{each}`" for each in sorted(wanted - has))
    adds = ", ".join(f"`{each}`" for each in sorted(has - wanted))
    sentences = [f"lacks {lacks}"] * bool(lacks) + [f"has {adds}, which the text has not"] * bool(adds)
    sentence = f"the translation of `{message.context}` {' and '.join(sentences)}"
    yield Diagnostic(UNTRANSLATED, sentence, message.forms[0].span, None)
