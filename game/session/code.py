"""Short codes: a game as some twenty to forty signs that can be read out, written down and typed.

A code is one number in the digits of Crockford's base 32, with two check signs. The number is written
in digits of changing size: the form, the names of scenario and mods, a part of the rules' hash, the
setup, the seed, and for each command its place among those that were on offer. So it can only be read
with the same rules, and says so with others.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.engine.play import legal_commands
from game.frozen import NamedTuple
from game.scenario.hashing import content_hash
from game.scenario.model import Scenario
from game.session.run import Run
from game.session.session import Session, after, started

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_+"
_FREE, _BOUND, _FORMS = 1, 2, 8
"""The forms of a code: of a game that can turn back, and of one in which every choice stands."""

_MOST_LETTERS, _MOST_COMMANDS, _SEED_BITS = 128, 512, 65
_RULES_DIGITS = 5
_RULES = 16**_RULES_DIGITS
_PRIME = 1021
"""Any wrong sign, and any two that are exchanged, change the rest of a division by this prime."""

_IN_GROUP = 4
_FEWEST = 8
_MOST_SIGNS = 2000


class ShortCode(NamedTuple):
    """A code as far as it can be read without its scenario."""

    scenario: str
    mods: tuple[str, ...]
    rules: int
    rest: int
    can_turn_back: bool


def format_code(session: Session) -> str | None:
    """Return the code of a game up to where it stands.

    None where it cannot be written: some draws are fixed, it is longer than 511 commands, or the rules
    have names that are no ids.
    """
    names = "+".join((session.scenario.id, *session.scenario.mods))
    fixed = any(halt.fixed for halt in session.past)
    if fixed or session.position >= _MOST_COMMANDS:
        return None
    if len(names) >= _MOST_LETTERS or not set(names) <= set(_LETTERS):
        return None
    return _written(_joined((*_heading(session, names), *_commands(session))))


def parse_code(text: str) -> ShortCode | str:
    """Return the code that is written, or the sentence that says what is wrong with it.

    Small letters, spaces and hyphens do not matter; O is read as 0, I and L as 1.
    """
    signs = "".join(text.upper().replace("-", " ").split()).translate(_READ_AS)
    wrong = next((sign for sign in signs if sign not in SIGNS), None)
    if wrong is not None:
        return f"`{wrong}` is no sign of a code; these are {SIGNS}."
    if len(signs) < _FEWEST:
        return "This code is too short; some of it is missing."
    if len(signs) > _MOST_SIGNS:
        return "This is too long for a code."
    value, check = _number(signs[:-2]), _number(signs[-2:])
    if value % _PRIME != check:
        return "This code is damaged: a sign is wrong, missing or in another place."
    return _read(value)


def is_code(text: str) -> bool:
    """Return whether a word is meant as a code: nothing but its signs, in groups or long enough.

    >>> is_code("4K7Q-2M9X-01AB"), is_code("game.run.yaml"), is_code("friday")
    (True, False, False)
    """
    signs = text.upper().replace("-", "").translate(_READ_AS)
    has_groups = "-" in text or len(signs) >= 2 * _FEWEST
    return has_groups and len(signs) >= _FEWEST and all(sign.isascii() and sign.isalnum() for sign in signs)


def run_of_code(code: ShortCode, scenario: Scenario) -> Run | str:
    """Return the run of a code, or the sentence that says why these rules are not those of the code."""
    hash_ = content_hash(scenario)
    if _rules(hash_) != code.rules:
        return (
            f"This code was made with other rules of {scenario.id} than those of version {scenario.version};"
            " a run file could be tried choice by choice, a code cannot."
        )
    digits = _Digits(code.rest)
    setup = digits.take(len(scenario.setup_ids))
    bits = digits.take(_SEED_BITS)
    seed = digits.take(1 << bits)
    if seed.bit_length() != bits:
        return "This code is damaged: its seed is none."
    session = started(scenario, scenario.setup_ids[setup], seed)
    for _ in range(digits.take(_MOST_COMMANDS)):
        legal = session.legal_commands
        if not legal:
            return "This code is damaged: it goes on after the end of its game."
        session = after(session, legal[digits.take(len(legal))])
    if digits.value:
        return "This code is damaged: it holds more than its game."
    return session.run._replace(can_turn_back=code.can_turn_back)


class _Digits:
    """The digits of a number, taken one after another, each of its own size."""

    def __init__(self, value: int) -> None:
        self.value = value

    def take(self, size: int) -> int:
        self.value, digit = divmod(self.value, size)
        return digit


def _heading(session: Session, names: str) -> Iterable[tuple[int, int]]:
    """Return the digits before the commands, each with its size."""
    setups, seed = session.scenario.setup_ids, session.seed
    return (
        (_FREE if session.can_turn_back else _BOUND, _FORMS),
        (len(names), _MOST_LETTERS),
        *((_LETTERS.index(each), len(_LETTERS)) for each in names),
        (_rules(session.hash), _RULES),
        (setups.index(session.setup), len(setups)),
        (seed.bit_length(), _SEED_BITS),
        (seed, 1 << seed.bit_length()),
        (session.position, _MOST_COMMANDS),
    )


def _commands(session: Session) -> Iterable[tuple[int, int]]:
    for before, halt in zip(session.past, session.past[1:], strict=False):
        legal = legal_commands(session.program, before.state)
        assert halt.command is not None
        yield legal.index(halt.command), len(legal)


def _rules(hash_: str) -> int:
    return int(hash_[:_RULES_DIGITS], 16)


def _joined(digits: Iterable[tuple[int, int]]) -> int:
    value = 0
    for digit, size in reversed(tuple(digits)):
        value = value * size + digit
    return value


def _read(value: int) -> ShortCode | str:
    digits = _Digits(value)
    form = digits.take(_FORMS)
    if form > _BOUND:
        return "This code needs a later version of ExComm."
    letters = [digits.take(len(_LETTERS)) for _ in range(digits.take(_MOST_LETTERS))]
    scenario, *mods = "".join(_LETTERS[each] for each in letters).split("+")
    if form < _FREE or not scenario or not all(mods):
        return "This code is damaged: it names no scenario."
    return ShortCode(scenario, tuple(mods), digits.take(_RULES), digits.value, form == _FREE)


def _number(signs: str) -> int:
    value = 0
    for sign in signs:
        value = value * len(SIGNS) + SIGNS.index(sign)
    return value


def _written(value: int) -> str:
    """Return a number with its check signs, in groups."""
    signs = _signs(value % _PRIME, 2)
    signs = f"{_signs(value, 1)}{signs}"
    return "-".join(signs[at : at + _IN_GROUP] for at in range(0, len(signs), _IN_GROUP))


def _signs(value: int, least: int) -> str:
    signs = ""
    while value or len(signs) < least:
        value, digit = divmod(value, len(SIGNS))
        signs = SIGNS[digit] + signs
    return signs
