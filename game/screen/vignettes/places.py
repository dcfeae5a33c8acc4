"""Pictures of places, and of what sails and flies."""

from __future__ import annotations

from game.screen.box import Box
from game.screen.vignettes.scissors import Scissors


def kremlin(paper: Scissors) -> None:
    """A tower with a star over a wall, at night."""
    paper.sheet("n0", 0, 0, 1600, 900)
    paper.sheet("n1", 0, 420, 1600, 900)
    paper.disc("n3", 1230, 190, 96)
    paper.sheet("n3", 180, 530, 460, 700)
    for left in (210, 320, 430):
        paper.sheet("n3", left - 26, 500, left + 26, 560)
    for left in (210, 320, 430):
        paper.soft("p3", (left - 38, 470), (left, 380), (left + 38, 470), (left + 26, 520), (left - 26, 520))
        paper.line("amber", 5, (left, 380), (left, 340))
    paper.sheet("redp", 0, 640, 1600, 900)
    paper.row("redp", Box(10, 590, 56, 60), 18, 92)
    for left in range(0, 1600, 92):
        paper.cut("n0", (left + 30, 590), (left + 46, 590), (left + 38, 612))
    paper.sheet("redp", 680, 330, 940, 900)
    paper.cut("redp", (650, 330), (970, 330), (930, 300), (690, 300))
    paper.sheet("redp", 730, 170, 890, 320)
    paper.cut("greenp", (730, 170), (890, 170), (828, -10), (792, -10))
    paper.disc("p0", 810, 420, 66)
    paper.disc("n0", 810, 420, 56)
    paper.line("amber", 7, (810, 420), (810, 378))
    paper.line("amber", 7, (810, 420), (838, 436))
    for left in (756, 800, 844):
        paper.sheet("amber", left - 8, 210, left + 14, 270)
    paper.cut("n0", (760, 760), (860, 760), (860, 900), (760, 900))
    paper.row("n0", Box(60, 720, 22, 60), 7, 88)
    paper.row("n0", Box(1010, 720, 22, 60), 7, 88)


def embassy(paper: Scissors) -> None:
    """A house with columns; one window is lit."""
    paper.sheet("n1", 0, 0, 1600, 900)
    paper.sheet("n0", 0, 760, 1600, 900)
    paper.cut("n3", (300, 250), (1300, 250), (1300, 760), (300, 760))
    paper.cut("n4", (260, 250), (800, 90), (1340, 250))
    paper.cut("n3", (380, 230), (800, 118), (1220, 230))
    paper.sheet("n5", 280, 250, 1320, 284)
    for left in range(350, 1260, 130):
        paper.sheet("n0", left, 330, left + 70, 450)
        paper.sheet("n0", left, 520, left + 70, 680)
    paper.sheet("amber", 1000, 330, 1070, 450)
    paper.sheet("n3", 1030, 330, 1038, 450)
    for left in (560, 690, 820, 950):
        paper.sheet("n6", left - 5, 300, left + 33, 750)
        paper.sheet("n7", left - 5, 300, left + 8, 750)
    paper.sheet("n0", 735, 540, 800, 750)
    paper.sheet("n5", 500, 742, 1040, 764)
    paper.sheet("n4", 470, 764, 1070, 786)
    paper.sheet("n6", 1440, 120, 1450, 770)
    paper.cut("red", (1450, 132), (1580, 150), (1572, 232), (1450, 222))
    for left in range(40, 1600, 44):
        paper.sheet("n2", left, 700, left + 8, 860)
    paper.sheet("n2", 0, 716, 1600, 726)


