"""What a fault of a scenario's author is: a value with a code, a place and plain words."""

from __future__ import annotations

from enum import Enum

from game.frozen import Frozen, NamedTuple


class Span(NamedTuple):
    """A stretch of a file: lines and columns count from 1, the end lies after the last character.

    `file` is named from the folder that holds the scenario's folder, with `/`:
    `nine_days/scenario.yaml`. A fault of a whole file or pack has line 0.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    @staticmethod
    def whole(file: str) -> Span:
        """Return the span of a file as a whole, which has no line."""
        return Span(file, 0, 0, 0, 0)

    def lies_in(self, other: Span) -> bool:
        """Return whether all of this stretch is part of the other."""
        return self.file == other.file and other[1:3] <= self[1:3] and self[3:5] <= other[3:5]


class Severity(Enum):
    """How grave a fault is; the first letter of its code says which."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"


_SEVERITIES = {"E": Severity.ERROR, "W": Severity.WARNING, "I": Severity.INFORMATION}


class Rule(Frozen):
    """One code, declared once beside what reports it; a code never changes its meaning.

    `title` is what it finds, in one line; `cause`, `example` and `cure` make its
    page of the manual (`check --explain`). `example` is a piece of YAML with the fault.
    """

    code: str
    title: str
    cause: str
    example: str
    cure: str

    @property
    def severity(self) -> Severity:
        return _SEVERITIES[self.code[0]]


class Note(NamedTuple):
    """A second place that belongs to a fault, such as where a name was first given."""

    message: str
    span: Span


class Diagnostic(Frozen):
    """One fault. `message` says what is wrong, `help` what was probably meant, or None.

    `witness` is the run that shows the fault (items as in a run file), for rules that explore.
    """

    rule: Rule
    message: str
    span: Span
    help: str | None = None
    notes: tuple[Note, ...] = ()
    witness: tuple[str, ...] | None = None

    @property
    def code(self) -> str:
        return self.rule.code

    @property
    def severity(self) -> Severity:
        return self.rule.severity


def has_errors(diagnostics: tuple[Diagnostic, ...] | list[Diagnostic]) -> bool:
    """Return whether any of the faults keeps a scenario from starting."""
    return any(each.severity is Severity.ERROR for each in diagnostics)
