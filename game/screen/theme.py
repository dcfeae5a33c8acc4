"""The colours of the game by name, in every set that a player may choose."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from game.frozen import Frozen, replace
from game.screen.colour import Colour, parsed

Ground = Literal["standard", "high_contrast", "paper"]
ColourSet = Literal["standard", "colour_blind_safe"]


class Theme(Frozen):
    """Tokens: n0 to n7 night from ground to text, p0 to p3 paper, ink on paper, then signals.

    A signal comes in three: plain for the night, `l` for labels on the map, `p` on paper.
    Text on a band of a signal, of n5 or of n7 is always n0.
    """

    n0: Colour
    n1: Colour
    n2: Colour
    n3: Colour
    n4: Colour
    n5: Colour
    n6: Colour
    n7: Colour
    p0: Colour
    p1: Colour
    p2: Colour
    p3: Colour
    ink: Colour
    ink2: Colour
    red: Colour
    redl: Colour
    redp: Colour
    amber: Colour
    amberp: Colour
    blue: Colour
    bluel: Colour
    bluep: Colour
    green: Colour
    greenp: Colour
    sea: Colour
    land: Colour
    coast: Colour
    graticule: Colour
    island: Colour
    island_coast: Colour
    sea_name: Colour
    land_name: Colour
    badge: Colour
    is_flat: bool = False
    is_light: bool = False


def _theme(**codes: str) -> Theme:
    colours: dict[str, Any] = {name: parsed(code) for name, code in codes.items()}
    return Theme(**colours)


def _changed(theme: Theme, **codes: str) -> Theme:
    colours: dict[str, Any] = {name: parsed(code) for name, code in codes.items()}
    return replace(theme, **colours)


STANDARD = _theme(
    n0="#0A1216",
    n1="#101B20",
    n2="#17262C",
    n3="#213640",
    n4="#56747E",
    n5="#86A1A8",
    n6="#B4C8C9",
    n7="#F0EBDD",
    p0="#F2EBDA",
    p1="#E6DBC1",
    p2="#CDB98C",
    p3="#A78E5E",
    ink="#1D1B17",
    ink2="#5B5342",
    red="#E04B36",
    redl="#F2A394",
    redp="#961D14",
    amber="#E8AE42",
    amberp="#8A5A00",
    blue="#6DB3DC",
    bluel="#BFE0F3",
    bluep="#1C567F",
    green="#86BFA0",
    greenp="#2E6B4C",
    sea="#0F1F26",
    land="#26404A",
    coast="#7FA9AE",
    graticule="#1B333C",
    island="#54777C",
    island_coast="#CFE3DF",
    sea_name="#6F98A1",
    land_name="#9DBCBF",
    badge="#56747E",
)

HIGH_CONTRAST = replace(
    _theme(
        n0="#000000",
        n1="#000000",
        n2="#0B0B0B",
        n3="#2A2A2A",
        n4="#9A9A9A",
        n5="#C8C8C8",
        n6="#E6E6E6",
        n7="#FFFFFF",
        p0="#FFFFFF",
        p1="#FFFFFF",
        p2="#C8C8C8",
        p3="#5A5A5A",
        ink="#000000",
        ink2="#2A2A2A",
        red="#FF6B52",
        redl="#FFB0A0",
        redp="#8E0B00",
        amber="#FFD400",
        amberp="#6B4600",
        blue="#6FC3FF",
        bluel="#C6E8FF",
        bluep="#0B3F66",
        green="#57E0A0",
        greenp="#0E4F33",
        sea="#000000",
        land="#2B2B2B",
        coast="#E6E6E6",
        graticule="#242424",
        island="#6A6A6A",
        island_coast="#FFFFFF",
        sea_name="#C8C8C8",
        land_name="#E6E6E6",
        badge="#2A2A2A",
    ),
    is_flat=True,
)

PAPER = replace(
    _theme(
        n0="#FFFFFF",
        n1="#F7F3E8",
        n2="#FFFFFF",
        n3="#E9E2CF",
        n4="#7A7462",
        n5="#5B5342",
        n6="#3A352B",
        n7="#1D1B17",
        p0="#FFFDF6",
        p1="#F2EBDA",
        p2="#CDB98C",
        p3="#A78E5E",
        ink="#1D1B17",
        ink2="#5B5342",
        red="#961D14",
        redl="#961D14",
        redp="#961D14",
        amber="#8A5A00",
        amberp="#8A5A00",
        blue="#1C567F",
        bluel="#1C567F",
        bluep="#1C567F",
        green="#2E6B4C",
        greenp="#2E6B4C",
        sea="#E3ECEC",
        land="#F7F3E8",
        coast="#5E6F70",
        graticule="#D3DEDE",
        island="#D9CBA2",
        island_coast="#3A352B",
        sea_name="#45666D",
        land_name="#5B5342",
        badge="#CDB98C",
    ),
    is_light=True,
)

# Okabe and Ito's set, darkened where it is text on paper
COLOUR_BLIND_SAFE = _changed(
    STANDARD,
    red="#D55E00",
    redl="#F0A36B",
    redp="#9A3F00",
    amber="#F0E442",
    amberp="#7D6000",
    blue="#56B4E9",
    bluel="#BCE2F8",
    bluep="#005B8F",
    green="#009E73",
    greenp="#00694C",
)
HIGH_CONTRAST_SAFE = _changed(
    HIGH_CONTRAST,
    red="#FF8A3D",
    redl="#FFC499",
    redp="#7A3200",
    amber="#F0E442",
    amberp="#5C4700",
    blue="#7CC8FF",
    bluel="#C6E8FF",
    bluep="#00446B",
    green="#2FD6A3",
    greenp="#004D38",
)
PAPER_SAFE = _changed(
    PAPER,
    red="#9A3F00",
    redl="#9A3F00",
    redp="#9A3F00",
    amber="#7D6000",
    amberp="#7D6000",
    blue="#005B8F",
    bluel="#005B8F",
    bluep="#005B8F",
    green="#00694C",
    greenp="#00694C",
)

THEMES: Mapping[tuple[Ground, ColourSet], Theme] = {
    ("standard", "standard"): STANDARD,
    ("standard", "colour_blind_safe"): COLOUR_BLIND_SAFE,
    ("high_contrast", "standard"): HIGH_CONTRAST,
    ("high_contrast", "colour_blind_safe"): HIGH_CONTRAST_SAFE,
    ("paper", "standard"): PAPER,
    ("paper", "colour_blind_safe"): PAPER_SAFE,
}
