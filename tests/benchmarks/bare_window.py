"""What pygame alone takes for a window with one colour in it: `python bare_window.py WIDTH HEIGHT`.

Prints when its first picture is there, in seconds of the clock that all processes share, and its memory.
"""

from __future__ import annotations

import os
import sys
import time

os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")  # as in the program

import pygame

pygame.display.init()
pygame.font.init()
window = pygame.Window("bare", (int(sys.argv[1]), int(sys.argv[2])), resizable=True)
window.get_surface().fill((16, 27, 32))
window.flip()
shown = time.monotonic()

from tests.benchmarks.display import megabytes  # noqa: E402 - nothing that the picture does without

sys.stdout.write(f"{shown} {megabytes('self')}\n")
