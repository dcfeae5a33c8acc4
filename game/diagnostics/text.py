"""Faults as text: what is wrong, where, the line with the place marked, and what was probably meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from game.diagnostics.counting import shown, totals
from game.diagnostics.diagnostic import Diagnostic, Severity, Span
from game.diagnostics.printable import printable, width
from game.frozen import NamedTuple

# A line of a hostile file may be as long as the file.
_MOST_OF_A_LINE = 160
_BEFORE_THE_PLACE = 60
_CUT = "…"


class Palette(NamedTuple):
    """What is printed before and after a part to colour it."""

    error: str
    warning: str
    information: str
    frame: str
    strong: str
    reset: str

    def of(self, severity: Severity) -> str:
        match severity:
            case Severity.ERROR:
                return self.error
            case Severity.WARNING:
                return self.warning
            case Severity.INFORMATION:
                return self.information


PLAIN = Palette("", "", "", "", "", "")
COLOURED = Palette("\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m", "\x1b[34m", "\x1b[1m", "\x1b[0m")


def text_form(diagnostics: Sequence[Diagnostic], texts: Mapping[str, str], palette: Palette) -> str:
    """Return the faults, a blank line between, and their totals; without faults nothing.

    `texts` has the text of each file by its name, as spans name it; a fault in a file
    that is not there has its place only. Of more than a hundred the gravest are shown.
    """
    if not diagnostics:
        return ""
    chosen = shown(diagnostics)
    left = len(diagnostics) - len(chosen)
    more = f"; the {len(chosen)} gravest are shown" if left else ""
    return "\n\n".join([*paragraphs(chosen, texts, palette), f"{totals(diagnostics)}{more}"]) + "\n"


def paragraphs(
    diagnostics: Sequence[Diagnostic], texts: Mapping[str, str], palette: Palette
) -> tuple[str, ...]:
    """Return each fault in lines of its own, without totals; `texts` as for `text_form`."""
    names = {span.file for each in diagnostics for span in _places(each)}
    lines = {name: texts[name].split("\n") for name in names if name in texts}
    return tuple("\n".join(_paragraph(each, lines, palette)) for each in diagnostics)


def _places(diagnostic: Diagnostic) -> tuple[Span, ...]:
    return (diagnostic.span, *(note.span for note in diagnostic.notes))


def _paragraph(diagnostic: Diagnostic, lines: Mapping[str, list[str]], palette: Palette) -> Iterator[str]:
    colour = palette.of(diagnostic.severity)
    margin = " " * len(str(max(span.line for span in _places(diagnostic))))
    header = f"{colour}{diagnostic.severity.value}[{diagnostic.code}]{palette.reset}"
    yield f"{header}{palette.strong}: {printable(diagnostic.message)}{palette.reset}"
    yield from _snippet(diagnostic.span, lines, margin, colour, palette)
    if diagnostic.help is not None:
        yield f"{margin} {palette.frame}={palette.reset} help: {printable(diagnostic.help)}"
    if diagnostic.witness is not None:
        run = printable(", ".join(diagnostic.witness))
        yield f"{margin} {palette.frame}={palette.reset} run: {run}"
    for note in diagnostic.notes:
        yield f"{palette.strong}note{palette.reset}: {printable(note.message)}"
        yield from _snippet(note.span, lines, margin, palette.strong, palette)


def _snippet(
    span: Span, lines: Mapping[str, list[str]], margin: str, colour: str, palette: Palette
) -> Iterator[str]:
    """Yield the place and, where the text is known, the line with carets below the place."""
    frame, reset = palette.frame, palette.reset
    place = f"{span.file}:{span.line}:{span.column}" if span.line else span.file
    yield f"{margin}{frame}-->{reset} {printable(place)}"
    known = lines.get(span.file, [])
    if not 1 <= span.line <= len(known):
        return
    shown_line = _marked(known[span.line - 1], span)
    number = str(span.line).rjust(len(margin))
    yield f"{margin} {frame}|{reset}"
    yield f"{frame}{number} |{reset} {shown_line.text}".rstrip(" ")
    yield f"{margin} {frame}|{reset} {' ' * shown_line.before}{colour}{'^' * shown_line.carets}{reset}"


class _Marked(NamedTuple):
    """A line as shown, and the columns before and below its marked part."""

    text: str
    before: int
    carets: int


def _marked(line: str, span: Span) -> _Marked:
    """Return a line with the part of the span that lies on it, at least one column wide."""
    start = min(span.column - 1, len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line.rstrip())
    first, last, ahead, behind = 0, len(line), "", ""
    if len(line) > _MOST_OF_A_LINE:
        first = max(0, start - _BEFORE_THE_PLACE)
        last = min(len(line), first + _MOST_OF_A_LINE)
        ahead, behind = _CUT if first else "", _CUT if last < len(line) else ""
    end = min(max(start, end), last)
    before = ahead + printable(line[first:start])
    inside = printable(line[start:end])
    after = printable(line[end:last]) + behind
    columns = width(inside)
    # A mark that stands on the letter before it has no column of its own.
    place = width(before) - (1 if inside and not columns and before else 0)
    return _Marked(before + inside + after, place, max(1, columns))
