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
{"odds": 1, "scenario": "river_incident", "version": "0.1.0", "hash": "5e0c9a41d7b2f386", "setup": "standard",
 "mods": [], "at": null, "of": "state", "method": "exact", "states": 31, "plays": null,
 "policies": {
   "careful":    {"war": {"value": 0.0, "exact": "0"},  "quiet": {"value": 0.6, "exact": "3/5"}},
   "reckless":   {"war": {"value": 0.4, "exact": "2/5"}, "quiet": {"value": 1.0, "exact": "1"}},
   "undecided":  {"war": {"value": 0.1333, "exact": "2/15"}, "quiet": {"value": 0.8667, "exact": "13/15"}},
   "historical": {"war": {"value": 0.1333, "exact": "2/15"}, "quiet": {"value": 0.8667, "exact": "13/15"}}},
 "catastrophe": {"endings": ["war"], "careful": {"value": 0.0, "exact": "0"},
   "reckless": {"value": 0.4, "exact": "2/5"}, "undecided": {"value": 0.1333, "exact": "2/15"},
   "historical": {"value": 0.1333, "exact": "2/15"}},
 "options": {"patrol.fire": {"careful": {"war": {"value": 0.4, "exact": "2/5"}}}}}
""",
    "simulate --json": """\
{"simulate": 1, "scenario": "river_incident", "version": "0.1.0", "hash": "5e0c9a41d7b2f386",
 "setup": "standard", "mods": [], "policy": "undecided", "seed": 7, "plays": 10000,
 "endings": {"war": {"plays": 1328, "value": 0.1328, "low": 0.1263, "high": 0.1396}}}
""",
    "explore --json": """\
{"explore": 1, "scenario": "river_incident", "setup": "standard", "to": "ending:war", "found": true,
 "chance": {"value": 0.2, "exact": "1/5"},
 "run": ["their_fear.start=6", "patrol.fire", "patrol.fire=they_shoot"],
 "saved": "war.run.yaml"}
""",
    "diff --json": """\
{"diff": 1, "old": {"scenario": "river_incident", "version": "0.1.0", "hash": "a23dc4e43c9e1728"},
 "new": {"scenario": "river_incident", "version": "0.2.0", "hash": "9c423e69732d0b10"},
 "setups": {"standard": {"states": [7, 7], "movements": [
   {"ending": null, "policy": "reckless", "before": {"value": 0.4, "exact": "2/5"},
    "after": {"value": 0.3333, "exact": "1/3"}, "moved": -0.0667}]}},
 "only_old": [], "only_new": []}
""",
    "sensitivity --json": """\
{"sensitivity": 1, "scenario": "river_incident", "version": "0.1.0", "hash": "a23dc4e43c9e1728",
 "setup": "standard", "mods": [], "policy": "undecided", "states": 7, "method": "solved",
 "catastrophe": 0.1333, "numbers": [
   {"number": "variables.tension.start", "kind": "start", "file": "river_incident/scenario.yaml", "line": 21,
    "column": 12, "moved": "4 to 3 or 5", "down": 0.0, "up": 0.1333}]}
""",
    "list --json": """\
{"list": 1, "scenarios": [{"id": "river_incident", "title": "Incident at the River",
  "summary": "A patrol boat ...", "version": "0.1.0", "path": "scenarios/river_incident",
  "kind": "folder", "extends": null, "setups": ["standard"], "languages": ["en"],
  "errors": 0, "first_error": null}]}
""",
}
