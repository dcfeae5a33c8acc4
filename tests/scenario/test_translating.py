"""Texts in another language: shown where they hold, told of where they do not."""

from __future__ import annotations

import pytest

from game.diagnostics.diagnostic import Span
from game.scenario.catalogue import Catalogue, Key, Message, by_key, format_catalogue
from game.scenario.hashing import content_hash
from game.scenario.loading import Loaded, loaded
from game.scenario.model import Scenario
from game.scenario.portable import parse_catalogue
from game.scenario.text import Plural, Words
from game.scenario.translating import new_catalogue, template, translation_faults, updated
from game.source.tree import Scalar

RIVER = """\
format: 1
id: river
title: The River
summary: |
  A patrol boat has
  drifted.

  It is night.
fiction: yes
clock: { starts: 1969-03-02 20:00, step: 4 h, ends: 1969-03-03 08:00 }
actors:
  colonel: { name: The Colonel, role: The one who decides, player: yes }
variables:
  boats: { label: Boats, start: 3, words: { 0: none, 1: some } }
flags: { agreed: Both have agreed. }
decisions:
  patrol:
    title: Now?
    text: "<colonel> has {boats:one boat|# boats}, or {boats}."
    questions: [What then?, And then?]
    options:
      hold: { label: Do nothing, change: { boats: -1 } }
      fire: { label: Fire, remember: agreed }
endings:
  quiet:
    when: time is over
    title: Quiet
    text: It is quiet.
    facts: { "Boats": { value: "{boats}", history: none } }
"""
SPANISH = """\
msgid ""
msgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgctxt "title"
msgid "The River"
msgstr "El río"

msgctxt "decisions.patrol.text"
msgid "<colonel> has {boats:one boat|# boats}, or {boats}."
msgstr "<colonel> tiene {boats:un barco|# barcos}, o {boats}."
"""


def catalogue(text: str, name: str = "es") -> Catalogue:
    parsed = parse_catalogue(text.encode(), f"river/lang/{name}.po")
    assert parsed.diagnostics == ()
    return parsed.catalogue


def entry(context: str, source: str, text: str, mark: str = "") -> str:
    return f'{mark}msgctxt "{context}"\nmsgid "{source}"\nmsgstr "{text}"\n'


def river(*translations: Catalogue) -> Loaded:
    return loaded({"river/scenario.yaml": RIVER.encode()}, (), translations)


def scenario(*entries: str) -> Scenario:
    found = river(catalogue("\n".join(entries))).scenario
    assert found is not None
    return found


def told(text: str, name: str = "es") -> list[tuple[str, int]]:
    read = river()
    assert read.decoder is not None
    wordings = read.decoder.wordings
    return [(each.code, each.span.line) for each in translation_faults(catalogue(text, name), wordings, [])]


def test_texts_stand_in_the_other_language_and_the_rules_stay() -> None:
    translated = scenario(SPANISH)
    plain = river().scenario
    assert plain is not None
    assert translated.title.written == "El río"
    assert content_hash(translated) == content_hash(plain)


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("summary", "A patrol boat has drifted.\\n\\nIt is night."),
        ("actors.colonel.name", "The Colonel"),
        ("actors.colonel.role", "The one who decides"),
        ("variables.boats.words.0", "none"),
        ("flags.agreed", "Both have agreed."),
        ("decisions.patrol.questions.1", "And then?"),
        ("decisions.patrol.options.hold.label", "Do nothing"),
        ("endings.quiet.facts", "Boats"),
        ("endings.quiet.facts.Boats.history", "none"),
    ],
)
def test_every_text_has_a_path(path: str, source: str) -> None:
    read = river()
    assert read.decoder is not None
    texts = {(each.context, each.source) for each in template(read.decoder.wordings)}
    assert (path, source.replace("\\n", "\n")) in texts
    assert "Ver" in repr(scenario(entry(path, source, "Ver")))


def test_ids_sources_and_rules_are_no_texts() -> None:
    read = river()
    assert read.decoder is not None
    paths = {each.path for each in read.decoder.wordings}
    assert not {"id", "format", "clock.starts", "decisions.patrol.options.fire.remember"} & paths


def test_lines_of_a_paragraph_make_no_difference() -> None:
    wrapped = entry(
        "summary", "A patrol\\nboat has drifted.\\nIt is\\n\\nnight.", "Un barco.\\n\\nEs de noche."
    )
    assert len(scenario(wrapped).summary.paragraphs) == 2


def test_a_text_has_the_plural_forms_of_its_own_language() -> None:
    forms = "{boats:# корабль|# корабля|# кораблей}"
    russian = "nplurals=3; plural=(n%10==1 ? 0 : n%10<5 ? 1 : 2);"
    text = f'msgid ""\nmsgstr "Plural-Forms: {russian}\\n"\n\n' + entry(
        "decisions.patrol.text",
        "<colonel> has {boats:one boat|# boats}, or {boats}.",
        f"<colonel> {forms} {{boats}}",
    )
    translated = scenario(text).decisions["patrol"].text
    assert translated is not None
    (plural,) = [each for each in translated.paragraphs[0] if isinstance(each, Plural)]
    assert [plural.rule.form(number) for number in (1, 2, 5)] == [0, 1, 2]
    assert len(plural.forms) == 3


@pytest.mark.parametrize(
    "broken",
    [
        entry("title", "The River", "El río", "#, fuzzy\n"),
        entry("title", "The River", ""),
        entry("title", "A River", "El río"),
        entry("title", "The River", "El río {boats"),
        entry("title", "The River", "El río {boat}"),
        entry("title", "The River", "El río de <colonel>"),
    ],
)
def test_what_does_not_hold_shows_the_source_text(broken: str) -> None:
    assert scenario(broken).title.paragraphs == ((Words("The River"),),)


