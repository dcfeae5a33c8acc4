"""Where a part stands that was made by hand."""

from __future__ import annotations

from game.diagnostics.diagnostic import Span

NOWHERE = Span.whole("")