def night_city(paper: Scissors) -> None:
    """Roofs and lit windows over a river."""
    paper.sheet("n1", 0, 0, 1600, 900)
    paper.disc("n6", 1290, 170, 62)
    paper.disc("n1", 1262, 156, 58)
    houses = (
        *((0, 170, 420), (150, 300, 330), (290, 420, 470), (410, 560, 250), (550, 690, 380)),
        *((680, 780, 300), (770, 960, 450), (950, 1080, 280), (1070, 1230, 400), (1220, 1380, 340)),
        *((1370, 1480, 460), (1470, 1600, 300)),
    )
    for i, (left, right, top) in enumerate(houses):
        paper.sheet("n3" if i % 2 else "n2", left, top, right, 720)
        for row, y in enumerate(range(top + 34, 680, 56)):
            for column, x in enumerate(range(left + 24, right - 30, 44)):
                if (i * 7 + row * 5 + column * 3) % 8 < 2:
                    paper.sheet("amber", x, y, x + 18, y + 26)
    paper.cut("n4", (715, 300), (745, 300), (733, 110), (727, 110))
    paper.sheet("n0", 0, 700, 1600, 900)
    for i in range(18):
        x, y = (i * 173) % 1560, 730 + (i * 61) % 150
        paper.sheet("amber" if i % 3 else "n5", x, y, x + 70 - i, y + 6)


def missile_site(paper: Scissors) -> None:
    """A missile under nets on its trailer, tents, palms, and the track of wheels."""
    paper.sheet("p2", 0, 0, 1600, 900)
    paper.cut(
        "greenp",
        (0, 300),
        (300, 230),
        (640, 290),
        (1000, 210),
        (1350, 280),
        (1600, 240),
        (1600, 420),
        (0, 420),
    )
    paper.sheet("p3", 0, 400, 1600, 900)
    for left in (200, 470, 1290):
        paper.line("ink", 14, (left, 430), (left + 14, 270))
        for right, down in ((90, 20), (70, 70), (-80, 20), (-64, 72), (10, -40)):
            paper.soft(
                "greenp",
                (left + 14, 262),
                (left + 14 + right / 2, 236 + down / 3),
                (left + 14 + right, 262 + down),
            )
    for left in (760, 960, 1130):
        paper.cut("greenp", (left, 470), (left + 84, 380), (left + 168, 470))
        paper.cut("ink", (left + 66, 470), (left + 84, 414), (left + 102, 470))
    paper.cut("p2", (0, 640), (1600, 560), (1600, 600), (0, 700))
    paper.cut("p2", (0, 760), (1600, 690), (1600, 722), (0, 812))
    paper.cut("n7", (190, 560), (1130, 560), (1130, 640), (190, 640))
    paper.cut("n7", (1130, 560), (1300, 590), (1300, 610), (1130, 640))
    paper.cut("n4", (190, 612), (1130, 612), (1130, 640), (190, 640))
    paper.cut("red", (190, 560), (120, 520), (190, 600))
    paper.cut("red", (190, 640), (120, 684), (190, 600))
    paper.sheet("ink", 230, 652, 1180, 684)
    for left in (300, 400, 820, 920, 1080):
        paper.disc("n0", left, 706, 42)
        paper.disc("n4", left, 706, 16)
    paper.soft("greenp", (1290, 560), (1440, 560), (1470, 700), (1280, 700))
    paper.sheet("n6", 1370, 584, 1440, 630)
    paper.disc("n0", 1330, 712, 38)
    paper.disc("n0", 1440, 712, 38)


def u2(paper: Scissors) -> None:
    """Long wings, high over a coast."""
    paper.sheet("sea", 0, 0, 1600, 900)
    paper.soft(
        "land",
        (0, 900),
        (0, 620),
        (220, 560),
        (380, 640),
        (600, 600),
        (760, 700),
        (1010, 690),
        (1240, 800),
        (1400, 900),
    )
    paper.soft("island", (40, 900), (60, 690), (260, 640), (420, 720), (640, 690), (820, 790), (980, 900))
    paper.cut("n0", (120, 500), (742, 380), (748, 424), (130, 524))
    paper.cut("n0", (1480, 500), (858, 380), (852, 424), (1470, 524))
    paper.cut("n7", (100, 476), (760, 350), (766, 408), (112, 498))
    paper.cut("n7", (1500, 476), (840, 350), (834, 408), (1488, 498))
    paper.soft(
        "n7", (800, 130), (842, 230), (846, 480), (824, 640), (800, 700), (776, 640), (754, 480), (758, 230)
    )
    paper.soft("n2", (800, 196), (824, 236), (820, 290), (780, 290), (776, 236))
    paper.cut("n7", (800, 600), (960, 664), (956, 690), (800, 668), (644, 690), (640, 664))
    paper.cut("n5", (792, 560), (808, 560), (806, 706), (794, 706))
    paper.cut("n5", (770, 300), (800, 300), (800, 600), (776, 600))


