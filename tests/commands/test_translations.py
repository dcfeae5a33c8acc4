"""`--lang`, `i18n` and what `check` says of translations."""

from __future__ import annotations

import io
import json
import shutil
import sys
from pathlib import Path

import pytest

from game.commands.main import main
from game.scenario.catalogue import Catalogue
from game.scenario.portable import parse_catalogue
from game.store.library import volume
from game.store.places import places, shipped
from game.store.scenarios import stored_at
from game.view.vocabulary import PROGRAM, word_faults, word_messages
from tests.samples.shelf import NIGHT_PATROL

Captured = pytest.CaptureFixture[str]

FIRED = """\
Incidente en el río | standard | semilla 1

[1969-03-02 20:00] Tensión: inquieta
Decisión: La lancha sigue ahí fuera. (hasta 1969-03-03 04:00)
    No lleva luces, y la corriente la ha traído a nuestro lado del río. En la otra orilla también la ven. El comandante pide órdenes, y luego las pide otra vez. La noche sigue inquieta. No puede usted saber cuánto miedo tienen allí. Es lo único que importa.
  1 No hacer nada hasta el alba
    A la luz del día una lancha es solo una lancha.
  2 Telefonear a la otra orilla
    Hay una sola línea. Casi nunca se usa.
  3 Hacer un disparo de aviso
    Por delante de la proa, para que dé la vuelta.
    Aviso: Los hombres asustados no siempre distinguen un aviso de un disparo.
  w Esperar
> Hacer un disparo de aviso
    Responden con disparos. Luego también la orilla que tienen detrás.
    Tensión: inquieta -> al borde del abismo

[1969-03-02 20:00] Final: Disparos al amanecer (war)
    Por la mañana no queda nadie a quien telefonear. Era un disparo de aviso. Todos los que podrían decirlo están muertos.
"""  # noqa: E501 - a transcript has the lines it has
LOOKS = (
    "help",
    "status",
    "look",
    "map",
    "advisers",
    "journal",
    "odds",
    "undo",
    "redo",
    "wait",
    "xyz",
    "rewind 9",
)


@pytest.fixture
def river() -> Path:
    """A copy of the shipped scenario among one's own, with its translation."""
    folder = places().scenarios / "stream"
    shutil.copytree(NIGHT_PATROL, folder)
    (folder / "night_patrol.test.yaml").unlink()
    text = (folder / "scenario.yaml").read_text(encoding="utf-8")
    (folder / "scenario.yaml").write_text(text.replace("id: night_patrol", "id: stream"), encoding="utf-8")
    return folder


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


