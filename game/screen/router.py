"""Keys and clicks on a screen: what is the same on all of them, and what a screen answers itself."""

from __future__ import annotations

from game.screen.desk import LINE, Layout, Reel
from game.screen.focus import AHEAD, nearest_stop, next_stop
from game.screen.press import Press
from game.screen.screens.screen import Act, Become, Screen


def key_act(screen: Screen, layout: Layout, press: Press) -> Act | None:  # noqa: PLR0911  a rule a line
    """Return what a key asks for: first of what it is printed on, then of the screen, then everywhere."""
    printed = dict(layout.keys).get(press.key) if not (press.has_control or press.has_alt) else None
    own = screen.activated(printed) if printed is not None else screen.answer(press)
    if own is not None:
        return own
    if press.key == "escape":
        return screen.back()
    if press.key in ("enter", "space"):
        return _used(screen, layout, focus_of(screen, layout))
    if press.key == "tab":
        return _to(screen, next_stop(layout.stops, screen.focus, -1 if press.has_shift else 1))
    scrolled = _scrolled(screen, layout, press.key)
    if scrolled is not None:
        return scrolled
    if press.key in AHEAD:
        return _to(screen, nearest_stop(layout.stops, screen.focus, press.key))
    return None


def present_act(screen: Screen, layout: Layout, by: int) -> Act | None:
    """Return what a presenter's key for the next page asks for: to read on first, then to go on."""
    reel = next(iter(layout.reels), None)
    scrolled = _moved(screen, reel, reel.offset + by * reel.page) if reel is not None else None
    return scrolled or screen.presented(by)


def click_act(screen: Screen, layout: Layout, x: float, y: float) -> Act | None:
    """Return what a click at a logical point asks for; some stops are looked at before they are used."""
    stop = layout.stop_at(x, y)
    if stop is None:
        return None
    if stop.is_slow and not (screen.focus == stop.id and screen.is_picked(stop.id)):
        return Become(screen.focused(stop.id))
    return _used(screen.focused(stop.id), layout, stop.id)


def wheel_act(screen: Screen, layout: Layout, x: float, y: float, notches: float) -> Act | None:
    """Return what the wheel asks for: what lies under the mouse is scrolled, else a list that is longer."""
    turned = screen.wheeled(notches, x, y)
    if turned is not screen:
        return Become(turned)
    reel = layout.reel_at(x, y)
    if reel is None and any(stop.is_hidden for stop in layout.stops):
        ids = [stop.id for stop in layout.stops]
        focus = focus_of(screen, layout)
        at = ids.index(focus) + (1 if notches < 0 else -1)
        return _to(screen, ids[min(max(0, at), len(ids) - 1)])
    reel = reel or next(iter(layout.reels), None)
    return None if reel is None else _moved(screen, reel, reel.offset - notches * LINE)


def point_act(
    screen: Screen, layout: Layout, x: float, y: float, drag: tuple[float, float] | None
) -> Act | None:
    """Return what the mouse asks for by moving to a logical point, and by drawing something along."""
    if drag is not None:
        moved = screen.dragged(*drag)
    else:
        spot = layout.spot_at(x, y)
        moved = screen.pointed(spot.id if spot is not None else "")
    return None if moved is screen else Become(moved)


def focus_of(screen: Screen, layout: Layout) -> str:
    """Return the stop that has the focus: that of the screen, or the first where it is not there."""
    if layout.stop(screen.focus) is not None or not layout.stops:
        return screen.focus
    return layout.stops[0].id


def _used(screen: Screen, layout: Layout, id: str) -> Act | None:  # noqa: A002  an id is an id
    """Use a stop; where there is more to read first, turn its page."""
    more = next((reel for reel in layout.reels if layout.reads_first and reel.has_more), None)
    return screen.activated(id) if more is None else _moved(screen, more, more.offset + more.page)


def _to(screen: Screen, id: str) -> Act | None:  # noqa: A002  an id is an id
    return None if id == screen.focus else Become(screen.focused(id))


def _scrolled(screen: Screen, layout: Layout, key: str) -> Act | None:
    """Pages scroll the reel; so do up and down while it has the focus, as far as it goes."""
    reel = next((each for each in layout.reels if each.id == screen.focus), next(iter(layout.reels), None))
    if reel is None:
        return None
    places = {
        "page_up": reel.offset - reel.page,
        "page_down": reel.offset + reel.page,
        "home": 0.0,
        "end": reel.furthest,
    }
    if reel.id == screen.focus:
        places |= {"up": reel.offset - LINE, "down": reel.offset + LINE}
    return _moved(screen, reel, places[key]) if key in places else None


def _moved(screen: Screen, reel: Reel, offset: float) -> Act | None:
    held = reel.held(offset)
    return None if held == reel.offset else Become(screen.scrolled(reel.id, held))
