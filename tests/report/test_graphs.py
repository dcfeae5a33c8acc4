"""The story graph: its shares, its layout, its four forms, and the page in a real browser."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from collections import Counter
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from game.analysis.figures import Policy
from game.analysis.odds import solution
from game.analysis.playable import CompiledGame
from game.analysis.storygraph import Layer, StoryGraph, story_graph
from game.analysis.storyline import storylines
from game.commands.language import words_in
from game.commands.main import main
from game.engine.compilation.program import compiled
from game.report.columns import Box, Tie, placed
from game.report.graphs import Above, graph_page, graph_picture, worded
from game.report.notations import graph_dot, graph_mermaid
from game.report.stacks import stacked
from game.report.storypage import THRESHOLDS, drawn, first_view, scene
from game.scenario.model import Scenario
from game.view.graph_words import GRAPH
from game.view.vocabulary import PROGRAM
from tests.engine.test_agreement import ROOT, scenario_in, scenario_of
from tests.samples.night import NIGHT
from tests.samples.shelf import NIGHT_PATROL

FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync --window-size=1600,1000 --virtual-time-budget=4000 --dump-dom"
)
ABOVE = Above("The river <b>", "400 plays.")


def graph_of(
    name: str, setup: str, policy: Policy = Policy.UNDECIDED, plays: int = 400
) -> tuple[Scenario, StoryGraph]:
    scenario = scenario_in(ROOT / "scenarios" / name)
    return scenario, story_graph(scenario, storylines(compiled(scenario, setup), policy, plays, 1))


@pytest.fixture(scope="module")
def flagship() -> tuple[Scenario, StoryGraph]:
    return graph_of("cuba_1962", "strict_1962", plays=120)


def test_shares_are_near_the_exact_odds() -> None:
    scenario, graph = graph_of("river_incident", "standard", plays=4000)
    odds = solution(scenario, CompiledGame(compiled(scenario, "standard"))).odds
    for node in graph.nodes:
        if node.kind == "ending":
            exact = odds.policies[Policy.UNDECIDED][node.id].value
            assert node.seen == pytest.approx(exact, abs=0.03)


def test_titles_and_labels_stand_in_plain_words_in_every_form() -> None:
    text = (
        NIGHT.replace("The boat is still out there.", "The <boat_term|boat> is *still* out there.")
        .replace("label: Telephone", "label: Call the <boat_term>")
        .replace("A Quiet Morning", "A Quiet <boat_term|Morning>")
    )
    scenario = scenario_of(
        f"{text}codex: {{ boat_term: {{ kind: ship, title: Patrol boat, text: Small. }} }}\n"
    )
    played = story_graph(scenario, storylines(compiled(scenario, "standard"), Policy.UNDECIDED, 20, 1))
    graph = worded(played, scenario, PROGRAM)
    first = (Layer.DECISIONS, 0.0)
    forms = (
        graph_mermaid(graph, "night", *first),
        graph_dot(graph, "night", *first),
        graph_page(scenario, graph, ABOVE, (Layer.DECISIONS, THRESHOLDS[0]), PROGRAM),
        graph_picture(scenario, graph, ABOVE, (Layer.DECISIONS, THRESHOLDS[0]), PROGRAM),
    )
    for form in forms:
        assert "boat_term" not in form
        assert "Call the Patrol boat" in form
        assert "A Quiet Morning" in form


def test_the_same_seed_plays_the_same_games() -> None:
    assert graph_of("bay_of_pigs_1961", "strict_1961")[1] == graph_of("bay_of_pigs_1961", "strict_1961")[1]


def test_the_record_of_a_historical_setup_is_one_road() -> None:
    _, graph = graph_of("bay_of_pigs_1961", "strict_1961", Policy.HISTORICAL, 50)
    assert {node.seen for node in graph.nodes} == {0.0, 1.0}
    assert set(Counter(link.source for link in graph.links if link.layer is Layer.DECISIONS).values()) == {1}


def test_a_game_that_no_ending_holds_for_has_a_node() -> None:
    scenario = scenario_in(ROOT / "tests" / "cases" / "odds" / "dead_end")
    setup = scenario.setup_ids[0]
    graph = story_graph(scenario, storylines(compiled(scenario, setup), Policy.UNDECIDED, 60, 1))
    [node] = [node for node in graph.nodes if node.key == "ending:unfinished"]
    odds = solution(scenario, CompiledGame(compiled(scenario, setup))).odds
    assert node.seen == pytest.approx(odds.policies[Policy.UNDECIDED]["unfinished"].value, abs=0.2)
    graph = worded(graph, scenario, PROGRAM)
    assert PROGRAM["unfinished.title"] in graph_page(scenario, graph, ABOVE, first_view(graph), PROGRAM)


def test_links_into_an_ending_add_up_to_its_share(flagship: tuple[Scenario, StoryGraph]) -> None:
    _, graph = flagship
    ends = {node.key: node.seen for node in graph.nodes if node.kind == "ending"}
    for layer in Layer:
        into: Counter[str] = Counter()
        for link in graph.links:
            if link.layer is layer:
                into[link.target] += round(link.seen * graph.plays)
        assert {key: into[key] for key in ends} == {
            key: round(seen * graph.plays) for key, seen in ends.items()
        }


def test_boxes_of_a_column_do_not_overlap(flagship: tuple[Scenario, StoryGraph]) -> None:
    scenario, graph = flagship
    boxes = {node.key: drawn(scenario, node) for node in graph.nodes}
    for layer in Layer:
        for least in THRESHOLDS:
            columns: dict[float, list[tuple[float, float]]] = {}
            for key, spot in scene(scenario, graph, boxes, layer, least).spots.items():
                columns.setdefault(spot.x, []).append((spot.y, spot.y + boxes[key].height))
            for column in columns.values():
                column.sort()
                assert all(low < top for (_, low), (top, _) in pairwise(column))


def test_columns_follow_the_story_and_days_lie_apart() -> None:
    boxes = [Box("a", 1, 0.0, 40), Box("b", 1, 1.0, 40), Box("c", 1, 2.0, 40), Box("d", 2, 3.0, 40)]
    ties = [Tie(pair[0], pair[1], 1.0, 20, 20) for pair in ("ab", "bc", "ca", "ad")]
    found = placed(boxes, ties, 10)
    assert {key: column for key, (column, _) in found.tops.items()} == {"a": 0, "b": 1, "c": 2, "d": 3}
    assert [len(each) for each in found.passes] == [0, 0, 0, 2]


def test_what_follows_one_thing_alone_lies_below_it() -> None:
    boxes = [Box(key, 1, place, 40) for place, key in enumerate("abcdef")]
    ties = [Tie(pair[0], pair[1], 1.0, 20, 20) for pair in ("ab", "bc", "cd", "ce", "ef")]
    found = stacked(boxes, ties, set("abce"), 10, 100)
    assert found.where == {
        "a": ("a", 0),
        "b": ("a", 50),
        "c": ("c", 0),
        "d": ("d", 0),
        "e": ("e", 0),
        "f": ("e", 50),
    }
    assert [ties[number][:2] for number in found.outer] == [("b", "c"), ("c", "d"), ("c", "e")]
    assert [(box.key, box.height) for box in found.boxes] == [("a", 90), ("c", 40), ("d", 40), ("e", 90)]


def test_what_is_never_seen_is_grey_and_endings_are_never_folded(
    flagship: tuple[Scenario, StoryGraph],
) -> None:
    scenario, graph = flagship
    picture = graph_picture(scenario, graph, ABOVE, (Layer.DECISIONS, 0.2), PROGRAM)
    root = ET.fromstring(picture)
    shapes = [each for each in root.iter() if "node" in each.get("class", "").split()]
    titles = Counter(shape.get("class", "").split()[1] for shape in shapes)
    assert titles["ending"] == len(scenario.endings)
    never = sum(not node.seen for node in graph.nodes if node.layer is Layer.DECISIONS)
    assert sum("never" in shape.get("class", "").split() for shape in shapes) == never > 0


@pytest.mark.parametrize(("policy", "war"), [("careful", 0.0), ("reckless", 0.4), ("reckless:quiet", 0.0)])
def test_a_player_who_goes_by_the_odds_takes_the_best_way(policy: str, war: float, tmp_path: Path) -> None:
    output = tmp_path / "story.dot"
    assert main(["graph", str(NIGHT_PATROL), "--policy", policy, "-n", "2000", "-o", str(output)]) == 0
    shares = re.findall(
        r'"ending:war" \[label="Shots at Dawn(?: \((\d+)\))?"', output.read_text(encoding="utf-8")
    )
    assert len(shares) == 1
    assert float(shares[0] or 0) / 100 == pytest.approx(war, abs=0.04)


def test_the_first_view_can_be_followed(flagship: tuple[Scenario, StoryGraph]) -> None:
    _, graph = flagship
    layer, least = first_view(graph)
    assert sum(link.layer is layer and link.seen >= least for link in graph.links) <= 130
    _, small = graph_of("river_incident", "standard")
    assert first_view(small) == (Layer.EVENTS, 0.0)


def test_texts_cannot_break_out_of_a_form() -> None:
    scenario, graph = graph_of("river_incident", "standard", plays=20)
    bad = '</script><script>alert(1)</script>"\\'
    nodes = tuple(node._replace(title=bad) for node in graph.nodes)
    graph = graph._replace(nodes=nodes)
    page = graph_page(scenario, graph, ABOVE, first_view(graph), PROGRAM)
    assert "alert(1)</script>" not in page
    assert "The river &lt;b&gt;" in page
    ET.fromstring(graph_picture(scenario, graph, ABOVE, (Layer.EVENTS, 0.0), PROGRAM))
    assert '\\"\\\\ (100)"' in graph_dot(graph, bad, Layer.EVENTS, 0.0)
    assert "#lt;/script#gt;" in graph_mermaid(graph, "x", Layer.EVENTS, 0.0)


@pytest.mark.parametrize("suffix", ["html", "svg", "mmd", "dot"])
def test_a_graph_is_one_file(suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / f"story.{suffix}"
    assert main(["graph", str(NIGHT_PATROL), "-n", "50", "-o", str(output)]) == 0
    assert capsys.readouterr().out == f"{output}: 3 of 3 seen in 50 plays\n"
    assert [each.name for each in tmp_path.iterdir()] == [output.name]
    text = output.read_text(encoding="utf-8")
    assert "The boat is still out there." in text
    assert not re.search(r"(?:src|href)=[\"']", text)


def test_another_kind_of_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["graph", str(NIGHT_PATROL), "-o", str(tmp_path / "story.png")]) == 2
    assert "not story.png." in capsys.readouterr().err


DRIVER = """
<script>
const said = {};
const visible = () => nodes.filter(node => !node.shape.classList.contains("gone"));
said.first = visible().length;
said.links = links.filter(shown).length;
said.drawn = links.filter(shown).every(link => link.shape.getAttribute("d").startsWith("M"));
const box = visible()[0].shape.getBoundingClientRect();
said.onScreen = box.width > 50 && box.left >= 0 && box.right <= innerWidth && box.top >= 0;
visible()[0].shape.dispatchEvent(new MouseEvent("click", {bubbles: true}));
said.place = document.getElementById("place").textContent;
const press = (key, at = document.activeElement) =>
  at.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}));
