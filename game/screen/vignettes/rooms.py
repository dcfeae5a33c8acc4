"""Pictures of rooms and of what stands in them."""

from __future__ import annotations

import math

from game.screen.box import Box
from game.screen.vignettes.scissors import Scissors


def cabinet_room(paper: Scissors) -> None:
    """A long table before tall windows, chairs drawn up, papers laid out."""
    paper.sheet("n3", 0, 0, 1600, 900)
    for left in (120, 500, 880, 1260):
        paper.sheet("n6", left, 60, left + 220, 470)
        paper.sheet("n4", left + 104, 60, left + 116, 470)
        for top in (190, 330):
            paper.sheet("n4", left, top, left + 220, top + 10)
        paper.cut("p2", (left - 60, 40), (left + 40, 40), (left - 10, 500), (left - 60, 500))
        paper.cut("p2", (left + 180, 40), (left + 280, 40), (left + 280, 500), (left + 230, 500))
    for left in range(150, 1450, 160):
        paper.soft("n0", (left, 470), (left + 100, 470), (left + 108, 640), (left - 8, 640))
    paper.cut("p3", (150, 590), (1450, 590), (1600, 800), (0, 800))
    paper.cut("n0", (0, 800), (1600, 800), (1600, 850), (0, 850))
    for left in (330, 560, 790, 1020, 1220):
        paper.cut("p0", (left, 650), (left + 120, 650), (left + 132, 712), (left - 6, 712))
    paper.oval("amber", 800, 622, 60, 14)
    for left in range(60, 1500, 230):
        paper.soft("n0", (left, 740), (left + 150, 740), (left + 162, 900), (left - 12, 900))


def oval_office(paper: Scissors) -> None:
    """A desk before three windows at night, two flags beside them."""
    paper.sheet("p2", 0, 0, 1600, 900)
    paper.sheet("p3", 0, 720, 1600, 900)
    for left in (430, 690, 950):
        paper.sheet("n0", left, 90, left + 220, 560)
        paper.sheet("p1", left + 104, 90, left + 116, 560)
        paper.sheet("p1", left, 250, left + 220, 262)
        paper.sheet("p1", left, 400, left + 220, 412)
    for left, right in ((340, 420), (1180, 1260)):
        paper.cut("redp", (left, 60), (right, 60), (right - 14, 620), (left + 6, 620))
    for left, colour in ((260, "bluep"), (1290, "bluep")):
        paper.sheet("ink", left + 20, 120, left + 30, 720)
        paper.cut(colour, (left + 30, 150), (left + 96, 260), (left + 84, 520), (left + 30, 560))
        paper.disc("amber", left + 25, 112, 12)
    paper.oval("n4", 800, 800, 560, 74)
    paper.oval("n3", 800, 800, 470, 56)
    paper.cut("redp", (470, 590), (1130, 590), (1150, 640), (450, 640))
    paper.sheet("ink", 480, 640, 1120, 790)
    paper.sheet("redp", 500, 656, 690, 774)
    paper.sheet("redp", 910, 656, 1100, 774)
    paper.soft("n0", (730, 430), (870, 430), (884, 592), (716, 592))
    paper.sheet("p0", 560, 566, 660, 592)
    paper.soft("n0", (980, 548), (1066, 548), (1076, 592), (970, 592))


def television(paper: Scissors) -> None:
    """A set in a dark room; on it a man at a desk."""
    paper.sheet("n1", 0, 0, 1600, 900)
    paper.cut("n2", (380, 250), (1220, 250), (1600, 900), (0, 900))
    paper.line("n5", 7, (760, 170), (640, 20))
    paper.line("n5", 7, (840, 170), (980, 10))
    paper.soft("p3", (420, 160), (1180, 160), (1190, 740), (410, 740))
    paper.soft("n0", (470, 205), (1000, 205), (1010, 690), (460, 690))
    paper.soft("n6", (492, 225), (980, 225), (990, 672), (482, 672))
    paper.sheet("n5", 560, 250, 630, 520)
    paper.sheet("n5", 850, 250, 920, 520)
    paper.soft("n1", (640, 470), (840, 470), (890, 660), (590, 660))
    paper.oval("p2", 740, 400, 56, 70)
    paper.soft("n0", (684, 350), (740, 318), (796, 350), (792, 384), (688, 384))
    paper.cut("p0", (716, 470), (764, 470), (740, 560))
    paper.sheet("n3", 500, 600, 972, 664)
    for top in (270, 380, 490):
        paper.disc("n0", 1094, top, 34)
        paper.disc("p2", 1094, top, 12)
    paper.row("n0", Box(1046, 560, 96, 10), 1, 0)
    paper.row("n0", Box(1046, 590, 96, 10), 1, 0)
    paper.sheet("n0", 560, 740, 600, 860)
    paper.sheet("n0", 1000, 740, 1040, 860)


