"""Scenario into odds, beliefs, witnesses, coverage, samples and graphs."""
