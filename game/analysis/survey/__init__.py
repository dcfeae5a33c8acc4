"""All that play can reach, with what happens on each way: in columns. Imports numpy."""
