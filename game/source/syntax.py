"""What the author wrote where a text is not YAML, or is a part of YAML that scenarios do not use."""

from __future__ import annotations

from game.diagnostics.diagnostic import Diagnostic, Rule, Span

NOT_YAML = Rule(
    code="E105",
    title="broken YAML",
    cause="The file breaks off here: a colon and a space inside an unquoted text, a text that begins with a"
    " sign of YAML, an open quotation mark or bracket, or a line that is indented wrongly.",
    example="text: He said: no.",
    cure="Put a text that holds such signs in quotation marks, or below a `|` on lines of its own.",
)
SIGN_OF_YAML = Rule(
    code="E108",
    title="anchor, alias, tag, merge key or second document",
    cause="YAML has signs by which one place stands for another. In a scenario everything stands where it is"
    " read. Most often the sign is the beginning of an unquoted text.",
    example="text: *Grozny* has turned back.",
    cure="Put a text that begins with `*`, `&` or `!` in quotation marks. Write repeated things out.",
)

_IF_IT_IS_TEXT = "if it is text, put the whole text in quotation marks"
_MEANINGS = {
    "&": ("is an anchor of YAML, which scenarios do not have", _IF_IT_IS_TEXT),
    "*": ("is an alias of YAML, which scenarios do not have", _IF_IT_IS_TEXT),
    "!": ("is a tag of YAML, which scenarios do not have", _IF_IT_IS_TEXT),
    "<": ("is a merge key of YAML, which scenarios do not have", "write the fields out"),
    "-": ("begins a second document, and a file holds one", "remove this line, or make what follows a file"),
    ".": ("ends the document, but more follows", "remove this line"),
}


def shortened(written: str) -> str:
    """Return what was written, or its beginning if it is too long to be said."""
    return written if len(written) <= 40 else written[:36].rstrip() + " ..."


def sign_of_yaml(word: str, span: Span) -> Diagnostic:
    """Return the fault of a sign that scenarios do not use, such as `&a0` or `---`."""
    meaning, cure = _MEANINGS[word[0]]
    return Diagnostic(SIGN_OF_YAML, f"`{shortened(word)}` {meaning}", span, help=cure)


def not_yaml(message: str, span: Span, cure: str) -> Diagnostic:
    return Diagnostic(NOT_YAML, message, span, help=cure)


def text_behind(sign: str, span: Span) -> Diagnostic:
    return not_yaml(
        f"nothing may follow `{sign}` on its line",
        span,
        "begin the text on the line below, or put it in quotation marks",
    )


def group_as_name(span: Span) -> Diagnostic:
    return not_yaml(
        "a group or a list cannot be the name of a field",
        span,
        "put a text that begins with `{` or `[` in quotation marks",
    )


def missing_name(span: Span) -> Diagnostic:
    return not_yaml("there is no name before the colon", span, "write `name: value`")


def name_over_lines(span: Span) -> Diagnostic:
    return not_yaml("a name stands on one line", span, "write `name: value`")
