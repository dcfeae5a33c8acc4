"""Where the walk along the table stands, and what it gathers for the rules that come after it."""

from __future__ import annotations

from game.diagnostics.diagnostic import Span
from game.frozen import NamedTuple
from game.scenario.model import Statement
from game.source.tree import Node, Scalar


class Where(NamedTuple):
    """The path of the record, the address of its block, and what it inherits.

    `path` is that of translations: `decisions.trade.options.refuse`. `owner` is the id of the entry;
    `decision` the one around; `variable` the full name of the variable around; `estimates` those of
    the report around; `depth` how many chances lie around; `prints_hidden` whether texts may print
    hidden values here.
    """

    path: str = ""
    site: str = ""
    owner: str = ""
    statement: Statement = Statement()
    decision: str = ""
    variable: str = ""
    estimates: tuple[str, ...] = ()
    depth: int = 0
    prints_hidden: bool = False

    def at(self, name: str) -> Where:
        """Return the place of a field or entry below this one."""
        return self.on(f"{self.path}.{name}" if self.path else name)

    def on(self, path: str) -> Where:
        """Return the same place with another path; made for each field, so without the detour of a call."""
        return tuple.__new__(Where, (path, *self[1:]))

    def saying(self, statement: Statement) -> Where:
        """Return the same place within a statement."""
        return self if statement is self.statement else self._replace(statement=statement)


class Mention(NamedTuple):
    """A use of a name. `use` is read, write, print, show, start or name; `path` the field that uses it."""

    name: str
    use: str
    path: str
    span: Span


class FieldPlace(NamedTuple):
    """Where a field stands: its name and its value."""

    key: Span
    value: Node


class LatePin(NamedTuple):
    """A pin or match that can be resolved only when all sites are known."""

    site: Scalar
    result: Scalar
    path: str
