"""The parser of arguments: argparse with sentences in place of its messages, and suggestions."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import NoReturn

from game.commands.refusal import RefusedError
from game.scenario.meant import nearest


class _Formatter(argparse.HelpFormatter):
    """The form of helps. Its width is asked for here: argparse would load `shutil` and all its packers."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    """Return how wide the terminal is; COLUMNS says otherwise, and 80 where there is none."""
    said = os.environ.get("COLUMNS", "")
    if said.isascii() and said.isdigit() and int(said):
        return int(said)
    try:
        return (
            os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ is not None else 1).columns or 80
        )
    except (OSError, ValueError):
        return 80


class Arguments(argparse.ArgumentParser):
    """A parser that never ends the process for a wrong argument but raises RefusedError."""

    def __init__(self, program: str, about: str) -> None:
        super().__init__(prog=program, description=about, allow_abbrev=False, formatter_class=_Formatter)

    def error(self, message: str) -> NoReturn:
        sentence = message.removeprefix("argument ")
        raise RefusedError(f"{sentence[:1].upper()}{sentence[1:]}. See `{self.prog} --help`.")

    def taken(self, words: Sequence[str]) -> argparse.Namespace:
        """Return the arguments in the words. Raises RefusedError, with what was probably meant."""
        arguments, left = self.parse_known_args(words)
        for word in left:
            if word.startswith("-"):
                option = word.partition("=")[0]
                raise RefusedError(f"There is no option `{option}`.{meant(option, self._options())}")
            raise RefusedError(f"`{word}` is one argument too many. See `{self.prog} --help`.")
        return arguments

    def take_start(self) -> None:
        """Understand what names a scenario and the way to begin, with every command that needs both."""
        self.add_argument("scenario", metavar="PATH", help="a scenario's id, folder or pack")
        self.take_setup()
        self.take_mods()

    def take_setup(self) -> None:
        """Understand `--setup`, where the first is taken if none is named."""
        self.add_argument("--setup", metavar="ID", help="the way to begin; by default the first")

    def take_mods(self) -> None:
        """Understand `--mod`, with every command that takes a scenario."""
        self.add_argument(
            "--mod",
            metavar="ID",
            action="append",
            default=[],
            dest="mods",
            help="a mod to lay over the scenario, by id or path; may be repeated",
        )

    def take_language(self) -> None:
        """Understand `--lang`, with every command that speaks to players."""
        self.add_argument("--lang", metavar="CODE", help="the language, such as `es`; by default English")

    def _options(self) -> list[str]:
        return [option for action in self._actions for option in action.option_strings]


def meant(word: str, known: Iterable[str]) -> str:
    """Return the sentence ` Did you mean ...?`, to stand after another, or nothing where nothing is near."""
    near = nearest(word, known)
    return f" Did you mean `{near}`?" if near else ""


def whole(greatest: int) -> Callable[[str], int]:
    """Return the reader of a whole number from 0 to `greatest`."""

    def read(word: str) -> int:
        if not (word.isascii() and word.isdigit() and len(word) <= 20 and int(word) <= greatest):
            raise argparse.ArgumentTypeError(f"needs a whole number from 0 to {greatest}, not `{word[:40]}`")
        return int(word)

    return read
