"""A run of a scenario: its choices, its luck by address, undo, redo, replay, forks and run files. Pure."""
