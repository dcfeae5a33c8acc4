"""What keys do in a lesson, by the step at which it stands."""

from __future__ import annotations

from collections.abc import Mapping

from game.classroom.lesson import VOTES, Lesson, Step
from game.screen.uses import Uses, joined

_VOTE: Uses = (
    ("key.enter", "hint.class.close"),
    ("key.plus_minus", "hint.class.correct"),
    ("write", "hint.class.hide"),
    ("decide", "hint.class.decide"),
    ("phones", "hint.class.phones"),
    ("question", "hint.class.code"),
    ("key.digits", "hint.class.hand"),
)
_OWN: Mapping[Step, Uses] = {
    Step.VOTE: _VOTE,
    Step.VOTE_AGAIN: _VOTE,
    Step.DECIDE: (("key.enter", "hint.confirm"), ("key.digits", "hint.class.president")),
}
_USUAL: Uses = (
    ("key.space", "hint.class.next"),
    ("key.pages", "hint.turn"),
    ("map", "keys.map"),
    ("advisers", "keys.advisers"),
    ("journal", "keys.journal"),
    ("end", "hint.class.end"),
)
_ALWAYS: Uses = (
    ("map", "keys.map"),
    ("advisers", "keys.advisers"),
    ("journal", "keys.journal"),
    ("sources", "keys.sources"),
    ("odds", "keys.odds"),
    ("key.escape", "hint.back"),
)
_AT_CODE: Uses = (("key.space", "hint.on"), ("phones", "hint.class.phones.close"))
_AT_END: Uses = (("key.space", "hint.class.next"), ("redo", "hint.class.report"), ("journal", "keys.journal"))
_WRITING: Uses = (("key.enter", "hint.class.write"), ("key.backspace", "hint.erase"))


def lesson_uses(lesson: Lesson, *, has_code: bool) -> Uses:
    """Return what keys do in a lesson; with `has_code` the way in for phones is shown alone."""
    if has_code:
        return _AT_CODE
    if lesson.step is Step.MINORITY:
        return _WRITING
    if lesson.is_over:
        return joined(_AT_END, _ALWAYS)
    uses = _OWN.get(lesson.step, _USUAL)
    if lesson.step in VOTES and not lesson.is_open:
        uses = tuple((key, "hint.class.show" if does == "hint.class.hide" else does) for key, does in uses)
    return joined(uses, (*_ALWAYS, ("end", "hint.class.end")))
