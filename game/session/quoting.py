"""Words as a run file writes them."""

from __future__ import annotations

import json
import re

_SAFE = re.compile(r"[A-Za-z0-9_./][A-Za-z0-9_./=+ -]*(?<! )")


def quoted(value: str) -> str:
    """Return the value as YAML that is read back as it is, in quotes only where they are needed."""
    return value if _SAFE.fullmatch(value) else json.dumps(value, ensure_ascii=False)
