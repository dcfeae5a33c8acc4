"""How much a file, a scenario and a pack may hold, and the rule for what holds more."""

from __future__ import annotations

from game.diagnostics.diagnostic import Diagnostic, Rule, Span

MOST_BYTES_IN_A_FILE = 2_000_000
MOST_BYTES_IN_A_SCENARIO = 8_000_000
MOST_NODES = 50_000
MOST_LEVELS = 24
MOST_CHARACTERS_IN_A_TEXT = 20_000
MOST_FILES_IN_A_PACK = 2_000
MOST_BYTES_IN_A_PACK = 64_000_000
MOST_COMPRESSION = 200

# A file of nothing but faults shall not fill the memory with their descriptions.
MOST_FAULTS_OF_A_KIND = 100

OVER_A_LIMIT = Rule(
    code="E101",
    title="over a limit",
    cause="A file, a scenario, a text or a pack is larger than the program reads. The limits keep a faulty or"
    " hostile file from filling the memory. They are far above what a lesson needs.",
    example="title: a text of more than 20,000 characters",
    cure="Split a large file into several in the same folder; shorten the text; leave out what is not used.",
)


def over_a_limit(what: str, limit: str, span: Span) -> Diagnostic:
    """Return the fault of a thing that is over its limit: `the file is over the limit of 2 MB`."""
    return Diagnostic(OVER_A_LIMIT, f"{what} is over the limit of {limit}", span)
