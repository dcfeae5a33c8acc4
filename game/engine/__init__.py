"""A Scenario's rules in motion: states, commands, chances and what happens. Pure."""
