"""A lesson before a class: its plan and clock, votes and what came of them, and the page for phones."""
