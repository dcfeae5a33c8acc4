"""A page of HTML from a template: every value escaped, all in one file, nothing fetched."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from game import __version__

if TYPE_CHECKING:
    from jinja2 import Environment


def sheet(template: str, values: Mapping[str, object], *, language: str = "en") -> str:
    """Return the page of a template of `game/report/templates`, such as `graph.html`.

    A template extends `base.html`, which has the colours, the type, the print styles and a policy
    that forbids every request. `values` are escaped where they are printed; `|tojson` writes them
    for scripts. A name that a template prints and that is not given is an error. Equal values
    make equal pages.
    """
    return _environment().get_template(template).render(values, language=language, version=__version__)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - only to write a page

    return Environment(
        loader=PackageLoader("game.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
