"""Hand-outs as Markdown: every letter that could be read as markup stands behind a backslash."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import assert_never

from game.report.lesson_leaf import (
    Block,
    Cards,
    Grid,
    Heading,
    Leaf,
    Note,
    Paper,
    Paragraphs,
    Points,
    RoleCard,
    Tickets,
)
from game.report.lesson_print import is_blank
from game.view.line import Line, Run, RunStyle

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_BEGINS = re.compile(r"^(\s*)(\d+(?=[.)])|[-+=](?=\s|$|[-+=]))")
_BLANK = "\\_" * 12
_RULE = "\\_" * 60


def markdown(leaf: Leaf) -> str:
    """Return a leaf as Markdown, ending in a line break."""
    parts = chain.from_iterable(_block(each) for each in leaf.blocks)
    return "\n\n".join((escaped(leaf.above), f"# {_runs(leaf.title)}", *parts)) + "\n"


def escaped(words: str) -> str:
    r"""Return words that Markdown prints as they are.

    >>> print(escaped("*No* <b>|1. [x]"))
    \*No\* \<b\>\|1. \[x\]
    """
    return _MARKS.sub(r"\\\1", " ".join(words.splitlines()))


def _runs(line: Line) -> str:
    return "".join(_run(each) for each in line)


def _run(run: Run) -> str:
    if is_blank(run):
        return _BLANK
    words = escaped(run.words)
    core = words.strip()
    if run.style is RunStyle.ITALIC and core:
        return words.replace(core, f"*{core}*", 1)
    return words


def _line(line: Line) -> str:
    """Return a line that stands at the beginning of a paragraph, where numbers and dashes make lists."""
    return _BEGINS.sub(_kept_from_lists, _runs(line).strip())


def _kept_from_lists(found: re.Match[str]) -> str:
    mark = found[2]
    return f"{found[1]}{mark}\\" if mark.isdigit() else f"{found[1]}\\{mark}"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(words):
            yield f"## {escaped(words)}"
        case Paragraphs(lines):
            yield from (_line(each) for each in lines)
        case Note(line):
            yield f"> {_line(line)}"
        case Points():
            yield from _points(block)
        case Grid():
            yield _grid(block)
        case Paper():
            yield from _paper(block)
        case Cards(cards):
            yield from chain.from_iterable(_card(each) for each in cards)
        case Tickets(title, questions, _):
            yield f"{escaped(title)}: {_RULE}"
            yield from _points(Points(questions, rules=2, is_numbered=True))
        case _:
            assert_never(block)


def _points(block: Points) -> Iterator[str]:
    marks = [f"{n}." if block.is_numbered else "-" for n in range(1, len(block.lines) + 1)]
    lines = [f"{mark} {_line(each)}" for mark, each in zip(marks, block.lines, strict=True)]
    if not block.rules:
        yield "\n".join(lines)
        return
    for each in lines:
        yield each
        yield from (f"   {_RULE}" for _ in range(block.rules))


def _grid(block: Grid) -> str:
    head = [" | ".join(escaped(each) for each in block.columns), " | ".join("---" for _ in block.columns)]
    rows = (" | ".join(_runs(cell).strip() for cell in row) for row in block.rows)
    return "\n".join(f"| {each} |" for each in (*head, *rows))


def _paper(block: Paper) -> Iterator[str]:
    yield f"### {escaped(block.letter)}: {_runs(block.title)}"
    if block.facts:
        yield f"*{escaped(block.facts)}*"
    yield from (f"> {_line(each)}" for each in block.paragraphs)
    if block.points:
        yield "\n".join(f"- {escaped(label)}: {_runs(words)}" for label, words in block.points)
    if block.unknown:
        yield "\n".join(f"- ? {_runs(each)}" for each in block.unknown)
    if block.origin:
        yield f"*{escaped(block.origin)}*"


def _card(card: RoleCard) -> Iterator[str]:
    yield f"### {escaped(card.name)}"
    yield from (_line(each) for each in (card.role, card.about, card.on) if each)
    yield f"**{escaped(card.stance)}**"
    yield f"> {_line(card.says)}"
    if card.for_ or card.against:
        signed = [("\\+", each) for each in card.for_] + [("−", each) for each in card.against]
        yield "\n".join(f"- {sign} {_runs(each)}" for sign, each in signed)
