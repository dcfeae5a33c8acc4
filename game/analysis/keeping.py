"""An outlook as plain values that can be written as JSON, and back."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from game.analysis.figures import Figure, Row
from game.analysis.outlook import Outlook, Rows


def figure_form(figure: Figure) -> dict[str, Any]:
    """Return a figure in the form of section 17.

    >>> figure_form(Figure.of(Fraction(2, 5)))
    {'value': 0.4, 'exact': '2/5'}
    """
    if figure.low is not None:
        return {"value": figure.value, "low": figure.low, "high": figure.high}
    return {"value": figure.value, "exact": None if figure.exact is None else str(figure.exact)}


def outlook_form(outlook: Outlook) -> dict[str, Any]:
    """Return an outlook as values of JSON; `outlook_of` it is the same outlook."""
    return {
        "method": outlook.method,
        "states": outlook.states,
        "plays": outlook.plays,
        "rows": _rows_form(outlook.rows),
        "options": {option: _rows_form(rows) for option, rows in outlook.options.items()},
    }


def _rows_form(rows: Rows) -> dict[str, Any]:
    return {name: None if row is None else _row_form(row) for name, row in rows.items()}


def _row_form(row: Row) -> dict[str, Any]:
    return {
        "endings": {ending: figure_form(figure) for ending, figure in row.endings.items()},
        "catastrophe": None if row.catastrophe is None else figure_form(row.catastrophe),
    }


def outlook_of(form: Any) -> Outlook:
    """Return the outlook of a form. Raises KeyError, TypeError, AttributeError or ValueError for another."""
    if form["method"] not in {"exact", "sampled"}:
        raise ValueError(form["method"])
    return Outlook(
        form["method"],
        None if form["states"] is None else int(form["states"]),
        None if form["plays"] is None else int(form["plays"]),
        _rows_of(form["rows"]),
        {option: _rows_of(rows) for option, rows in form["options"].items()},
    )


def _rows_of(form: Mapping[str, Any]) -> Rows:
    return {name: None if row is None else _row_of(row) for name, row in form.items()}


def _row_of(form: Mapping[str, Any]) -> Row:
    catastrophe = form["catastrophe"]
    return Row(
        {ending: _figure_of(figure) for ending, figure in form["endings"].items()},
        None if catastrophe is None else _figure_of(catastrophe),
    )


def _figure_of(form: Mapping[str, Any]) -> Figure:
    if "low" in form:
        return Figure(float(form["value"]), None, float(form["low"]), float(form["high"]))
    exact = form["exact"]
    return Figure(float(form["value"]), None if exact is None else Fraction(exact))
