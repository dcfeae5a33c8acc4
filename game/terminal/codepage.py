"""Lines for terminals that cannot show every sign: a likeness in place of a question mark."""

from __future__ import annotations

from unicodedata import combining, normalize

_LIKENESS = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "–": "-",
        "—": "-",
        "−": "-",
        "…": "...",
        "→": "->",
        "×": "x",
        "\N{NO-BREAK SPACE}": " ",
        "\N{NARROW NO-BREAK SPACE}": " ",
        "\N{THIN SPACE}": " ",
    }
)


def fitted(line: str, encoding: str) -> str:
    """Return the line with a likeness for each sign that an encoding lacks.

    >>> fitted("“San Cristóbal” – 22° N…", "cp850")
    '"San Cristóbal" - 22° N...'
    >>> fitted("Cristóbal", "ascii"), fitted("Хрущёв", "ascii")
    ('Cristobal', '??????')
    """
    if _fits(line, encoding):
        return line
    return "".join(each if _fits(each, encoding) else _likeness(each, encoding) for each in line)


def _likeness(sign: str, encoding: str) -> str:
    """Return signs that look alike, the bare letter of an accented one, or a question mark."""
    spelled = sign.translate(_LIKENESS)
    bare = "".join(each for each in normalize("NFKD", spelled) if not combining(each))
    return bare if _fits(bare, encoding) else "?"


def _fits(words: str, encoding: str) -> bool:
    try:
        words.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
