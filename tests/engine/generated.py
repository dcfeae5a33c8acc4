"""Random small scenarios as YAML text: every field of sections 5 to 9 that changes the rules.

They are valid, finite and short: a day or two of play. `scenario_text(Random(seed))` is the same
text for the same seed; `scenarios()` is the strategy of hypothesis, which can make them simpler.
"""

from __future__ import annotations

from random import Random
from typing import Any

from hypothesis import strategies as st

from tests.engine.conditions import Names

Record = dict[str, Any]
STEP = 6


def scenarios() -> st.SearchStrategy[str]:
    """Return the strategy of texts of scenarios."""
    return st.randoms(use_true_random=False).map(scenario_text)


def scenario_text(random: Random, hours: int = 36) -> str:
    """Return the text of a scenario that lasts so many hours, at most 49."""
    return "\n".join(_lines(_Maker(random, hours).scenario())) + "\n"


def _lines(record: Record, indent: str = "") -> list[str]:
    lines: list[str] = []
    for name, value in record.items():
        if isinstance(value, dict):
            lines.append(f"{indent}{name}:" + ("" if value else " {}"))
            lines += _lines(value, indent + "  ")
        elif isinstance(value, list):
            lines.append(f"{indent}{name}: [{', '.join(value)}]")
        else:
            lines.append(f"{indent}{name}: {value}")
    return lines


