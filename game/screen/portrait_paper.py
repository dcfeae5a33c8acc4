"""The coloured papers from which portraits are cut."""

from __future__ import annotations

from collections.abc import Mapping

from game.frozen import Frozen
from game.screen.colour import Colour, parsed


class PortraitPaper(Frozen):
    """Papers by their use; portraits have them in every theme, in greys where the theme is flat."""

    skins: tuple[tuple[Colour, Colour], ...]  # light, shadow
    backdrops: tuple[Colour, ...]
    suits: tuple[Colour, ...]
    uniforms: tuple[Colour, ...]
    fatigues: tuple[Colour, ...]
    blouses: tuple[Colour, ...]
    ties: tuple[Colour, ...]
    ribbons: tuple[Colour, ...]
    hair: Mapping[str, Colour]
    shirt: tuple[Colour, Colour]
    dark: Colour
    lips: Colour
    brass: Colour
    wire: Colour
    horn: Colour


def _papers(*codes: str) -> tuple[Colour, ...]:
    return tuple(parsed(code) for code in codes)


PAPER = PortraitPaper(
    skins=(
        (parsed("#D9B896"), parsed("#A97F5E")),
        (parsed("#DDBD9E"), parsed("#B08764")),
        (parsed("#D2AF8B"), parsed("#A07655")),
    ),
    backdrops=_papers(
        "#5E8FA8",
        "#B9A272",
        "#8FA69A",
        "#9C8F62",
        "#A9B7B8",
        "#7F9CB5",
        "#C08A5B",
        "#8C7A8F",
        "#A5705A",
        "#7C9486",
        "#C9B98F",
        "#6F8C7A",
    ),
    suits=_papers("#1C2A33", "#23282B", "#3A3F45", "#2A2F36", "#33302C", "#2C2A2A", "#4A443C", "#1F2A36"),
    uniforms=_papers("#3E4630", "#34414E", "#3B4436"),
    fatigues=_papers("#5A6142", "#646747"),
    blouses=_papers("#6B4A57", "#3F5B6B", "#5B5F49", "#7A5A45"),
    ties=_papers("#7C2A22", "#20303A", "#41301F", "#333A55", "#5B2A2A", "#2B3B31", "#28394A", "#4A2B3C"),
    ribbons=_papers(
        "#B03A2E", "#D9B45B", "#5E8FA8", "#E6DBC1", "#86BFA0", "#7C2A22", "#E8AE42", "#41606A", "#C9B98F"
    ),
    hair={
        "brown": parsed("#5A3F2A"),
        "black": parsed("#26211D"),
        "fair": parsed("#A98855"),
        "grey": parsed("#8A857B"),
        "white": parsed("#C9C2B4"),
    },
    shirt=(parsed("#EFE7D5"), parsed("#C9BFA9")),
    dark=parsed("#2A1E16"),
    lips=parsed("#6B3F31"),
    brass=parsed("#E9DDB6"),
    wire=parsed("#E9E4D6"),
    horn=parsed("#4B3A2C"),
)
