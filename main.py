"""ExComm from a clone: `python main.py` opens the game, `python main.py --help` says what else there is."""

from __future__ import annotations

import sys

from game.commands.main import main

if __name__ == "__main__":
    sys.exit(main())
