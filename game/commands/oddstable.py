"""Tables of odds for people: worlds of a hundred, an ending a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.analysis.asked import Aim, Asked, name_of
from game.analysis.figures import Figure, Policy, Row
from game.analysis.outlook import Outlook
from game.commands.columned import columned
from game.commands.situations import Situation
from game.engine.moves import Command, Wait, format_command
from game.scenario.model import Scenario
from game.view.lexicon import lexicon
from game.view.printing import unread
from game.view.words import ENGLISH

Cells = tuple[str, ...]


def table_lines(situation: Situation, asked: Asked | None, outlook: Outlook) -> list[str]:
    """Return the tables: endings by policy, then what each option leads to."""
    scenario = situation.scenario
    names = [name for name, row in outlook.rows.items() if row is not None]
    if asked is not None:
        names = [name for name in names if name == name_of(asked)]
    lines = [*_heading(situation, outlook), *_about(names, asked), ""]
    if not names:
        return [*lines, f"What comes of {name_of(asked)} cannot be sampled." if asked else ""]
    known = {name: row for name, row in outlook.rows.items() if name in names and row is not None}
    endings = next(iter(known.values())).endings
    rows = [
        (ending_label(scenario, ending), *(hundredths(row.endings[ending]) for row in known.values()))
        for ending in endings
    ]
    catastrophes = _catastrophes(known.values())
    if catastrophes:
        rows.append(("any catastrophe", *catastrophes))
    lines += columned([("ending", *names), *rows])
    risky = [
        (option, *_catastrophes(found[name] for name in names)) for option, found in outlook.options.items()
    ]
    if catastrophes and risky:
        first = "choice" if situation.at else "first choice"
        lines += ["", f"The catastrophe after each {first}:", "", *columned([("choice", *names), *risky])]
    return lines


def _catastrophes(rows: Iterable[Row | None]) -> Cells:
    return tuple(
        hundredths(row.catastrophe) for row in rows if row is not None and row.catastrophe is not None
    )


def _heading(situation: Situation, outlook: Outlook) -> list[str]:
    scenario, setup = situation.scenario, situation.program.setup
    what = (
        f"estimated from {outlook.plays:,} sampled games"
        if outlook.plays is not None
        else f"{outlook.states:,} state{'' if outlook.states == 1 else 's'}"
    )
    lines = [f"{scenario.title.written} | {setup} | {what}"]
    if situation.at is not None:
        whose = "as far as its player can know" if situation.of == "belief" else "in the true state"
        lines.append(f"At the end of {situation.at}, {whose}.")
    if outlook.plays is not None:
        lines.append("Behind each figure stands the interval in which it lies with 95%.")
    return lines


def _about(names: Sequence[str], asked: Asked | None) -> list[str]:
    """Return what the figures mean."""
    lines = ["Of 100 worlds of this model, so many end so."]
    if asked is None and Policy.CAREFUL.value in names:
        lines[0] += " Careful and reckless are the least and the most"
        lines.append("for each row by itself; careful knows what is hidden.")
    elif isinstance(asked, Aim):
        lines[0] += f" {name_of(asked)} knows what is hidden."
    return lines


def ending_label(scenario: Scenario, ending: str) -> str:
    known = scenario.endings.get(ending)
    return f"{unread(lexicon(scenario, ENGLISH), known.title)} ({ending})" if known else ending


def choice_label(scenario: Scenario, command: Command) -> str:
    """Return a choice in its words, with its id."""
    if isinstance(command, Wait):
        return format_command(command)
    option = scenario.decisions[command.decision].options[command.option]
    return f"{unread(lexicon(scenario, ENGLISH), option.label)} ({format_command(command)})"


def hundredths(figure: Figure) -> str:
    """Return a figure in worlds of a hundred, never 0 or 100 where it is not certain.

    >>> from fractions import Fraction
    >>> [hundredths(Figure.of(Fraction(*each))) for each in ((0, 1), (1, 1000), (2, 15), (999, 1000), (1, 1))]
    ['0', '<1', '13', '>99', '100']
    >>> hundredths(Figure(0.1328, None, 0.1263, 0.1396))
    '13.3 (12.6-14.0)'
    """
    if figure.low is not None and figure.high is not None:
        return f"{figure.value * 100:.1f} ({figure.low * 100:.1f}-{figure.high * 100:.1f})"
    share = (figure.value if figure.exact is None else figure.exact) * 100
    if 0 < share < 1:
        return "<1"
    if 99 < share < 100:
        return ">99"
    return str(round(share))
