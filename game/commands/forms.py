"""An example of each form of output in JSON, by the command that prints it (section 17)."""

from __future__ import annotations

from collections.abc import Mapping

FORMS: Mapping[str, str] = {
    "check --format json": """\
{"check": 1, "errors": 1, "warnings": 0, "informations": 0, "complete": true, "diagnostics": [
  {"code": "E109", "severity": "error", "message": "`title` is given twice", "help": "remove one of them",
   "file": "nine_days/more.yaml", "line": 1, "column": 1, "end_line": 1, "end_column": 6,
   "notes": [{"message": "first here", "file": "nine_days/scenario.yaml", "line": 3, "column": 1}],
   "witness": null}]}
""",
    "odds --json": """\
{"odds": 1, "scenario": "night_patrol", "version": "0.1.0", "hash": "a23dc4e43c9e1728", "setup": "standard",
 "mods": [], "at": null, "of": "state", "method": "exact", "states": 7, "plays": null,
 "policies": {
   "careful":    {"war": {"value": 0.0, "exact": "0"},  "quiet": {"value": 0.6, "exact": "3/5"}},
   "reckless":   {"war": {"value": 0.4, "exact": "2/5"}, "quiet": {"value": 1.0, "exact": "1"}},
   "undecided":  {"war": {"value": 0.1333, "exact": "2/15"}, "quiet": {"value": 0.8667, "exact": "13/15"}},
   "historical": {"war": {"value": 0.1333, "exact": "2/15"}, "quiet": {"value": 0.8667, "exact": "13/15"}}},
 "catastrophe": {"endings": ["war"], "careful": {"value": 0.0, "exact": "0"},
   "reckless": {"value": 0.4, "exact": "2/5"}, "undecided": {"value": 0.1333, "exact": "2/15"},
   "historical": {"value": 0.1333, "exact": "2/15"}},
 "options": {"patrol.fire": {
   "careful":    {"war": {"value": 0.4, "exact": "2/5"}, "quiet": {"value": 0.6, "exact": "3/5"}},
   "reckless":   {"war": {"value": 0.4, "exact": "2/5"}, "quiet": {"value": 0.6, "exact": "3/5"}},
   "undecided":  {"war": {"value": 0.4, "exact": "2/5"}, "quiet": {"value": 0.6, "exact": "3/5"}},
   "historical": {"war": {"value": 0.4, "exact": "2/5"}, "quiet": {"value": 0.6, "exact": "3/5"}}}},
 "policy": null}
""",
    "simulate --json": """\
{"simulate": 1, "scenario": "night_patrol", "version": "0.1.0", "hash": "a23dc4e43c9e1728",
 "setup": "standard", "mods": [], "policy": "undecided", "seed": 7, "plays": 10000,
 "endings": {"war": {"plays": 1328, "value": 0.1328, "low": 0.1263, "high": 0.1396}}}
""",
    "explore --json": """\
{"explore": 1, "scenario": "night_patrol", "setup": "standard", "to": "ending:war", "found": true,
 "chance": {"value": 0.2, "exact": "1/5"},
 "run": ["their_fear.start=6", "patrol.fire", "patrol.fire=they_shoot"],
 "saved": "war.run.yaml"}
""",
    "diff --json": """\
{"diff": 1, "old": {"scenario": "night_patrol", "version": "0.1.0", "hash": "a23dc4e43c9e1728"},
 "new": {"scenario": "night_patrol", "version": "0.2.0", "hash": "9c423e69732d0b10"},
 "setups": {"standard": {"states": [7, 7], "movements": [
   {"ending": null, "policy": "reckless", "before": {"value": 0.4, "exact": "2/5"},
    "after": {"value": 0.3333, "exact": "1/3"}, "moved": -0.0667}]}},
 "only_old": [], "only_new": []}
""",
    "sensitivity --json": """\
{"sensitivity": 1, "scenario": "night_patrol", "version": "0.1.0", "hash": "a23dc4e43c9e1728",
 "setup": "standard", "mods": [], "policy": "undecided", "states": 7, "method": "solved",
 "catastrophe": 0.1333, "numbers": [
   {"number": "variables.tension.start", "kind": "start", "file": "night_patrol/scenario.yaml", "line": 21,
    "column": 12, "moved": "4 to 3 or 5", "down": 0.0, "up": 0.1333}]}
""",
    "compare --json": """\
{"compare": 1, "scenario": "night_patrol", "version": "0.1.0", "hash": "a23dc4e43c9e1728", "mods": [],
 "runs": [
   {"name": "ann", "setup": "standard", "seed": 1, "ending": "war", "moment": "1969-03-02 20:00", "waits": 0,
    "choices": ["patrol.fire"]},
   {"name": "bea", "setup": "standard", "seed": 1, "ending": "quiet", "moment": "1969-03-03 08:00",
    "waits": 0, "choices": ["patrol.call"]}],
 "departure": {"after": 0, "moments": ["1969-03-02 20:00", "1969-03-02 20:00"],
   "choices": ["patrol.fire", "patrol.call"],
   "catastrophe": [{"value": 0.4, "exact": "2/5"}, {"value": 0.0, "exact": "0"}],
   "endings": [{"war": {"value": 0.4, "exact": "2/5"}, "quiet": {"value": 0.6, "exact": "3/5"}},
     {"war": {"value": 0.0, "exact": "0"}, "quiet": {"value": 1.0, "exact": "1"}}]},
 "luck": null}
""",
    "list --json": """\
{"list": 1, "scenarios": [{"id": "night_patrol", "title": "Incident at the River",
  "summary": "A patrol boat ...", "version": "0.1.0", "path": "scenarios/night_patrol",
  "kind": "folder", "extends": null, "setups": ["standard"], "languages": ["en"],
  "errors": 0, "first_error": null}]}
""",
}

