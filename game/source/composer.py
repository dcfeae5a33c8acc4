"""YAML events into nodes with places, within bounds, so that no input can fill stack or memory."""

from __future__ import annotations

import re
from collections.abc import Iterable

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from game.diagnostics.diagnostic import Diagnostic, Note, Rule, Span
from game.source.characters import FORBIDDEN, forbidden
from game.source.events import marks
from game.source.limits import MOST_CHARACTERS_IN_A_TEXT, MOST_LEVELS, MOST_NODES, over_a_limit
from game.source.place import Places, Stretch, span_of
from game.source.syntax import group_as_name, missing_name, name_over_lines, sign_of_yaml
from game.source.tree import Entry, Mapping, Node, Scalar, Sequence

TOO_DEEP = Rule(
    code="E107",
    title="nested too deep",
    cause="Groups and lists stand within each other on more than 24 levels. No scenario needs a dozen.",
    example="[" * 25 + "]" * 25,
    cure="Look for a bracket that is never closed, or for lines that are indented ever further.",
)
GIVEN_TWICE = Rule(
    code="E109",
    title="the same name twice",
    cause="A group has two entries of one name, or a list of values has one value twice. One of them would be"
    " lost, and nobody could say which.",
    example="title: The River\ntitle: The Stream",
    cure="Remove one of the two, or rename it.",
)

# A hostile file of nothing but aliases or repeated names stops here.
_MOST_FAULTS = 1_000

_SIGN = re.compile(r"[^\s,\[\]{}]*")


def given_twice(key: Scalar, first: Span) -> Diagnostic:
    """Return the fault of a name that stands a second time; it is at the later place."""
    return Diagnostic(
        GIVEN_TWICE,
        f"`{key.value}` is given twice",
        key.span,
        help="remove one of them",
        notes=(Note("first here", first),),
    )


class _Open:
    """A group or a list whose end has not come yet; `first` has the places of a group's names."""

    __slots__ = ("entries", "event", "first", "items", "key")

    def __init__(self, event: MappingStartEvent | SequenceStartEvent) -> None:
        self.event = event
        self.items: list[Node] = []
        self.entries: list[Entry] = []
        self.first: dict[str, Span] | None = {} if isinstance(event, MappingStartEvent) else None
        self.key: Node | None = None


