"""`python -m game` is the same program as `excomm`."""

from __future__ import annotations

import sys

from game.commands.main import main

if __name__ == "__main__":
    sys.exit(main())
