"""The lesson pack: all files of both editions, as HTML and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from game.frozen import NamedTuple
from game.report.lesson_answers import answers
from game.report.lesson_layout import Pack
from game.report.lesson_leaf import Edition, Leaf
from game.report.lesson_markdown import markdown
from game.report.lesson_missing import missing_parts
from game.report.lesson_pupils import pupils_leaves
from game.report.lesson_road import Road
from game.report.lesson_teacher import Printed, guide, standards, tally
from game.report.sheet import sheet
from game.view.lexicon import lexicon
from game.view.words import Words

ALL = "all"
"""The name of the file that holds a whole edition."""


class HandOut(NamedTuple):
    """A file of the pack: its path in the folder, with `/`, and its text."""

    path: str
    text: str


class LessonPack(NamedTuple):
    """The files, and what the authors have not written, each as a phrase."""

    files: tuple[HandOut, ...]
    missing: tuple[str, ...]


def lesson_pack(road: Road, words: Words, language: str) -> LessonPack:
    """Return the pack of a lesson. No file of the pupils' folder says what comes of a choice."""
    pack = Pack(road, lexicon(road.scenario, words))
    missing = missing_parts(pack)
    pupils = tuple(pupils_leaves(pack))
    others = (tally(pack), answers(pack), standards(pack))
    teachers = tuple(each for each in others if each is not None)
    printed = tuple(Printed(_path(each), each) for each in (*pupils, *teachers))
    first = guide(pack, printed, missing)
    files = (*_files(pack, pupils, language), *_files(pack, (first, *teachers), language))
    return LessonPack(files, missing)


def _path(leaf: Leaf) -> str:
    return f"{leaf.edition.value}/{leaf.name}.html"


def _files(pack: Pack, leaves: tuple[Leaf, ...], language: str) -> Iterator[HandOut]:
    """Yield each leaf in both forms, and all of them as one."""
    edition: Edition = leaves[0].edition
    named = [(each.name, (each,)) for each in leaves]
    for name, content in (*named, (ALL, leaves)):
        title = pack.word("all") if name == ALL else "".join(run.words for run in content[0].title)
        values = {
            "heading": f"{title} · {content[0].above}",
            "leaves": content,
            "unknown": pack.word("source.unknown"),
        }
        yield HandOut(f"{edition.value}/{name}.html", sheet("lesson.html", values, language=language))
        yield HandOut(f"{edition.value}/{name}.md", "\n".join(markdown(each) for each in content))
