"""Value iteration of open_spiel on tic-tac-toe: prints states and seconds. Runs in an environment of its own.

Where cvxpy is not there, which the algorithm does not use for games with turns, an empty stand-in is.
"""

import json
import sys
from time import process_time
from types import ModuleType

try:
    import cvxpy  # type: ignore[import-not-found]  # noqa: F401
except ImportError:
    sys.modules["open_spiel.python.algorithms.lp_solver"] = ModuleType("lp_solver")

import pyspiel  # type: ignore[import-not-found]
from open_spiel.python.algorithms import value_iteration  # type: ignore[import-not-found]

game = pyspiel.load_game("tic_tac_toe")
start = process_time()
values = value_iteration.value_iteration(game, depth_limit=-1, threshold=0.01)
sys.stdout.write(json.dumps({"states": len(values), "seconds": process_time() - start}) + "\n")