def destroyer(paper: Scissors) -> None:
    """A warship on a grey sea."""
    paper.sheet("n3", 0, 0, 1600, 900)
    paper.cut("n4", (0, 420), (420, 380), (900, 410), (1600, 360), (1600, 620), (0, 620))
    paper.sheet("sea", 0, 560, 1600, 900)
    paper.cut("n6", (150, 520), (1460, 500), (1330, 640), (250, 640))
    paper.cut("n5", (150, 520), (1460, 500), (1440, 530), (176, 548))
    paper.sheet("n5", 560, 400, 930, 514)
    paper.sheet("n6", 620, 330, 840, 404)
    paper.sheet("n0", 640, 350, 820, 372)
    paper.cut("n5", (900, 360), (990, 360), (1010, 512), (900, 512))
    paper.sheet("n0", 904, 352, 986, 372)
    paper.line("n5", 9, (730, 330), (730, 90))
    paper.line("n5", 6, (660, 190), (800, 190))
    paper.line("n5", 6, (680, 240), (780, 240))
    paper.cut("n5", (1130, 440), (1240, 440), (1252, 508), (1118, 508))
    paper.line("n5", 12, (1240, 462), (1370, 430))
    paper.cut("n5", (350, 452), (450, 452), (462, 516), (338, 516))
    paper.line("n5", 12, (352, 472), (230, 446))
    paper.cut("n7", (1290, 640), (1420, 592), (1470, 640), (1400, 660))
    paper.cut("n7", (200, 640), (1320, 640), (1240, 660), (280, 660))
    for i in range(16):
        x, y = (i * 211) % 1540, 690 + (i * 47) % 190
        paper.cut("coast", (x, y), (x + 60, y - 6), (x + 120, y), (x + 60, y + 5), alpha=150)


def submarine(paper: Scissors) -> None:
    """A boat under water, and the hulls above her."""
    paper.sheet("n4", 0, 0, 1600, 190)
    for i, colour in enumerate(("sea", "n1", "n0")):
        paper.sheet(colour, 0, 180 + 240 * i, 1600, 900)
    for left in (300, 820, 1280):
        paper.cut("n2", (left, 180), (left + 130, 180), (left + 330, 900), (left - 70, 900), alpha=110)
    paper.cut("n0", (120, 120), (560, 120), (500, 210), (170, 210))
    paper.cut("n0", (1050, 130), (1560, 130), (1500, 214), (1100, 214))
    paper.sheet("n0", 240, 70, 380, 124)
    paper.sheet("n0", 1200, 76, 1360, 134)
    paper.soft(
        "n3",
        (200, 640),
        (330, 566),
        (800, 548),
        (1260, 560),
        (1430, 610),
        (1436, 644),
        (1290, 700),
        (800, 716),
        (330, 706),
    )
    paper.soft("n2", (220, 660), (800, 664), (1430, 636), (1290, 700), (800, 716), (330, 706))
    paper.soft("n3", (700, 560), (724, 440), (880, 440), (910, 556))
    paper.line("n4", 10, (770, 440), (770, 350))
    paper.line("n4", 7, (812, 440), (812, 390))
    paper.cut("n4", (210, 640), (110, 560), (132, 640), (110, 720))
    paper.line("red", 8, (1150, 596), (1290, 606))
    for x, y, radius in ((640, 300, 46), (980, 360, 62), (460, 420, 34)):
        paper.disc("n6", x, y, radius)
        paper.disc("sea", x, y, radius - 8)
        paper.disc("n6", x, y, radius * 0.35)