press("Escape");
said.closed = details.hidden;
const before = document.activeElement.id;
press("ArrowRight");
said.moved = document.activeElement.id != before && document.activeElement.classList.contains("node");
press("Enter");
said.opened = !details.hidden && details.querySelector("h2").textContent;
press("Escape");
press("/");
said.searching = document.activeElement.id;
search.value = "SUBMARINE";
search.dispatchEvent(new Event("input"));
said.found = document.querySelectorAll(".node.found").length;
const scale = view.k;
search.blur();
press("+", document.body);
said.zoomed = view.k > scale;
const left = view.x;
picture.dispatchEvent(new PointerEvent("pointerdown", {clientX: 300, clientY: 300, bubbles: true}));
dispatchEvent(new PointerEvent("pointermove", {clientX: 200, clientY: 300}));
dispatchEvent(new PointerEvent("pointerup", {clientX: 200, clientY: 300}));
said.panned = Math.round(left - view.x);
at("layer").value = 2; at("least").value = 0;
at("layer").dispatchEvent(new Event("change"));
said.all = visible().length;
said.never = document.querySelectorAll(".node.never:not(.gone)").length;
const ground = getComputedStyle(document.body).getPropertyValue("--ground");
at("ground").click();
said.grounds = ground != getComputedStyle(document.body).getPropertyValue("--ground");
document.title = JSON.stringify(said);
</script>
</body>"""


def test_the_page_works_in_a_browser_by_keyboard_and_mouse(
    flagship: tuple[Scenario, StoryGraph], tmp_path: Path
) -> None:
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium must be there to look at the pages")
        pytest.skip("there is no Chromium here, so the page was not looked at")
    scenario, graph = flagship
    page = tmp_path / "story.html"
    text = graph_page(scenario, graph, ABOVE, first_view(graph), PROGRAM)
    page.write_text(text.replace("</body>", DRIVER), encoding="utf-8")
    words = [browser, *FLAGS.split(), f"--user-data-dir={tmp_path / 'profile'}", page.as_uri()]
    done = subprocess.run(words, capture_output=True, text=True, timeout=120, check=True)
    title = re.search(r"<title>(.*?)</title>", done.stdout, re.DOTALL)
    assert title is not None
    said = json.loads(title[1].replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">"))
    assert 20 < said["first"] <= said["all"] == len(graph.nodes)
    assert 20 < said["links"] <= 150
    assert said["drawn"], "every link that is shown has its way"
    assert said["onScreen"], "the story begins in view"
    assert re.fullmatch(r"cuba_1962/\w+\.yaml:\d+", said["place"])
    assert said["closed"], "Escape closes the details"
    assert said["moved"], "the right arrow goes to what comes next"
    assert said["opened"], "Enter opens the details"
    assert said["searching"] == "search"
    assert said["found"] > 0
    assert said["zoomed"], "plus comes closer"
    assert said["panned"] == 100
    assert said["never"] == sum(not node.seen for node in graph.nodes) > 0
    assert said["grounds"], "night and paper can be exchanged"


def test_a_page_speaks_its_language(tmp_path: Path) -> None:
    page = tmp_path / "story.html"
    assert main(["graph", "river_incident", "--lang", "es", "-n", "20", "-o", str(page)]) == 0
    text = page.read_text(encoding="utf-8")
    assert '<html lang="es">' in text
    for key, spanish in words_in("es").items():
        if key in GRAPH and "{" not in spanish:
            assert html.escape(spanish) in text or json.dumps(spanish) in text, key
            assert GRAPH[key] == spanish or f">{GRAPH[key]}<" not in text
