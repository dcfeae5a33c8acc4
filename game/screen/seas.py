"""Names of seas and lands on the ground of a map: where each stands, and on how wide a map."""

from __future__ import annotations

from collections.abc import Iterable

from game.frozen import NamedTuple
from game.view.picture import Place
from game.view.words import Words


class Sea(NamedTuple):
    """A sea or land by its name. It is named on a map from `least` to `most` degrees of longitude wide."""

    words: str
    place: Place
    least: float
    most: float
    is_land: bool


class _Row(NamedTuple):
    key: str
    lat: float
    lon: float
    least: float
    most: float
    is_land: bool = False


# fmt: off
_ROWS = (
    _Row("north_atlantic", 36, -42, 70, 400),
    _Row("atlantic", 30.5, -61, 16, 70),
    _Row("south_atlantic", -22, -14, 60, 400),
    _Row("north_pacific", 34, -152, 50, 400),
    _Row("south_pacific", -26, -126, 60, 400),
    _Row("indian_ocean", -22, 79, 50, 400),
    _Row("arctic_ocean", 78, 0, 60, 400),
    _Row("gulf_of_mexico", 25.3, -90.3, 12, 80),
    _Row("caribbean", 15, -75.5, 12, 80),
    _Row("mediterranean", 34.6, 19, 12, 90),
    _Row("black_sea", 43.2, 34.5, 6, 60),
    _Row("baltic", 57.6, 19.4, 6, 45),
    _Row("north_sea", 56.2, 3.2, 6, 45),
    _Row("norwegian_sea", 67.5, 1.5, 12, 90),
    _Row("barents_sea", 74, 38, 12, 90),
    _Row("caspian", 41.5, 50.8, 6, 60),
    _Row("red_sea", 20.5, 38.3, 6, 50),
    _Row("persian_gulf", 27, 51, 5, 40),
    _Row("arabian_sea", 15, 64, 14, 100),
    _Row("bay_of_bengal", 13.5, 88, 14, 90),
    _Row("south_china_sea", 14, 114.5, 12, 90),
    _Row("east_china_sea", 29, 125.5, 8, 60),
    _Row("sea_of_japan", 40, 135, 8, 60),
    _Row("yellow_sea", 36, 123.3, 5, 40),
    _Row("sea_of_okhotsk", 54.5, 149, 12, 80),
    _Row("bering_sea", 58.5, -178, 12, 90),
    _Row("coral_sea", -17, 156, 14, 90),
    _Row("north_america", 47, -101, 30, 400, is_land=True),
    _Row("south_america", -11, -58, 40, 400, is_land=True),
    _Row("europe", 50, 18, 40, 200, is_land=True),
    _Row("africa", 9, 21, 40, 400, is_land=True),
    _Row("asia", 52, 92, 50, 400, is_land=True),
    _Row("australia", -25, 134, 30, 400, is_land=True),
    _Row("greenland", 73, -41, 30, 400, is_land=True),
)
# fmt: on


def seas(words: Words) -> tuple[Sea, ...]:
    """Return all names in the language of the words."""
    return tuple(
        Sea(words[f"sea.{row.key}"], Place(row.lat, row.lon), row.least, row.most, row.is_land)
        for row in _ROWS
    )


def named(all_: Iterable[Sea], breadth: float) -> tuple[Sea, ...]:
    """Return the seas that a map so many degrees wide names."""
    return tuple(each for each in all_ if each.least <= breadth <= each.most)