class _Maker:
    """Makes one scenario; entries are ranked, and only a later one may be started without delay."""

    def __init__(self, random: Random, hours: int) -> None:
        self.random = random
        self.hours = hours
        self.names = Names(random)
        self.printed: list[str] = []
        self.pins: dict[str, list[str]] = {}
        self.ranks: dict[str, int] = {}
        self.delayed = 0
        counts = {"event": (2, 6), "letter": (0, 3), "report": (0, 3), "response": (0, 3), "decision": (1, 4)}
        self.ids = {
            kind: [f"{kind}_{number}" for number in range(random.randint(*count))]
            for kind, count in counts.items()
        }
        self.phases = [f"phase_{number}" for number in range(random.choice((0, 0, 2, 3)))]
        self.flags = [f"flag_{number}" for number in range(random.randint(1, 3))]
        entries = [each for kind in ("event", "letter", "report", "response") for each in self.ids[kind]]
        random.shuffle(entries)
        self.ranks = {each: rank for rank, each in enumerate(entries)}

    def has(self, chance: float) -> bool:
        return self.random.random() < chance

    def some(self, things: list[str], most: int) -> list[str]:
        return self.random.sample(things, min(len(things), self.random.randint(1, most)))

    def scenario(self) -> Record:
        variables = {f"number_{each}": self.number_variable() for each in range(self.random.randint(1, 3))}
        choices = {f"choice_{each}": self.choice_variable() for each in range(self.random.randint(0, 2))}
        beliefs = {f"belief_{each}": self.belief() for each in range(self.random.randint(0, 1))}
        self.name(variables, choices, beliefs)
        decisions = {each: self.decision(each) for each in self.ids["decision"]}
        events = {each: self.event(each) for each in self.ids["event"]}
        letters = {each: self.letter(each) for each in self.ids["letter"]}
        reports = {each: self.report(each) for each in self.ids["report"]}
        responses = {each: self.response(each, decisions) for each in self.ids["response"]}
        record = {
            "format": "1",
            "id": "generated",
            "title": "Generated",
            "summary": "A scenario that nobody wrote.",
            "fiction": "yes",
            "clock": {"starts": "1962-10-20 22:00", "step": f"{STEP} h", "ends": _moment(self.hours * 60)},
            "status": self.status(variables, choices),
            "setups": self.setups(variables, choices),
            "actors": {
                "me": {"name": "The President", "player": "yes"},
                "them": {"name": "The Premier", "beliefs": beliefs} if beliefs else {"name": "The Premier"},
                "adviser": {"name": "The Secretary", "adviser": "yes"},
            },
            "variables": {**variables, **choices},
            "flags": {each: f"It is so with {each}." for each in self.flags},
            "phases": {each: self.phase(each) for each in self.phases},
            "intelligence": reports,
            "decisions": decisions,
            "responses": responses,
            "events": events,
            "letters": letters,
            "map": MAP,
            "endings": self.endings(),
        }
        return {name: value for name, value in record.items() if value != {}}

    # values

    def number_variable(self) -> Record:
        high = self.random.choice((3, 6, 10))
        start = self.random.choice(
            (
                str(self.random.randint(0, high)),
                f"0 to {high} by {high // 2}",
                f"one of {high}, 1, 2",
                {"0": "3", str(high): "1"},
            )
        )
        record: Record = {"range": f"0 to {high}", "start": start, "label": "A number"}
        if self.has(0.4):
            record["words"] = {"0": "low", str(high // 2): "high"}
        if self.has(0.3):
            record["hidden"] = "yes"
        return record

    def choice_variable(self) -> Record:
        values = ["none", "open", "shut"][: self.random.randint(2, 3)]
        start = self.random.choice(
            (values[-1], f"one of {values[1]}, {values[0]}", {values[1]: "2", "none": "1"})
        )
        record: Record = {"values": values, "start": start, "label": "A choice"}
        if self.has(0.3):
            record["hidden"] = "yes"
        return record

    def belief(self) -> Record:
        return {"range": "-2 to 4", "start": self.random.choice(("1", "one of -2, 3"))}

    def name(self, variables: Record, choices: Record, beliefs: Record) -> None:
        """Note what expressions may read and texts may print."""
        names = self.names
        for each, record in variables.items():
            names.numbers[each] = (0, int(record["range"].split()[-1]))
        names.numbers.update({f"them.{each}": (-2, 4) for each in beliefs})
        names.numbers.update({"hour": (0, 23), "step": (0, self.hours // STEP), "day": (1, 3)})
        names.choices.update({each: record["values"] for each, record in choices.items()})
        names.choices["time"] = ["running", "over"]
        if self.phases:
            names.choices["phase"] = self.phases
        self.printed = [each for each, record in {**variables, **choices}.items() if "hidden" not in record]
        names.truths += self.flags
        for kind in ("event", "letter", "report"):
            names.truths += [f"seen.{each}" for each in self.ids[kind]]
        self.options = {
            decision: [f"option_{each}" for each in range(self.random.randint(1, 3))]
            for decision in self.ids["decision"]
        }
        names.choices.update({f"chosen.{each}": ["none", *these] for each, these in self.options.items()})

    def status(self, variables: Record, choices: Record) -> Record:
        shown = {each: self.random.choice(("meter", "number")) for each in variables if each in self.printed}
        shown |= {each: "ladder" for each in choices if each in self.printed}
        kept = [(name, style) for name, style in shown.items() if self.has(0.7)]
        return dict(kept[:4]) | {"deadline": "countdown"}

    def text(self) -> str:
        words = self.random.choice(("It is said", "They say", "Nothing is known"))
        return f"{words} {{{self.random.choice(self.printed)}}}." if self.printed else f"{words}."

    def when(self, record: Record, chance: float, depth: int = 2) -> None:
        if self.has(chance):
            record["when"] = self.names.condition(depth)

    def moment(self) -> str:
        """Return a moment of the game, often off the grid, now and then its first or last."""
        minutes = self.random.choice((0, 6, 12, 18, 24, 30, 36)) * 60 + self.random.choice((0, 0, 45))
        return _moment(min(minutes, self.hours * 60))

    def spread(self, *, is_instant: bool) -> str:
        """Return a spread; only if `is_instant` one shorter than 5 h, so that no circle runs away."""
        later = ("5 h", "4 to 14 h", "one of 5 h, 8 h", "5 to 11 h by 3 h", "1 to 2 days by 1 day")
        soon = ("0 min", "30 min", "0 to 6 h", "one of 0 min, 4 h")
        return self.random.choice((*later, *soon) if is_instant else later)

    # blocks

    def block(self, site: str, rank: int, depth: int = 0) -> Record:
        """Return a block of an entry of this rank."""
        block: Record = {}
        numbers = [each for each in self.names.numbers if each not in {"hour", "step", "day"}]
        choices = [each for each in self.names.choices if each.startswith("choice_")]
        if choices and self.has(0.3):
            block["set"] = {choices[0]: self.random.choice(self.names.choices[choices[0]])}
        if self.has(0.15):
            block.setdefault("set", {})[self.random.choice(numbers)] = self.names.number(1)
        if self.has(0.6):
            change = self.random.choice(("+1", "-1", "+2", "-3", self.names.number(1)))
            block["change"] = {self.random.choice(numbers): change}
        if self.has(0.25):
            block[self.random.choice(("remember", "remember", "forget"))] = self.some(self.flags, 2)
        if self.has(0.4):
            block["text"] = self.text()
        if self.has(0.15):
            block |= self.random.choice(CUES)
        if self.has(0.3):
            self.put_starts(block, site, rank)
        if depth < 2 and self.has(0.35 if depth == 0 else 0.25):
            block["chance"] = self.chance(site, rank, depth)
        return block

    def put_starts(self, block: Record, site: str, rank: int) -> None:
        """Add what the block sends and starts."""
        later = [each for each, other in self.ranks.items() if other > rank]
        sent = [each for each in later if each in self.ids["report"]] + self.ids["letter"]
        if sent and self.has(0.5):
            block["send"] = [each for each in self.some(sent, 2) if each in later or self.is_slow(each)]
            if not block["send"]:
                del block["send"]
        events = [each for each in later if each in self.ids["event"]]
        if events and self.has(0.4):
            block["event"] = self.some(events, 2)
        elif self.delayed < 3 and self.has(0.5):
            self.delayed += 1
            event = self.random.choice(self.ids["event"])
            block["event"] = {event: self.spread(is_instant=event in later)}
            self.pins[f"{site}.in.{event}"] = [block["event"][event]]

    def is_slow(self, letter: str) -> bool:
        """Whether the letter takes time in any case, so that any entry may send it."""
        return self.ranks[letter] % 2 == 0

    def chance(self, site: str, rank: int, depth: int) -> Record:
        outcomes = {}
        for number in range(self.random.randint(2, 3)):
            odds = str(self.random.randint(1, 4)) if number == 0 else self.names.number(1)
            outcome = {"odds": odds, **self.block(f"{site}.way_{number}", rank, depth + 1)}
            if number == 1 and self.has(0.4):
                outcome["historical"] = "yes"
            outcomes[f"way_{number}"] = outcome
        self.pins[site] = list(outcomes)
        return outcomes

    # entries

    def phase(self, phase: str) -> Record:
        record: Record = {"title": f"Chapter {phase[-1]}"}
        if phase != self.phases[0]:
            record["when"] = self.names.condition(1)
        if self.has(0.3):
            record["text"] = self.text()
        return record

    def event(self, event: str) -> Record:
        record: Record = {"title": "An event"}
        match self.random.choice(("at", "every", "when", "when", "unless", "none")):
            case "at":
                record["at"] = self.moment()
                self.when(record, 0.3)
            case "every":
                record["every"] = self.random.choice(
                    ("5 h", "6 h", "13 h", "90 min" if self.has(0.2) else "9 h")
                )
                self.when(record, 0.5)
            case "when":
                record["when"] = self.names.condition()
                if self.has(0.3):
                    record["priority"] = str(self.random.randint(-1, 2))
                if self.has(0.4):
                    record["repeats"] = "yes"
            case "unless":
                record["unless"] = self.names.condition(1)
            case _:
                self.when(record, 0.0)
        if "unless" not in record and self.has(0.25):
            record["unless"] = self.names.condition(1)
        if "repeats" not in record and "every" not in record and self.has(0.2):
            record["repeats"] = "yes"
        if self.has(0.5):
            record["quiet"] = "yes"
        return record | self.block(event, self.ranks[event])

    def letter(self, letter: str) -> Record:
        ends = [("them", "me"), ("them", "me"), ("me", "them")]
        sender, receiver = self.random.choice(ends)
        record: Record = {"from": sender, "to": receiver, "text": self.text()}
        if self.is_slow(letter):
            record["travels"] = self.spread(is_instant=False)
        elif self.has(0.6):
            record["travels"] = self.spread(is_instant=True)
        if self.has(0.4):
            record["repeats"] = "yes"
        if self.has(0.3):
            record["points"] = {"He asks": self.text()}
        block = self.block(letter, self.ranks[letter])
        return record | ({"on_arrival": block} if block else {})

    def report(self, report: str) -> Record:
        record: Record = {"title": "A report", "confidence": "low"}
        if self.has(0.4):
            record["at"] = self.moment()
        self.when(record, 0.5)
        record |= self.block(report, self.ranks[report])
        record["text"] = self.text()
        if self.has(0.6):
            known = self.random.choice([each for each in self.names.numbers if each.startswith("number")])
            error = self.random.randint(1, 2)
            record["estimates"] = {known: f"within {error}"}
            record["text"] = f"They count {{estimate.{known}:one|# of them}}."
            self.pins[f"{report}.estimates.{known}"] = ["0", "-1", "1"]
        return record

    def response(self, response: str, decisions: Record) -> Record:
        answers = [f"{each}.{option}" for each, record in decisions.items() for option in record["options"]]
        rank = self.ranks[response]
        causes = self.some(answers + self.ids["event"] + self.ids["letter"], 2)
        is_instant = all(self.ranks.get(each, -1) < rank for each in causes)
        record: Record = {"by": "them", "after": causes, "in": self.spread(is_instant=is_instant)}
        self.when(record, 0.3)
        self.pins[f"{response}.in"] = [record["in"]]
        return record | self.block(response, rank)

    def decision(self, decision: str) -> Record:
        options = self.options[decision]
        record: Record = {"title": "A question.", "text": self.text()}
        match self.random.choice(("start", "at", "when", "when", "both")):
            case "at":
                record["at"] = self.moment()
            case "when":
                record["when"] = self.names.condition()
                if self.has(0.5):
                    record["repeats"] = "yes"
            case "both":
                record |= {"at": self.moment(), "when": self.names.condition(1)}
            case _:
                pass
        if self.has(0.7):
            record["deadline"] = self.random.choice(("4 h", "6 h", "10 h", "20 h", "30 min"))
            record["if_late"] = options[-1]
        if self.has(0.6):
            record["historical"] = self.random.choice([*options, "wait"] if "deadline" in record else options)
        if self.has(0.2):
            record["advice"] = {"adviser": {"says": self.text(), "when": self.names.condition(1)}}
        record["options"] = {each: self.option(decision, each, record) for each in options}
        return record

    def option(self, decision: str, option: str, record: Record) -> Record:
        made: Record = {"label": "An option"}
        if option == record.get("if_late") and self.has(0.2):
            made["when"] = "no"
        elif option != "option_0" or self.has(0.1):
            self.when(made, 0.4, 1)
        if "when" in made and made["when"] != "no" and self.has(0.3):
            made["unless_text"] = "Not now."
        return made | self.block(f"{decision}.{option}", -1)

    def endings(self) -> Record:
        endings: Record = {
            f"ending_{each}": {
                "priority": str(self.random.randint(0, 2)),
                "when": self.names.condition(1) + (" and time is over" if self.has(0.7) else " and day >= 2"),
                "title": "An end",
                "text": "It is over.",
            }
            for each in range(self.random.randint(1, 2))
        }
        endings["ending_0"]["catastrophe"] = "yes"
        if self.has(0.85):
            endings["last"] = {"when": "time is over", "title": "The end", "text": "Nothing more comes."}
        return endings

    def setups(self, variables: Record, choices: Record) -> Record:
        if self.has(0.3):
            return {}
        about = {"label": "A setup", "about": "What it is about."}
        fixed: Record = {**about, "set": {next(iter(variables)): "1"}}
        if choices:
            fixed["set"]["choice_0"] = "open"
        pinned = {site: self.random.choice(results) for site, results in self.pins.items() if self.has(0.5)}
        pinned = {site: result for site, result in pinned.items() if not _is_spread(result)}
        if pinned:
            fixed["pin"] = pinned
        return {"open": about, "fixed": fixed, "record": {**about, "historical": "yes"}}


def _moment(minutes: int) -> str:
    """Return a moment so many minutes after the start."""
    days, minute = divmod(22 * 60 + minutes, 1440)
    return f"1962-10-{20 + days} {minute // 60:02}:{minute % 60:02}"


def _is_spread(result: str) -> bool:
    """Whether a result is a whole spread and not one delay, so that it cannot be pinned."""
    return " to " in result or result.startswith("one of")


CUES: tuple[Record, ...] = (
    {"sound": "radar"},
    {"picture": "u2"},
    {"show": ["ship"], "move": {"ship": "away"}},
    {"hide": ["ship"]},
    {"move": {"ship": "port"}, "sound": "siren"},
)

MAP: Record = {
    "places": {"port": {"label": "A port", "at": "20.0 N 70.0 W"}},
    "markers": {"ship": {"kind": "ship", "side": "them", "at": "port"}},
    "routes": {"away": {"path": ["20.0 N 70.0 W", "30.0 N 60.0 W"], "takes": "20 h"}},
}
