"""Run files: what is written is read back, and what cannot be read is named at its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.moves import Answer, Wait
from game.session.run import GREATEST_SEED, Fixed, Run
from game.session.runfile import format_run, parse_run

IDS = st.from_regex(r"[a-z][a-z0-9_]{0,39}", fullmatch=True)
RESULTS = st.one_of(IDS, st.integers(-(10**8), 10**8).map(str), st.integers(1, 99).map("{} h".format))
SITES = st.one_of(IDS, st.tuples(IDS, IDS).map(".".join))
CHOICES = st.one_of(
    st.builds(Answer, IDS.filter("wait".__ne__), IDS), st.just(Wait()), st.builds(Fixed, SITES, RESULTS)
)
RUNS = st.builds(
    Run,
    scenario=st.one_of(st.none(), IDS, st.just("../crises/river incident: two")),
    version=st.one_of(st.none(), st.text("0123456789.", min_size=1), st.just('1.0 "beta" # 2')),
    hash=st.one_of(st.none(), st.text("0123456789abcdef", min_size=16, max_size=16)),
    setup=st.one_of(st.none(), IDS),
    seed=st.integers(0, GREATEST_SEED),
    mods=st.lists(IDS, max_size=3).map(tuple),
    choices=st.lists(CHOICES, max_size=40).map(tuple),
    votes=st.just(()),
    can_turn_back=st.booleans(),
)

GOOD = """\
run: 1
scenario: nine_days
version: 0.1.0
hash: 5e0c9a41d7b2f386
mods: []
setup: fog_1962
seed: 7
choices:
  - first_response.quarantine
  - wait
  - ships=ships_turn
"""


@given(RUNS)
def test_a_run_is_read_back_as_it_was_written(run: Run) -> None:
    parsed = parse_run(format_run(run).encode(), "case.run.yaml")
    assert parsed.run == run
    assert parsed.diagnostics == ()
    assert len(parsed.places) == len(run.choices)


def test_the_form_of_the_specification_is_what_is_written() -> None:
    parsed = parse_run(GOOD.encode(), "case.run.yaml")
    assert parsed.run == Run(
        "nine_days",
        "0.1.0",
        "5e0c9a41d7b2f386",
        "fog_1962",
        7,
        (),
        (Answer("first_response", "quarantine"), Wait(), Fixed("ships", "ships_turn")),
    )
    assert format_run(parsed.run) == GOOD
    assert [(place.line, place.column) for place in parsed.places] == [(9, 5), (10, 5), (11, 5)]


def test_forty_decisions_take_less_than_a_kilobyte_and_a_half() -> None:
    choices = tuple(Answer(f"decision_number_{number}", "an_option") for number in range(40))
    run = Run("cuba_1962", "0.1.0", "5e0c9a41d7b2f386", "strict_1962", GREATEST_SEED, (), choices)
    assert len(format_run(run).encode()) < 1500


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ("seed: 7", "seed: seven", (7, 7), "`seed:` is a whole number"),
        ("seed: 7", f"seed: {GREATEST_SEED + 1}", (7, 7), "`seed:` is a whole number"),
        ("seed: 7", "seed: -1", (7, 7), "`seed:` is a whole number"),
        ("seed: 7", "sead: 7", (7, 1), "`sead` is no field"),
        ("seed: 7\n", "", (0, 0), "no `seed:`"),
        ("seed: 7", "seed:", (7, 6), "`seed:` needs one word"),
        ("run: 1", "run: 2", (1, 6), "later version"),
        ("run: 1", "run: first", (1, 6), "form of the file"),
        ("hash: 5e0c9a41d7b2f386", "hash: 5e0c", (4, 7), "16 digits"),
        ("  - wait", "  - perhaps", (10, 5), "`perhaps` is no choice"),
        ("  - wait", "  - ", (10, 4), "list of words"),
        ("  - wait", "  - {a: b}", (10, 5), "list of words"),
        ("setup: fog_1962", "setup: [fog]", (6, 8), "one word"),
        ("setup: fog_1962", f"setup: {'f' * 301}", (6, 8), "words of at most 300 characters"),
        ("  - wait", f"  - trade.{'f' * 301}", (10, 5), "`choices:` takes words of at most"),
        ("seed: 7", "seed: 7\nturning_back: never", (8, 15), "`turning_back:` is yes or no, not `never`"),
        ("seed: 7", "seed: 7\nturnin_back: no", (8, 1), "`turnin_back` is no field"),
        ("  - wait", "  - &a wait", (10, 5), "cannot be read"),
    ],
)
def test_a_fault_is_one_sentence_at_its_place(old: str, new: str, place: tuple[int, int], words: str) -> None:
    parsed = parse_run(GOOD.replace(old, new).encode(), "case.run.yaml")
    assert parsed.run is None
    (fault,) = parsed.diagnostics
    assert fault.code == "E116"
    assert words in fault.message
    assert fault.span.file == "case.run.yaml"
    assert (fault.span.line, fault.span.column) == place


def test_a_misspelt_field_is_told_what_was_meant() -> None:
    (fault,) = parse_run(GOOD.replace("seed", "sead").encode(), "case.run.yaml").diagnostics
    assert fault.help == "did you mean `seed`?"


@pytest.mark.parametrize("content", [b"", b"# nothing\n", b"\xff\xfe\x00", b"- a\n- b\n", b"run: [", b"\0"])
def test_what_is_no_run_at_all_is_one_fault(content: bytes) -> None:
    parsed = parse_run(content, "case.run.yaml")
    assert parsed.run is None
    assert [fault.code for fault in parsed.diagnostics] == ["E116"]


@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
def test_any_bytes_give_a_run_or_faults_and_never_an_exception(content: bytes) -> None:
    parsed = parse_run(content, "case.run.yaml")
    assert (parsed.run is None) == bool(parsed.diagnostics)
