"""The after-action report as a page: whole, escaped, readable by everyone, and fit to be printed."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from game.analysis.gathering import course
from game.commands.consulting import Consulting
from game.commands.main import main
from game.report.afteraction import Imprint, report_page
from game.report.branchchart import strips
from game.report.collection import collection_page
from game.report.riskchart import risk_chart
from game.report.script import journal_script, script_page, transcript_script
from game.session.runfile import format_run
from game.session.session import Session, after, started
from game.view.afterwards import PARTS, review
from game.view.line import Run
from game.view.review import Review
from game.view.vocabulary import PROGRAM
from tests.engine.test_agreement import ROOT, scenario_in
from tests.report.conftest import Browse, absent

IMPRINT = Imprint("black_saturday", "0.1.0", "5e0c9a41d7b2f386", 7)
HOSTILE = '<script>alert("1")</script>&amp; "\'</svg>'


def played(name: str, seed: int) -> Session:
    scenario = scenario_in(ROOT / "scenarios" / name)
    luck, session = Random(seed), started(scenario, scenario.setup_ids[0], seed)
    while not session.is_over:
        session = after(session, luck.choice(session.legal_commands))
    return session


@pytest.fixture(scope="module")
def session() -> Session:
    return played("black_saturday", 7)


@pytest.fixture(scope="module")
def told(session: Session) -> Review:
    """A report with everything in it."""
    with Consulting() as consulting:
        found = review(session, consulting.reckoning(session), PROGRAM)
    assert found.reckoned is not None
    return found


@pytest.fixture(scope="module")
def long() -> Review:
    """A report of the longest scenario, without odds."""
    return review(played("cuba_1962", 3), None, PROGRAM)


class Outline(HTMLParser):
    """The ids, the inner links and the tags that are left open, of a page."""

    VOID = frozenset({"meta", "br", "line", "circle", "rect", "polyline", "polygon", "path"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: set[str] = set()
        self.fetched: list[str] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids += [given["id"] or ""] if "id" in given else []
        target = given.get("href") or ""
        if target.startswith("#"):
            self.links.add(target[1:])
        elif target or "src" in given:
            self.fetched.append(target or str(given["src"]))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", " ".join(self.words))


def test_every_part_stands_on_the_page_in_its_order(told: Review) -> None:
    page = Outline(report_page(told, IMPRINT, PROGRAM))
    assert [each for each in page.ids if each in PARTS] == list(PARTS)
    assert not page.open
    assert len(page.ids) == len(set(page.ids))


def test_all_links_lead_to_places_of_the_page(told: Review, long: Review) -> None:
    for found in (told, long):
        page = Outline(report_page(found, IMPRINT, PROGRAM))
        assert page.links <= set(page.ids)
        assert page.fetched == []
        assert {f"step-{each.number}" for each in found.branches.steps} <= page.links


def test_the_page_says_what_the_values_say(told: Review) -> None:
    text = Outline(report_page(told, IMPRINT, PROGRAM)).text
    assert told.reckoned is not None
    ledger = told.reckoned.ledger
    for sentence in (*ledger.told, ledger.sum, *ledger.notes, *(each.words for each in told.causes)):
        assert sentence in text
    for step in told.branches.steps:
        assert step.title in text
        assert step.verdict in text
    for source in told.sources:
        assert source.title in text
    assert told.code
    assert told.code in text


def test_without_odds_the_page_says_why(long: Review) -> None:
    page = Outline(report_page(long, IMPRINT, PROGRAM))
    assert page.text.count(long.pending) == 3


def test_hostile_words_are_words(told: Review) -> None:
    step = told.branches.steps[0]
    bad = replace(
        told,
        scenario=HOSTILE,
        ending=(Run(HOSTILE),),
        branches=told.branches._replace(
            steps=(step._replace(title=HOSTILE, options=(step.options[0]._replace(label=HOSTILE),)),)
        ),
    )
    page = report_page(bad, IMPRINT, PROGRAM)
    assert "<script" not in page
    assert Outline(page).text.count(HOSTILE) >= 3


def test_the_page_is_in_the_language_that_it_names(told: Review) -> None:
    assert '<html lang="es">' in report_page(told, IMPRINT, PROGRAM, "es")


def test_numbers_of_steps_do_not_lie_over_each_other(told: Review) -> None:
    assert told.reckoned is not None
    chart = risk_chart(told.reckoned.curve)
    assert [each.number for each in chart.badges] == [each.number for each in told.branches.steps]
    for number, one in enumerate(chart.badges):
        for other in chart.badges[number + 1 :]:
            assert one.lane != other.lane or abs(one.x - other.x) >= 20


def test_the_lines_of_the_risk_lie_in_the_plot(told: Review) -> None:
    assert told.reckoned is not None
    chart = risk_chart(told.reckoned.curve)
    highest = min(each.y for each in chart.levels)
    for x, y in (pair.split(",") for pair in f"{chart.own} {chart.record}".split()):
        assert chart.left <= float(x) <= chart.right
        assert highest <= float(y) <= chart.floor


def test_branches_hold_every_question_and_end_with_the_ending(long: Review) -> None:
    found = strips(long.branches)
    columns = [column for strip in found for column in strip.columns]
    assert [each.number for each in columns] == [*range(1, len(long.branches.steps) + 1), None]
    for column in columns:
        assert sum(box.is_own for box in column.boxes) == 1
        for one, other in pairwise(column.boxes):
            assert one.y + one.height < other.y
    for strip in found:
        assert max(box.y + box.height for each in strip.columns for box in each.boxes) <= strip.height


CHECK = """
<script>
document.documentElement.dataset.ground = "GROUND";
axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}).then(found => {
  const faults = found.violations.map(each =>
    each.id + ": " + each.nodes.map(node => node.target.join(" ")).join(", "));
  document.body.replaceChildren();
  document.title = JSON.stringify({faults, passes: found.passes.length});
}, fault => { document.title = JSON.stringify({faults: [String(fault)], passes: 0}); });
</script>
</body>"""


def pages(told: Review, session: Session) -> dict[str, str]:
    """Return a page of each kind that tells of games."""
    return {
        "report": report_page(told, IMPRINT, PROGRAM),
        "collection": collection_page(session.scenario, [course(session)], ["a.run.yaml"]),
        "transcript": script_page(transcript_script(session, PROGRAM), PROGRAM),
        "journal": script_page(journal_script(session, PROGRAM), PROGRAM),
    }


@pytest.mark.parametrize("ground", ["paper", "night"])
@pytest.mark.parametrize("kind", ["report", "collection", "transcript", "journal"])
def test_an_automatic_checker_finds_nothing_against_wcag(
    told: Review, session: Session, browse: Browse, axe: str, tmp_path: Path, kind: str, ground: str
) -> None:
    page = tmp_path / "report.html"
    text = pages(told, session)[kind]
    page.write_text(
        text.replace("</body>", f"<script>{axe}</script>{CHECK.replace('GROUND', ground)}"), encoding="utf-8"
    )
    dumped = browse(page, "--window-size=1200,900", "--virtual-time-budget=30000", "--dump-dom")
    title = re.search(r"<title>(.*?)</title>", dumped, re.DOTALL)
    assert title is not None
    said = json.loads(title[1].replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&"))
    assert said["faults"] == []
    assert said["passes"] > 10


@pytest.mark.parametrize("paper", ["A4", "letter"])
def test_no_line_is_cut_at_the_edge_of_a_page(
    told: Review, browse: Browse, tmp_path: Path, paper: str
) -> None:
    if shutil.which("pdftotext") is None:
        absent("there is no pdftotext here (poppler-utils), so the printed pages were not read")
    page, printed = tmp_path / "report.html", tmp_path / "report.pdf"
    text = report_page(told, IMPRINT, PROGRAM)
    page.write_text(text.replace("</style>", f"@page {{ size: {paper}; }}\n</style>", 1), encoding="utf-8")
    browse(page, f"--print-to-pdf={printed}")
    boxes = subprocess.run(
        ["pdftotext", "-bbox", str(printed), "-"], capture_output=True, text=True, check=True
    ).stdout
    margin = 40.0
    pages = re.findall(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', boxes, re.DOTALL)
    assert len(pages) > 2
    words: list[str] = []
    for width, height, content in pages:
        for left, top, right, bottom, word in re.findall(
            r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>', content
        ):
            assert float(left) >= margin, word
            assert float(right) <= float(width) - margin, word
            assert float(top) >= margin, word
            assert float(bottom) <= float(height) - margin, word
            words.append(word)
    assert told.reckoned is not None
    assert told.reckoned.ledger.sum.split()[-1] in words


def test_the_command_writes_a_page_of_a_run(
    session: Session, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run, page = tmp_path / "game.run.yaml", tmp_path / "out" / "game.html"
    run.write_text(format_run(session.run), encoding="utf-8")
    assert main(["report", str(run), "-o", str(page), "--no-odds"]) == 0
    assert str(session.ending) in capsys.readouterr().out
    assert set(PARTS) <= set(Outline(page.read_text(encoding="utf-8")).ids)


def test_a_game_that_goes_on_has_no_report(
    session: Session, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run, page = tmp_path / "game.run.yaml", tmp_path / "game.html"
    run.write_text(format_run(session.run._replace(choices=())), encoding="utf-8")
    assert main(["report", str(run), "-o", str(page)]) == 1
    assert "is not over" in capsys.readouterr().err
    assert not page.exists()