@pytest.mark.parametrize("code", ["es", "es-MX"])
def test_a_translated_scenario_is_played_in_its_language(
    code: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    typed(monkeypatch, "fire")
    assert main(["play", "night_patrol", "--text", "--seed", "1", "--lang", code]) == 0
    assert capsys.readouterr().out == FIRED


def test_nothing_english_is_left_in_it(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    typed(monkeypatch, *LOOKS)
    assert main(["play", "night_patrol", "--text", "--seed", "1", "--lang", "es"]) == 0
    told = capsys.readouterr().out
    stored = stored_at(NIGHT_PATROL)
    assert stored is not None
    decoder = volume(stored).loaded.decoder
    assert decoder is not None
    texts = {paragraph for each in decoder.wordings for paragraph in each.source.split("\n\n")}
    texts |= {part for text in PROGRAM.values() for part in text.replace("{", "}").split("}")[::2]}
    spanish = {each.forms[0].value for each in _own().messages}
    assert [text for text in texts if text.count(" ") > 1 and text in told and text not in str(spanish)] == []


def _own() -> Catalogue:
    path = shipped("assets") / "lang" / "es.po"
    return parse_catalogue(path.read_bytes(), "lang/es.po").catalogue


def test_the_program_s_own_words_are_complete_in_every_language_it_has() -> None:
    paths = sorted((shipped("assets") / "lang").glob("*.po"))
    assert [path.stem for path in paths] == ["es"]
    for path in paths:
        parsed = parse_catalogue(path.read_bytes(), path.name)
        assert parsed.diagnostics == ()
        assert list(word_faults(PROGRAM, parsed.catalogue)) == []
        assert [each.context for each in parsed.catalogue.messages] == [
            each.context for each in word_messages(PROGRAM)
        ]


def test_shipped_translations_are_complete(capsys: Captured) -> None:
    folders = [path.parent.parent.name for path in shipped("scenarios").glob("*/lang/*.po")]
    assert "river_incident" in folders
    for name in set(folders):
        assert main(["i18n", "check", name]) == 0, capsys.readouterr().out


def test_a_scenario_that_is_not_translated_is_played_with_the_program_s_words(
    river: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    shutil.rmtree(river / "lang")
    typed(monkeypatch, "hold")
    assert main(["play", "stream", "--text", "--seed", "1", "--lang", "es"]) == 0
    told = capsys.readouterr().out
    assert "Decisión: The boat is still out there." in told
    assert "  w Esperar" in told


def test_a_run_is_the_same_in_every_language(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    typed(monkeypatch, "fire", "save spanish")
    assert main(["play", "night_patrol", "--text", "--seed", "1", "--lang", "es"]) == 0
    capsys.readouterr()
    path = str(places().runs / "spanish.run.yaml")
    assert main(["replay", path]) == 0
    english = capsys.readouterr()
    assert "> Fire a warning shot" in english.out
    assert english.err == ""
    assert main(["replay", path, "--lang", "es"]) == 0
    assert capsys.readouterr().out == FIRED


@pytest.mark.parametrize("words", [["night_patrol"], []])
def test_a_language_that_nothing_speaks_is_refused(words: list[str], capsys: Captured) -> None:
    assert main(["play", *words, "--text", "--lang", "xx"]) == 2
    assert capsys.readouterr().err.startswith("Nothing is translated into `xx`.")


def test_the_languages_of_a_scenario_are_listed(river: Path, capsys: Captured) -> None:
    (river / "lang" / "fr.po").write_text("", encoding="utf-8")
    assert main(["list", "--json"]) == 0
    rows = {row["id"]: row for row in json.loads(capsys.readouterr().out)["scenarios"]}
    assert rows["stream"]["languages"] == ["en", "es", "fr"]


def test_a_translation_that_cannot_be_read_is_told_at_its_place(
    river: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    typed(monkeypatch)
    path = river / "lang" / "es.po"
    path.write_text(path.read_text(encoding="utf-8") + "\nnonsense\n", encoding="utf-8")
    line = path.read_text(encoding="utf-8").count("\n")
    assert main(["check", "stream", "--format", "json"]) == 1
    errors = [each for each in json.loads(capsys.readouterr().out)["diagnostics"] if each["code"] == "E116"]
    assert [(each["file"], each["line"]) for each in errors] == [("stream/lang/es.po", line)]
    assert main(["play", "stream", "--text", "--lang", "es"]) == 1
    assert f"stream/lang/es.po:{line}:1" in capsys.readouterr().err
    assert main(["play", "stream", "--text", "--choose", "patrol=hold"]) == 0


def test_a_changed_text_is_told_until_its_translation_is_brought_up_to_date(
    river: Path, capsys: Captured
) -> None:
    scenario = river / "scenario.yaml"
    text = scenario.read_text(encoding="utf-8")
    scenario.write_text(text.replace("Do nothing until dawn", "Do nothing until noon"), encoding="utf-8")
    assert main(["i18n", "check", "stream"]) == 1
    assert "the text at `decisions.patrol.options.hold.label` is another now" in capsys.readouterr().out
    assert main(["i18n", "update", "stream"]) == 0
    assert capsys.readouterr().out == "stream/lang/es.po: 30 of 31 texts translated, 1 fuzzy\n"
    assert main(["check", "stream", "--select", "W713"]) == 0
    told = capsys.readouterr().out
    assert "warning[W713]: the translation of `decisions.patrol.options.hold.label` is marked fuzzy" in told
    assert 'msgid "Do nothing until noon"' in told


def test_a_language_is_begun_by_an_update(river: Path, capsys: Captured) -> None:
    assert main(["i18n", "update", "stream", "ru"]) == 0
    assert capsys.readouterr().out == "stream/lang/ru.po: 0 of 31 texts translated, 0 fuzzy\n"
    parsed = parse_catalogue((river / "lang" / "ru.po").read_bytes(), "ru.po")
    assert parsed.diagnostics == ()
    assert parsed.catalogue.plurals.forms == 3


def test_the_texts_are_extracted_in_the_order_of_the_files(tmp_path: Path, capsys: Captured) -> None:
    assert main(["i18n", "extract", "night_patrol"]) == 0
    printed = capsys.readouterr().out
    assert printed.index('msgctxt "title"') < printed.index('msgctxt "decisions.patrol.title"')
    assert main(["i18n", "extract", "night_patrol", "-o", str(tmp_path / "river.pot")]) == 0
    assert (tmp_path / "river.pot").read_text(encoding="utf-8") == printed
    assert main(["i18n", "extract", "excomm"]) == 0
    assert 'msgid_plural "{n} hours"' in capsys.readouterr().out


def test_a_translation_may_be_longer_by_some_and_no_more(river: Path, capsys: Captured) -> None:
    path = river / "lang" / "es.po"
    text = path.read_text(encoding="utf-8")
    for length, expected in ((62, False), (63, True)):
        path.write_text(text.replace("Telefonear a la otra orilla", "x" * length), encoding="utf-8")
        main(["check", "stream", "--select", "W710"])
        assert ("W710" in capsys.readouterr().out) is expected


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["i18n", "update", "night_patrol", "../x"], 2),
        (["i18n", "check", "berlin_1961"], 2),
        (["i18n", "check", "night_patrol", "fr"], 2),
        (["i18n", "check", "nowhere"], 2),
    ],
)
def test_what_cannot_be_meant_is_refused(words: list[str], status: int, capsys: Captured) -> None:
    assert main(words) == status
    assert capsys.readouterr().err.count("\n") == 1
