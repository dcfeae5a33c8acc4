"""Faults as other programs read them: JSON and SARIF."""

from __future__ import annotations

import json
from collections.abc import Sequence

from game import __version__
from game.diagnostics.diagnostic import Diagnostic
from game.diagnostics.listing import check_form
from game.diagnostics.sarif import sarif_form


def interchange(form: str, faults: Sequence[Diagnostic], *, is_complete: bool) -> str:
    """Return the text that `check --format` prints for `json` and `sarif`."""
    value = (
        sarif_form(faults, __version__) if form == "sarif" else check_form(faults, is_complete=is_complete)
    )
    return json.dumps(value, ensure_ascii=False, indent=2)
