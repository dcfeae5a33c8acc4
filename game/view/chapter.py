"""A chapter under way: the things told from one halt to the next, with the papers that texts belong to."""

from __future__ import annotations

from game.frozen import replace
from game.view.line import Line
from game.view.page import Told, ToldKind
from game.view.sheet import Cue, Mark, Sheet


class Chapter:
    """Things told, in order. A text or picture within the block of a titled thing goes on its sheet too."""

    def __init__(self) -> None:
        self._told: list[Told] = []
        self._owners: dict[str, int] = {}

    @property
    def told(self) -> tuple[Told, ...]:
        return tuple(self._told)

    def tell(self, thing: Told) -> None:
        self._told.append(thing)

    def tell_paper(self, kind: ToldKind, address: str, sheet: Sheet) -> None:
        """Tell a titled thing; what is told later at its address or within it belongs to it."""
        self._owners[address] = len(self._told)
        self.tell(Told(kind, sheet.moment, sheet.title, sheet.paragraphs, sheet, sheet.mark))

    def tell_text(self, address: str, moment: str, text: tuple[Line, ...], mark: Mark | None) -> None:
        owner = self._owner(address)
        if owner is not None:
            sheet = self._told[owner].sheet
            assert sheet is not None
            self._put_sheet(owner, replace(sheet, paragraphs=(*sheet.paragraphs, *text)))
        if owner is not None and self._told[owner].kind == "report":
            self._told[owner] = replace(self._told[owner], paragraphs=text)
        else:
            self.tell(Told("text", moment, paragraphs=text, mark=mark, is_on_sheet=owner is not None))

    def tell_cue(self, address: str, moment: str, cue: Cue) -> None:
        owner = self._owner(address)
        if owner is not None and cue.kind == "picture":
            sheet = self._told[owner].sheet
            assert sheet is not None
            self._put_sheet(owner, replace(sheet, cue=cue))
        self.tell(Told(cue.kind, moment, cue=cue, is_on_sheet=owner is not None))

    def _put_sheet(self, owner: int, sheet: Sheet) -> None:
        self._told[owner] = replace(self._told[owner], sheet=sheet)

    def _owner(self, address: str) -> int | None:
        """Return the place of the latest titled thing within whose block an address lies."""
        while address:
            if address in self._owners:
                return self._owners[address]
            address = address.rpartition(".")[0]
        return None
