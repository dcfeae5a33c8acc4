"""The way into the program: which command is meant, and what is said when it cannot be carried out."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from importlib import import_module
from typing import Protocol, cast

from game import __version__
from game.commands.console import drop_output, make_streams_safe
from game.commands.interpreter import pip
from game.commands.refusal import RefusedError, Status
from game.frozen import NamedTuple


class Command(NamedTuple):
    """A word of the command line, the module that carries it out, and what it does."""

    word: str
    module: str
    about: str


COMMANDS = (
    Command("play", "game.commands.play", "play a scenario in a window, or with --text in the terminal"),
    Command("class", "game.commands.classroom", "hold a lesson: the class argues and votes"),
    Command("check", "game.commands.check", "name every fault of scenarios"),
    Command("odds", "game.commands.odds", "work out the exact odds of every ending"),
    Command("simulate", "game.commands.simulate", "play many games at random and count how they end"),
    Command("diff", "game.commands.diff", "say how an edit moved the odds of every ending"),
    Command("sensitivity", "game.commands.sensitivity", "say which number moves the catastrophe most"),
    Command("graph", "game.commands.graph", "draw the story: a page, a picture, Mermaid or DOT"),
    Command("export", "game.commands.export", "write a scenario in the PRISM language"),
    Command("lesson", "game.commands.lesson", "write the hand-outs of a lesson"),
    Command("explore", "game.commands.explore", "find the shortest way to an ending, an event or an option"),
    Command("list", "game.commands.listing", "list the scenarios that are found"),
    Command("where", "game.commands.where", "print the folders in use"),
    Command("test", "game.commands.testing", "run the tests of scenarios"),
    Command("watch", "game.commands.watch", "check and test scenarios on each save"),
    Command("replay", "game.commands.replay", "play a recorded run again and print it"),
    Command("compare", "game.commands.compare", "two runs side by side, and where they part"),
    Command("collect", "game.commands.collect", "tell where the games of many runs went"),
    Command("report", "game.commands.report", "write the after-action report of a run as a page"),
    Command("new", "game.commands.new", "write a small scenario to begin with"),
    Command("fmt", "game.commands.fmt", "put the files of a scenario into the house style"),
    Command("i18n", "game.commands.translate", "write, update and check translations"),
    Command("pack", "game.commands.pack", "put a scenario into one file to hand on"),
    Command("schema", "game.commands.schema", "print the JSON Schema of the scenario language for editors"),
    Command("docs", "game.commands.docs", "print the reference of the scenario language"),
)
_PACKAGES = {
    "pygame": "pygame-ce",
    "yaml": "PyYAML",
    "numpy": "numpy",
    "platformdirs": "platformdirs",
    "jinja2": "jinja2",
}


class Carrier(Protocol):
    """A module that carries out a command."""

    def carry_out(self, program: str, words: Sequence[str]) -> int:
        """Do what the words ask and return the exit status. Raises RefusedError."""


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out the command in the words, by default those of the process, and return its exit status."""
    if getattr(sys, "frozen", False):
        from game.solver.frozen import take_over  # noqa: PLC0415 - only a packed program needs it

        take_over()
    make_streams_safe()
    begun = time.time()
    try:
        status = _carried_out(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
    except (Exception, SystemExit, KeyboardInterrupt) as fault:  # noqa: BLE001 - a bug becomes a sentence here
        return _answered(fault, begun)
    return status


def _answered(fault: BaseException, begun: float) -> int:
    """Say what kept the command from being carried out, and return the exit status."""
    match fault:
        case RefusedError():
            return _told(fault.sentence, fault.status)
        case SystemExit():  # argparse has printed its help
            return cast("int", fault.code or Status.CLEAN)
        case KeyboardInterrupt():
            return _told("Interrupted.", Status.INTERRUPTED)
        case BrokenPipeError():
            drop_output()
            return Status.PIPE_CLOSED
        case OSError() | ModuleNotFoundError() if sentence := _sentence(fault):
            return _told(sentence, Status.USAGE)
        case _:
            return _told_bug(fault, begun)


def _carried_out(words: list[str]) -> int:
    if not words:
        return _carrier("game.commands.play").carry_out("excomm play", ())
    word, rest = words[0], words[1:]
    if word in ("-h", "--help", "help"):
        print(overview())
        return Status.CLEAN
    if word == "--version":
        print(f"excomm {__version__}")
        return Status.CLEAN
    for command in COMMANDS:
        if command.word == word:
            return _carrier(command.module).carry_out(f"excomm {word}", rest)
    raise RefusedError(_unknown(word))


def overview() -> str:
    """Return what `excomm --help` prints."""
    lines = [
        "usage: excomm [COMMAND] ...",
        "",
        "Without a command the game opens in a window.",
        "",
        "commands:",
    ]
    width = max(len(command.word) for command in COMMANDS) + 2
    lines += [f"  {command.word:<{width}}{command.about}" for command in COMMANDS]
    lines += ["", "options:", "  -h, --help  print this", "  --version   print the version"]
    lines += [
        "",
        "A scenario is named by its id, or by the path of its folder or pack. Those that are installed",
        "come first; `./NAME` is the one where you are.",
        "",
        "`excomm COMMAND --help` says more.",
    ]
    return "\n".join(lines)


def _carrier(module: str) -> Carrier:
    """Return the module of a command; only the one that is asked for is loaded."""
    return cast("Carrier", import_module(module))


def _unknown(word: str) -> str:
    from game.commands.arguments import meant  # noqa: PLC0415 - argparse and difflib only where needed

    kind = "option" if word.startswith("-") else "command"
    known = ("--help", "--version") if kind == "option" else [command.word for command in COMMANDS]
    return f"There is no {kind} `{word}`.{meant(word, known)} See `excomm --help`."


def _told(sentence: str, status: Status) -> int:
    print(sentence, file=sys.stderr)
    return status


def _sentence(fault: OSError | ModuleNotFoundError) -> str | None:
    """Return what the world lacks, or None if a module of our own is missing."""
    if isinstance(fault, OSError):
        what = fault.strerror or str(fault).rstrip(".") or type(fault).__name__
        return f"{fault.filename}: {what}." if fault.filename else f"{what}."
    package = _PACKAGES.get((fault.name or "").partition(".")[0])
    if package is None:
        return None
    return f"The package {package} is missing; `{pip()} install {package}` installs it."


def _told_bug(fault: BaseException, begun: float) -> int:
    from game.store.crash import write_crash  # noqa: PLC0415 - only where there is something to write
    from game.store.places import places  # noqa: PLC0415
    from game.store.runs import autosave_since  # noqa: PLC0415

    try:
        mine = places()
        path = write_crash(mine, fault, autosave_since(mine, begun))
    except (OSError, ImportError) as second:
        sentence = f"ExComm has a fault of its own ({type(fault).__name__}), and no report could be written"
        return _told(f"{sentence}: {second}.", Status.BUG)
    return _told(f"ExComm has a fault of its own; the report lies at {path}.", Status.BUG)
