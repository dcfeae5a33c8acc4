"""Pins and matches name sites and results; that they exist can be said when all are known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from game.diagnostics.diagnostic import Diagnostic
from game.frozen import replace
from game.scenario.blocks import blocks, chances
from game.scenario.decoder import Decoder
from game.scenario.expressions.rules import NOT_A_VALUE
from game.scenario.faults import NO_SUCH_OPTION
from game.scenario.ids import mended
from game.scenario.meant import one_of
from game.scenario.model import Scenario, Spread
from game.scenario.quantities.durations import format_duration, minutes
from game.source.tree import Mapping as Tree
from game.source.tree import Node

Results = tuple[str, ...]
_SECTIONS = ("decisions", "responses", "events", "letters", "intelligence")


def sites(scenario: Scenario) -> Mapping[str, Results]:
    """Return every site that may be pinned, with its results as they are written."""
    found: dict[str, Results] = {
        chance.site: tuple(each.id for each in chance.outcomes) for chance in chances(scenario)
    }
    for response in scenario.responses.values():
        found[f"{response.id}.in"] = _delays(response.in_)
    for letter in scenario.letters.values():
        found[f"{letter.id}.travels"] = _delays(letter.travels)
    for block in blocks(scenario):
        for sending in block.event:
            if sending.delay is not None:
                found[f"{block.site}.in.{sending.event}"] = _delays(sending.delay)
    for report in scenario.intelligence.values():
        for variable, error in report.estimates:
            found[f"{report.id}.estimates.{variable}"] = tuple(str(each) for each in range(-error, error + 1))
    return found


def _delays(spread: Spread) -> Results:
    return tuple(format_duration(each) for each in spread)


def pin_faults(decoder: Decoder, scenario: Scenario, told: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the faults of pins: unknown sites and unknown results.

    A site in whose declaration a fault is `told` of may well exist, and have the result.
    """
    if not decoder.pins:
        return
    known = sites(scenario)
    known = {**{mended(site): results for site, results in known.items()}, **known}
    for pin in decoder.pins:
        site, result = pin.site.value, pin.result.value
        is_certain = site in known or decoder.names.is_complete
        if not is_certain or is_result(known.get(site, ()), result) or _is_faulty(decoder, site, told):
            continue
        if site not in known:
            fault = decoder.unknown("chance", site, pin.site.span, known)
            cure = f"the start of a variable is given under `set:`: `set: {{ {site}: {result} }}`"
            yield replace(fault, help=cure) if site in decoder.names.variables else fault
        else:
            cure = one_of(result, known[site][:12], known[site])
            yield Diagnostic(NOT_A_VALUE, f"`{result}` is no result of `{site}`", pin.result.span, cure)


def _is_faulty(decoder: Decoder, site: str, told: Sequence[Diagnostic]) -> bool:
    """Return whether a fault lies where a site is declared, or in the name of its section."""
    entry, *parts = site.split(".")
    section = next((each for each in _SECTIONS if entry in decoder.names.sections.get(each, ())), None)
    if section is None or not told:
        return False
    if section not in decoder.places:
        return True
    node: Node | None = _below(decoder.places[section].value, entry)
    for part in parts:
        node = (None if node is None else _below(node, part)) or node
    if node is None:
        return False
    # a field that names an option declares nothing
    return any(each.span.lies_in(node.span) for each in told if each.rule is not NO_SUCH_OPTION)


def _below(node: Node, name: str) -> Node | None:
    """Return the value of a name in a group, or else in the groups within it."""
    if not isinstance(node, Tree):
        return None
    values = {key.value: value for key, value in node.entries}
    if name in values:
        return values[name]
    return next((found for value in values.values() if (found := _below(value, name)) is not None), None)


def is_result(results: Results, written: str) -> bool:
    """Return whether a result is one of a site's; delays may be in any unit, errors have a plus sign."""
    if written in results or written.removeprefix("+") in results:
        return True
    delay = minutes(written)
    return delay is not None and any(minutes(each) == delay for each in results)


def match_faults(decoder: Decoder, scenario: Scenario, told: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the timeline rows that match nothing of the game, not even what a fault is `told` of."""
    if not decoder.matches or not decoder.names.is_complete:
        return
    known = sorted({
        *decoder.names.of("events", "letters", "responses", "intelligence"),
        *(f"{name}.{option}" for name, options in decoder.names.options.items() for option in options),
        *(f"{chance.site}.{outcome.id}" for chance in chances(scenario) for outcome in chance.outcomes),
    })  # fmt: skip
    probable = {*known, *map(mended, known)}
    for scalar, _ in decoder.matches:
        if scalar.value not in probable and not _is_faulty(decoder, scalar.value, told):
            kind = "option, event, letter, response or outcome"
            yield decoder.unknown(kind, scalar.value, scalar.span, known)
