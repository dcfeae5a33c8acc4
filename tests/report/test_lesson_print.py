"""The lesson pack in a real browser: on A4 and on Letter nothing is cut and no page is wasted."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from game.report.lesson_leaf import Cards, Edition, Leaf, RoleCard
from game.report.lesson_markdown import markdown
from game.view.printing import literal
from tests.report.test_lesson import SHIPPED, pack

FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
)
PAPERS = ("A4", "letter")
WIDTH, HEIGHT = 673, 930
"""Between the margins in pixels of 1/96 inch: of A4, the narrower, and of Letter, the lower."""

DRIVER = """<script>
document.documentElement.style.width = WIDTH + "px";
const width = document.body.getBoundingClientRect().right + 1;
const cut = [...document.querySelectorAll("body *")].filter(each =>
  each.getBoundingClientRect().right > width || each.scrollWidth > each.clientWidth + 1 && each.clientWidth);
const low = [...document.querySelectorAll(".card, .ticket, tr")].filter(each =>
  each.getBoundingClientRect().height > HEIGHT);
document.title = JSON.stringify({cut: cut.map(each => each.outerHTML.slice(0, 200)), low: low.length,
  leaves: document.querySelectorAll(".leaf").length, ground: getComputedStyle(document.body).color,
  loaded: performance.getEntriesByType("resource").length});
</script></body>"""


def browser() -> str:
    found = shutil.which("chromium") or shutil.which("google-chrome")
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium must be there to print the pack")
        pytest.skip("there is no Chromium here, so the pack was not printed")
    return found


def run(words: list[str], folder: Path) -> str:
    started = [browser(), *FLAGS.split(), f"--user-data-dir={folder / 'profile'}", *words]
    return subprocess.run(started, capture_output=True, text=True, timeout=120, check=True).stdout


def page(name: str, path: str, folder: Path, change: tuple[str, str]) -> str:
    text = next(each.text for each in pack(name).files if each.path == path)
    assert change[0] in text
    file = folder / "page.html"
    file.write_text(text.replace(change[0], change[1], 1), encoding="utf-8")
    return file.as_uri()


def pages(name: str, path: str, paper: str, folder: Path) -> int:
    """Return how many pages a file has in print."""
    address = page(name, path, folder, ("</head>", f"<style>@page {{ size: {paper} }}</style></head>"))
    output = folder / "page.pdf"
    run(["--no-pdf-header-footer", f"--print-to-pdf={output}", address], folder)
    return len(re.findall(rb"/Type\s*/Page\b", output.read_bytes()))


@pytest.mark.parametrize("edition", ["pupils", "teacher"])
@pytest.mark.parametrize("name", SHIPPED)
def test_nothing_is_wider_than_the_paper_or_taller_than_a_page(
    name: str, edition: str, tmp_path: Path
) -> None:
    driver = DRIVER.replace("WIDTH", str(WIDTH)).replace("HEIGHT", str(HEIGHT))
    address = page(name, f"{edition}/all.html", tmp_path, ("</body>", driver))
    words = [f"--window-size={WIDTH},1000", "--virtual-time-budget=2000", "--dump-dom", address]
    dumped = run(words, tmp_path)
    title = re.search(r"<title>(.*?)</title>", dumped, re.DOTALL)
    assert title is not None
    said = json.loads(title[1].replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">"))
    assert said["cut"] == []
    assert said["low"] == 0
    assert said["leaves"] > 1
    assert said["ground"] == "rgb(0, 0, 0)"
    assert said["loaded"] == 0


@pytest.mark.parametrize("paper", PAPERS)
def test_each_hand_out_has_as_many_pages_as_it_has_ideas(paper: str, tmp_path: Path) -> None:
    for path, most in (
        ("pupils/briefing.html", 1),
        ("pupils/rubric.html", 1),
        ("pupils/exam.html", 1),
        ("pupils/exit_ticket.html", 2),
        ("teacher/guide.html", 3),
    ):
        assert 1 <= pages("cuba_1962", path, paper, tmp_path) <= most, path


@pytest.mark.parametrize("name", SHIPPED)
def test_a_whole_edition_begins_each_hand_out_on_a_page_of_its_own(name: str, tmp_path: Path) -> None:
    text = next(each.text for each in pack(name).files if each.path == "pupils/all.html")
    begun = text.count('<section class="leaf">') + text.count('class="new-page"')
    assert begun <= pages(name, "pupils/all.html", "letter", tmp_path) <= 2 * begun


def test_a_reason_in_favour_keeps_its_sign_in_markdown() -> None:
    reasons = (literal("The ships stop"),)
    card = RoleCard("Ann", (), (), (), "for it", literal("Do it."), reasons, reasons)
    text = markdown(Leaf(Edition.PUPILS, "roles", literal("Roles"), "", (Cards((card,)),)))
    assert "\n- \\+ The ships stop\n- − The ships stop\n" in text
