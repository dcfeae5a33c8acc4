"""The rules on the shape of records: what the walk along the table reports."""

from __future__ import annotations

from game.diagnostics.diagnostic import Rule

FIELD_MISSING = Rule(
    code="E201",
    title="required field missing",
    cause="A record lacks a field that it cannot do without. Often the field is there under a misspelt"
    " name; then only the misspelling is reported.",
    example="endings:\n  quiet:\n    title: A Quiet Morning\n    text: The boat is towed home.",
    cure="Add the field. `excomm docs` lists what each record needs.",
)

NOT_A_WORD = Rule(
    code="E204",
    title="not one of the words allowed here",
    cause="A field takes one word of a closed list, and this is none of them.",
    example="confidence: strong",
    cure="Choose a word of the list in the message.",
)

NOTHING_GIVEN = Rule(
    code="E205",
    title="nothing after the name",
    cause="A name is followed by nothing. The value may have been forgotten, or the lines that belong"
    " to it are not indented.",
    example="endings:\n  war:",
    cure="Write the value, indent the lines below by two spaces, or write {} for an entry without fields.",
)

PLAYER = Rule(
    code="E111",
    title="two actors are the player, or none where letters or advice need one",
    cause="Letters are for or from the player, and advice is given to the player, so exactly one actor"
    " has `player: yes`.",
    example="actors:\n  kennedy: { name: John F. Kennedy, player: yes }\n  rusk: { name: Dean Rusk,"
    " player: yes }",
    cure="Leave `player: yes` with one actor only.",
)

FIRST_PHASE = Rule(
    code="E113",
    title="first phase with a condition",
    cause="The first phase holds at the start of the game; a condition would never be asked.",
    example="phases:\n  secret_week: { title: The Secret Week, when: day > 1 }",
    cure="Remove `when:`, or put another phase in front.",
)

STATUS = Rule(
    code="E114",
    title="status bar that cannot be shown",
    cause="The status bar has at most five readings, shows no hidden variable, and each style fits"
    " certain values only: `meter` and `number` numbers, `ladder` choices, `countdown` the deadline or"
    " the end.",
    example="status:\n  deadline: meter",
    cure="Remove a reading, or choose another style.",
)

HISTORICAL_TWICE = Rule(
    code="E115",
    title="two endings, setups or outcomes marked historical, or more than four facts",
    cause="History went one way: at most one ending, one setup and one outcome of a chance are marked. An"
    " ending has room for four facts.",
    example="endings:\n  peace: { historical: yes }\n  truce: { historical: yes }",
    cure="Leave the mark with one of them; keep the four facts that matter most.",
)

NO_SUCH_OPTION = Rule(
    code="E118",
    title="no option of this decision",
    cause="`if_late:`, `historical:`, `supports:` and `opposes:` name an option of the decision in"
    " which they stand.",
    example="if_late: wait_and_see",
    cure="Name one of the decision's options; the message lists them.",
)

BELONG_TOGETHER = Rule(
    code="E209",
    title="fields that exclude each other or need each other",
    cause="Some fields only make sense together (a deadline and what happens when it passes), and some"
    " cannot both hold (a range of numbers and a list of values).",
    example="deadline: 6 h   # without if_late:",
    cure="Add the partner, or remove one of the two.",
)

NEWER_FORMAT = Rule(
    code="E117",
    title="newer format than this program knows",
    cause="The scenario was written for a later version of ExComm.",
    example="format: 2",
    cure="Install the version of ExComm that the scenario asks for.",
)

CIRCLE = Rule(
    code="E527",
    title="entries that start each other without time passing",
    cause="An event that starts another at once, which starts the first, would never come to an end.",
    example="events:\n  a: { title: A, event: b }\n  b: { title: B, event: a }",
    cure="Give one of them a delay: `event: { b: 6 h }`.",
)

RANGE_FAULT = Rule(
    code="E401",
    title="value outside its range, or range reversed",
    cause="A variable's start, a level of `words:`, or a value given by a setup or an adviser lies"
    " outside the declared range.",
    example="variables:\n  tension: { range: 0 to 10, start: 12 }",
    cure="Correct the value or the range. Without `range:` it is 0 to 10.",
)

UNREADABLE = Rule(
    code="E116",
    title="a test, run, policy or translation that cannot be read, or names what is not there",
    cause="A file beside a scenario is broken, lacks a field, or names an id that the scenario lacks.",
    example="run: 1\nscenario: river_incident\nsetup: standard\nseed: seven\nchoices: []\n",
    cure="Correct the file at the place named; a run that the program wrote itself needs no editing.",
)
