"""`excomm report`: the after-action report of a recorded game as one page of HTML."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.commands.arguments import Arguments
from game.commands.consulting import Consulting
from game.commands.language import words_in
from game.commands.recorded import recorded_game
from game.commands.refusal import RefusedError, Status
from game.report.document import REPORT
from game.report.edition import document_text
from game.session.session import Session
from game.store.atomic import write_whole
from game.view.afterwards import has_risk
from game.view.words import Words


def parser(program: str) -> Arguments:
    made = Arguments(
        program,
        "Write the after-action report of a game that is over as one page of HTML: why it ended so, the"
        " decisions beside the record, decision and luck, what nobody could know, the sources. It needs no"
        " network and can be printed.",
    )
    made.take_language()
    made.add_argument("run", metavar="RUN", type=Path, help="a run file, or the short code of a game")
    made.add_argument("-o", metavar="FILE", type=Path, dest="output", required=True, help="the page")
    made.add_argument(
        "--no-odds",
        action="store_false",
        dest="has_odds",
        help="leave out what needs the odds, which take some seconds to work out",
    )
    return made


def carry_out(program: str, words: Sequence[str]) -> int:
    given = parser(program).taken(words)
    session = recorded_game(given.run, language=given.lang)
    page = _page(session, words_in(given.lang), given.lang, has_odds=given.has_odds)
    write_whole(given.output, page.encode())
    print(f"{given.output}: {session.ending}, {session.position} choices")
    return Status.CLEAN


def _page(session: Session, words: Words, language: str | None, *, has_odds: bool) -> str:
    if not session.is_over:
        raise RefusedError("The game of this run is not over; a report is written of its end.", Status.FAULTS)
    reckoning = None
    if has_odds and has_risk(session):
        with Consulting() as consulting:
            reckoning = consulting.reckoning(session)
    return document_text(REPORT, session, words, language, reckoning)
