"""Advice on a scenario that can be read: what is unused, unreachable, unowned or too long."""
