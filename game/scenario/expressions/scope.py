"""Which names an expression may use, and what is wanted of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache

from game.frozen import NamedTuple
from game.scenario.expressions.types import NumberType, TruthType, Type
from game.scenario.meant import Searches


class Level(NamedTuple):
    """A word that the player reads for a value of a name; of a number for all values up to the next."""

    value: int
    word: str


class Scope:
    """The names that can be read, each as it is written: `tension`, `khrushchev.fear`, `chosen.trade`, `day`.

    A name with the type None is declared, but with a fault that was already reported:
    whatever is said with it stays silent. So do unknown names where the scope is not
    complete, because a file could not be read. `words` gives those of the names that have some, in
    rising order of their values; it is asked only where something is wrong.
    """

    __slots__ = ("_words", "is_complete", "searches", "types")

    def __init__(
        self,
        types: Mapping[str, Type | None],
        words: Callable[[], Mapping[str, tuple[Level, ...]]] = dict,
        *,
        is_complete: bool = True,
    ) -> None:
        self.types = types
        self._words = words
        self.is_complete = is_complete
        self.searches = Searches()

    def words_of(self, name: str) -> tuple[Level, ...]:
        """Return the words that the player reads for the values of a name."""
        return self._words().get(name, ())

    def candidates(self) -> Iterable[str]:
        """Return the names that an unknown one may have meant, while it is still asked."""
        return self.searches.among(self.types)

    def type_of(self, name: str) -> Type | None:
        return self.types.get(name)

    def is_known(self, name: str) -> bool:
        return name in self.types


class Wanted(NamedTuple):
    """What must stand in a place. `subject` names the place in messages: `when:`, or a variable under `set:`.

    The bounds of a wanted number are not looked at. `what` is the author's word for the whole text:
    condition, number, change or value.
    """

    subject: str
    type: Type
    what: str

    @property
    def passes_plus(self) -> bool:
        return self.what == "change"


_ANY_NUMBER = NumberType(0, 0)


@cache
def condition(field: str) -> Wanted:
    """Return that a field needs a yes-or-no condition."""
    return Wanted(f"{field}:", TruthType(), "condition")


@cache
def number(field: str) -> Wanted:
    """Return that a field needs a number."""
    return Wanted(f"{field}:", _ANY_NUMBER, "number")


@lru_cache(maxsize=1024)
def changed(name: str) -> Wanted:
    """Return what stands under `change:`, a number that may begin with one plus sign."""
    return Wanted(name, _ANY_NUMBER, "change")


def given(name: str, type_of_name: Type) -> Wanted:
    """Return what stands under `set:`: a value for a name of a type."""
    return Wanted(name, type_of_name, "value")
