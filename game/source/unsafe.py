"""The rules on what may not lie in a pack or in the folder of a scenario."""

from __future__ import annotations

from game.diagnostics.diagnostic import Rule

UNSAFE_PATH = Rule(
    code="E121",
    title="pack: a path that leaves it, or a link",
    cause="A file in a pack lies at an absolute path, has `..` or a backslash in its path, or is a link. Such"
    " a file could be meant to overwrite something outside the pack.",
    example="/etc/scenario.yaml",
    cure="Make the pack anew from the scenario's folder: `excomm pack`.",
)

NOT_A_PACK = Rule(
    code="E122",
    title="pack: not a zip that can be read, or encrypted",
    cause="The file is damaged, is no zip at all, or asks for a password.",
    example="river_incident.zip   # cut off while it was copied",
    cure="Fetch it again, or make it anew without a password.",
)

UNSAFE_NAME = Rule(
    code="E123",
    title="pack: a Windows device name, or two names that differ only in case",
    cause="On some systems such names mean a device, or one and the same file. A pack must mean the same"
    " everywhere.",
    example="images/CON.png",
    cure="Rename the file.",
)

UNKNOWN_ENDING = Rule(
    code="E124",
    title="pack: an ending outside the list",
    cause="A pack holds texts, translations, pictures and sounds, and nothing else.",
    example="setup.exe",
    cure="Remove the file. Allowed are yaml, po, txt, md, png, jpg, jpeg, webp, ogg and wav.",
)
