"""The map of a moment: a fold over what was shown, hidden and moved, and the clock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast, get_args

from game.engine.happenings import Happening, MapChanged, MomentBegan
from game.frozen import NamedTuple, replace
from game.scenario.model import Coordinates, Map, Marker
from game.scenario.model import View as ModelView
from game.scenario.text import Text
from game.view.lexicon import Lexicon
from game.view.picture import Line, MapPicture, Mark, MarkForm, MarkKind, Place, Ring, Spot, Track, View
from game.view.printing import Reading, words_of
from game.view.sphere import along

_FORMS = get_args(MarkForm)


class Berth(NamedTuple):
    """Where a marker was put: a place or the beginning of a route, and the minute."""

    target: str
    minute: int


class Positions(NamedTuple):
    """What is hidden now, and the markers that were moved."""

    hidden: frozenset[str]
    berths: Mapping[str, Berth]


def positions(chart: Map, happenings: Iterable[Happening]) -> Positions:
    """Return what the happenings of a whole game made of the map."""
    things = (chart.markers, chart.routes, chart.rings, chart.lines)
    hidden = {each.id for group in things for each in group.values() if each.hidden}
    berths = {each.id: Berth(each.along, 0) for each in chart.markers.values() if each.along}
    minute = 0
    for happening in happenings:
        match happening:
            case MomentBegan(now):
                minute = now
            case MapChanged("show", thing):
                hidden.discard(thing)
            case MapChanged("hide", thing):
                hidden.add(thing)
            case MapChanged("move", thing, str(target)):
                berths[thing] = Berth(target, minute)
            case _:
                pass
    return Positions(frozenset(hidden), berths)


def picture(lexicon: Lexicon, now: Positions, minute: int, phase: int, reading: Reading) -> MapPicture:
    """Return the map at a minute; `phase` is the place of the chapter in the scenario."""
    chart = lexicon.scenario.map

    def label(text: Text | None, kind: str) -> str:
        return words_of(lexicon, text, reading) or lexicon.words[f"kind.{kind}"]

    there = {each.at: each for each in chart.places.values()}

    def named(mark: Mark, own: Text | None) -> Mark:
        """The mark with its label, else that of the place where it is, else the word for its kind."""
        place = there.get(Coordinates(*mark.place))
        if place is None:
            return replace(mark, label=label(own, mark.kind))
        about = words_of(lexicon, place.about, reading)
        at = words_of(lexicon, place.label, reading) if own is not None else ""
        return replace(mark, label=label(own or place.label, mark.kind), at=at, about=about)

    def around(at: Coordinates) -> str:
        return words_of(lexicon, there[at].label, reading) if at in there else ""

    berthed = [(each, _mark(lexicon, each, now, minute)) for each in chart.markers.values()]
    taken = {mark.place for _, mark in berthed if mark is not None}
    return MapPicture(
        views=tuple(_view(each, label(each.label, "view")) for each in _views(lexicon, phase)),
        marks=tuple(named(mark, marker.label) for marker, mark in berthed if mark is not None),
        rings=tuple(
            Ring(each.id, _place(each.around), each.radius, label(each.label, "ring"), around(each.around))
            for each in chart.rings.values()
            if each.id not in now.hidden
        ),
        lines=tuple(
            Line(each.id, _path(each.path), label(each.label, "line"))
            for each in chart.lines.values()
            if each.id not in now.hidden
        ),
        tracks=tuple(
            Track(each.id, _path(each.path), label(each.label, "route"))
            for each in chart.routes.values()
            if each.id not in now.hidden
        ),
        spots=tuple(
            Spot(words_of(lexicon, each.label, reading), _place(each.at))
            for each in chart.places.values()
            if _place(each.at) not in taken
        ),
    )


def _mark(lexicon: Lexicon, marker: Marker, now: Positions, minute: int) -> Mark | None:
    """Return the mark where it is now, without a label; None while it is hidden or nowhere."""
    chart = lexicon.scenario.map
    if marker.id in now.hidden:
        return None
    place, heading = _place(marker.at) if marker.at else None, None
    berth = now.berths.get(marker.id)
    if berth is not None and berth.target in chart.routes:
        route = chart.routes[berth.target]
        part = min(1.0, (minute - berth.minute) / route.takes) if route.takes else 1.0
        place, heading = along(_path(route.path), part)
        heading = heading if part < 1 else None
    elif berth is not None and berth.target in chart.places:
        place = _place(chart.places[berth.target].at)
    if place is None:
        return None
    form = cast("MarkForm", marker.form) if marker.form in _FORMS else None
    sides = _sides(lexicon)
    return Mark(
        marker.id,
        cast("MarkKind", marker.kind),
        place,
        "",
        sides.of_player.index(marker.side) if marker.side in sides.of_player else None,
        form,
        heading,
        is_filled=marker.side in (None, sides.first),
    )


class _Sides(NamedTuple):
    """The side declared first, and the player's with the others that have marks after it."""

    first: str | None
    of_player: tuple[str, ...]


def _sides(lexicon: Lexicon) -> _Sides:
    actors = lexicon.scenario.actors.values()
    declared = tuple(dict.fromkeys(each.side for each in actors if each.side))
    own = next((each.side for each in actors if each.player and each.side), next(iter(declared), None))
    marked = {each.side for each in lexicon.scenario.map.markers.values()}
    others = (each for each in declared if each in marked and each != own)
    return _Sides(next(iter(declared), None), (*((own,) if own else ()), *others))


def _views(lexicon: Lexicon, phase: int) -> tuple[ModelView, ...]:
    """Return the views, first that of the latest chapter begun that has one, else in file order."""
    views = tuple(lexicon.scenario.map.view.values())
    begun = list(lexicon.scenario.phases)[: phase + 1]
    chosen = max(
        (each for each in views if each.phase in begun),
        key=lambda each: begun.index(each.phase or ""),
        default=None,
    )
    return views if chosen is None else (chosen, *(each for each in views if each is not chosen))


def _view(view: ModelView, label: str) -> View:
    box = view.box
    return View(box.south, box.west, box.north, box.east, label)


def _place(at: Coordinates) -> Place:
    return Place(at.latitude, at.longitude)


def _path(path: tuple[Coordinates, ...]) -> tuple[Place, ...]:
    return tuple(_place(each) for each in path)
