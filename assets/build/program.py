"""What a packed program begins with: a process of its own is taken over before anything else."""

from __future__ import annotations

import sys

from game.solver.frozen import take_over

if __name__ == "__main__":
    take_over()
    from game.commands.main import main

    sys.exit(main())
