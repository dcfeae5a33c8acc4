"""The words of printed pages: the after-action report, the journal and the transcript."""

from __future__ import annotations

from collections.abc import Mapping

PRINT: Mapping[str, str] = {
    "print.skip": "To the report",
    "print.contents": "Contents",
    "print.facts": "How it stood at the end",
    "print.fact": "What",
    "print.own": "This game",
    "print.history": "Then",
    "print.branches": "Decisions",
    "print.legend": "Amber: your game. Blue: the record. Grey: options not taken.",
    "print.legend.alone": "Amber: your game. Grey: options not taken.",
    "print.strip": "Decisions {first} to {last}, with their options",
    "print.strip.one": "Decision {first}, with its options",
    "print.strip.end": "The ending",
    "print.risks": "The risk in figures, worlds of 100",
    "print.moment": "Moment",
    "print.question": "Question",
    "print.options": "Options",
    "print.yours": "your answer",
    "print.record": "the record",
    "print.both": "your answer and the record",
    "print.closed": "not on offer",
    "print.in_record": "In the record",
    "print.weighed": "Decision and luck",
    "print.rolls": "Drawn",
    "print.place": "In the scenario",
    "print.sum": "How it adds up",
    "print.hundred": "Of 100 games, {lost} do not come through; the greatest choice took {taken} of them.",
    "print.adviser.said": "Said",
    "print.adviser.known": "As far as you could know",
    "print.adviser.verdict": "Beside this model",
    "print.code": "Short code of this game",
    "print.seed": "Seed {seed}",
    "print.made": "Written by ExComm {version}. This page needs no network and asks for none.",
    "print.rules": "{scenario} {version}, rules {hash}",
    "print.journal": "Journal",
    "print.transcript": "Transcript",
}
