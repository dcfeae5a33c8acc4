"""The files of a scenario into a Scenario, with every fault at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from game.diagnostics.diagnostic import Diagnostic, Span, has_errors
from game.frozen import Frozen, NamedTuple, replace
from game.scenario.catalogue import Catalogue
from game.scenario.consistency.circles import circle_faults
from game.scenario.consistency.declarations import declaration_faults
from game.scenario.consistency.partners import partner_faults
from game.scenario.consistency.sites import match_faults, pin_faults
from game.scenario.consistency.weights import weight_faults
from game.scenario.decoder import Decoder
from game.scenario.decoding import decoded
from game.scenario.expressions.ranges import forget_bounds
from game.scenario.faults import FIELD_MISSING, NEWER_FORMAT
from game.scenario.meant import nearest
from game.scenario.merging import merged
from game.scenario.model import Coordinates, Evidence, Scenario, Statement
from game.scenario.mods import Mod, mod_in, version_fault
from game.scenario.names import gathered
from game.scenario.parted import parted
from game.scenario.patching import patched
from game.scenario.quantities.places import point
from game.scenario.records.scenario import SCENARIO
from game.scenario.records.scope import Scope
from game.scenario.records.world import MAP
from game.scenario.slid import drawn_in, is_without_id
from game.scenario.strayed import lifted
from game.scenario.uncollected import nothing_collected
from game.scenario.unknown import first_reports
from game.scenario.where import Where
from game.scenario.wording import Translation
from game.source.commas import outside_of_cut_values
from game.source.limits import MOST_BYTES_IN_A_SCENARIO, MOST_NODES, over_a_limit
from game.source.reader import document
from game.source.tree import Document, Node, Scalar
from game.source.tree import Mapping as Tree

_FIELDS = tuple(each.name for each in SCENARIO.fields)
_MAP_FIELDS = tuple(each.name for each in MAP.fields)


class Loaded(Frozen):
    """A scenario as read. `scenario` is None where it cannot be played.

    `draft` is what could be read all the same, for advice; `decoder` is what the walk gathered. `mods`
    are those laid over it; `documents` are the files of the scenario first, and then theirs.
    """

    scenario: Scenario | None
    diagnostics: tuple[Diagnostic, ...]
    documents: tuple[Document, ...]
    draft: Scenario | None = None
    decoder: Decoder | None = None
    mods: tuple[Mod, ...] = ()


class _ReadMods(NamedTuple):
    """Mods as read: what they say of themselves, their patches, their files, and what is wrong."""

    mods: tuple[Mod, ...]
    patches: tuple[Tree, ...]
    documents: tuple[Document, ...]
    faults: tuple[Diagnostic, ...]


def loaded(
    files: Mapping[str, bytes],
    mods: Sequence[Mapping[str, bytes]] = (),
    translations: Sequence[Catalogue] = (),
) -> Loaded:
    """Return the scenario that files make; names are such as `nine_days/scenario.yaml`.

    `mods` are the files of mods that extend it, in the order in which they are taken; texts stand as
    the first of `translations` has them that has them. Any bytes give a result: no input raises. Faults
    are ordered by file and line.
    """
    forget_bounds()
    with nothing_collected():
        return _loaded(files, mods, [Translation.of(each) for each in translations])


def without_base(files: Mapping[str, bytes], fault: Diagnostic | None) -> Loaded:
    """Return what is to be said of a mod whose scenario cannot be had, for the reason given."""
    read = _read_mods([files])
    faults = read.faults if fault is None else (*read.faults, fault)
    return Loaded(None, _ordered(faults), read.documents, mods=read.mods)


def _loaded(
    files: Mapping[str, bytes], mods: Sequence[Mapping[str, bytes]], translations: Sequence[Translation]
) -> Loaded:
    documents, faults = _documents(files)
    base, twice = merged(documents)
    more = _read_mods(mods)
    documents = (*documents, *more.documents)
    faults = [*faults, *twice, *more.faults]
    if base is None:
        return Loaded(None, _ordered(faults), documents, mods=more.mods)
    faults += _unfit(base, more.mods)
    laid = patched(base, more.patches)
    root = laid.root
    is_complete = all(each.is_readable for each in documents)
    has_all_ids = all(each.has_all_ids for each in documents) and not _lacks_an_id(root)
    names = gathered(root, is_complete=is_complete and has_all_ids and not _has_unknown_section(root))
    decoder = Decoder(names, _coordinates(root), translations=translations)
    draft = _decoded(decoder, root, is_complete=is_complete)
    faults += [*laid.diagnostics, *laid.untold(decoder.diagnostics)]
    if draft is not None:
        draft = replace(draft, mods=tuple(each.id for each in more.mods)) if more.mods else draft
        faults += _inconsistencies(decoder, draft, tuple(faults))
    newer = [each for each in faults if each.rule is NEWER_FORMAT]
    texts = {each.file: each.text for each in documents}
    ordered = _ordered(newer or first_reports(outside_of_cut_values(faults), texts))
    scenario = None if has_errors(ordered) else draft
    return Loaded(scenario, ordered, documents, draft, decoder, more.mods)


def _read_mods(mods: Sequence[Mapping[str, bytes]]) -> _ReadMods:
    found = _ReadMods((), (), (), ())
    for files in mods:
        documents, unread = _documents(files)
        mod, faults = mod_in(documents)
        patch = mod.patch if mod is not None else None
        found = _ReadMods(
            (*found.mods, *((mod,) if mod is not None else ())),
            (*found.patches, *((patch,) if isinstance(patch, Tree) else ())),
            (*found.documents, *documents),
            (*found.faults, *unread, *faults),
        )
    return found


def _unfit(base: Tree, mods: Sequence[Mod]) -> Iterator[Diagnostic]:
    given = _fields_of(base)
    version, id_ = given.get("version"), given.get("id")
    of = version.value if isinstance(version, Scalar) else "0.1.0"
    name = id_.value if isinstance(id_, Scalar) else "its scenario"
    for mod in mods:
        fault = version_fault(mod, of, name)
        if fault is not None:
            yield fault


def _documents(files: Mapping[str, bytes]) -> tuple[tuple[Document, ...], list[Diagnostic]]:
    documents: list[Document] = []
    faults: list[Diagnostic] = []
    size = nodes = 0
    for name in sorted(files, key=lambda path: path.split("/")):
        size += len(files[name])
        if size > MOST_BYTES_IN_A_SCENARIO:
            faults.append(over_a_limit("the scenario", "8 MB", Span.whole(name)))
            documents.append(Document(name, "", None, is_readable=False))
            continue
        read, found = document(files[name], name)
        nodes += read.nodes
        if nodes > MOST_NODES:
            faults.append(over_a_limit("the scenario", f"{MOST_NODES:,} nodes", Span.whole(name)))
            read = Document(name, read.text, None, is_readable=False)
        if read.root is not None:
            root, strayed = lifted(read.root)
            root, headless = parted(root, Scope(SCENARIO))
            root, slid = drawn_in(root, Scope(SCENARIO))
            read = replace(read, root=root) if strayed or headless or slid else read
            faults += (*strayed, *headless, *slid)
        documents.append(read)
        faults += found
    return tuple(documents), faults


def _has_unknown_section(root: Tree) -> bool:
    """Return whether a group stands at the top, or in the map, of which nobody can tell what it declares."""
    of_map = _fields_of(_fields_of(root).get("map"))
    return any(
        isinstance(node, Tree) and name not in fields and nearest(name, fields) is None
        for fields, given in ((_FIELDS, _fields_of(root)), (_MAP_FIELDS, of_map))
        for name, node in given.items()
    )


def _lacks_an_id(root: Tree) -> bool:
    """Return whether the fields of an entry stand right in a section, for want of its id."""
    scopes = ((Scope(SCENARIO).below(name), node) for name, node in _fields(root))
    return any(
        scope.is_group and scope.record is not None and is_without_id(node, scope.record)
        for scope, node in scopes
    )


def _coordinates(root: Tree) -> Mapping[str, Coordinates]:
    groups = {key.value: node for key, node in root.entries}
    found: dict[str, Coordinates] = {}
    for key, node in _fields(_fields_of(groups.get("map")).get("places")):
        at = _fields_of(node).get("at")
        place = point(at.value) if isinstance(at, Scalar) else None
        if place is not None:
            found[key] = place
    return found


def _fields(node: Node | None) -> Iterator[tuple[str, Node]]:
    if isinstance(node, Tree):
        for key, value in node.entries:
            yield key.value, value


def _fields_of(node: Node | None) -> Mapping[str, Node]:
    return dict(_fields(node))


def _decoded(decoder: Decoder, root: Tree, *, is_complete: bool) -> Scenario | None:
    given = _fields_of(root)
    evidence = given.get("evidence")
    words = {each.value: each for each in Evidence}
    default = (
        words.get(evidence.value, Evidence.DOCUMENTED)
        if isinstance(evidence, Scalar)
        else Evidence.DOCUMENTED
    )
    keys = {entry.key.value: entry.key for entry in root.entries}
    key = next((keys[name] for name in _FIELDS if name in keys), None)
    owner = given.get("id")
    where = Where(
        owner=owner.value if isinstance(owner, Scalar) else "", statement=Statement(evidence=default)
    )
    draft = decoded(decoder, SCENARIO, root, where, key)
    if not is_complete:
        decoder.diagnostics[:] = [
            each for each in decoder.diagnostics if each.rule is not FIELD_MISSING or not _is_top(each)
        ]
    return draft if isinstance(draft, Scenario) and draft.clock is not None else None


def _is_top(fault: Diagnostic) -> bool:
    return fault.message.startswith(SCENARIO.name)


def _inconsistencies(decoder: Decoder, draft: Scenario, told: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    yield from declaration_faults(decoder, draft)
    yield from partner_faults(decoder, draft)
    yield from pin_faults(decoder, draft, told)
    yield from match_faults(decoder, draft, told)
    yield from circle_faults(draft)
    yield from weight_faults(decoder)


def _ordered(faults: list[Diagnostic] | tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(faults, key=lambda each: (each.span, each.code)))
