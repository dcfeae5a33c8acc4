"""Breaking styled text into lines, by a measure that is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from game.frozen import NamedTuple
from game.view.line import Run, RunStyle

Text = tuple[Run, ...]


def sentence(words: str) -> str:
    """Return words with a capital at their beginning, for where they stand alone.

    >>> sentence("an end to the quarantine")
    'An end to the quarantine'
    """
    return f"{words[:1].upper()}{words[1:]}"


class Placed(NamedTuple):
    """A piece of a line that is drawn in one go, at its distance from the line's start."""

    x: float
    run: Run
    width: float


class Line(NamedTuple):
    pieces: tuple[Placed, ...]
    width: float


class Measure(NamedTuple):
    """Widths of words of a style, and of the space between two words."""

    width: Callable[[str, RunStyle], float]
    space: float


class Word(NamedTuple):
    """What is broken only if it is wider than a line; a tight one follows the word before without a space."""

    runs: tuple[Run, ...]
    is_tight: bool = False


class Block(NamedTuple):
    """A word, or as much of it as a line can hold, with its width."""

    runs: tuple[Run, ...]
    is_tight: bool
    width: float


LEAST_LAST = 0.3  # of the width that the last line should fill
SETTLED = 3  # so many lines at the end give words to the last one
NARROWED = tuple(1 - step / 50 for step in range(18))  # of the width, the first that helps
PUNCTUATION = frozenset(".,;:!?…)]}»”’–—-%&/")
HYPHENS = frozenset("-–/")


def plain(words: str) -> Text:
    return (Run(words),)


def wrapped(text: Text, width: float, measure: Measure) -> tuple[Line, ...]:
    """Return the lines of a paragraph, none wider than the width.

    A word that is wider than a line is broken where it must be. The last line
    holds more than a lone short word if words of the line above can join it.
    """
    blocks = [part for word in _words(text) for part in _fitting(word, width, measure)]
    lines = _filled(blocks, width, measure.space)
    return tuple(_placed(line, measure) for line in _settled(lines, width, measure.space))


def evened(text: Text, width: float, measure: Measure) -> tuple[Line, ...]:
    """Return the lines of a heading: as few as it needs, and of lengths as equal as can be."""
    blocks = [part for word in _words(text) for part in _fitting(word, width, measure)]
    lines = _filled(blocks, width, measure.space)
    low, high = max((block.width for block in blocks), default=0.0), width
    for _ in range(12 if len(lines) > 1 else 0):
        middle = (low + high) / 2
        trial = _filled(blocks, middle, measure.space)
        if len(trial) > len(lines):
            low = middle
        else:
            high, lines = middle, trial
    return tuple(_placed(line, measure) for line in lines)


def _words(text: Text) -> list[Word]:
    words: list[Word] = []
    is_open = False  # whether the next run continues the last word
    for run in text:
        if run.style is RunStyle.CITE:
            _join(words, run._replace(words=run.words.strip()))
            is_open = True
            continue
        parts = run.words.replace("\n", " ").split(" ")
        for i, part in enumerate(parts):
            if i > 0:
                is_open = False
            if not part:
                continue
            piece = run._replace(words=part)
            if is_open:
                _join(words, piece)
            elif words and all(sign in PUNCTUATION for sign in part):
                _join(words, run._replace(words="\u00a0" + part))
            else:
                words.append(Word((piece,)))
            is_open = True
    return [part for word in words for part in _hyphenated(word)]


def _join(words: list[Word], piece: Run) -> None:
    if words:
        words[-1] = Word((*words[-1].runs, piece))
    else:
        words.append(Word((piece,)))


def _hyphenated(word: Word) -> Iterator[Word]:
    """The word cut after hyphens that stand between three letters on either side."""
    run = word.runs[0]
    if len(word.runs) != 1 or HYPHENS.isdisjoint(run.words):
        yield word
        return
    start = 0
    for i, sign in enumerate(run.words):
        before, after = run.words[start:i][-3:], run.words[i + 1 : i + 4]
        if sign in HYPHENS and len(before) == len(after) == 3 and before.isalpha() and after.isalpha():
            yield Word((run._replace(words=run.words[start : i + 1]),), is_tight=start > 0)
            start = i + 1
    yield Word((run._replace(words=run.words[start:]),), is_tight=start > 0)


def _fitting(word: Word, width: float, measure: Measure) -> Iterator[Block]:
    """The word, or its letters in as many pieces as a width needs that is too small for it."""
    own = sum(measure.width(run.words, run.style) for run in word.runs)
    if own <= width:
        yield Block(word.runs, word.is_tight, own)
        return
    is_tight = word.is_tight
    for run in word.runs:
        piece = ""
        for sign in run.words:
            if piece and measure.width(piece + sign, run.style) > width:
                yield Block((run._replace(words=piece),), is_tight, measure.width(piece, run.style))
                piece, is_tight = "", True
            piece += sign
        yield Block((run._replace(words=piece),), is_tight, measure.width(piece, run.style))
        is_tight = True


def _line_width(blocks: Sequence[Block], space: float) -> float:
    spaces = sum(not block.is_tight for block in blocks[1:])
    return sum(block.width for block in blocks) + spaces * space


def _filled(blocks: list[Block], width: float, space: float) -> list[list[Block]]:
    lines: list[list[Block]] = []
    reach, most = 0.0, width + 1e-6
    for block in blocks:
        further = reach + block.width + (0.0 if block.is_tight else space)
        if lines and further <= most:
            lines[-1].append(block)
            reach = further
        else:
            lines.append([block])
            reach = block.width
    return lines


def _settled(lines: list[list[Block]], width: float, space: float) -> list[list[Block]]:
    """The lines with the last ones narrowed, all alike, until the very last does not look lost."""
    if len(lines) < 2:
        return lines
    kept, tail = lines[:-SETTLED], lines[-SETTLED:]
    blocks = [block for line in tail for block in line]
    trials = (_filled(blocks, width * share, space) for share in NARROWED)
    settled = (each for each in trials if len(each) == len(tail) and _is_last_full(each[-1], width, space))
    return [*kept, *next(settled, tail)]


def _is_last_full(blocks: Sequence[Block], width: float, space: float) -> bool:
    return len(blocks) > 1 and _line_width(blocks, space) >= LEAST_LAST * width


def _placed(blocks: list[Block], measure: Measure) -> Line:
    pieces: list[Placed] = []
    x = 0.0
    for i, block in enumerate(blocks):
        if i and not block.is_tight:
            x += measure.space
        for run in block.runs:
            width = measure.width(run.words, run.style)
            pieces.append(Placed(x, run, width))
            x += width
    return Line(tuple(pieces), x)


def underlined(line: Line) -> Iterator[tuple[float, float, str | None]]:
    """The stretches of a line that belong to one link: from, to, target."""
    links = [piece for piece in line.pieces if piece.run.style is RunStyle.LINK]
    start = links[0].x if links else 0.0
    for piece, after in pairwise((*links, None)):
        assert piece is not None
        end = piece.x + piece.width
        is_last = after is None or after.run.target != piece.run.target
        if is_last:
            yield start, end, piece.run.target
            start = after.x if after is not None else 0.0
