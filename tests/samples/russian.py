"""A piece of a PO file in Russian, which has three plural forms."""

from __future__ import annotations

PLURAL_FORMS = (
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
)
HOURS = """\
msgctxt "hour"
msgid "{n} hour"
msgid_plural "{n} hours"
msgstr[0] "{n} час"
msgstr[1] "{n} часа"
msgstr[2] "{n} часов"
"""
