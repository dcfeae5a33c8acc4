"""Tables in plain text: names on the left of their columns, figures on the right."""

from __future__ import annotations

from collections.abc import Container, Sequence


def columned(rows: Sequence[Sequence[str]], names: Container[int] = (0,)) -> list[str]:
    r"""Return rows with their cells under one another; `names` are the columns that hold names.

    >>> print(*columned([("ending", "worlds"), ("war", "13"), ("quiet", "87")]), sep="\n")
    ending  worlds
    war         13
    quiet       87
    """
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        "  ".join(
            cell.ljust(width) if column in names else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
