"""The votes of a class as a run file holds them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from game.diagnostics.diagnostic import Span
from game.session.quoting import quoted
from game.session.run import LONGEST_SENTENCE, MOST_VOTES, Tally, Vote
from game.source.tree import Entry, Node, Scalar, Sequence
from game.source.tree import Mapping as Fields

_FIELDS = ("choice", "decision", "first", "second", "overruled", "minority")
_REQUIRED = ("choice", "decision", "first")
_WHOLE = re.compile(r"[0-9]{1,6}")
_ANSWERS = {"yes": True, "no": False}

Fault = Callable[[str, Span, str | None], None]
"""Takes note of what is wrong, where, and what would be right."""


def vote_lines(votes: tuple[Vote, ...]) -> Iterator[str]:
    """Yield the lines of `votes:`; none where nothing was voted."""
    if votes:
        yield "votes:"
    for vote in votes:
        yield f"  - choice: {vote.choice}"
        yield f"    decision: {quoted(vote.decision)}"
        yield f"    first: {_tally(vote.first)}"
        if vote.second:
            yield f"    second: {_tally(vote.second)}"
        if vote.is_overruled:
            yield "    overruled: yes"
        if vote.minority:
            yield f"    minority: {quoted(vote.minority)}"


def parse_votes(entry: Entry, fault: Fault) -> tuple[Vote, ...]:
    """Return the votes of the entry `votes:`; what is wrong with one is told to `fault`."""
    if not isinstance(entry.value, Sequence):
        fault("`votes:` is a list of votes", entry.value.span, None)
        return ()
    read = (_vote(each, fault) for each in entry.value.items)
    return tuple(each for each in read if each is not None)


def _tally(tally: Tally) -> str:
    return "{ " + ", ".join(f"{quoted(option)}: {votes}" for option, votes in tally) + " }"


def _vote(node: Node, fault: Fault) -> Vote | None:
    given = {each.key.value: each for each in node.entries} if isinstance(node, Fields) else {}
    unknown = next((each for name, each in given.items() if name not in _FIELDS), None)
    missing = next((name for name in _REQUIRED if name not in given), None)
    if unknown is not None:
        fault(f"`{unknown.key.value}` is no field of a vote", unknown.key.span, None)
        return None
    if missing is not None:
        fault(f"this vote has no `{missing}:`", node.span, None)
        return None
    return Vote(
        choice=_whole(given["choice"].value, fault),
        decision=_word(given["decision"].value, fault),
        first=_votes(given["first"].value, fault),
        second=_votes(given["second"].value, fault) if "second" in given else (),
        is_overruled=_answer(given["overruled"].value, fault) if "overruled" in given else False,
        minority=_word(given["minority"].value, fault) if "minority" in given else "",
    )


def _votes(node: Node, fault: Fault) -> Tally:
    if isinstance(node, Fields) and node.entries:
        return tuple((each.key.value, _whole(each.value, fault)) for each in node.entries)
    fault("a vote gives options with their votes, such as `{ hold: 12, fire: 3 }`", node.span, None)
    return ()


def _whole(node: Node, fault: Fault) -> int:
    word = _word(node, fault)
    if _WHOLE.fullmatch(word) and int(word) <= MOST_VOTES:
        return int(word)
    fault(f"votes are counted with a whole number from 0 to {MOST_VOTES}, not `{word[:40]}`", node.span, None)
    return 0


def _answer(node: Node, fault: Fault) -> bool:
    word = _word(node, fault)
    if word not in _ANSWERS:
        fault(f"`overruled:` is yes or no, not `{word[:40]}`", node.span, None)
    return _ANSWERS.get(word, False)


def _word(node: Node, fault: Fault) -> str:
    if isinstance(node, Scalar) and not node.is_absent and len(node.value) <= LONGEST_SENTENCE:
        return node.value
    fault(f"a vote needs words here, at most {LONGEST_SENTENCE} characters", node.span, None)
    return ""
