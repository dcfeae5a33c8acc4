"""Comments `# excomm: ignore CODE` applied to faults, and the rule for those that are not needed."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Protocol

from game.diagnostics.diagnostic import Diagnostic, Rule, Severity, Span, has_errors

NEEDLESS_IGNORE = Rule(
    code="I901",
    title="ignore comment not needed",
    cause="A comment silences a rule that finds nothing on its line. The fault may have been mended since, or"
    " stand on another line. Errors cannot be silenced, since a scenario with errors does not start.",
    example="label: Tension   # excomm: ignore W501",
    cure="Remove the comment, or move it to the end of the line that is reported, or alone above it.",
)

# What only the rules of `check --deep` can decide.
DEEP = frozenset({
    "W404", "W406", "E520", "W521", "E522", "E523", "W524", "W525", "W526", "W528", "W530",
    "W531", "W545", "W550", "W552", "W554", "I555", "E560", "E561", "E562", "I714",
})  # fmt: skip


class Ignore(Protocol):
    """A comment that silences rules: the line it speaks of, their codes, and its own place.

    Where `last_line` lies behind `line`, it speaks of all lines from one to the other.
    """

    @property
    def line(self) -> int: ...
    @property
    def codes(self) -> tuple[str, ...]: ...
    @property
    def span(self) -> Span: ...
    @property
    def last_line(self) -> int: ...


def kept(
    diagnostics: Sequence[Diagnostic], ignores: Iterable[Ignore], undecided: Container[str] = DEEP
) -> tuple[Diagnostic, ...]:
    """Return the faults that no comment silences, and those of comments that silence nothing, in order.

    A fault is silenced by its code on the line where it begins; errors are not. `undecided`
    are the codes of rules that did not run: nobody knows whether a comment for them is
    needed. The same holds of all comments while there are errors, since those hide faults.
    """
    comments = tuple(ignores)
    silenced = {site for each in comments for code in each.codes for site in _sites(each, code)}
    left = [each for each in diagnostics if each.severity is Severity.ERROR or _site(each) not in silenced]
    if has_errors(left):
        return tuple(left)
    needed = {_site(each) for each in diagnostics}
    for comment in comments:
        vain = [
            code
            for code in comment.codes
            if code not in undecided and needed.isdisjoint(_sites(comment, code))
        ]
        if vain or not comment.codes:
            left.append(_needless(comment, vain))
    return tuple(sorted(left, key=lambda each: (each.span, each.code)))


def _site(diagnostic: Diagnostic) -> tuple[str, int, str]:
    return diagnostic.span.file, diagnostic.span.line, diagnostic.code


def _sites(comment: Ignore, code: str) -> Iterator[tuple[str, int, str]]:
    last = max(comment.line, comment.last_line)
    return ((comment.span.file, line, code) for line in range(comment.line, last + 1))


def _needless(comment: Ignore, vain: Sequence[str]) -> Diagnostic:
    if not vain:
        cure = "write `# excomm: ignore` and the code that is to be silenced"
        return Diagnostic(NEEDLESS_IGNORE, "this comment names no code", comment.span, cure)
    is_long = comment.last_line > comment.line
    where = f"on lines {comment.line} to {comment.last_line}" if is_long else f"on line {comment.line}"
    message = f"there is no {' and no '.join(vain)} {where if comment.line else 'of the whole file'}"
    return Diagnostic(NEEDLESS_IGNORE, message, comment.span, "remove this comment")
