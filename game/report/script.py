"""A game written down: its transcript or its journal as blocks, in Markdown and as a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from game.frozen import NamedTuple
from game.report.lesson_markdown import escaped
from game.report.sheet import sheet
from game.session.session import Session, as_it_stood
from game.view.composition import page as page_of
from game.view.debrief import EndingCard
from game.view.line import Line, Run, RunStyle
from game.view.page import Choice, Page, Question, Told
from game.view.printing import literal
from game.view.sheet import Cue, Sheet
from game.view.words import Words

BlockKind = Literal["moment", "heading", "answer", "text", "note", "option"]


class Block(NamedTuple):
    """A moment with its status, a heading, the player's answer, a paragraph, a remark, or an option."""

    kind: BlockKind
    line: Line


class Script(NamedTuple):
    """What is written down, under a title; `about` has the setup and the seed, `sources` are by number."""

    title: str
    about: str
    blocks: tuple[Block, ...]
    sources: tuple[tuple[int, str], ...]


def transcript_script(session: Session, words: Words) -> Script:
    """Return all that was told, asked and answered."""
    pages = [page_of(as_it_stood(session, halt), words=words) for halt in range(session.position + 1)]
    return _script(
        pages[-1], words, "print.transcript", (each for page in pages for each in _page(page, words))
    )


def journal_script(session: Session, words: Words) -> Script:
    """Return a line for each thing that was told, the player's answers among them."""
    page = page_of(session, words=words)
    return _script(page, words, "print.journal", _journal(page, words))


def _script(page: Page, words: Words, kind: str, blocks: Iterable[Block]) -> Script:
    seed = words["line.seed"].format(seed=page.seed)
    numbers = {each.number: each.title for each in page.cards}
    written = tuple(blocks)
    cited = {run.target.partition(" ")[0] for block in written for run in block.line if run.target}
    known = {each.number: each.id.partition(" ")[0] for each in page.cards}
    sources = tuple((number, numbers[number]) for number in sorted(numbers) if known[number] in cited)
    about = f"{page.setup_label}. {seed}. {page.way_back.reason}".rstrip()
    return Script(f"{page.title}: {words[kind]}", about, written, sources)


def _journal(page: Page, words: Words) -> Iterator[Block]:
    moment = ""
    for entry in page.journal:
        if entry.moment != moment:
            moment = entry.moment
            yield Block("moment", literal(moment))
        kind: BlockKind = "answer" if entry.told.kind in ("choice", "late") else "text"
        yield Block(kind, literal(entry.words))
    if page.ending is not None:
        title = words["reading"].format(label=words["heading.ending"], value="")
        yield Block("text", (Run(title), *page.ending.sheet.title))


def _page(page: Page, words: Words) -> Iterator[Block]:
    for thing in page.told:
        yield from _told(thing, words)
    if page.ending is not None:
        yield from _ending(page.ending, words)
        return
    for question in page.questions:
        if question.is_new:
            yield from _question(question, words)


def _told(thing: Told, words: Words) -> Iterator[Block]:
    heading = thing.heading or ()
    match thing.kind:
        case "moment":
            status = (Run(" "), *heading) if heading else ()
            yield Block("moment", (Run(thing.moment), *status))
        case "choice":
            yield Block("answer", heading)
        case "late":
            yield Block("answer", literal(words["line.late"].format(label="")) + heading)
        case "change":
            yield Block("note", heading)
        case "sound" | "picture":
            yield from _cue(thing.cue, words)
        case "text":
            yield from (Block("text", each) for each in thing.paragraphs if each)
        case "question":
            pass  # it stands with its options at the end of the turn
        case "event" | "phase" | "report" | "letter":
            yield Block("heading", (Run(f"{words[f'heading.{thing.kind}']}: "), *heading))
            if thing.sheet is not None:
                yield from _sheet(thing.sheet, thing.paragraphs, words)


def _sheet(paper: Sheet, paragraphs: Iterable[Line], words: Words) -> Iterator[Block]:
    if paper.from_:
        yield Block("note", literal(words["line.from"].format(from_=paper.from_)))
    yield from (Block("text", each) for each in paragraphs if each)
    yield from (Block("text", (Run(f"{label}: "), *text)) for label, text in paper.points)
    if paper.confidence:
        yield Block("note", literal(words["line.confidence"].format(confidence=paper.confidence)))
    for each in paper.unknown:
        yield Block("note", (*literal(words["line.unknown"].format(what="")), *each))


def _question(question: Question, words: Words) -> Iterator[Block]:
    until = "" if question.deadline is None else words["heading.until"].format(moment=question.deadline)
    title = (Run(f"{words['heading.decision']}: "), *question.sheet.title)
    yield Block("heading", (*title, Run(f" {until}")) if until else title)
    yield from (Block("text", each) for each in question.sheet.paragraphs if each)
    yield from (_option(each) for each in question.choices if each.command is not None)


def _option(choice: Choice) -> Block:
    about = (Run(": "), *choice.about) if choice.about else ()
    return Block("option", (*choice.label, *about))


def _cue(cue: Cue | None, words: Words) -> Iterator[Block]:
    if cue is not None:
        kind = words[f"cue.{cue.kind}"]
        yield Block("note", literal(words["line.cue"].format(kind=kind, caption=cue.caption)))


def _ending(ending: EndingCard, words: Words) -> Iterator[Block]:
    yield Block("moment", literal(ending.sheet.moment))
    yield Block("heading", (Run(f"{words['heading.ending']}: "), *ending.sheet.title))
    yield from (Block("text", each) for each in ending.sheet.paragraphs if each)
    for label, value, history in ending.facts:
        then = (
            (Run(" ("), Run(words["ending.history"].format(history="")), *history, Run(")"))
            if history
            else ()
        )
        yield Block("option", (Run(f"{label}: "), *value, *then))


def script_page(script: Script, words: Words, language: str = "en") -> str:
    """Return the script as one page of HTML."""
    return sheet("script.html", {"script": script, "words": words}, language=language)


_MARKDOWN = {
    "moment": "## {}",
    "heading": "### {}",
    "answer": "> **{}**",
    "text": "{}",
    "note": "*{}*",
    "option": "- {}",
}


def script_markdown(script: Script, words: Words) -> str:
    """Return the script as Markdown, ending in a line break; what could be read as markup is escaped."""
    parts = [f"# {escaped(script.title)}", escaped(script.about)]
    for block in script.blocks:
        written = _MARKDOWN[block.kind].format("".join(_run(each, block.kind) for each in block.line).strip())
        if block.kind == "option" and parts[-1].startswith("- "):
            parts[-1] = f"{parts[-1]}\n{written}"
        else:
            parts.append(written)
    if script.sources:
        parts.append(f"## {words['review.sources']}")
        parts.append("\n".join(f"- \\[{number}\\] {escaped(title)}" for number, title in script.sources))
    return "\n\n".join(parts) + "\n"


def _run(run: Run, kind: BlockKind) -> str:
    words = escaped(run.words)
    core = words.strip()
    if run.style is RunStyle.ITALIC and core and kind != "note":
        return words.replace(core, f"*{core}*", 1)
    return _guarded(words)


def _guarded(words: str) -> str:
    r"""Return words whose first sign begins no list.

    >>> print(_guarded("1. No"), _guarded("- no"), _guarded("1962"))
    1\. No \- no 1962
    """
    first, dot, rest = words.partition(".")
    if dot and first.isdigit() and rest[:1] in ("", " "):
        return f"{first}\\.{rest}"
    return f"\\{words}" if words[:1] in ("-", "+", "=") else words