def newspaper(paper: Scissors) -> None:
    """The front page, with one photograph."""
    paper.sheet("n2", 0, 0, 1600, 900)
    paper.cut("n0", (330, 96), (1330, 60), (1400, 900), (290, 900))
    paper.cut("p0", (300, 80), (1300, 40), (1368, 900), (268, 900))
    paper.cut("ink", (400, 150), (1220, 118), (1226, 190), (404, 222))
    paper.cut("ink", (410, 262), (1232, 230), (1234, 244), (411, 276))
    paper.cut("ink", (414, 318), (1000, 296), (1004, 354), (418, 376))
    paper.cut("ink", (420, 396), (880, 379), (884, 429), (424, 446))
    paper.cut("n4", (430, 500), (840, 485), (868, 820), (442, 836))
    paper.cut("n6", (430, 640), (560, 560), (640, 620), (740, 520), (846, 600), (868, 820), (442, 836))
    for column in range(2):
        for line in range(15):
            left, top = 900 + 200 * column, 486 + 25 * line - 7 * column
            if column or line > 2:
                paper.cut(
                    "p3", (left, top), (left + 168, top - 6), (left + 169, top + 4), (left + 1, top + 10)
                )
    for line in range(5):
        left, top = 1020 + 0 * line, 300 + 26 * line
        paper.cut("p3", (left, top), (left + 226, top - 8), (left + 227, top + 2), (left + 1, top + 10))


def photo_analyst(paper: Scissors) -> None:
    """A table of light with film on it, and a glass over what was found."""
    paper.sheet("n0", 0, 0, 1600, 900)
    paper.cut("n6", (160, 170), (1440, 170), (1600, 820), (0, 820))
    paper.cut("n7", (200, 196), (1400, 196), (1540, 790), (60, 790))
    for left in range(250, 1330, 216):
        paper.cut("n2", (left, 250), (left + 196, 250), (left + 214, 520), (left - 6, 520))
        paper.cut("n4", (left + 14, 288), (left + 180, 288), (left + 192, 486), (left + 6, 486))
        paper.row("n7", Box(left + 6, 258, 12, 14), 9, 20)
        paper.row("n7", Box(left + 4, 496, 13, 14), 9, 22)
        paper.line("n2", 5, (left + 30, 460), (left + 90, 360), (left + 150, 330))
        paper.line("n2", 5, (left + 60, 300), (left + 110, 400), (left + 170, 440))
    for left, top in ((756, 380), (800, 360), (836, 400)):
        paper.cut("red", (left, top - 16), (left + 15, top + 12), (left - 15, top + 12))
    paper.line("n0", 34, (905, 480), (1150, 760))
    paper.disc("n0", 800, 386, 140)
    paper.disc("n5", 800, 386, 116)
    paper.disc("n7", 800, 386, 108)
    paper.line("n4", 12, (710, 470), (790, 350), (890, 320))
    for left, top in ((760, 400), (830, 366), (846, 440)):
        paper.cut("red", (left, top - 30), (left + 27, top + 20), (left - 27, top + 20))


def un_council(paper: Scissors) -> None:
    """The table like a horseshoe, and the round wall behind it."""
    paper.sheet("n2", 0, 0, 1600, 900)
    paper.cut("n3", (0, 0), (520, 0), (480, 420), (0, 420))
    paper.cut("n3", (1080, 0), (1600, 0), (1600, 420), (1120, 420))
    paper.sheet("p2", 560, 40, 1040, 400)
    paper.sheet("bluep", 590, 66, 1010, 374)
    for ring in range(5):
        paper.disc("n7" if ring % 2 else "bluep", 800, 220, 130 - 22 * ring)
    paper.oval("p3", 800, 660, 640, 230)
    paper.oval("n2", 800, 690, 520, 150)
    paper.cut("n2", (360, 690), (1240, 690), (1500, 900), (100, 900))
    for i in range(13):
        turn = math.pi * (1.08 + 0.84 * i / 12)
        x, y = 800 + 600 * math.cos(turn), 668 + 236 * math.sin(turn)
        paper.soft("n0", (x - 24, y - 50), (x + 24, y - 50), (x + 36, y + 16), (x - 36, y + 16))
        paper.disc("n0", x, y - 66, 21)
    for i in range(13):
        turn = math.pi * (1.1 + 0.8 * i / 12)
        x, y = 800 + 570 * math.cos(turn), 660 + 190 * math.sin(turn)
        paper.sheet("p0", x - 24, y - 8, x + 24, y + 8)
    paper.oval("p3", 800, 760, 210, 50)
    for left in (670, 760, 850):
        paper.soft("n0", (left, 720), (left + 70, 720), (left + 84, 800), (left - 14, 800))
        paper.disc("n0", left + 35, 694, 26)
