"""Odds while one plays: they are worked out in a process of its own, which is asked by messages."""
