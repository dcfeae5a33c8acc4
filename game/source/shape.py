"""The rule for a group, a list or a text where another was expected."""

from __future__ import annotations

from typing import assert_never

from game.diagnostics.diagnostic import Diagnostic, Rule
from game.source.tree import Mapping, Node, Scalar, Sequence

WRONG_SHAPE = Rule(
    code="E206",
    title="a group, a list or a text where another was expected",
    cause="Some fields take a text, some a list, some a group of names with values, and one cannot stand for"
    " another. A text that begins with `{` or `[` is read as a group or a list.",
    example="status:\n  - tension",
    cure="Write the form that the manual gives for the field. Put a text that begins with a bracket"
    " in quotes.",
)


def shape(node: Node) -> str:
    """Return what a node is, with its article: a group, a list or a text."""
    match node:
        case Mapping():
            return "a group"
        case Sequence():
            return "a list"
        case Scalar():
            return "a text"
        case _:
            assert_never(node)


def not_a_group(node: Node) -> Diagnostic:
    """Return the fault of a file that is not a group of fields."""
    return Diagnostic(
        WRONG_SHAPE,
        f"{shape(node)} stands where the fields of a file are expected",
        node.span,
        help="write `name: value` on lines of their own",
    )
