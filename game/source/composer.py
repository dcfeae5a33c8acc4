"""YAML events into nodes with places, within bounds, so that no input can fill stack or memory."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from game.diagnostics.diagnostic import Diagnostic, Note, Rule, Span
from game.source.characters import FORBIDDEN, forbidden
from game.source.commas import is_bare, rejoined
from game.source.events import marks
from game.source.limits import MOST_CHARACTERS_IN_A_TEXT, MOST_LEVELS, MOST_NODES, over_a_limit
from game.source.place import Places, Stretch, span_of
from game.source.syntax import (
    group_as_name,
    missing_name,
    name_over_lines,
    shortened,
    sign_of_yaml,
    text_behind,
)
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

# An empty name, and the merge key of YAML.
_NO_NAMES = frozenset({"", "<<"})

# A hostile file of nothing but aliases or repeated names stops here.
_MOST_FAULTS = 1_000

_SECTION_LEVELS = 2  # the file and a section

_SIGN = re.compile(r"[^\s,\[\]{}]*")


# libyaml takes this for a comment, PyYAML's own parser for a fault, as the standard does.
_COMMENT_IN_HEAD = re.compile(r"(?:[&!]\S* +)*[|>][-+0-9]*#")


def given_twice(key: Scalar, first: Span, more: str = "") -> Diagnostic:
    """Return the fault of a name that stands a second time; it is at the later place."""
    return Diagnostic(
        GIVEN_TWICE,
        f"`{shortened(key.value)}` is given twice",
        key.span,
        help=f"remove one of them{more}",
        notes=(Note("first here", first),),
    )


class _Open:
    """A list whose end has not come yet."""

    __slots__ = ("event", "items")

    def __init__(self, event: CollectionStartEvent) -> None:
        self.event = event
        self.items: list[Any] = []


class _OpenGroup(_Open):
    """A group whose end has not come yet: its items are entries, and `key` is a name without its value.

    `names` gives the place of each name among the items; `given_again` is the number of items when a name
    was last refused that had been given before, and `last` its value. So many names were given `again`, and
    so many items are its `own` when the first of its names was.
    """

    __slots__ = ("again", "given_again", "key", "last", "names", "own")

    def __init__(self, event: CollectionStartEvent) -> None:
        super().__init__(event)
        self.names: dict[str, int] = {}
        self.key: Node | None = None
        self.given_again = self.again = self.own = 0
        self.last: Node | None = None


class Composition:
    """The nodes of one file as they come in, and the faults seen on the way.

    `quoted` are the stretches of the text in which `#` begins no comment. `is_complete`
    is false as soon as the tree lacks something that stands in the file. `has_all_ids` is false where an
    entry lost the line of its id: what it has is left out, and it may be spoken of elsewhere.
    """

    def __init__(self, file: str, text: str) -> None:
        self.root: Node | None = None
        self.faults: list[Diagnostic] = []
        self.quoted: list[tuple[int, int]] = []
        self.nodes = 0
        self.is_complete = True
        self.has_all_ids = True
        self._file = file
        self._text = text
        self._documents = 0
        self._is_over = False
        self._lacks_values = False
        self._stack: list[_Open] = []
        self._anchors: set[str] = set()

    def read(self, events: Iterable[Event]) -> None:
        """Take in the events, all of them or those up to the first that leads over a bound."""
        for event in events:
            if type(event) is ScalarEvent:
                self._add(self._scalar(event))
            else:
                self._structure(event)
            if self._is_over:
                return

    def _structure(self, event: Event) -> None:
        match event:
            case MappingStartEvent():
                self._open(_OpenGroup(event))
            case SequenceStartEvent():
                self._open(_Open(event))
            case CollectionEndEvent():
                self._close(event)
            case AliasEvent():
                self._alias(event)
            case DocumentStartEvent():
                self._document(event)

    def leave_out(self, fault: Diagnostic) -> None:
        """Add a fault that leaves a part of the file unread."""
        self.is_complete = False
        self._report(fault)

    def _report(self, fault: Diagnostic) -> None:
        self.faults.append(fault)
        if len(self.faults) >= _MOST_FAULTS:
            self.is_complete = False
            self._is_over = True

    def _give_up(self, fault: Diagnostic) -> None:
        self.leave_out(fault)
        self._is_over = True

    # From here to `_quoted` everything is done for each value: tuples are made without
    # the detour over their Python-level constructors, which takes half of the time.

    def _add(self, node: Node) -> None:
        if not self._stack:
            self.root = node
            return
        top = self._stack[-1]
        if type(top) is not _OpenGroup:
            top.items.append(node)
        elif (key := top.key) is None:
            top.key = node
            return
        else:
            top.key = None
            # What has no places of its own stands on one line; a name is refused for its value or its place.
            if (
                type(key) is Scalar
                and key.value not in _NO_NAMES
                and (key.locate is None or key.span.line == key.span.end_line)
                and top.names.setdefault(key.value, len(top.items)) == len(top.items)
            ):
                top.items.append(tuple.__new__(Entry, (key, node)))
            else:
                self._refuse(tuple.__new__(Entry, (key, node)), top)
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self._give_up(over_a_limit("the number of values", "50,000 in a scenario", node.span))

    def _scalar(self, event: ScalarEvent) -> Scalar:
        value: str = event.value
        start, end = event.start_mark, event.end_mark
        assert start is not None
        assert end is not None
        line = start.line
        if event.style or line != end.line or len(value) > MOST_CHARACTERS_IN_A_TEXT:
            return self._long(event, value)
        if event.anchor is not None or event.tag is not None:
            self._look_for_signs(event)
        if not value:
            return self._absent(start.index)
        line += 1
        span = tuple.__new__(Span, (self._file, line, start.column + 1, line, end.column + 1))
        return tuple.__new__(Scalar, (value, span, True, None))

    def _absent(self, index: int) -> Scalar:
        """Return a value that is not there; its place is behind what stands before it, the colon mostly."""
        self._lacks_values = True
        while index and self._text[index - 1] in " \n":
            index -= 1
        return Scalar("", self._span(index, index))

    def _refuse(self, entry: Entry, top: _OpenGroup) -> None:
        key: Node = entry.key
        if not isinstance(key, Scalar):
            self.leave_out(group_as_name(key.span))
        elif not key.value:
            self.leave_out(missing_name(key.span))
        elif key.span.line != key.span.end_line:
            self.leave_out(name_over_lines(key.span))
        elif key.value == "<<":
            self._report(sign_of_yaml("<<", key.span))
        elif top.event.flow_style and is_bare(entry):
            top.items.append(entry)
        else:
            self._give_again(entry, top)

    def _give_again(self, entry: Entry, top: _OpenGroup) -> None:
        """Report a name that stands a second time, and keep the one of the two that has a value.

        Within an entry of a section it is said once: mostly the line of another id is missing. Where its
        first name comes again, and more that were given than new ones, that is sure, and what follows is not
        its own. Elsewhere, of several in a row one line is missing or too many. Behind a name without a value
        they are indented wrongly, which is said of that.
        """
        first = top.names[entry.key.value]
        before = top.items[-1]
        is_in_empty_one = before.key.value != entry.key.value and _is_empty(before.value)
        is_in_entry = len(self._stack) > _SECTION_LEVELS and not top.event.flow_style
        is_told = top.given_again > 0 if is_in_entry else top.given_again == len(top.items)
        if not is_told and not is_in_empty_one:
            more = ", or write the id of another entry above" if is_in_entry else ""
            self._report(given_twice(entry.key, top.items[first].key.span, more))
        top.given_again = len(top.items)
        top.last = entry.value
        top.again += 1
        if is_in_entry and not first and not is_in_empty_one:
            top.own = top.own or len(top.items)
        if _is_empty(top.items[first].value):
            top.items[first] = entry

    def _long(self, event: ScalarEvent, value: str) -> Scalar:
        """Return a text that is quoted or longer than a line; a block text ends with what is seen."""
        first, last = marks(event)
        start, end, style = first.index, last.index, event.style or ""
        end_line, end_column = last.line + 1, last.column + 1
        if style in ("|", ">"):
            visible = self._text[start:end].rstrip()
            end_line = first.line + 1 + visible.count("\n")
            end_column = start + len(visible) - self._text.rfind("\n", 0, start + len(visible))
            head = visible.split("\n", 1)[0]
            self.quoted.append((start + len(head), end))
            if _COMMENT_IN_HEAD.match(head):
                self._give_up(text_behind(style, self._span(start, start + 1)))
        elif style:
            self.quoted.append((start, end))
        span = Span(self._file, first.line + 1, first.column + 1, end_line, end_column)
        places = Places(self._file, self._text, Stretch(start, end), style, value)
        scalar = Scalar(value, span, is_plain=not style, locate=places)
        self._look_at(event, scalar)
        return scalar

    def _look_at(self, event: ScalarEvent, scalar: Scalar) -> None:
        self._look_for_signs(event)
        if len(scalar.value) > MOST_CHARACTERS_IN_A_TEXT:
            self._report(over_a_limit("this text", "20,000 characters", scalar.span))
        elif event.style == '"' and (found := FORBIDDEN.search(scalar.value)):
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
        self._report(sign_of_yaml(found.group(), self._span(start, found.end())))

    def _span(self, start: int, end: int) -> Span:
        return span_of(self._text, self._file, start, end)

    def _open(self, top: _Open) -> None:
        event = top.event
        if event.anchor is not None or event.tag is not None:
            self._look_for_signs(event)
        self._stack.append(top)
        if len(self._stack) > MOST_LEVELS:
            start = marks(event)[0].index
            self._give_up(too_deep(self._span(start, start + 1)))

    def _close(self, event: CollectionEndEvent) -> None:
        top = self._stack.pop()
        if type(top) is not _OpenGroup:
            last = top.items[-1] if top.items else None
            self._add(Sequence(tuple(top.items), self._span_of(top, event, last)))
            return
        if top.own > 1 and top.again > max(1, len(top.items) - top.own):
            del top.items[top.own :]
            self.has_all_ids = False
        entries = tuple(top.items)
        last = entries[-1].value if entries else None
        if last is not None and top.last is not None:
            last = max(last, top.last, key=lambda each: each.span[3:])
        span = self._span_of(top, event, last)
        is_flow = bool(top.event.flow_style)
        if is_flow and self._lacks_values:
            entries, faults = rejoined(entries, self._text)
            for fault in faults:
                self._report(fault)
        self._add(tuple.__new__(Mapping, (entries, span, is_flow)))

    def _span_of(self, top: _Open, event: CollectionEndEvent, last: Node | None) -> Span:
        """Return the place of a group or list. A block ends with its last value."""
        start, end = marks(top.event)[0], marks(event)[1]
        line, column = start.line + 1, start.column + 1
        if top.event.flow_style:
            end_line, end_column = end.line + 1, end.column + 1
        elif last is not None:
            end_line, end_column = last.span[3:]
        else:
            end_line, end_column = line, column
        return tuple.__new__(Span, (self._file, line, column, end_line, end_column))

    def _alias(self, event: AliasEvent) -> None:
        """Leave out what an alias stands for; an anchor already reported speaks for its aliases."""
        start, end = marks(event)
        span = Span(self._file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        if event.anchor not in self._anchors:
            self._report(sign_of_yaml(f"*{event.anchor}", span))
        self.is_complete = False
        self._add(Scalar("", span))

    def _document(self, event: DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            start = marks(event)[0].index
            self._give_up(sign_of_yaml("---", self._span(start, start + 3)))


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.value.strip()


def too_deep(span: Span) -> Diagnostic:
    return Diagnostic(
        TOO_DEEP,
        f"this is nested deeper than {MOST_LEVELS} levels",
        span,
        help="look for a bracket that is never closed, or for lines indented ever further",
    )
