"""A file in the house style: the same tree, its fields in order, its comments where they belong.

Nodes are written anew from the tree; what stands between them, comments and blank lines, is taken from
the text by position. A comment above a field goes with it; one behind a value stays behind it; one
that is indented further than the next field stays at the end of what it stands under.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.frozen import NamedTuple
from game.scenario.records.record import Record
from game.scenario.records.scope import Scope
from game.scenario.tidy.page import Page, indent_of, squeezed
from game.scenario.tidy.scalars import WIDTH, inline, literal, wrapped
from game.source.reader import document
from game.source.tree import Document, Entry, Mapping, Node, Scalar, Sequence

_HEAD = re.compile(r"[|>][-+0-9]*( +#[^\n]*)?")
_STEP = 2


class _Item(NamedTuple):
    """An entry of a group or an item of a list, with the lines before it and the comments after it."""

    before: tuple[str, ...]
    entry: Entry | None
    node: Node
    behind: str
    after: tuple[str, ...]


def styled(content: bytes, file: str, top: Record) -> str | None:
    """Return a file in the house style; None for one that cannot be read, or is empty.

    The values are the same, but for signs under `change:` and for line breaks in texts, which are
    spaces; entries of groups keep their order. Styled text is styled to itself.
    """
    read, _ = document(content, file)
    if read.root is None or not read.is_readable:
        return None
    text = _Writer(read).text(top)
    after, _ = document(text.encode(), file)
    return text if after.root is not None and _is_same(read.root, after.root) else None


def _is_same(left: Node, right: Node) -> bool:
    match left, right:
        case Mapping(), Mapping():
            ours, theirs = ({each.key.value: each.value for each in node.entries} for node in (left, right))
            return ours.keys() == theirs.keys() and all(_is_same(ours[key], theirs[key]) for key in ours)
        case Sequence(), Sequence():
            pairs = zip(left.items, right.items, strict=False)
            return len(left.items) == len(right.items) and all(_is_same(*pair) for pair in pairs)
        case Scalar(), Scalar():
            return _words(left.value) == _words(right.value)
        case _:
            return False


def _words(value: str) -> list[str]:
    return value.removeprefix("+").split()


class _Writer:
    """Writes one file."""

    def __init__(self, read: Document) -> None:
        self._page = Page(read.text.replace("\t", " "))
        self._root = read.root

    def text(self, top: Record) -> str:
        assert self._root is not None
        page = self._page
        head = page.gap(0, page.start(self._root)).lines
        first = page.text.split("\n", 1)[0] if self._root.span.line > 1 else ""
        lines = [first.rstrip(), *head] if self._root.span.line > 1 else []
        scope = Scope(top)
        moves = scope.ordered(self._root.entries)[:1] != self._root.entries[:1]
        kept, lead = (tuple(lines), ()) if moves else _head_and_lead(tuple(lines))
        last = page.gap(page.end(self._root), len(page.text))
        if self._root.is_flow:
            return (
                "\n".join([*kept, *lead, page.source(self._root.span) + last.behind, *last.lines]).rstrip()
                + "\n"
            )
        written = [*kept, *self._mapping(self._root, scope, 0, lead, last.behind)]
        deep = self._beneath(self._root.entries[-1].value, 0) if self._root.entries else 0
        tail = [f"{' ' * (deep if indent_of(line) else 0)}{line.strip()}".rstrip() for line in last.lines]
        return "\n".join(squeezed((*written, *tail))).strip("\n") + "\n"

    def _beneath(self, node: Node, indent: int) -> int:
        """Return the indent of comments at the end of an entry: one beneath a text would be a part of it."""
        return indent if isinstance(node, Scalar) or _is_flow(node, self._page) else indent + _STEP

    # Blocks

    def _mapping(
        self, node: Mapping, scope: Scope, indent: int, lead: tuple[str, ...], behind: str
    ) -> Iterator[str]:
        keys = [each.key for each in node.entries]
        items = self._items(list(node.entries), keys, [each.value for each in node.entries], lead, behind)
        by_key = {item.entry.key.value: item for item in items if item.entry is not None}
        is_airy = not indent and any(item.before[:1] == ("",) for item in items[1:])
        for place, entry in enumerate(scope.ordered(node.entries)):
            item = by_key[entry.key.value]
            before = item.before
            if not place:
                before = _without_first_blank(before)
            elif is_airy and not isinstance(entry.value, Scalar) and not _is_flow(entry.value, self._page):
                before = ("", *_without_first_blank(before))
            yield from _shifted(before, indent)
            yield from self._entry(entry, scope.below(entry.key.value), indent, item.behind)
            yield from _shifted(item.after, self._beneath(item.node, indent))

    def _items(
        self,
        entries: list[Entry] | None,
        starts: list[Scalar] | list[Node],
        nodes: list[Node],
        lead: tuple[str, ...],
        behind: str,
    ) -> list[_Item]:
        """Return entries or items with what stands around them; `behind` is the comment after the last."""
        page, items, before = self._page, [], lead
        for place, node in enumerate(nodes):
            after: tuple[str, ...] = ()
            following: tuple[str, ...] = ()
            own = behind
            if place + 1 < len(nodes):
                at = page.start(starts[place + 1])
                column = starts[place + 1].span.column - 1
                if entries is None:
                    at = page.text.rindex("-", 0, at)
                    column = at - page.text.rfind("\n", 0, at) - 1
                own, lines = page.gap(page.end(node), at)
                inside = next(
                    (n for n, line in enumerate(lines) if line.strip() and indent_of(line) <= column), None
                )
                deep = [n for n, line in enumerate(lines[:inside]) if line.strip()]
                cut = deep[-1] + 1 if deep else 0
                after, following = lines[:cut], lines[cut:]
            items.append(_Item(before, entries[place] if entries is not None else None, node, own, after))
            before = following
        return items

    def _entry(self, entry: Entry, scope: Scope, indent: int, behind: str) -> Iterator[str]:
        """Yield the lines of an entry; `behind` is the comment after its value."""
        page, node = self._page, entry.value
        key = f"{' ' * indent}{self._key(entry.key, in_flow=False)}:"
        colon = page.text.index(":", page.end(entry.key)) + 1
        if isinstance(node, Scalar) and node.is_absent:
            yield f"{key}{behind}"
            return
        gap = page.gap(colon, page.start(node))
        is_block = not isinstance(node, Scalar) and not _is_flow(node, page)
        if is_block:
            yield f"{key}{gap.behind}"
            yield from self._block(node, scope, indent + _STEP, gap.lines, behind)
            return
        yield from _shifted((*((gap.behind.strip(),) if gap.behind else ()), *gap.lines), indent)
        yield from self._value(node, scope, key, indent, behind)

    def _block(
        self, node: Node, scope: Scope, indent: int, lead: tuple[str, ...], behind: str
    ) -> Iterator[str]:
        if isinstance(node, Mapping):
            if node.is_flow:
                yield from self._spread(node, scope, indent, behind)
            else:
                yield from self._mapping(node, scope, indent, lead, behind)
        elif isinstance(node, Sequence):
            flow = _is_flow(node, self._page)
            starts: list[Node] = list(node.items)
            items = (
                [_Item((), None, each, "", ()) for each in node.items]
                if flow
                else self._items(None, starts, list(node.items), lead, behind)
            )
            for place, item in enumerate(items):
                yield from _shifted(item.before if place else _without_first_blank(item.before), indent)
                yield from self._value(item.node, scope, f"{' ' * indent}-", indent, item.behind)
                yield from _shifted(item.after, self._beneath(item.node, indent))

    def _spread(self, node: Mapping, scope: Scope, indent: int, behind: str) -> Iterator[str]:
        """Yield the entries of a group that was written in braces, each on lines of its own."""
        entries = scope.ordered(node.entries)
        for place, entry in enumerate(entries):
            below = scope.below(entry.key.value)
            key = f"{' ' * indent}{self._key(entry.key, in_flow=False)}:"
            last = behind if place + 1 == len(entries) else ""
            if isinstance(entry.value, Scalar) and entry.value.is_absent:
                yield key + last
            else:
                yield from self._value(entry.value, below, key, indent, last)

    # Values behind a name or a dash

    def _value(self, node: Node, scope: Scope, head: str, indent: int, behind: str) -> Iterator[str]:
        if isinstance(node, Scalar):
            yield from self._scalar(node, scope, head, indent, behind)
            return
        if not _is_flow(node, self._page):
            yield from self._verbatim(node, head, indent, behind)
            return
        source = self._page.source(node.span)
        if _has_comment(source):
            yield from self._verbatim(node, head, indent, behind)
            return
        line = f"{head} {self._flow(node, scope)}"
        if len(line) <= WIDTH or not _has_entries(node) or head.endswith("-"):
            yield line + behind
            return
        yield head + behind
        yield from self._block(node, scope, indent + _STEP, (), "")

    def _verbatim(self, node: Node, head: str, indent: int, behind: str) -> Iterator[str]:
        """Yield a node as it was written, its further lines as deep as they have to be."""
        first, *others = self._page.source(node.span).split("\n")
        least = min((indent_of(each) for each in others if each.strip()), default=0)
        inner = [f"{' ' * (indent + _STEP)}{each[least:]}".rstrip() for each in others]
        lines = [f"{head} {first}".rstrip(), *inner]
        lines[-1] += behind
        yield from lines

    def _scalar(self, node: Scalar, scope: Scope, head: str, indent: int, behind: str) -> Iterator[str]:
        source = self._page.source(node.span)
        inner = " " * (indent + _STEP)
        if found := _HEAD.match(source) if not node.is_plain and source[0] in "|>" else None:
            yield from self._text_block(node, source, f"{head} ", found[1] or behind, indent + _STEP)
            return
        if scope.is_text and ("\n" in source or len(head) + 1 + len(source) > WIDTH):
            lines = wrapped(node.value, WIDTH - len(inner))
            if lines is not None:
                yield f"{head} |{behind}"
                yield from (inner + line for line in lines)
                return
        if "\n" in source and node.is_plain:
            yield from self._verbatim_plain(source, head, inner, behind)
            return
        yield f"{head} {inline(node.value, source, in_flow=False, signed=scope.is_change)}{behind}"

    def _verbatim_plain(self, source: str, head: str, inner: str, behind: str) -> Iterator[str]:
        first, *others = (line.strip() for line in source.split("\n"))
        lines = [f"{head} {first}", *((inner + line) if line else "" for line in others)]
        lines[-1] += behind
        yield from lines

    def _text_block(self, node: Scalar, source: str, head: str, comment: str, indent: int) -> Iterator[str]:
        made = literal(node.value) if source[0] == "|" else None
        if made is not None:
            yield f"{head}{made[0]}{comment}"
            yield from (f"{' ' * indent}{line}" if line else "" for line in made[1])
            return
        first, *lines = source.split("\n")
        least = min((indent_of(line) for line in lines if line.strip()), default=0)
        yield f"{head}{first}"
        yield from (f"{' ' * indent}{line[least:]}" if line.strip() else "" for line in lines)

    # On one line

    def _key(self, key: Scalar, *, in_flow: bool) -> str:
        return inline(key.value, self._page.source(key.span), in_flow=in_flow, signed=False)

    def _flow(self, node: Node, scope: Scope) -> str:
        match node:
            case Mapping():
                entries = scope.ordered(node.entries)
                inside = ", ".join(self._flow_entry(each, scope) for each in entries)
                return f"{{ {inside} }}" if inside else "{}"
            case Sequence():
                return f"[{', '.join(self._flow(each, scope) for each in node.items)}]"
            case Scalar():
                source = self._page.source(node.span)
                return inline(node.value, source, in_flow=True, signed=scope.is_change)

    def _flow_entry(self, entry: Entry, scope: Scope) -> str:
        key = self._key(entry.key, in_flow=True)
        if isinstance(entry.value, Scalar) and entry.value.is_absent:
            return f"{key}:"
        return f"{key}: {self._flow(entry.value, scope.below(entry.key.value))}"


def _is_flow(node: Node, page: Page) -> bool:
    if isinstance(node, Sequence):
        return page.text[page.start(node)] == "["
    return isinstance(node, Mapping) and node.is_flow


def _has_comment(source: str) -> bool:
    return "\n" in source and re.search(r"(?:^|\s)#", source) is not None


def _has_entries(node: Node) -> bool:
    return bool(
        node.entries if isinstance(node, Mapping) else node.items if isinstance(node, Sequence) else ()
    )


def _head_and_lead(lines: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the head of a file, which stays on top, and the comments that go with its first field."""
    blank = next((place for place in range(len(lines) - 1, -1, -1) if not lines[place].strip()), -1)
    signs = [place for place, line in enumerate(lines) if line.startswith(("# yaml-language-server", "---"))]
    cut = max([blank, *signs], default=-1) + 1
    return lines[:cut], lines[cut:]


def _without_first_blank(lines: tuple[str, ...]) -> tuple[str, ...]:
    return lines[1:] if lines and not lines[0].strip() else lines


def _shifted(lines: tuple[str, ...], indent: int) -> Iterator[str]:
    yield from (f"{' ' * indent}{line.strip()}" if line.strip() else "" for line in squeezed(lines))
