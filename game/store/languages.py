"""Languages: the program's own words in each that it has, and the codes by which one is looked for."""

from __future__ import annotations

from game.scenario.portable import ParsedCatalogue, parse_catalogue
from game.source.limits import MOST_BYTES_IN_A_FILE
from game.store.atomic import read_at_most
from game.store.places import shipped

OWN = "en"
"""The language in which the program is written."""


def codes(language: str) -> tuple[str, ...]:
    """Return the codes under which a language is looked for, the closest first.

    >>> codes("es-MX"), codes("es")
    (('es_MX', 'es-MX', 'es'), ('es',))
    """
    code = language.replace("-", "_")
    return tuple(dict.fromkeys((code, code.replace("_", "-"), code.partition("_")[0])))


def program_languages() -> tuple[str, ...]:
    """Return the codes of the languages that the program has words in."""
    folder = shipped("assets") / "lang"
    found = sorted(path.stem for path in folder.glob("*.po")) if folder.is_dir() else []
    return (OWN, *found)


def program_catalogue(language: str) -> ParsedCatalogue | None:
    """Return the program's words in a language, or None where it has none of its own. Raises OSError."""
    folder = shipped("assets") / "lang"
    path = next(
        (folder / f"{code}.po" for code in codes(language) if (folder / f"{code}.po").is_file()), None
    )
    if path is None:
        return None
    return parse_catalogue(read_at_most(path, MOST_BYTES_IN_A_FILE), f"lang/{path.name}")
