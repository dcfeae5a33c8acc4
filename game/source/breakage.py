"""Where a text stops being YAML, in one sentence that an author can act upon.

The two parsers name the same place in different words; what is said here depends on the
place and on what they have in common only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from game.diagnostics.diagnostic import Diagnostic
from game.frozen import Frozen
from game.source.events import Unreadable
from game.source.place import span_of
from game.source.syntax import not_yaml, sign_of_yaml, text_behind

_QUOTE_IT = "put the whole text in quotation marks"
_QUOTE_OR_BLOCK = "put the whole text in quotation marks, or below a `|` on lines of its own"
_FIELD = re.compile(r"(?P<lead> *(?:- +)*)(?P<name>[^\s:#'\"\[{][^:\n]*?)(?P<colon>:)(?P<value>.*)")
_OPENING = re.compile(r" *(?:- +)*(?:[^\s:'\"\[{][^:\n]*: +)?(?P<sign>[{\[\"'])")
_COMMENT = re.compile(r"(?<= )#")
_INDENTED = re.compile(r"^ +(?=[^\s#-])", re.MULTILINE)


class _Break(Frozen):
    """The place where the parser gave up, and what it had read just before."""

    error: Unreadable
    file: str
    text: str
    quoted: tuple[int, int] | None

    @property
    def index(self) -> int:
        return self.error.index

    @property
    def line_start(self) -> int:
        return self.text.rfind("\n", 0, self.index) + 1

    @property
    def before(self) -> str:
        """What stands on the line before the place."""
        return self.text[self.line_start : self.index]

    @property
    def line(self) -> str:
        return self.text[self.line_start :].split("\n", 1)[0]

    @property
    def above(self) -> tuple[int, str]:
        """The start and the text of the last line above that is neither empty nor a comment."""
        return next(self.lines_above(), (0, ""))

    def lines_above(self) -> Iterator[tuple[int, str]]:
        """Yield the start and the text of each line above that is neither empty nor a comment, going up."""
        end = self.line_start - 1
        while end > 0:
            start = self.text.rfind("\n", 0, end) + 1
            written = self.text[start:end]
            if written.strip() and not written.lstrip().startswith("#"):
                yield start, written
            end = start - 1

    def fault(self, message: str, start: int, cure: str, length: int | None = None) -> Diagnostic:
        """Return the fault at an index: of the given length, or up to the next space."""
        if length is None:
            found = re.compile(r"[^\s]*").match(self.text, start)
            length = found.end() - start if found is not None else 0
        return not_yaml(message, span_of(self.text, self.file, start, start + length), cure)


def breakage(error: Unreadable, file: str, text: str, quoted: tuple[int, int] | None) -> Diagnostic:
    """Return the fault that made the text unreadable.

    `quoted` is the last text in quotes that was read before: a quotation mark that is
    not closed swallows the lines below it, and the parser stops far from the cause.
    """
    broken = _Break(error, file, text, quoted)
    words = f"{error.context}: {error.problem}"
    for part, explanation in _EXPLANATIONS:
        if part in words:
            return explanation(broken)
    return broken.fault("this line cannot be read", error.index, _QUOTE_IT)


def _sign(broken: _Break) -> Diagnostic:
    start = broken.error.context_index
    found = re.compile(r"[*&!][^\s]*").search(broken.text, start)
    if found is None or found.start() > broken.index:
        return broken.fault("this line cannot be read", broken.index, _QUOTE_IT)
    return sign_of_yaml(found.group(), span_of(broken.text, broken.file, *found.span()))


def _bad_beginning(broken: _Break) -> Diagnostic:
    sign = broken.text[broken.index : broken.index + 1]
    name = "a backquote" if sign == "`" else f"`{sign}`"
    return broken.fault(f"an unquoted text cannot begin with {name}", broken.index, _QUOTE_IT)


def _open_quote(broken: _Break) -> Diagnostic:
    return broken.fault(
        "this quotation mark is never closed",
        broken.error.context_index,
        "close it at the end of the text",
        1,
    )


def _bad_escape(broken: _Break) -> Diagnostic:
    start = max(broken.text.rfind("\\", 0, broken.index + 1), 0)
    written = broken.text[start : start + 2]
    return broken.fault(
        f"`{written}` is not a sign that may follow a backslash here",
        start,
        "write two backslashes for one, or use single quotation marks",
        2,
    )


def _colon(broken: _Break) -> Diagnostic:
    """A colon where no name can stand: within a text, or because of the line above."""
    start, above = broken.above
    indent = len(broken.line) - len(broken.line.lstrip(" "))
    field = _FIELD.match(broken.line)
    if field is None or field.end("colon") - 1 < len(broken.before):
        return broken.fault(
            "a colon and a space within an unquoted text begin a field", broken.index, _QUOTE_OR_BLOCK, 1
        )
    other = _FIELD.match(above)
    if other is not None and other.group("value")[:1] not in ("", " "):
        return broken.fault(
            "a space is missing after the colon", start + other.start("colon"), "write `name: value`", 1
        )
    if other is None:
        return _no_colon(broken, start + len(above) - len(above.lstrip(" ")))
    first = broken.line_start + indent
    if other.group("value").strip() and indent > len(other.group("lead")):
        return broken.fault(
            "this line is indented deeper than the one above, which has its value already",
            first,
            "indent it like the line above, or remove the value there",
        )
    return broken.fault(
        "this name is too long, or its line is indented wrongly", first, "write `name: value`"
    )


def _no_colon(broken: _Break, start: int) -> Diagnostic:
    if broken.text.startswith(("[", "{"), start):
        return _never_closed(broken, start)
    written = broken.text[start:].split("\n", 1)[0]
    if re.match(r"[\w-]+:\S", written):
        colon = start + written.index(":")
        return broken.fault("a space is missing after the colon", colon, "write `name: value`", 1)
    return broken.fault(
        "there is no name and no colon on this line",
        start,
        "write `name: value`; indent the line if it continues the text above",
    )


def _missing_colon(broken: _Break) -> Diagnostic:
    return _no_colon(broken, broken.error.context_index)


def _unexpected(broken: _Break) -> Diagnostic:
    """What cannot stand here: the text goes on after its end, or the line is at the wrong place."""
    if broken.quoted is not None and _is_swallowing(broken):
        return broken.fault(
            "this quotation mark is not closed on its line",
            broken.quoted[0],
            "close it at the end of the text",
            1,
        )
    if broken.before.strip(" -"):
        return _goes_on(broken)
    return _misplaced(broken)


def _is_swallowing(broken: _Break) -> bool:
    assert broken.quoted is not None
    start, end = broken.quoted
    return "\n" in broken.text[start:end] and broken.line_start < end <= broken.index


def _goes_on(broken: _Break) -> Diagnostic:
    opening = _OPENING.match(broken.line)
    if opening is None or opening.start("sign") >= len(broken.before):
        return broken.fault("this cannot stand here", broken.index, _QUOTE_IT)
    sign = opening.group("sign")
    start = broken.line_start + opening.start("sign")
    if sign in ("'", '"'):
        cure = "put the whole text in the other kind of quotation marks, or below a `|` on lines of its own"
        return broken.fault("the text goes on after its closing quotation mark", start, cure, 1)
    return broken.fault(
        f"a text that begins with `{sign}` must stand in quotation marks", start, _QUOTE_OR_BLOCK, 1
    )


def _misplaced(broken: _Break) -> Diagnostic:
    start, above = broken.above
    cut = _COMMENT.search(above)
    rest = broken.text[broken.index :]
    if cut is not None and _FIELD.match(broken.line) is None:
        return broken.fault(
            "a space and `#` begin a comment, so the text ends here, but it goes on below",
            start + cut.start(),
            _QUOTE_OR_BLOCK,
            len(above) - cut.start(),
        )
    if rest.startswith(":"):
        return broken.fault("there is no name before the colon", broken.index, "write `name: value`", 1)
    if rest.startswith(("- ", "-\n")):
        return broken.fault(
            "an item of a list stands among fields", broken.index, "indent it below its field", 1
        )
    if _FIELD.match(broken.line) is None:
        return _no_colon(broken, broken.index)
    return _unlike_its_neighbours(broken) or broken.fault(
        "the indentation of this line fits no line above",
        broken.index,
        "indent it like the fields it belongs to",
    )


def _unlike_its_neighbours(broken: _Break) -> Diagnostic | None:
    """Return the fault of a line above that is indented otherwise than all else in the file.

    It begins the level beside which the parser stopped, or the one around that. The line at which it
    stopped is indented as that one should be.
    """
    unit = _INDENTED.search(broken.text)
    level = len(broken.before)
    deeper = around = None
    for start, written in broken.lines_above():
        indent = len(written) - len(written.lstrip(" "))
        if around is not None and indent >= around[0]:
            continue
        if indent >= level:
            deeper = (indent, start) if deeper is None else min(deeper, (indent, start))
        elif unit is not None and level - indent == len(unit[0]):
            return _indented_otherwise(broken, around or deeper, level)
        elif around is not None:
            return None
        else:
            around = indent, start
    return None


def _indented_otherwise(broken: _Break, odd: tuple[int, int] | None, level: int) -> Diagnostic | None:
    """Return the fault of a line, given by its indentation and its start, that should have another one."""
    if odd is None or odd[0] == level:
        return None
    message = "this line is indented otherwise than the one further down that belongs beside it"
    return broken.fault(message, sum(odd), f"indent both by {level} spaces")


def _among_items(broken: _Break) -> Diagnostic:
    if broken.before.strip(" -"):
        return _unexpected(broken)
    return broken.fault(
        "this line stands among the items of a list",
        broken.index,
        "begin it with `- `, or indent it otherwise",
    )


def _in_brackets(broken: _Break) -> Diagnostic:
    start = broken.error.context_index
    closing = "]" if broken.text.startswith("[", start) else "}"
    if broken.index >= len(broken.text) or "\n" in broken.text[start : broken.index]:
        return _never_closed(broken, start)
    return broken.fault(
        f"a comma or `{closing}` is missing here",
        broken.index,
        "put a text that has such signs in quotation marks",
        1,
    )


def _never_closed(broken: _Break, start: int) -> Diagnostic:
    return broken.fault(
        f"`{broken.text[start : start + 1]}` is never closed", start, "close it on the same line", 1
    )


def _no_content(broken: _Break) -> Diagnostic:
    sign = broken.text[broken.index : broken.index + 1]
    if not sign.strip():
        return broken.fault("something is missing here", broken.index, "look for an open bracket above", 0)
    return broken.fault(f"`{sign}` cannot stand here", broken.index, _QUOTE_IT, 1)


def _block_header(broken: _Break) -> Diagnostic:
    start = broken.error.context_index
    return text_behind(broken.text[start], span_of(broken.text, broken.file, start, start + 1))


def _item(broken: _Break) -> Diagnostic:
    return broken.fault(
        "a list begins on a line of its own", broken.index, f"{_QUOTE_IT} if it is no list", 1
    )


def _after_the_end(broken: _Break) -> Diagnostic:
    start, above = broken.above
    if above.rstrip() == "...":
        return sign_of_yaml("...", span_of(broken.text, broken.file, start, start + 3))
    return _unexpected(broken)


# The first row counts whose words are part of what the parser says. Each pair of rows that
# differs is the wording of libyaml and of PyYAML.
_EXPLANATIONS: tuple[tuple[str, Callable[[_Break], Diagnostic]], ...] = (
    ("scanning an alias", _sign),
    ("scanning an anchor", _sign),
    ("scanning a tag", _sign),
    ("parsing a tag", _sign),
    ("undefined tag handle", _sign),
    ("cannot start any token", _bad_beginning),
    ("escape", _bad_escape),
    ("hexdecimal", _bad_escape),
    ("hexadecimal", _bad_escape),
    ("scanning a quoted scalar", _open_quote),
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _missing_colon),
    ("sequence entries are not allowed", _item),
    ("scanning a block scalar", _block_header),
    ("parsing a flow mapping", _in_brackets),
    ("parsing a flow sequence", _in_brackets),
    ("node content", _no_content),
    ("parsing a block collection", _among_items),
    ("parsing a block mapping", _unexpected),
    ("<document start>", _after_the_end),
)