ABOUT: Mapping[str, str] = {
    "check --format json": """\
`severity` is `error`, `warning` or `information`. Lines and columns count from 1; `end_column` is the one
after the last character; a place that is a whole file has nulls. `notes` are other places that belong to the
fault. `witness` is a way to play that shows a fault of a deep rule, a list as `run` of `explore`. `complete`
is false where a deep rule ran over its budget. Files are named from the folder that holds the scenario's,
with `/`. `--format sarif` prints SARIF 2.1.0 instead.
""",
    "odds --json": """\
A figure has `value` and `exact`, a fraction. From columns of numbers `exact` is null. Sampled, a figure is
`{"value": 0.41, "low": 0.39, "high": 0.43}` with the limits of 95 per cent, *careful* and *reckless* are
null, `method` is `sampled`, and `plays` stands in place of `states`. `of` is `state`, or `belief` for what
the player of a run can know; `at` is the name of the run. `catastrophe` is null where no ending is marked so.
`options` has each option on offer when the player first has the move (here one of three), with all that
comes after it. `policy` is the one that `--policy` asked for.
""",
    "simulate --json": """\
Each ending has its count, its share, and the limits of 95 per cent (here one of two).
""",
    "explore --json": """\
`run` has every draw on the way, those of starts too; `chance` is the product of theirs. Where nothing is
found, `found` is false and `chance` and `run` are null. `saved` is the run file that `-o` wrote, or null.
""",
    "compare --json": """\
`departure` is where the choices part: after so many that are the same, with the first that differ; null where
all are the same, and a choice is null where that game has no more. `catastrophe` and `endings` are the odds
after these choices and before luck, under *undecided* play, of what each player could know; null with
`--no-odds`. `luck` are the first draws that differ while choices are the same: `{"after": 2, "drawn":
["ships=ships_turn", "ships=ships_stop"]}`.
""",
    "list --json": """\
`kind` is `folder` or `pack`. `extends` is the scenario that a mod changes. `first_error` is a diagnostic as
`check` prints them, of a scenario that cannot be started.
""",
}
"""What the examples cannot show."""