class Composition:
    """The nodes of one file as they come in, and the faults seen on the way.

    `quoted` are the stretches of the text in which `#` begins no comment. `is_complete`
    is false as soon as the tree lacks something that stands in the file.
    """

    def __init__(self, file: str, text: str) -> None:
        self.root: Node | None = None
        self.faults: list[Diagnostic] = []
        self.quoted: list[tuple[int, int]] = []
        self.nodes = 0
        self.is_complete = True
        self._file = file
        self._text = text
        self._documents = 0
        self._is_over = False
        self._stack: list[_Open] = []
        self._anchors: set[str] = set()

    def read(self, events: Iterable[Event]) -> None:
        """Take in the events, all of them or those up to the first that leads over a bound."""
        for event in events:
            match event:
                case ScalarEvent():
                    self._add(self._scalar(event))
                case MappingStartEvent() | SequenceStartEvent():
                    self._open(event)
                case MappingEndEvent() | SequenceEndEvent():
                    self._add(self._closed(self._stack.pop(), event))
                case AliasEvent():
                    self._alias(event)
                case DocumentStartEvent():
                    self._document(event)
            if self._is_over:
                return

    def _give_up(self, fault: Diagnostic) -> None:
        self.leave_out(fault)
        self._is_over = True

    def leave_out(self, fault: Diagnostic) -> None:
        """Add a fault that leaves a part of the file unread."""
        self.faults.append(fault)
        self.is_complete = False

    def _add(self, node: Node) -> None:
        if not self._stack:
            self.root = node
            return
        top = self._stack[-1]
        if top.first is not None and top.key is None:
            top.key = node
            return
        self.nodes += 1
        if top.first is None:
            top.items.append(node)
        elif top.key is not None:
            self._enter(top, top.first, top.key, node)
            top.key = None
        if self.nodes > MOST_NODES:
            self._give_up(over_a_limit("the number of values", "50,000 in a scenario", node.span))
        elif len(self.faults) >= _MOST_FAULTS:
            self.is_complete = False
            self._is_over = True

    def _enter(self, top: _Open, first: dict[str, Span], key: Node, value: Node) -> None:
        if not isinstance(key, Scalar):
            self.leave_out(group_as_name(key.span))
        elif not key.value:
            self.leave_out(missing_name(key.span))
        elif key.span.line != key.span.end_line:
            self.leave_out(name_over_lines(key.span))
        elif key.is_plain and key.value == "<<":
            self.leave_out(sign_of_yaml("<<", key.span))
        elif first.setdefault(key.value, key.span) is not key.span:
            self.faults.append(given_twice(key, first[key.value]))
        else:
            top.entries.append(Entry(key, value))

    def _scalar(self, event: ScalarEvent) -> Scalar:
        value: str = event.value
        start, end = marks(event)
        if event.style:
            return self._quoted(event, value)
        span = Span(self._file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        places = None
        if start.line != end.line:
            places = Places(self._file, self._text, Stretch(start.index, end.index), "", value)
        scalar = Scalar(value, span, locate=places)
        if event.anchor is not None or event.tag is not None or len(value) > MOST_CHARACTERS_IN_A_TEXT:
            self._look_at(event, scalar)
        return scalar

    def _quoted(self, event: ScalarEvent, value: str) -> Scalar:
        """Return a text in quotes or a block text; the latter ends with its last visible character."""
        first, last = marks(event)
        start, end, style = first.index, last.index, event.style or ""
        is_block = style in ("|", ">")
        head = self._text.find("\n", start, end) if is_block else start
        self.quoted.append((head if head >= 0 else end, end))
        visible = start + len(self._text[start:end].rstrip()) if is_block else end
        places = Places(self._file, self._text, Stretch(start, end), style, value)
        scalar = Scalar(value, self._span(start, visible), is_plain=False, locate=places)
        self._look_at(event, scalar)
        return scalar

    def _look_at(self, event: ScalarEvent, scalar: Scalar) -> None:
        self._look_for_signs(event)
        if len(scalar.value) > MOST_CHARACTERS_IN_A_TEXT:
            self.faults.append(over_a_limit("this text", "20,000 characters", scalar.span))
        if event.style == '"' and (found := FORBIDDEN.search(scalar.value)):
            self.leave_out(forbidden(found.group(), scalar.part(*found.span())))

    def _look_for_signs(self, event: NodeEvent) -> None:
        tag = getattr(event, "tag", None)
        if event.anchor is None and tag is None:
            return
        if event.anchor is not None:
            self._anchors.add(event.anchor)
        start = marks(event)[0].index
        found = _SIGN.match(self._text, start)
        assert found is not None  # the pattern fits nothing too
        self.faults.append(sign_of_yaml(found.group(), self._span(start, found.end())))

    def _span(self, start: int, end: int) -> Span:
        return span_of(self._text, self._file, start, end)

    def _open(self, event: MappingStartEvent | SequenceStartEvent) -> None:
        self._look_for_signs(event)
        start = marks(event)[0]
        if len(self._stack) >= MOST_LEVELS:
            span = Span(self._file, start.line + 1, start.column + 1, start.line + 1, start.column + 2)
            self._give_up(too_deep(span))
        self._stack.append(_Open(event))

    def _closed(self, top: _Open, event: MappingEndEvent | SequenceEndEvent) -> Mapping | Sequence:
        start, end = marks(top.event)[0], marks(event)[1]
        last = start.line + 1, start.column + 1
        if top.entries:
            last = top.entries[-1].value.span[3:]
        elif top.items:
            last = top.items[-1].span[3:]
        if top.event.flow_style:
            last = max(last, (end.line + 1, end.column + 1))
        span = Span(self._file, start.line + 1, start.column + 1, *last)
        if top.first is None:
            return Sequence(tuple(top.items), span)
        return Mapping(tuple(top.entries), span, is_flow=bool(top.event.flow_style))

    def _alias(self, event: AliasEvent) -> None:
        """Leave out what an alias stands for; an anchor already reported speaks for its aliases."""
        start, end = marks(event)
        span = self._span(start.index, end.index)
        if event.anchor not in self._anchors:
            self.faults.append(sign_of_yaml(f"*{event.anchor}", span))
        self.is_complete = False
        self._add(Scalar("", span))

    def _document(self, event: DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            start = marks(event)[0].index
            self._give_up(sign_of_yaml("---", self._span(start, start + 3)))


def too_deep(span: Span) -> Diagnostic:
    return Diagnostic(
        TOO_DEEP,
        f"this is nested deeper than {MOST_LEVELS} levels",
        span,
        help="look for a bracket that is never closed, or for lines indented ever further",
    )
