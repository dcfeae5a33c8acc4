"""Whatever becomes of a scenario under an author's hands, it is read and advised on without an exception."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.lint.advice import advised
from game.scenario.loading import loaded

ROOT = Path(__file__).parents[2]
FILES = {
    "river_incident": (ROOT / "scenarios/river_incident/scenario.yaml").read_text(encoding="utf-8"),
    "nine_days": (ROOT / "tests/lint/nine_days.yaml").read_text(encoding="utf-8"),
}
WORDS = (
    "tension", "no", "12", "-1", "{", "}", "[", "]", ":", "#", "'", "is", "and", "when:", "text:", "{}", "[]",
    "1962-10-27 12:00", "6 h", "0 to 10", "one of 1, 2", "chance:", "event:", "remove", "&a", "*a", "!x", "|",
)  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, str]:
    """Return a scenario's id and its text with one to four lines changed."""
    name = draw(st.sampled_from(sorted(FILES)))
    lines = FILES[name].split("\n")
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        other = draw(st.integers(0, len(lines) - 1))
        words = lines[at].split(" ")
        place = draw(st.integers(0, len(words) - 1))
        match draw(st.sampled_from(("cut", "double", "move", "indent", "outdent", "word", "letter", "take"))):
            case "cut":
                lines[at] = ""
            case "double":
                lines[at] = f"{lines[at]}\n{lines[at]}"
            case "move":
                lines[at], lines[other] = lines[other], lines[at]
            case "indent":
                lines[at] = f"  {lines[at]}"
            case "outdent":
                lines[at] = lines[at].removeprefix("  ")
            case "word":
                lines[at] = " ".join([*words[:place], draw(st.sampled_from(WORDS)), *words[place + 1 :]])
            case "letter":
                column = draw(st.integers(0, len(lines[at])))
                lines[at] = lines[at][:column] + draw(st.characters()) + lines[at][column + 1 :]
            case "take":
                lines[at] = " ".join([*words[:place], *lines[other].split(" ")[-1:], *words[place + 1 :]])
    return name, "\n".join(lines)


@given(mutated())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_changed_scenario_gives_diagnostics_and_no_exception(changed: tuple[str, str]) -> None:
    name, text = changed
    read = loaded({f"{name}/scenario.yaml": text.encode("utf-8", "replace")})
    found = (*read.diagnostics, *advised(read, {}))
    lines = text.count("\n") + text.count("\r") + 1
    assert all(0 <= each.span.line <= lines for each in found)


@given(st.binary(max_size=400))
def test_any_bytes_give_diagnostics_and_no_exception(content: bytes) -> None:
    read = loaded({"river/scenario.yaml": content})
    assert advised(read, {}) is not None


def test_the_sample_of_the_specification_is_free_of_errors_and_warnings() -> None:
    read = loaded({"nine_days/scenario.yaml": FILES["nine_days"].encode()})
    assert {each.code for each in (*read.diagnostics, *advised(read, {}))} == {"I505", "I703"}
