"""Assets: the files of pictures and sounds that a scenario names by their path."""

from __future__ import annotations

from game.diagnostics.diagnostic import Diagnostic, Rule, Span

ASSET = Rule(
    code="E601",
    title="asset missing, outside the folder, in the wrong case, or of the wrong kind",
    cause="A picture or a sound is named by its path in the folder of the scenario, with forward"
    " slashes and in its exact case, since other systems tell Flag.png from flag.png. Pictures are png,"
    " jpg, jpeg or webp, sounds ogg or wav. Drawings in SVG can carry programs and are not shown.",
    example="picture: images/Kennedy.svg",
    cure="Correct the path, put the file into the folder, or save it in one of these kinds.",
)

PICTURES = ("png", "jpg", "jpeg", "webp")
SOUNDS = ("ogg", "wav")


def is_path(written: str) -> bool:
    """Return whether a cue is meant as a file: words of the closed lists have no dot and no slash.

    >>> is_path("images/kennedy.jpg"), is_path("radar")
    (True, False)
    """
    return any(sign in written for sign in "./\\")


def path_fault(written: str, what: str, endings: tuple[str, ...], place: Span) -> Diagnostic | None:
    """Return why a path can be no asset wherever the folder lies, or None."""
    parts = written.split("/")
    if "\\" in written:
        return Diagnostic(
            ASSET, "the path of a file has forward slashes", place, f"write `{written.replace(chr(92), '/')}`"
        )
    if ".." in parts or not parts[0] or ":" in parts[0]:
        return Diagnostic(
            ASSET,
            f"`{written}` lies outside the folder of the scenario",
            place,
            "put the file into the folder",
        )
    if written.rpartition(".")[2].lower() not in endings:
        listing = ", ".join(endings)
        return Diagnostic(
            ASSET,
            f"`{written}` is no {what} that the program can use",
            place,
            f"it must end in one of: {listing}",
        )
    return None
