"""Run files: a Run as text and back, each fault named at its place."""

from __future__ import annotations

import re
from collections.abc import Mapping

from game.diagnostics.diagnostic import Diagnostic, Span, has_errors
from game.frozen import NamedTuple
from game.scenario.faults import UNREADABLE
from game.scenario.meant import nearest
from game.session.quoting import quoted
from game.session.run import (
    GREATEST_SEED,
    LONGEST_SENTENCE,
    RUN_FORMAT,
    Choice,
    Run,
    format_choice,
    parse_choice,
)
from game.session.votefile import parse_votes, vote_lines
from game.source.reader import document
from game.source.tree import Entry, Node, Scalar, Sequence
from game.source.tree import Mapping as Fields

_FIELDS = ("run", "scenario", "version", "hash", "mods", "setup", "seed", "turning_back", "choices", "votes")
_REQUIRED = ("run", "seed", "choices")
_WHOLE = re.compile(r"[0-9]{1,20}")
_HASH = re.compile(r"[0-9a-f]{16}")
_ANSWER = re.compile(r"yes|no|true|false")
_NO = ("no", "false")


class ParsedRun(NamedTuple):
    """A run file as read: `run` is None where it has a fault; `places` are those of its choices."""

    run: Run | None
    places: tuple[Span, ...]
    diagnostics: tuple[Diagnostic, ...]


def format_run(run: Run) -> str:
    """Return the text of a run file; `parse_run` of it gives the same run."""
    lines = [f"run: {RUN_FORMAT}"]
    for name, value in (("scenario", run.scenario), ("version", run.version), ("hash", run.hash)):
        if value is not None:
            lines.append(f"{name}: {quoted(value)}")
    lines.append(f"mods: [{', '.join(quoted(each) for each in run.mods)}]")
    if run.setup is not None:
        lines.append(f"setup: {quoted(run.setup)}")
    lines.append(f"seed: {run.seed}")
    if not run.can_turn_back:
        lines.append("turning_back: no")
    items = [f"  - {quoted(format_choice(each))}" for each in run.choices]
    lines.extend(["choices:", *items] if items else ["choices: []"])
    lines.extend(vote_lines(run.votes))
    return "\n".join(lines) + "\n"


def parse_run(content: bytes, file: str) -> ParsedRun:
    """Return the run in the bytes of a file; `file` is the name by which faults call it.

    Every fault of the fields is found at once; none is an exception.
    """
    read, faults = document(content, file)
    broken = next((each for each in faults if has_errors((each,))), None)
    if broken is not None:
        message = f"this run file cannot be read: {broken.message}"
        return ParsedRun(None, (), (Diagnostic(UNREADABLE, message, broken.span, broken.help),))
    if read.root is None:
        return ParsedRun(None, (), (Diagnostic(UNREADABLE, "this run file is empty", Span.whole(file)),))
    return _Reading(file).parsed(read.root)


class _Reading:
    """Reads the fields of one run file and gathers what is wrong with them."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Diagnostic] = []

    def parsed(self, root: Fields) -> ParsedRun:
        given = {each.key.value: each for each in root.entries}
        for entry in root.entries:
            if entry.key.value not in _FIELDS:
                self._fault(
                    f"`{entry.key.value}` is no field of a run file", entry.key.span, _meant(entry.key.value)
                )
        for name in _REQUIRED:
            if name not in given and not any(
                _meant(other) and nearest(other, _FIELDS) == name for other in given
            ):
                self._fault(f"this run file has no `{name}:`", Span.whole(self.file), None)
        self._check_format(given.get("run"))
        choices, places = self._choices(given.get("choices"))
        run = Run(
            scenario=self._word(given.get("scenario")),
            version=self._word(given.get("version")),
            hash=self._matching(given, "hash", _HASH, "16 digits from 0 to f"),
            setup=self._word(given.get("setup")),
            seed=self._seed(given),
            mods=tuple(each.value for each in self._items(given.get("mods"))),
            choices=choices,
            votes=parse_votes(given["votes"], self._fault) if "votes" in given else (),
            can_turn_back=self._matching(given, "turning_back", _ANSWER, "yes or no") not in _NO,
        )
        return ParsedRun(None if self.faults else run, places, tuple(self.faults))

    def _fault(self, message: str, span: Span, help_: str | None) -> None:
        self.faults.append(Diagnostic(UNREADABLE, message, span, help_))

    def _check_format(self, entry: Entry | None) -> None:
        number = self._word(entry)
        if entry is None or number is None or number == str(RUN_FORMAT):
            return
        message = (
            "this run file needs a later version of ExComm"
            if _WHOLE.fullmatch(number) and int(number) > RUN_FORMAT
            else f"`run:` gives the form of the file, which is {RUN_FORMAT}, not `{number}`"
        )
        self._fault(message, entry.value.span, None)

    def _word(self, entry: Entry | None) -> str | None:
        if entry is None:
            return None
        if isinstance(entry.value, Scalar) and not entry.value.is_absent:
            return entry.value.value if self._is_fit(entry.key.value, entry.value) else None
        self._fault(f"`{entry.key.value}:` needs one word", entry.value.span, None)
        return None

    def _is_fit(self, field: str, word: Scalar) -> bool:
        """Whether a word can be repeated in a sentence; nothing that there is has a longer name."""
        if len(word.value) <= LONGEST_SENTENCE:
            return True
        wanted = f"`{field}:` takes words of at most {LONGEST_SENTENCE} characters"
        self._fault(wanted, word.span, None)
        return False

    def _matching(
        self, given: Mapping[str, Entry], name: str, form: re.Pattern[str], wanted: str
    ) -> str | None:
        word = self._word(given.get(name))
        if word is None or form.fullmatch(word):
            return word
        self._fault(f"`{name}:` is {wanted}, not `{word[:40]}`", given[name].value.span, None)
        return None

    def _seed(self, given: Mapping[str, Entry]) -> int:
        wanted = f"a whole number from 0 to {GREATEST_SEED}"
        seed = int(self._matching(given, "seed", _WHOLE, wanted) or 0)
        if seed > GREATEST_SEED:
            self._fault(f"`seed:` is {wanted}, not `{seed}`", given["seed"].value.span, None)
        return seed

    def _choices(self, entry: Entry | None) -> tuple[tuple[Choice, ...], tuple[Span, ...]]:
        choices: list[Choice] = []
        places: list[Span] = []
        for item in self._items(entry):
            choice = parse_choice(item.value)
            if choice is None:
                wanted = "write `decision.option`, `wait` or `site=result`"
                self._fault(f"`{item.value[:60]}` is no choice", item.span, wanted)
            else:
                choices.append(choice)
                places.append(item.span)
        return tuple(choices), tuple(places)

    def _items(self, entry: Entry | None) -> tuple[Scalar, ...]:
        """Return the words of a list; one word stands for a list of one, as everywhere in the language."""
        if entry is None:
            return ()
        nodes: tuple[Node, ...] = entry.value.items if isinstance(entry.value, Sequence) else (entry.value,)
        for node in nodes:
            if not isinstance(node, Scalar) or node.is_absent:
                self._fault(f"`{entry.key.value}:` is a list of words", node.span, None)
        words = (node for node in nodes if isinstance(node, Scalar) and not node.is_absent)
        return tuple(word for word in words if self._is_fit(entry.key.value, word))


def _meant(name: str) -> str | None:
    near = None if name in _FIELDS else nearest(name, _FIELDS)
    return f"did you mean `{near}`?" if near else None
