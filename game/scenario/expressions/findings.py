"""What the check of one expression finds: the names in it, and its faults in the author's words."""

from __future__ import annotations

from game.diagnostics.diagnostic import Diagnostic, Rule
from game.scenario.expressions.describing import about_no_value, about_unknown_name, said
from game.scenario.expressions.rules import NOT_A_VALUE, WRONG_TYPE
from game.scenario.expressions.scope import Scope
from game.scenario.expressions.syntax import Name, Operation, Syntax
from game.scenario.expressions.types import ChoiceType, Type
from game.scenario.unknown import UNKNOWN
from game.source.tree import Scalar


class Findings:
    """The names of one text, each once, in order, and the faults found so far, each at a part of it."""

    def __init__(self, scalar: Scalar, text: str, scope: Scope) -> None:
        self.scalar = scalar
        self.text = text
        self.scope = scope
        self.faults: list[Diagnostic] = []
        self.names: dict[str, None] = {}

    def tell_unknown(self, node: Name) -> None:
        self.tell(UNKNOWN, *about_unknown_name(node.name, self.scope.types, self.scope.candidates()), node)

    def tell_no_value(self, node: Syntax, choice: ChoiceType) -> None:
        self.tell(NOT_A_VALUE, *about_no_value(self.written(node), choice), node)

    def tell_unequal(self, node: Operation, left: Type, right: Type) -> None:
        first, second = self.quoted(node.left), self.quoted(node.right)
        one, other = said(left, with_range=False), said(right, with_range=False)
        message = f"{first} is {one} and {second} is {other}: they cannot be compared"
        self.tell(WRONG_TYPE, message, "both sides of `is` must be of one type", node)

    def tell(self, rule: Rule, message: str, cure: str | None, node: Syntax) -> None:
        self.faults.append(Diagnostic(rule, message, self.scalar.part(node.start, node.end), cure))

    def written(self, node: Syntax) -> str:
        return self.text[node.start : node.end]

    def quoted(self, node: Syntax) -> str:
        written = self.written(node)
        return f"`{written}`" if len(written) <= 40 else "this"