def test_the_first_catalogue_that_has_a_text_counts() -> None:
    one, two = (catalogue(entry("title", "The River", words)) for words in ("Uno", "Dos"))
    none = catalogue(entry("title", "The River", ""))
    found = river(none, one, two).scenario
    assert found is not None
    assert found.title.written == "Uno"


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (SPANISH, []),
        (entry("title", "The River", ""), [("W713", 3)]),
        (entry("title", "The River", "El río", "#, fuzzy\n"), [("W713", 3)]),
        (entry("title", "A River", "El río"), [("W713", 2)]),
        (entry("title", "The River", "El río {boats}"), [("W713", 3)]),
        (entry("title", "The River", "El río {tension}"), [("W713", 3)]),
        (entry("title", "The River", "El río {boats"), [("E712", 3)]),
        (entry("titel", "The River", "El río"), [("E116", 1)]),
        (entry("events.fog.title", "Fog", "Niebla"), [("E116", 1)]),
        ('msgid "The River"\nmsgstr "El río"\n', [("E116", 1)]),
        (entry("actors.colonel.name", "The Colonel", "El {coronel"), []),
        (
            entry(
                "decisions.patrol.text",
                "<colonel> has {boats:one boat|# boats}, or {boats}.",
                "<colonel> tiene {boats:# barcos}, o {boats}.",
            ),
            [("E712", 3)],
        ),
    ],
)
def test_what_is_wrong_with_a_translation_is_told_once_at_its_place(
    text: str, faults: list[tuple[str, int]]
) -> None:
    assert told(text) == faults


def test_a_catalogue_that_says_it_is_partial_lacks_nothing() -> None:
    found = river()
    assert found.decoder is not None
    wordings = found.decoder.wordings
    title = entry("title", "The River", "El río") + "\n" + entry("flags.agreed", "Both have agreed.", "")
    partial = catalogue('msgid ""\nmsgstr "X-Partial: yes\\n"\n\n' + title)
    assert {each.code for each in translation_faults(catalogue(title), wordings, wordings)} == {"W713"}
    assert not list(translation_faults(partial, wordings, wordings))


def test_the_number_of_plural_forms_is_that_of_the_file_s_language() -> None:
    text = entry(
        "decisions.patrol.text",
        "<colonel> has {boats:one boat|# boats}, or {boats}.",
        "<colonel> {boats:# 隻} {boats}",
    )
    assert told(text, "ja") == []


def test_what_a_catalogue_lacks_is_told_once_for_the_file() -> None:
    read = river()
    assert read.decoder is not None
    wordings = read.decoder.wordings
    (fault,) = translation_faults(catalogue(SPANISH), wordings, wordings)
    assert (fault.code, fault.span.file, fault.span.line) == ("W713", "river/lang/es.po", 0)
    assert fault.message.startswith("not in this file: `summary`, `actors.colonel.name`")


@pytest.mark.parametrize("translated", [0.0, 0.1, 0.4, 0.6, 1.0])
def test_what_is_hardly_begun_is_told_once_and_what_is_nearly_done_text_by_text(translated: float) -> None:
    read = river()
    assert read.decoder is not None
    wordings = read.decoder.wordings
    messages = template(wordings)
    done = round(translated * len(messages))
    made = Catalogue(
        "river/lang/es.po",
        {},
        tuple(
            each._replace(forms=(Scalar(each.source if number < done else "", Span.whole("es.po")),))
            for number, each in enumerate(messages)
        ),
    )
    found = [each.message for each in translation_faults(made, wordings, wordings)]
    if done < len(messages) / 2:
        assert found == [f"{done} of {len(messages)} texts are translated"]
    else:
        assert len(found) == len(messages) - done


def test_an_update_adds_keeps_marks_and_puts_aside() -> None:
    before = catalogue(
        "\n".join(
            (
                entry("title", "The River", "El río", "# note\n"),
                entry("endings.quiet.title", "Silence", "Silencio"),
                entry("events.fog.title", "Fog", "Niebla"),
                entry("events.storm.title", "Storm", ""),
            )
        )
    )
    read = river()
    assert read.decoder is not None
    messages = template(read.decoder.wordings)
    after = updated(before, messages)
    found = by_key(after.messages)
    title, quiet = found[Key("title", "The River")], found[Key("endings.quiet.title", "Quiet")]
    assert (title.forms[0].value, title.is_fuzzy, title.notes) == ("El río", False, ("note",))
    assert (quiet.forms[0].value, quiet.is_fuzzy) == ("Silencio", True)
    assert [each.context for each in after.messages] == [each.context for each in messages]
    assert [each.source for each in after.obsolete] == ["Fog"]
    assert format_catalogue(updated(after, messages)) == format_catalogue(after)


def test_what_was_put_aside_comes_back_with_its_text() -> None:
    before = catalogue('#~ msgctxt "title"\n#~ msgid "The River"\n#~ msgstr "El río"\n')
    after = updated(before, [Message("title", "The River")])
    assert after.messages[0].forms[0].value == "El río"
    assert after.obsolete == ()


def test_a_new_catalogue_has_as_many_forms_as_its_language() -> None:
    made = updated(
        new_catalogue("lang/ru.po", "ru", "River"), [Message("hour", "{n} hour", plural="{n} hours")]
    )
    text = format_catalogue(made)
    assert text.count("msgstr[") == 3
    parsed = parse_catalogue(text.encode(), "lang/ru.po")
    assert parsed.diagnostics == ()
    assert parsed.catalogue.plurals.forms == 3
