"""MODDING.md taken apart: its sections, and in them the files to be written and the commands to be run.

A block whose fence says `yaml` and a path is a file. One that says `console` holds commands, each after
a dollar sign, and under each what it prints: a line of three dots stands for any lines, three dots
within a line for anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MANUAL = Path(__file__).parents[2] / "scenarios" / "MODDING.md"
_FENCE = re.compile(r"^(`{3,})(\w*)[ ]?(\S*)\n(.*?)^\1\n", re.MULTILINE | re.DOTALL)
_PROMPT = "$ "
_ANY = "..."


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, the file that it is, its text, and where the text begins and ends."""

    language: str
    file: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Command:
    """A command, and what it prints by the manual."""

    words: str
    printed: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it up to the next of its depth or above."""

    title: str
    blocks: tuple[Block, ...]


def blocks(text: str) -> tuple[Block, ...]:
    """Return all fenced blocks, in order."""
    return tuple(
        Block(found[2], found[3], found[4], found.start(4), found.end(4)) for found in _FENCE.finditer(text)
    )


def sections(text: str, depth: int) -> tuple[Section, ...]:
    """Return the sections of a depth; `#` in fenced blocks are no headings."""
    fenced = [(each.start, each.end) for each in blocks(text)]
    heads = [
        each
        for each in re.finditer(r"^(#+) (.+)$", text, re.MULTILINE)
        if not any(start <= each.start() < end for start, end in fenced)
    ]
    found = []
    for number, head in enumerate(heads):
        if len(head[1]) != depth:
            continue
        after = (each.start() for each in heads[number + 1 :] if len(each[1]) <= depth)
        end = next(after, len(text))
        inside = tuple(each for each in blocks(text) if head.start() < each.start < end)
        found.append(Section(head[2], inside))
    return tuple(found)


def commands(block: Block) -> Iterator[Command]:
    """Yield the commands of a console block."""
    starts = [each.start() for each in re.finditer(r"^\$ ", block.text, re.MULTILINE)]
    for start, end in zip(starts, [*starts[1:], len(block.text)], strict=True):
        line_end = block.text.index("\n", start) + 1
        yield Command(block.text[start + len(_PROMPT) : line_end].strip(), block.text[line_end:end])


def is_as_told(told: str, printed: str) -> bool:
    r"""Return whether a command printed what the manual says that it prints.

    >>> is_as_told("a\n...\nz ... z\n", "a\nb\nc\nz 1 z\n"), is_as_told("a\n", "b\n")
    (True, False)
    """
    pattern = ""
    for line in told.splitlines(keepends=True):
        parts = line.split(_ANY)
        is_gap = line.strip() == _ANY
        pattern += r"(?:.*\n)*?" if is_gap else ".*".join(re.escape(each) for each in parts)
    return re.fullmatch(pattern, printed) is not None
